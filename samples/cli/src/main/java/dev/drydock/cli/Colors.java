package dev.drydock.cli;

import dev.drydock.transform.Note;

/** Colours for a person's eyes, or none. */
final class Colors {

  /** When to use them. */
  enum When {
    /** Where standard output is a terminal and NO_COLOR is not set. */
    auto,
    /** Whatever standard output is. */
    always,
    /** Not at all. */
    never
  }

  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String CYAN = "36";
  private static final String BOLD = "1";
  private static final String FAINT = "2";

  private final boolean on;

  private Colors(boolean on) {
    this.on = on;
  }

  static Colors of(When when, boolean terminal) {
    String no = System.getenv("NO_COLOR");
    boolean wanted = terminal && (no == null || no.isEmpty());
    return new Colors(when == When.always || (when == When.auto && wanted));
  }

  /** A unified diff: what goes in red, what comes in green. */
  String diff(String diff) {
    if (!on) {
      return diff;
    }
    StringBuilder text = new StringBuilder();
    int header = 2;
    for (String line : diff.split("(?<=\n)", -1)) {
      text.append(line.isEmpty() ? line : paint(header-- > 0 ? BOLD : lineColor(line.charAt(0)), line));
    }
    return text.toString();
  }

  private static String lineColor(char mark) {
    return switch (mark) {
      case '+' -> GREEN;
      case '-' -> RED;
      case '@' -> CYAN;
      default -> "";
    };
  }

  /** The word for what a note is about. */
  String kind(Note.Kind kind) {
    return switch (kind) {
      case CHANGED -> paint(GREEN, "changed");
      case KEPT -> paint(FAINT, "kept");
      case WARNING -> warning();
    };
  }

  /** The word {@code warning}. */
  String warning() {
    return paint(YELLOW, "warning");
  }

  private String paint(String color, String text) {
    if (!on || color.isEmpty()) {
      return text;
    }
    boolean ends = text.endsWith("\n");
    String line = ends ? text.substring(0, text.length() - 1) : text;
    return "\u001b[" + color + "m" + line + "\u001b[0m" + (ends ? "\n" : "");
  }
}
