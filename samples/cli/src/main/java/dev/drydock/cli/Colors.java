package dev.drydock.cli;

import dev.drydock.transform.Note;
import java.util.Map;

/** Colours for a person's eyes, or none. */
final class Colors {

  /** When to use them. */
  enum When {
    /** Where standard output is a terminal that knows them, and the environment says nothing else. */
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

  /** Whether to use them; the environment has a say only where the person leaves it open. */
  static Colors of(When when, boolean terminal, Map<String, String> environment) {
    boolean forced = isSet(environment, "FORCE_COLOR") && !"0".equals(environment.get("FORCE_COLOR"));
    boolean fit = terminal && !"dumb".equals(environment.get("TERM"));
    boolean wanted = !isSet(environment, "NO_COLOR") && (forced || fit);
    return new Colors(when == When.always || (when == When.auto && wanted));
  }

  /** None, wherever the text goes. */
  static Colors none() {
    return new Colors(false);
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
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

  /** The word for how seriously a note is taken. */
  String severity(Severity severity) {
    return severity == Severity.ERROR ? paint(RED, "error") : warning();
  }

  /** The word {@code warning}. */
  String warning() {
    return paint(YELLOW, "warning");
  }

  /** What a person should look at first. */
  String bold(String text) {
    return paint(BOLD, text);
  }

  /** What can be skipped. */
  String faint(String text) {
    return paint(FAINT, text);
  }

  /** What a person should do something about. */
  String yellow(String text) {
    return paint(YELLOW, text);
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
