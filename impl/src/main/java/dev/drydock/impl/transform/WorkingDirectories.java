package dev.drydock.impl.transform;

import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.IdentityHashMap;

/**
 * In which directories the commands of a RUN may stand: the one of WORKDIR, until a {@code cd} leads to another. Behind
 * a {@code cd} that may not count for what follows (in a condition, a subshell, another shell) it is either.
 */
final class WorkingDirectories {

  /** More directories than these are as good as none known. */
  private static final int MOST = 8;

  private static final Vector<Option<String>> NOWHERE = Vector.of(Option.none());

  private final Site site;
  private final IdentityHashMap<SimpleCommand, Vector<Option<String>>> before = new IdentityHashMap<>();

  WorkingDirectories(Site site) {
    this.site = site;
    Vector<Option<String>> now = Vector.of(site.scope.workdir());
    for (SimpleCommand command : site.commands) {
      before.put(command, now);
      now = after(command, now);
    }
  }

  /** The directories that a command may stand in. */
  Vector<Option<String>> of(SimpleCommand command) {
    return before.getOrDefault(command, NOWHERE);
  }

  /** The places that a word of a command may name, each absolute, or none where it is not known. */
  Vector<Option<String>> places(SimpleCommand command, Word word) {
    Option<String> value = site.value(command, word);
    return value.isEmpty() ? NOWHERE : places(of(command), value.get());
  }

  private static Vector<Option<String>> places(Vector<Option<String>> directories, String path) {
    return path.startsWith("/")
        ? Vector.of(Option.some(path))
        : directories.map(directory -> directory.map(at -> at.endsWith("/") ? at + path : at + "/" + path));
  }

  private Vector<Option<String>> after(SimpleCommand command, Vector<Option<String>> now) {
    String name = command.name().getOrElse("");
    if (!name.equals("cd") && !name.equals("pushd") && !name.equals("popd")) {
      return now;
    }
    Vector<Option<String>> next = name.equals("popd") ? NOWHERE : target(command, now);
    boolean surely =
        !command.conditional()
            && !command.inSubshell()
            && !command.inSubstitution()
            && !command.inPipeline()
            && !command.inFunction()
            && !command.inLoop()
            && command.runBy().isEmpty();
    Vector<Option<String>> either = surely ? next : now.appendAll(next).distinct();
    return either.size() > MOST ? NOWHERE : either;
  }

  private Vector<Option<String>> target(SimpleCommand command, Vector<Option<String>> now) {
    Option<Word> word = command.arguments().find(argument -> !argument.text().startsWith("-") || argument.text().equals("-"));
    if (word.isEmpty()) {
      return Vector.of(Users.home(site));
    }
    Option<String> value = site.value(command, word.get()).filter(path -> !path.equals("-"));
    return value.isEmpty() ? NOWHERE : places(now, value.get());
  }
}
