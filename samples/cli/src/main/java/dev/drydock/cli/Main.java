package dev.drydock.cli;

import dev.drydock.fleet.FleetFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the process begins: the first argument chooses the command. */
public final class Main {

  private Main() {}

  /** Runs the command, and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), args));
  }

  /** Runs the command on this console, and gives its status. */
  static int run(Console console, String... args) {
    String first = args.length == 0 ? "" : args[0];
    int status =
        switch (first) {
          case "inspect" -> run(console, new InspectCommand(console), rest(args));
          case "stats" -> run(console, new StatsCommand(console), rest(args));
          case "config" -> run(console, new ConfigCommand(console), rest(args));
          case "help" -> help(console, rest(args));
          default -> run(console, new RefitCommand(console), args);
        };
    console.flush();
    return console.failed() ? ExitStatus.FAILED : status;
  }

  private static int help(Console console, String... topic) {
    switch (topic.length == 0 ? "" : topic[0]) {
      case "" -> {
        return run(console, "--help");
      }
      case "man" -> console.print(ManPage.of(model(console)));
      case "completion" -> console.print(AutoComplete.bash("drydock", model(console)));
      default -> {
        return run(console, topic[0], "--help");
      }
    }
    return ExitStatus.FINE;
  }

  /** All commands as one. */
  private static CommandLine model(Console console) {
    return new CommandLine(new RefitCommand(console))
        .addSubcommand("inspect", new InspectCommand(console))
        .addSubcommand("stats", new StatsCommand(console))
        .addSubcommand("config", new ConfigCommand(console));
  }

  private static String[] rest(String[] args) {
    return Arrays.copyOfRange(args, 1, args.length);
  }

  private static int run(Console console, Object command, String... args) {
    StringWriter out = new StringWriter();
    int status =
        new CommandLine(command)
            .setExpandAtFiles(false)
            .setUsageHelpAutoWidth(false)
            .setOut(new PrintWriter(out))
            .setParameterExceptionHandler((error, given) -> misuse(console, error))
            .setExecutionExceptionHandler((error, line, given) -> failure(console, error))
            .execute(args);
    console.print(out.toString());
    return status;
  }

  /**
   * One line, and where to read more; the whole help would push the line off the screen. What is wrong in a file is not in
   * the help.
   */
  private static int misuse(Console console, CommandLine.ParameterException error) {
    boolean inFile = error.getCause() instanceof ConfigReader.Unusable;
    console.warn(message(error) + (inFile ? "" : "\nTry: " + error.getCommandLine().getCommandName() + " --help"));
    return ExitStatus.FAILED;
  }

  private static String message(CommandLine.ParameterException error) {
    ArgSpec option = error.getArgSpec();
    String given = error.getValue();
    if (option instanceof OptionSpec named && given != null && named.completionCandidates() != null) {
      List<String> known = new ArrayList<>();
      named.completionCandidates().forEach(known::add);
      return named.longestName() + " takes no '" + FleetFile.printable(given) + "'" + Choices.after(given, known);
    }
    List<String> near = error instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    return error.getMessage() + (near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?");
  }

  private static int failure(Console console, Exception error) {
    console.fail(error instanceof UncheckedIOException ? String.valueOf(error.getMessage()) : "a defect of Drydock: " + error);
    return ExitStatus.FAILED;
  }
}
