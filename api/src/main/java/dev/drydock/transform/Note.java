package dev.drydock.transform;

import dev.drydock.transform.ImmutableNote;
import org.immutables.value.Value;

/** What a transform says of one construct: that it changed it, why it left it alone, or what to look out for. */
@Value.Immutable
public abstract class Note {

  /** What a note is about. */
  public enum Kind {
    /** The construct is another one now, or something was added beside it. */
    CHANGED,
    /** The construct was looked at and left as it was. */
    KEPT,
    /** The construct works, but not as well or not as safely as a person would expect. */
    WARNING
  }

  Note() {}

  /** The note of these parts; the line is that of the construct in the file a transform was given. */
  public static Note of(Kind kind, String rule, int line, String subject, String reason) {
    return ImmutableNote.builder()
        .kind(kind)
        .rule(rule)
        .line(line)
        .subject(subject)
        .reason(reason)
        .build();
  }

  /** What it is about. */
  public abstract Kind kind();

  /** A stable id, such as {@code mount-cache/pip/inert}; {@code docs/rules/} has a page for each of Drydock's own. */
  public abstract String rule();

  /** The physical line that the construct begins on in the file before, counted from 1. */
  public abstract int line();

  /** What of the construct is meant: a command, a word, a keyword. */
  public abstract String subject();

  /** Why, in words that a person can act on. */
  public abstract String reason();

  final Note atLine(int line) {
    return ImmutableNote.copyOf(this).withLine(line);
  }

  final Note ofRule(String rule) {
    return ImmutableNote.copyOf(this).withRule(rule);
  }

  /** {@code line 7: changed [rule] subject: reason}. */
  @Override
  public final String toString() {
    String verb = kind().name().toLowerCase(java.util.Locale.ROOT);
    String about = subject().isEmpty() ? "" : subject() + ": ";
    return "line " + line() + ": " + verb + " [" + rule() + "] " + about + reason();
  }
}
