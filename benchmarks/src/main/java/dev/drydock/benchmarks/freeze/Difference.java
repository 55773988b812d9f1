package dev.drydock.benchmarks.freeze;

import java.util.Arrays;
import java.util.List;

/** The first place where two outcomes differ, in words. */
final class Difference {

  private Difference() {}

  /** In the text, else in the line, kind, rule or subject of a note; empty where there is none. */
  static String between(Outcome was, Outcome is) {
    if (!was.text().equals(is.text())) {
      return first("text, line", lines(was.text()), lines(is.text()));
    }
    List<String> decisions = was.decisions();
    return decisions.equals(is.decisions()) ? "" : first("note", decisions, is.decisions());
  }

  /** In the reason of a note. */
  static String ofWording(Outcome was, Outcome is) {
    return first("reason, note", was.reasons(), is.reasons());
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }

  private static String first(String what, List<String> was, List<String> is) {
    int at = 0;
    while (at < was.size() && at < is.size() && was.get(at).equals(is.get(at))) {
      at++;
    }
    return "    " + what + " " + (at + 1) + "\n    was  " + shown(was, at) + "\n    is   " + shown(is, at);
  }

  private static String shown(List<String> lines, int at) {
    return at < lines.size() ? lines.get(at).replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t") : "(nothing)";
  }
}
