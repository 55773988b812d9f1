package dev.drydock.transform;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.given.Given;
import dev.drydock.text.Span;
import java.io.Serializable;
import java.util.Locale;

/**
 * What a transform says of one construct: that it changed it, why it left it alone, or what to look out for.
 *
 * @param kind what it is about
 * @param rule a stable id, such as {@code mount-cache/pip/inert}; {@link Rule#of} has the page of each of Drydock's own
 * @param line the physical line that the construct begins on in the file before, counted from 1
 * @param span what is meant, as a range of the text before: a part of the construct, or the construct without the line
 *     ending that closes it
 * @param subject what of the construct is meant: a command, a word, a keyword
 * @param reason why, in words that a person can act on
 */
public record Note(Kind kind, String rule, int line, Span span, String subject, String reason) implements Serializable {

  /** The reason of a change that its transform gave none for. */
  private static final String UNEXPLAINED = "was rewritten, or something was added beside it";

  private static final int LONGEST_SUBJECT = 60;

  /** The parts, none of which is null. */
  public Note {
    Given.notNull(kind, "kind");
    Given.notNull(rule, "rule");
    Given.notNull(span, "span");
    Given.notNull(subject, "subject");
    Given.notNull(reason, "reason");
  }

  /** What a note is about. */
  public enum Kind {
    /** The construct is another one now, or something was added beside it. */
    CHANGED,
    /** The construct was looked at and left as it was. */
    KEPT,
    /** The construct works, but not as well or not as safely as a person would expect. */
    WARNING
  }

  /** Whether it tells of a change that no step gave a reason for: Drydock found that the texts differ. */
  public boolean unexplained() {
    return kind == Kind.CHANGED && reason.equals(UNEXPLAINED);
  }

  /** The note of a change that its transform has said nothing of. */
  static Note unexplained(Dockerfile before, int index) {
    return of(Kind.CHANGED, Rewrite.OWN_RULE, before, index, firstLine(before, index), UNEXPLAINED);
  }

  /** A note of the construct at this index as a whole; of the first line where the file is empty. */
  static Note of(Kind kind, String rule, Dockerfile before, int index, String subject, String reason) {
    return new Note(kind, rule, before.lineAt(index), whole(before, index), subject, reason);
  }

  /** Where the construct at this index stands, without the line ending that closes it. */
  static Span whole(Dockerfile before, int index) {
    if (before.constructs().isEmpty()) {
      return new Span(0, 0);
    }
    Span span = before.span(before.constructs().get(index));
    String text = before.text();
    int end = span.end();
    if (end > span.start() && text.charAt(end - 1) == '\n') {
      end -= end - 1 > span.start() && text.charAt(end - 2) == '\r' ? 2 : 1;
    }
    return new Span(span.start(), end);
  }

  /** The first line of the construct at this index, cut where it is long. */
  static String firstLine(Dockerfile before, int index) {
    return before.constructs().isEmpty() ? "" : firstLine(before.constructs().get(index).text());
  }

  static String firstLine(String text) {
    String stripped = text.strip();
    int feed = stripped.indexOf('\n');
    String line = feed < 0 ? stripped : stripped.substring(0, feed).strip();
    return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) + "…" : line;
  }

  Note at(int line, Span span) {
    return new Note(kind, rule, line, span, subject, reason);
  }

  Note ofRule(String rule) {
    return new Note(kind, rule, line, span, subject, reason);
  }

  Note because(String reason) {
    return new Note(kind, rule, line, span, subject, reason);
  }

  /** {@code line 7: changed [rule] subject: reason}. */
  @Override
  public String toString() {
    String verb = kind.name().toLowerCase(Locale.ROOT);
    String about = subject.isEmpty() ? "" : subject + ": ";
    return "line " + line + ": " + verb + " [" + rule + "] " + about + reason;
  }
}
