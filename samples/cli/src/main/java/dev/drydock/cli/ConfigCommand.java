package dev.drydock.cli;

import dev.drydock.fleet.FleetFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drydock config [PATH]}: what is in force for a file or directory, and where each of it was said. */
@Command(
    name = "drydock config",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {"", "Shows what is in force for a file or directory, as a drydock.yaml, and where each of it was said.", ""})
final class ConfigCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private RefitOptions options = new RefitOptions();

  @Parameters(arity = "0..1", paramLabel = "PATH", description = "A file or directory; by default this one.")
  private List<String> paths = new ArrayList<>();

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    InForce inForce = options.inForce(paths, spec);
    Path path = path();
    Config found = inForce.config();
    StringBuilder text = new StringBuilder();
    text.append("# ").append(found.file().map(file -> FleetFile.printable(file.toString())).getOrElse("no drydock.yaml here or above")).append('\n');
    Settings settings = inForce.settings(path);
    for (Setting setting : Setting.values()) {
      Settings.Value value = settings.value(setting);
      text.append(line(setting.key(), setting.kind() == Setting.Kind.SWITCH ? value.texts().get(0) : value.texts().toString(), value.source()));
    }
    text.append("rules:\n");
    found.rules(path).entries().forEach((rule, entry) -> text.append("  ").append(line("\"" + rule + "\"", entry.severity().key(), entry.source())));
    for (Config.ForPaths override : found.overrides(path)) {
      text.append("# with what ").append(override.source()).append(" says for ").append(override.patterns()).append('\n');
    }
    console.print(text.toString());
    return ExitStatus.FINE;
  }

  private Path path() {
    try {
      return Path.of(paths.isEmpty() ? "" : paths.get(0));
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }

  private static String line(String key, String value, String source) {
    return FleetFile.printable(String.format("%-36s # %s", key + ": " + value, source)) + "\n";
  }
}
