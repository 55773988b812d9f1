package dev.drydock.cli;

import dev.drydock.transform.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page of a rule, as it lies in {@code docs/rules}. */
final class RulePage {

  private RulePage() {}

  /**
   * Prints the page of this rule, and gives the status of the process.
   *
   * @param rule as a note names it, with brackets or without, or as its page is called: {@code mount-cache-user}
   */
  static int print(String rule, Console console) {
    String id = rule.replaceAll("^\\[|\\]$", "");
    String page = Rule.of(id).map(Rule::page).getOrElse(() -> id.replace('/', '-') + ".md");
    String name = page.substring(page.lastIndexOf('/') + 1);
    try (InputStream text = RulePage.class.getResourceAsStream("rules/" + name)) {
      if (text != null && !name.equals("README.md")) {
        console.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        return ExitStatus.FINE;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.fail("there is no rule '" + rule + "'; rules stand in brackets in what drydock --list says, as in [mount-cache/pip/user]");
    return ExitStatus.FAILED;
  }
}
