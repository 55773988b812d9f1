package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * In which directories the commands of a RUN may stand: the one of WORKDIR, until a {@code cd} leads to another. After
 * a {@code cd} that may not count for what follows (in a condition, a subshell, another shell) it is either.
 */
final class WorkingDirectories {

  /** More directories than these are as good as none known. */
  private static final int MOST = 8;

  private static final Vector<Option<String>> UNKNOWN = Vector.of(Option.none());

  private WorkingDirectories() {}

  /** Those of what follows a command that stands in these. */
  static Vector<Option<String>> after(Invocation invocation, Vector<Option<String>> now, Option<String> home) {
    String name = invocation.name();
    if (!name.equals("cd") && !name.equals("pushd") && !name.equals("popd")) {
      return now;
    }
    Vector<Option<String>> next = name.equals("popd") ? UNKNOWN : target(invocation, now, home);
    Vector<Option<String>> either = countsForAllThatFollows(invocation.command()) ? next : now.appendAll(next).distinct();
    return either.size() > MOST ? UNKNOWN : either;
  }

  private static boolean countsForAllThatFollows(SimpleCommand command) {
    return !command.conditional()
        && !command.inSubshell()
        && !command.inSubstitution()
        && !command.inPipeline()
        && !command.inFunction()
        && !command.inLoop()
        && command.runBy().isEmpty();
  }

  private static Vector<Option<String>> target(
      Invocation invocation, Vector<Option<String>> now, Option<String> home) {
    Option<Argument> word =
        invocation.arguments().find(argument -> !argument.isOption() || argument.text().equals("-"));
    if (word.isEmpty()) {
      return Vector.of(home);
    }
    Option<String> value = word.get().value().filter(path -> !path.equals("-"));
    if (value.isEmpty()) {
      return UNKNOWN;
    }
    String path = value.get();
    return path.startsWith("/")
        ? Vector.of(Option.some(path))
        : now.map(directory -> directory.map(at -> at.endsWith("/") ? at + path : at + "/" + path));
  }
}
