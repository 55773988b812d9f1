package dev.drydock.cli.format;

import dev.drydock.transform.Rule;
import io.vavr.control.Option;

/** Where the page of a rule is on the web. */
public final class RulePages {

  private static final String SITE = "https://drydock.dev/";

  private RulePages() {}

  /** The address of the page; none where it is the rule of another team's transform. */
  public static Option<String> address(String rule) {
    return Rule.of(rule).map(known -> SITE + known.page());
  }
}
