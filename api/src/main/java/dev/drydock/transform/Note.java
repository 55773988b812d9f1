package dev.drydock.transform;

import dev.drydock.given.Given;

/**
 * What a transform says of one construct: that it changed it, why it left it alone, or what to look out for.
 *
 * @param kind what it is about
 * @param rule a stable id, such as {@code mount-cache/pip/inert}; {@code docs/rules/} has a page for each of Drydock's own
 * @param line the physical line that the construct begins on in the file before, counted from 1
 * @param subject what of the construct is meant: a command, a word, a keyword
 * @param reason why, in words that a person can act on
 */
public record Note(Kind kind, String rule, int line, String subject, String reason) {

  /** The parts, none of which is null. */
  public Note {
    Given.notNull(kind, "kind");
    Given.notNull(rule, "rule");
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

  Note atLine(int line) {
    return new Note(kind, rule, line, subject, reason);
  }

  Note ofRule(String rule) {
    return new Note(kind, rule, line, subject, reason);
  }

  /** {@code line 7: changed [rule] subject: reason}. */
  @Override
  public String toString() {
    String verb = kind.name().toLowerCase(java.util.Locale.ROOT);
    String about = subject.isEmpty() ? "" : subject + ": ";
    return "line " + line + ": " + verb + " [" + rule + "] " + about + reason;
  }
}
