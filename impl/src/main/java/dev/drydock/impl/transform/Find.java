package dev.drydock.impl.transform;

import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** A {@code find}, as far as it matters: where it begins, and what it does with what it finds (POSIX XCU, find). */
final class Find {

  /** What becomes of the files that it finds. */
  enum Action {
    /** Their names are printed. */
    PRINTS,
    /** They are deleted. */
    DELETES,
    /** Another program is run with them. */
    RUNS
  }

  private static final Pattern EXECUTES = Pattern.compile("-(exec|ok)(dir)?");
  private static final Pattern FILES_ONLY = Pattern.compile(".*-type f\\b.*|.*-mindepth [1-9].*");
  private static final Set<String> REMOVERS = HashSet.of("rm", "rmdir", "unlink");
  private static final Set<String> NAMES = HashSet.of("-name", "-iname");

  private final Site site;
  private final SimpleCommand command;
  private final Vector<Word> arguments;

  private Find(Site site, SimpleCommand command) {
    this.site = site;
    this.command = command;
    this.arguments = command.arguments().dropWhile(word -> word.text().matches("-[HLP]"));
  }

  static Option<Find> of(Site site, SimpleCommand command) {
    return command.name().contains("find") ? Option.some(new Find(site, command)) : Option.none();
  }

  /** The directories that it is told to begin in. */
  Vector<Word> starts() {
    return arguments.takeWhile(word -> !word.text().matches("[-(!\\\\].*"));
  }

  /** Where it begins: each place absolute, or none where it is not known. */
  Vector<Option<String>> places() {
    Vector<Word> starts = starts();
    return starts.isEmpty()
        ? site.directories(command)
        : starts.flatMap(start -> site.places(command, start)).distinct();
  }

  Action action() {
    if (arguments.exists(word -> word.text().equals("-delete"))) {
      return Action.DELETES;
    }
    Vector<Word> executed = arguments.dropUntil(word -> EXECUTES.matcher(word.text()).matches()).drop(1);
    if (executed.isEmpty()) {
      return Action.PRINTS;
    }
    String program = executed.head().text();
    return REMOVERS.contains(program.substring(program.lastIndexOf('/') + 1)) ? Action.DELETES : Action.RUNS;
  }

  /** Whether {@code xargs} gets what it prints. */
  boolean feedsXargs() {
    return command.inPipeline() && site.commands.exists(other -> other.name().contains("xargs"));
  }

  /** Whether it passes over a directory that it begins in, and takes only what is in it. */
  boolean sparesItsStart(String directory) {
    String name = directory.substring(directory.lastIndexOf('/') + 1);
    return FILES_ONLY.matcher(arguments.map(Word::text).mkString(" ")).matches()
        || arguments
            .zipWith(arguments.drop(1), (test, pattern) -> NAMES.contains(test.text()) && !matches(pattern, name))
            .exists(other -> other);
  }

  private static boolean matches(Word pattern, String name) {
    return Paths.match("/" + pattern.value().getOrElse("*"), "/" + name) != Paths.Match.NONE;
  }
}
