package dev.drydock.impl.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What may go from a RUN without a trace: a command that may go, and what is left of it when nothing else was in it. Read
 * from the text between connectors, by the words that it begins with.
 */
final class Vanishing {

  /** How many segments may go together at most. */
  static final int LONGEST = 12;

  private static final String TEST =
      "(?:! )?(?:\\[ .* \\]|\\[\\[ .* \\]\\]|test .*|(?:command -v|which|type) \\S+(?: ?&?[12]?>(?:&[12]| ?/dev/null))*"
          + "|grep -\\w*q\\w* [^$`]*)";
  private static final Pattern CONDITION = Pattern.compile("(?:if |elif )?" + TEST);
  private static final Pattern SCRIPT = Pattern.compile("(?:sudo )?(?:/bin/)?(?:ba|da)?sh -\\w*c (.*)");
  private static final Pattern NOTHING = Pattern.compile("(?:then |else |do )?(?:true|:)");
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\(|`");

  private Vanishing() {}

  /** Whether these segments, which follow each other, may go together. */
  static boolean is(List<String> segments) {
    String first = segments.get(0);
    String last = segments.get(segments.size() - 1);
    List<String> inner = segments.subList(1, Math.max(1, segments.size() - 1));
    if (segments.size() == 1) {
      return goes(first);
    }
    if (segments.stream().anyMatch(segment -> SUBSTITUTION.matcher(segment).find())) {
      return false;
    }
    if (segments.size() == 2 && goes(first) && NOTHING.matcher(last).matches()) {
      return true;
    }
    if (first.startsWith("if ") && last.equals("fi")) {
      return CONDITION.matcher(first).matches()
          && inner.stream().allMatch(one -> goes(one) || NOTHING.matcher(one).matches() || CONDITION.matcher(one).matches());
    }
    if (first.startsWith("elif ")) {
      return CONDITION.matcher(first).matches() && inner.stream().allMatch(Vanishing::goes) && goes(last);
    }
    if (first.startsWith("for ")) {
      return last.equals("done") && inner.stream().allMatch(Vanishing::goes);
    }
    boolean group = first.startsWith("{") && last.equals("}");
    boolean subshell = first.startsWith("(") && last.endsWith(")") && goes(last);
    return (group || subshell) && goes(first) && inner.stream().allMatch(Vanishing::goes);
  }

  private static boolean goes(String segment) {
    var script = SCRIPT.matcher(segment);
    return Removed.mayGo(segment) || (script.matches() && Removed.mayGo(script.group(1)));
  }
}
