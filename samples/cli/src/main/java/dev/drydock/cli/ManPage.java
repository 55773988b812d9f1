package dev.drydock.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page, made of what {@code --help} is made of: for {@code man}, in the language of roff. */
final class ManPage {

  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  /** That of a command and of the commands below it. */
  static String of(CommandLine command) {
    ManPage manual = new ManPage();
    manual.write(command);
    return manual.page.toString();
  }

  private void write(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    page.append(".TH DRYDOCK 1\n");
    page.append(".SH NAME\ndrydock \\- mounts BuildKit caches in Dockerfiles\n");
    page.append(".SH SYNOPSIS\n.nf\n");
    for (String line : spec.usageMessage().customSynopsis()) {
      page.append(escaped(line.strip())).append('\n');
    }
    page.append(".fi\n");
    section("DESCRIPTION", List.of(spec.usageMessage().description()));
    page.append(".SH OPTIONS\n");
    spec.options().forEach(this::option);
    command.getSubcommands().forEach((name, below) -> subcommand(name, below.getCommandSpec()));
    section("NOTES", List.of(spec.usageMessage().footer()));
    section("SEE ALSO", List.of("https://drydock.dev"));
  }

  private void subcommand(String name, CommandSpec spec) {
    section("DRYDOCK " + name.toUpperCase(Locale.ROOT), List.of(spec.usageMessage().description()));
    spec.options().stream().filter(option -> !option.usageHelp() && !option.versionHelp()).forEach(this::option);
  }

  private void section(String title, List<String> paragraphs) {
    page.append(".SH ").append(title).append('\n');
    paragraphs.stream().filter(paragraph -> !paragraph.isBlank()).forEach(paragraph -> page.append(".PP\n").append(escaped(paragraph)).append('\n'));
  }

  private void option(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    page.append(".TP\n.B ").append(escaped(String.join(", ", option.names()) + value)).append('\n');
    page.append(escaped(String.join(" ", option.description()))).append('\n');
  }

  /** Text that roff sets as it is. */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
