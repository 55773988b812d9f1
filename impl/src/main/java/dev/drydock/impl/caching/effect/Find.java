package dev.drydock.impl.caching.effect;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** A call of {@code find}: where it begins, and what it does with what it finds (POSIX XCU, find). */
final class Find implements Removal {

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
  private static final Pattern SPARES_START = Pattern.compile(".*-type f\\b.*|.*-mindepth [1-9].*");
  private static final Pattern WITHOUT_TESTS =
      Pattern.compile("(-type f |-mindepth 1 |-maxdepth 1 (?=.*-exec rm -\\w*[rR])|-depth |-xdev |-print )*(-delete|-exec (rm|rmdir|unlink) .*)");
  private static final Set<String> REMOVERS = HashSet.of("rm", "rmdir", "unlink");
  private static final Set<String> NAMES = HashSet.of("-name", "-iname");
  private static final Set<String> LINKS = HashSet.of("-H", "-L", "-P");

  private final Invocation invocation;
  private final Vector<Argument> arguments;
  private final Vector<Argument> starts;
  private final boolean feedsRemoval;
  private final Surroundings surroundings;

  Find(Invocation invocation, Surroundings surroundings) {
    this.invocation = invocation;
    this.arguments = invocation.arguments().dropWhile(argument -> LINKS.contains(argument.text()));
    this.starts = arguments.takeWhile(argument -> !beginsExpression(argument.text()));
    this.feedsRemoval = Removal.mayBeFedBy(invocation, surroundings);
    this.surroundings = surroundings;
  }

  private static boolean beginsExpression(String text) {
    return !text.isEmpty() && "-(!\\".indexOf(text.charAt(0)) >= 0;
  }

  /** Where it begins. */
  Vector<Place> places() {
    return starts.isEmpty()
        ? Vector.of(invocation.standsIn())
        : starts.map(Argument::place);
  }

  Action action() {
    if (arguments.exists(argument -> argument.text().equals("-delete"))) {
      return Action.DELETES;
    }
    Vector<Argument> executed =
        arguments.dropUntil(argument -> EXECUTES.matcher(argument.text()).matches()).drop(1);
    if (executed.isEmpty()) {
      return Action.PRINTS;
    }
    return REMOVERS.contains(Paths.baseName(executed.head().text())) ? Action.DELETES : Action.RUNS;
  }

  /** Whether it deletes, or {@code xargs} or a loop with {@code rm} gets what it prints and may. */
  boolean mayRemove() {
    return feedsRemoval || action() == Action.DELETES;
  }

  @Override
  public Option<Removed> of(String directory) {
    Vector<Argument> hit = starts.filter(start -> outcome(start, directory) != Outcome.NOTHING);
    Outcome strongest =
        starts.isEmpty()
            ? outcome(places().head(), directory)
            : hit.map(start -> outcome(start, directory)).fold(Outcome.NOTHING, Outcome::or);
    return strongest == Outcome.NOTHING
        ? Option.none()
        : Option.some(
            new Removed(
                invocation,
                hit,
                starts,
                starts.isEmpty() ? places() : hit.map(Argument::place),
                action() == Action.DELETES ? strongest : Outcome.UNKNOWN,
                action() == Action.DELETES && strongest != Outcome.UNKNOWN && takesEverything(directory)));
  }

  private Outcome outcome(Argument start, String directory) {
    boolean mayBeIt = start.value().isEmpty() && Removal.mayHold(start.word(), directory, surroundings);
    return mayBeIt ? Outcome.UNKNOWN : outcome(start.place(), directory);
  }

  private Outcome outcome(Place start, String directory) {
    Vector<Outcome> outcomes = start.paths().map(path -> outcome(path, directory));
    return Outcome.common(start.mayBeElsewhere() ? outcomes.append(Outcome.NOTHING) : outcomes);
  }

  /** From the directory itself or from within it empties it; from above it walks over the mount. */
  private Outcome outcome(String start, String directory) {
    if (start.equals(directory)) {
      return sparesItsStart(directory) ? Outcome.EMPTIED : Outcome.REMOVED;
    }
    if (Paths.within(start, directory)) {
      return Outcome.EMPTIED;
    }
    return Paths.within(directory, start) ? Outcome.UNKNOWN : Outcome.NOTHING;
  }

  /** Whether it begins in the directory and has no test but for what is a file. */
  private boolean takesEverything(String directory) {
    String tests = arguments.drop(starts.size()).map(Argument::text).mkString(" ");
    return places().exists(place -> place.paths().contains(directory)) && WITHOUT_TESTS.matcher(tests).matches();
  }

  /** Whether it passes over a directory that it begins in, and takes only what is in it. */
  private boolean sparesItsStart(String directory) {
    String name = Paths.baseName(directory);
    return SPARES_START.matcher(arguments.map(Argument::text).mkString(" ")).matches()
        || arguments
            .zipWith(arguments.drop(1), (test, pattern) -> NAMES.contains(test.text()) && !matches(pattern, name))
            .exists(other -> other);
  }

  private static boolean matches(Argument pattern, String name) {
    return Paths.match("/" + pattern.plain().getOrElse("*"), "/" + name) != Paths.Match.NONE;
  }
}
