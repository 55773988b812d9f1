package dev.drydock.impl.caching.effect;

import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** A call of {@code rm} or {@code rmdir} (POSIX XCU, rm). */
final class Rm implements Removal {

  /** What makes one fear for a cache in a word whose variables are not known. */
  private static final Pattern SUSPECT = Pattern.compile("(?i)cache|apt|lists|home|root|~|/var|/\\*");

  private final Invocation invocation;
  private final Surroundings surroundings;
  private final Vector<Argument> targets;

  /** What becomes of a directory that it is told to remove. */
  private final Outcome ofDirectory;

  Rm(Invocation invocation, Surroundings surroundings) {
    this.invocation = invocation;
    this.surroundings = surroundings;
    this.targets = Options.operands(invocation.arguments()).reject(word -> word.value().exists(value -> value.startsWith("-")));
    this.ofDirectory = ofDirectory(invocation.arguments());
  }

  private static Outcome ofDirectory(Vector<Argument> arguments) {
    if (Options.has(arguments, 'r', "recursive") || Options.has(arguments, 'R', "recursive")) {
      return Outcome.REMOVED;
    }
    return arguments.exists(Rm::mayBeRecursive) ? Outcome.UNKNOWN : Outcome.NOTHING;
  }

  /** Whether a variable may hold the option that removes directories: {@code rm -$OPTIONS}, {@code rm $OPTIONS}. */
  private static boolean mayBeRecursive(Argument argument) {
    return argument.plain().isEmpty()
        && (argument.isOption()
            || (argument.text().startsWith("$") && argument.value().forAll(value -> value.startsWith("-"))));
  }

  /** Whether words that are not known, or a text that gives them, make one fear for a cache. */
  static boolean isSuspect(String text) {
    return SUSPECT.matcher(text).find();
  }

  /** What it is told to remove. */
  Vector<Argument> targets() {
    return targets;
  }

  @Override
  public Option<Removed> of(String directory) {
    Vector<Argument> hit = Vector.empty();
    Outcome strongest = Outcome.NOTHING;
    for (Argument target : targets) {
      Outcome outcome = outcome(target, directory);
      if (outcome != Outcome.NOTHING) {
        hit = hit.append(target);
        strongest = strongest.or(outcome);
      }
    }
    return hit.isEmpty()
        ? Option.none()
        : Option.some(
            new Removed(
                invocation, hit, targets, hit.map(Argument::place), strongest, isWhole(hit, strongest, directory)));
  }

  private static boolean isWhole(Vector<Argument> hit, Outcome strongest, String directory) {
    return strongest == Outcome.REMOVED
        || (strongest == Outcome.EMPTIED && hit.exists(target -> target.place().paths().exists(path -> takesAll(path, directory))));
  }

  /** Whether a pattern matches all that is in a directory. The names of apt's lists are addresses, with underlines for slashes. */
  private static boolean takesAll(String pattern, String directory) {
    String below = pattern.startsWith(directory) ? pattern.substring(directory.length()) : "";
    return below.equals("/*") || below.equals("/**") || (below.equals("/*_*") && directory.equals(ImageDirectories.APT_LISTS));
  }

  private Outcome outcome(Argument target, String directory) {
    if (target.isLiteralPattern()) {
      return Outcome.NOTHING;
    }
    Place place = target.place();
    Vector<Outcome> outcomes = place.paths().map(path -> outcome(path, directory));
    return Outcome.common(
        place.mayBeElsewhere() ? outcomes.append(outcomeElsewhere(target, directory)) : outcomes);
  }

  private Outcome outcomeElsewhere(Argument target, String directory) {
    return isTemporary(target) ? Outcome.NOTHING : unresolved(target, directory);
  }

  private Outcome outcome(String path, String directory) {
    if (path.endsWith("\r")) {
      return Outcome.NOTHING;
    }
    return switch (Paths.match(path, directory)) {
      case NONE -> Outcome.NOTHING;
      case BELOW -> isOnlyBelow(path, directory) ? Outcome.EMPTIED : Outcome.UNKNOWN;
      case HOLDS -> ofDirectory;
    };
  }

  /** Whether all that a pattern matches lies in the directory: what stands before its first wildcard does. */
  private static boolean isOnlyBelow(String pattern, String directory) {
    return Paths.within(Paths.fixedPart(pattern), directory);
  }

  /** Whether the word is, or lies in, what a variable holds that {@code mktemp} gave: no cache is there. */
  private boolean isTemporary(Argument target) {
    SimpleCommand command = invocation.command();
    boolean begins = target.text().startsWith("$") || target.text().startsWith("\"$");
    return begins
        && target
            .word()
            .variables()
            .headOption()
            .flatMap(command::variable)
            .exists(assignment -> assignment.certain() && assignment.value().text().contains("$(mktemp"));
  }

  /**
   * A word whose place is not known: braces are looked into, a suspicious variable is taken for a danger, and so is
   * what may lead, from a place that is not known, to the directory or to one that holds it.
   */
  private Outcome unresolved(Argument target, String directory) {
    if (target.value().isDefined()) {
      String known = target.value().get();
      boolean mayHit = mayBeAtOrIn(directory, known) || (Paths.isPattern(known) && surroundings.speaksOf(directory));
      return mayHit ? Outcome.UNKNOWN : Outcome.NOTHING;
    }
    String text = target.text().replace("\"", "").replace("'", "");
    int open = text.indexOf('{');
    int close = text.indexOf('}', open);
    if (open >= 0 && close > open && text.indexOf('$') < 0) {
      return Outcome.common(
          Vector.of(text.substring(open + 1, close).split(",", -1))
              .map(choice -> text.substring(0, open) + choice + text.substring(close + 1))
              .map(path -> outcome(path, directory)));
    }
    if (text.isEmpty() || "/$~`".indexOf(text.charAt(0)) < 0) {
      return Outcome.NOTHING;
    }
    int variable = text.indexOf('$');
    String known = variable < 0 ? text : text.substring(0, variable);
    if (known.startsWith("/") && known.length() > 1) {
      return directory.startsWith(known) || known.startsWith(directory + "/") ? Outcome.UNKNOWN : Outcome.NOTHING;
    }
    boolean suspect =
        isSuspect(text) || holdsSuspect(target) || Removal.mayHold(target.word(), directory, surroundings);
    return suspect ? Outcome.UNKNOWN : Outcome.NOTHING;
  }

  /** Whether what a variable of the word is set to makes one fear for a cache: {@code dir=$(pip cache dir)}. */
  private boolean holdsSuspect(Argument target) {
    return target
        .word()
        .variables()
        .flatMap(invocation.command()::variable)
        .exists(assignment -> isSuspect(assignment.value().text()));
  }

  /** Whether a relative path may lead into a directory, or be it or what holds it, but for what everything uses. */
  private static boolean mayBeAtOrIn(String directory, String relative) {
    RelativePath path = RelativePath.of(relative);
    return path.leadsInto(directory) || path.namedIn(directory).exists(named -> !ImageDirectories.isShared(named));
  }
}
