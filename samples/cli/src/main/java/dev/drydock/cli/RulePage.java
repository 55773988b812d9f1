package dev.drydock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The page of a rule, as it lies in {@code docs/rules}. */
final class RulePage {

  /** A rule as a note names it, {@code mount-cache/pip/user}, or as its page does, {@code mount-cache/*}{@code /user}. */
  private static final Pattern OF_TOOL = Pattern.compile("([a-z-]+)/[^/]+/([a-z-]+)");

  private RulePage() {}

  /** Prints the page of this rule, and gives the status of the process. */
  static int print(String rule, Console console) {
    String id = rule.replaceAll("^\\[|\\]$", "");
    List<String> names =
        List.of(OF_TOOL.matcher(id).replaceFirst("$1-$2"), id.replace("/*/", "-").replace('/', '-'));
    for (String name : names) {
      try (InputStream page = RulePage.class.getResourceAsStream("rules/" + name + ".md")) {
        if (page != null && !name.equals("README")) {
          console.print(new String(page.readAllBytes(), StandardCharsets.UTF_8));
          return ExitStatus.FINE;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    console.fail("there is no rule '" + rule + "'; rules stand in brackets in what drydock --list says, as in [mount-cache/pip/user]");
    return ExitStatus.FAILED;
  }
}
