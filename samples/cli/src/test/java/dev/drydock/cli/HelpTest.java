package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person can read about the command, each part of which knows all options. */
class HelpTest {

  private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)");

  private static void assertKnowsAllOptions(String text, String... commands) {
    for (String command : commands) {
      assertThat(OPTION.matcher((command.isEmpty() ? Called.with("--help") : Called.with("help", command)).exits(0).out()).results().map(found -> found.group(1)))
          .hasSizeGreaterThan(2)
          .allMatch(text::contains);
    }
  }

  @Test
  void theManualHasEveryOptionOfEachCommand() {
    String manual = Called.with("help", "man").exits(0).out();
    assertThat(manual).startsWith(".TH DRYDOCK 1\n.SH NAME\n").contains(".TP\n.B \\-\\-fail\\-on WHAT\n");
    assertKnowsAllOptions(manual.replace("\\-", "-"), "", "inspect", "stats", "config");
    assertThat(manual.lines().filter(line -> line.startsWith("."))).allMatch(line -> line.matches("\\.(TH|SH|PP|TP|B|nf|fi)( .*)?"));
    assertThat(manual).doesNotContain("${");
  }

  @Test
  void completionKnowsEveryOptionAndItsValues() {
    String script = Called.with("help", "completion").exits(0).out();
    assertThat(script).startsWith("#!/usr/bin/env bash").contains("sarif", "complete -F _complete_drydock -o default drydock");
    assertKnowsAllOptions(script, "", "inspect", "stats", "config");
  }

  @Test
  void helpOfACommandIsThatCommandsHelp() {
    Called.with("help", "stats").exits(0).says("drydock stats");
    Called.with("help").exits(0).says("drydock help [COMMAND | man | completion]");
  }
}
