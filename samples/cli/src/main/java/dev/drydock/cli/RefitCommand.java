package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Rewrite;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drydock PATH…}: the main job, on files or on standard input. */
@Command(
    name = "drydock",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = {
      "drydock [OPTIONS] PATH...",
      "       drydock [OPTIONS] -         from standard input to standard output",
      "       drydock inspect PATH...     as JSON, one object a file",
      "       drydock stats PATH...       what is mounted or left alone, as tables",
      "       drydock config [PATH]       what is in force there, and where it was said",
      "       drydock help [COMMAND | man | completion]",
    },
    description = {
      "",
      "Refits the Dockerfiles of Python services so that apt, pip and uv download a package once, through BuildKit"
          + " cache mounts. Says what would change, what was left alone, and what would settle that; writes nothing"
          + " without --write.",
      "",
    },
    footer = {
      "",
      "A directory is searched for Dockerfile, Dockerfile.*, Dockerfile-*, Dockerfile_* and *.Dockerfile, the same with"
          + " Containerfile, in upper or lower case; not for templates and copies, and not where .gitignore says so. A file"
          + " is taken whatever its name, and left alone where BuildKit would refuse it. For a path named inspect, stats,"
          + " config or help write ./inspect.",
      "",
      "Exit status: 0 when all was done; 1 with --check when something would change; 2 when a path is missing, a file"
          + " cannot be read or written, the output cannot be written, or the call makes no sense. The other files are"
          + " still done.",
    })
final class RefitCommand implements Callable<Integer> {

  /** What is done with the result; one or none of them. */
  static final class Fate {

    @Option(names = "--write", description = "Rewrite the files that change, each all at once or not at all.")
    private boolean write;

    @Option(names = "--check", description = "Exit with status 1 when something would change; write nothing.")
    private boolean check;

    @Option(names = "--interactive", description = "Show each change, and write what the answers say.")
    private boolean interactive;

    @Option(names = "--undo", description = "Take back the last --write or --interactive of files below the paths.")
    private boolean undo;

    @Option(names = "--explain", paramLabel = "RULE", description = "Print the page of a rule.")
    private String explain = "";
  }

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup private Fate fate = new Fate();

  @Mixin private Display display = new Display();

  @Mixin private FleetOptions files = new FleetOptions();

  @Option(
      names = "--stdin-filename",
      paramLabel = "FILE",
      description = "The file that standard input is the text of, as an editor has it.")
  private Path standardInput = Path.of(FleetOptions.STANDARD_INPUT);

  @Mixin private RefitOptions options = new RefitOptions();

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      description = "What --check fails on: changed (the default), warning, or both. It fails on errors of drydock.yaml always.")
  private EnumSet<Gate.FailOn> failOn = EnumSet.noneOf(Gate.FailOn.class);

  @Option(names = "--baseline", paramLabel = "FILE", description = "What --check forgives, as --write-baseline wrote it.")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write what --check would fail on to a file, so that services can be converted one by one.")
  private @Nullable Path newBaseline;

  RefitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!fate.explain.isEmpty()) {
      return RulePage.print(fate.explain, console);
    }
    if (!files.isGiven()) {
      throw new ParameterException(spec.commandLine(), "no PATH was given; write . for this directory");
    }
    List<String> paths = files.paths(console);
    if (fate.undo) {
      UndoLog.ofProcess().undo(paths.stream().map(Path::of).toList(), console);
      return console.failed() ? ExitStatus.FAILED : ExitStatus.FINE;
    }
    InForce inForce = options.inForce(paths, spec);
    Gate gate = new Gate(failOn.isEmpty() ? EnumSet.of(Gate.FailOn.changed) : failOn, baseline());
    Colors colors = display.colors(console.terminal());
    boolean input = paths.contains(FleetOptions.STANDARD_INPUT);
    if (input) {
      requireAlone(paths);
    }
    Refit refit =
        input && display.format() == null
            ? new FilterRefit(console, display, colors, inForce, gate)
            : new Refit(console, display, colors, inForce, gate, fate.write || fate.interactive, fate.check, fate.interactive);
    refit.visit(paths, files, inForce.config(), standardInput, inForce::transform);
    refit.conclude(words(paths));
    if (newBaseline != null) {
      Baseline.write(newBaseline, gate.found());
    }
    if (console.failed()) {
      return ExitStatus.FAILED;
    }
    return fate.check && gate.fails() ? ExitStatus.WOULD_CHANGE : ExitStatus.FINE;
  }

  private Baseline baseline() {
    if (newBaseline != null) {
      return Baseline.toWrite(newBaseline);
    }
    return baseline == null ? Baseline.none() : Baseline.read(baseline);
  }

  /** The paths as a person would write them again. */
  private static String words(List<String> paths) {
    String few = paths.stream().limit(3).map(FleetFile::printable).collect(Collectors.joining(" "));
    return paths.size() > 3 ? few + " …" : few;
  }

  private void requireAlone(List<String> paths) {
    if (paths.size() > 1 || fate.write || fate.interactive) {
      String reason = paths.size() > 1 ? "- stands alone, without other paths" : "--write has no file to write for -";
      throw new ParameterException(spec.commandLine(), reason);
    }
  }

  /** From standard input to standard output; what there is to say goes to standard error. */
  private static final class FilterRefit extends Refit {

    private final Display display;
    private final InForce inForce;
    private final NoteList list;

    FilterRefit(Console console, Display display, Colors colors, InForce inForce, Gate gate) {
      super(console, display, colors, inForce, gate, false, false, false);
      this.display = display;
      this.inForce = inForce;
      this.list = new NoteList(Colors.none(), false, inForce);
    }

    /** There is no summary to prepare. */
    @Override
    public void prepare(FleetFile file, Rewrite rewrite) {}

    @Override
    public void rewrite(FleetFile file, Rewrite rewrite) {
      report().add(file, rewrite);
      gate().add(file, rewrite, inForce.rules(file));
      console().print(rewrite.after().encode());
      if (!display.quiet()) {
        console().printError(list.of(file, rewrite));
      }
    }

    @Override
    public void refused(FleetFile file, Dockerfile dockerfile, String reason) {
      report().addRefused(file, reason);
      console().print(dockerfile.encode());
      if (!display.quiet()) {
        console().warn(file.name() + " is left as it is: " + reason + "; --force refits it all the same");
      }
    }

    @Override
    void conclude(String paths) {
      if (!display.quiet()) {
        console().printError(report().totals());
      }
    }
  }
}
