package dev.drydock.cli;

import dev.drydock.fleet.FleetFile;
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
    String advice = "drydock --list names rules in brackets, as in [mount-cache/pip/user]";
    console.fail("there is no rule '" + FleetFile.printable(rule) + "'" + meant(id, advice));
    return ExitStatus.FAILED;
  }

  /** {@code ; did you mean mount-cache/pip/user?} with the package manager that was given; where no rule is near, the advice. */
  static String meant(String given, String advice) {
    String[] parts = given.split("/", -1);
    String meant = Choices.meant(given, Rule.all().map(rule -> ofManager(rule.id(), parts)).toJavaList());
    return meant.isEmpty() ? "; " + advice : meant;
  }

  private static String ofManager(String id, String... parts) {
    return parts.length == 3 ? id.replace("/*/", "/" + parts[1] + "/") : id;
  }
}
