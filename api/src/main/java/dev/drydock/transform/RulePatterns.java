package dev.drydock.transform;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ids of rules, in which {@code *} stands for any one segment, such as the name of a package manager. */
record RulePatterns(List<Pattern> patterns) {

  static RulePatterns of(String... rules) {
    return new RulePatterns(Arrays.stream(rules).map(RulePatterns::pattern).toList());
  }

  private static Pattern pattern(String rule) {
    String segments =
        Arrays.stream(rule.split("/", -1))
            .map(segment -> segment.equals("*") ? "[^/]+" : Pattern.quote(segment))
            .collect(Collectors.joining("/"));
    return Pattern.compile(segments);
  }

  boolean match(String rule) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(rule).matches());
  }
}
