package dev.drydock.impl.cookbook;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.shell.Connector;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One RUN, and so one layer, of several that stand next to each other. */
final class MergeRuns {

  /** What a command leaves to those after it in the same shell, which the next RUN would not see. */
  private static final Set<String> CHANGE_SHELL =
      Set.of(".", "alias", "cd", "eval", "exec", "exit", "export", "popd", "pushd", "read", "set", "shift", "source",
          "trap", "ulimit", "umask", "unset");

  private static final Pattern KEYWORD = Pattern.compile("(?i)\\s*RUN[ \\t]+");

  private MergeRuns() {}

  static Transform merged() {
    return Transform.edits(MergeRuns::edits);
  }

  private static List<Edit> edits(Dockerfile file) {
    List<Edit> edits = new ArrayList<>();
    Vector<Construct> rest = file.constructs();
    while (rest.nonEmpty()) {
      Vector<Run> runs = rest.takeWhile(Run.class::isInstance).map(Run.class::cast);
      edits.addAll(edits(runs));
      rest = rest.drop(Math.max(1, runs.size()));
    }
    return edits;
  }

  /** The edits of RUNs that stand next to each other. */
  private static List<Edit> edits(Vector<Run> runs) {
    List<Edit> edits = new ArrayList<>();
    Vector<Run> rest = runs;
    while (rest.size() > 1) {
      Vector<Run> together = rest.takeWhile(MergeRuns::isPlain);
      if (together.size() > 1) {
        edits.add(Edit.replace(merged(together)).because("acme/merged", "RUN", "one layer holds what several did")
            .at(together.head()));
        together.tail().forEach(run -> edits.add(
            Edit.remove().because("acme/merged", "RUN", "is part of the RUN before it").at(run)));
      }
      rest.drop(together.size()).headOption().forEach(run -> edits.add(
          Edit.keep().because("acme/merged", "RUN", "it may not do the same in one shell with its neighbours").at(run)));
      rest = rest.drop(together.size() + 1);
    }
    return edits;
  }

  private static Run merged(Vector<Run> runs) {
    Run first = runs.head();
    String joint = " " + first.escape() + "\n && ";
    String commands = runs.map(run -> KEYWORD.matcher(run.text()).replaceFirst("").stripTrailing()).mkString(joint);
    return (Run) first.withText("RUN " + commands + "\n");
  }

  /** Whether it is a chain of commands joined by {@code &&} that leaves nothing to the shell, and has no flags. */
  private static boolean isPlain(Run run) {
    return run.flags().isEmpty()
        && !run.execForm()
        && run.heredocs().isEmpty()
        && !run.text().contains("#")
        && KEYWORD.matcher(run.text()).lookingAt()
        && !run.text().stripTrailing().endsWith(String.valueOf(run.escape()))
        && run.script().exists(MergeRuns::isPlain);
  }

  private static boolean isPlain(ShellScript script) {
    return script.complete()
        && script.commands().nonEmpty()
        && script.commands().forAll(MergeRuns::isPlain);
  }

  private static boolean isPlain(SimpleCommand command) {
    return command.mustSucceed()
        && !command.inSubstitution()
        && !command.inPipeline()
        && command.after() != Connector.BACKGROUND
        && command.words().nonEmpty()
        && command.name().exists(name -> !CHANGE_SHELL.contains(name));
  }
}
