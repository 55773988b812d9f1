package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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
    },
    description = {
      "",
      "Refits the Dockerfiles of Python services so that apt, pip and uv download a package once, through BuildKit"
          + " cache mounts. Shows what would change, and why, as a diff; writes nothing without --write.",
      "",
    },
    footer = {
      "",
      "A directory is searched for Dockerfile, Dockerfile.*, *.Dockerfile, *.dockerfile and Containerfile*. A file is"
          + " taken whatever its name. For a path named inspect or stats write ./inspect.",
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
  }

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup private Fate fate = new Fate();

  @Mixin private RefitOptions options = new RefitOptions();

  @Option(names = "--quiet", description = "Say only what could not be done.")
  private boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto (the default: on a terminal, unless NO_COLOR is set), always or never.")
  private Colors.When color = Colors.When.auto;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and directories, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  RefitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Transform transform = transform();
    Report report = new Report(Colors.of(color, console.terminal()));
    if (paths.contains(Subject.STANDARD_INPUT)) {
      refitStandardInput(transform, report);
    } else {
      new Refit(console, transform, report, fate.write, fate.check, quiet).run(paths);
    }
    if (console.failed()) {
      return ExitStatus.FAILED;
    }
    return fate.check && report.changed() > 0 ? ExitStatus.WOULD_CHANGE : ExitStatus.FINE;
  }

  private Transform transform() {
    try {
      return options.transform();
    } catch (RefitOptions.Unusable | IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void refitStandardInput(Transform transform, Report report) {
    if (paths.size() > 1 || fate.write) {
      String reason = paths.size() > 1 ? "- stands alone, without other paths" : "--write has no file to write for -";
      throw new ParameterException(spec.commandLine(), reason);
    }
    Visitor.visit(
        paths,
        console,
        new Visitor() {
          @Override
          public void dockerfile(Subject subject, Dockerfile dockerfile) {
            Rewrite rewrite = transform.apply(dockerfile);
            report.add(subject, rewrite);
            console.print(rewrite.after().encode());
            if (!quiet) {
              console.printError(report.text(true));
            }
          }
        });
  }
}
