package dev.drydock.benchmarks.tools;

import dev.drydock.transform.Rule;

/** A rule as two cells of a table: its id, which leads to its page, and what a note of it means. */
final class RuleLink {

  private RuleLink() {}

  static String to(String id) {
    Rule rule = Rule.of(id).getOrElseThrow(() -> new IllegalStateException("there is no rule " + id));
    return "[`" + id + "`](" + rule.page().replace("docs/", "../") + ") | " + rule.title();
  }
}
