package dev.drydock.impl.transform;

import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What {@code rm} and {@code find … -delete} do to a directory. */
final class Removals {

  private static final Pattern RECURSIVE = Pattern.compile("-[a-zA-Z]*[rR][a-zA-Z]*|--recursive");
  private static final Pattern SUSPECT = Pattern.compile("(?i)cache|apt|lists|home|root|~|/var|/\\*");

  private static final Set<String> REMOVERS = HashSet.of("rm", "rmdir", "find");
  private static final Pattern REMOVES = Pattern.compile("\\b(rm|rmdir|find)\\b");
  private static final Pattern MOUNT = Pattern.compile("--mount=\\S+");
  private static final Pattern PATH = Pattern.compile("(~|\\$HOME|\\$\\{HOME\\})?/[\\w.*?/-]*");
  private static final Pattern HOME = Pattern.compile("^(~|\\$HOME|\\$\\{HOME\\})");
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  /** What becomes of a directory that is mounted. */
  enum Effect {
    /** Nothing. */
    NONE,
    /** What is in it goes, all or some of it. */
    EMPTIES,
    /** It is to go itself, which fails where it is a mount point (EBUSY). */
    BREAKS,
    /** It cannot be told. */
    UNKNOWN
  }

  /** One such command: which of its words have an effect, the places they name, and the strongest of the effects. */
  record Removal(
      SimpleCommand command, Vector<Word> words, boolean all, Vector<Option<String>> places, Effect effect) {}

  private Removals() {}

  /** The commands of a RUN that empty or remove this directory. */
  static Vector<Removal> of(Site site, String directory) {
    return site.commands.flatMap(command -> of(site, command, directory));
  }

  private static Option<Removal> of(Site site, SimpleCommand command, String directory) {
    String name = command.name().getOrElse("");
    return switch (name) {
      case "rm", "rmdir" -> rm(site, command, directory);
      case "find" -> find(site, command, directory);
      case "" -> held(site, command, directory);
      default -> Option.none();
    };
  }

  private static Option<Removal> rm(Site site, SimpleCommand command, String directory) {
    Vector<Word> paths =
        command.arguments().filter(word -> !word.text().startsWith("-") || word.value().isEmpty());
    boolean recursive = command.arguments().exists(word -> RECURSIVE.matcher(word.text()).matches());
    Vector<Word> hit =
        paths.filter(word -> effect(site, command, word, directory, recursive) != Effect.NONE);
    return hit.isEmpty()
        ? Option.none()
        : Option.some(
            new Removal(
                command,
                hit,
                hit.size() == paths.size(),
                hit.flatMap(word -> site.places(command, word)),
                strongest(hit.map(word -> effect(site, command, word, directory, recursive)))));
  }

  private static Effect strongest(Vector<Effect> effects) {
    return effects.fold(Effect.NONE, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** A command that a variable holds may be a removal, of what it is given or of what the variable names. */
  private static Option<Removal> held(Site site, SimpleCommand command, String directory) {
    boolean may =
        command.words().headOption().exists(word -> word.variables().nonEmpty() && mayHold(site, word, directory))
            && speaksOfRemoving(site, command);
    return may
        ? Option.some(new Removal(command, Vector.empty(), true, Vector.empty(), Effect.UNKNOWN))
        : Option.none();
  }

  private static boolean speaksOfRemoving(Site site, SimpleCommand command) {
    return command
        .words()
        .head()
        .variables()
        .exists(
            name ->
                site.scope.value(name).exists(value -> REMOVES.matcher(value).find())
                    || command.variables().exists(set -> set.name().equals(name) && REMOVES.matcher(set.value().text()).find()));
  }

  private static Effect effect(
      Site site, SimpleCommand command, Word word, String directory, boolean recursive) {
    return inAll(
        site.places(command, word),
        place -> effect(place, directory, recursive),
        () -> isTemporary(command, word) ? Effect.NONE : unresolved(site, command, word, directory));
  }

  private static Effect effect(String path, String directory, boolean recursive) {
    if (path.endsWith("\r")) {
      return Effect.NONE;
    }
    return switch (Paths.match(path, directory)) {
      case NONE -> Effect.NONE;
      case BELOW -> isOnlyBelow(path, directory) ? Effect.EMPTIES : Effect.UNKNOWN;
      case HOLDS -> recursive ? Effect.BREAKS : Effect.NONE;
    };
  }

  /** Whether all that a pattern matches lies in the directory: what stands before its first wildcard does. */
  private static boolean isOnlyBelow(String pattern, String directory) {
    String known = WILDCARD.split(Paths.clean(pattern), 2)[0];
    return Paths.within(known, directory) || known.equals(directory + "/");
  }

  /** The effect that it has wherever the command stands; where that makes a difference, it cannot be told. */
  private static Effect inAll(
      Vector<Option<String>> places, Function<String, Effect> known, Supplier<Effect> unknown) {
    Vector<Effect> effects = places.map(place -> place.map(known).getOrElse(unknown)).distinct();
    return effects.size() == 1 ? effects.head() : Effect.UNKNOWN;
  }

  /** Whether the word is, or lies in, what a variable holds that {@code mktemp} gave: no cache is there. */
  private static boolean isTemporary(SimpleCommand command, Word word) {
    boolean begins = word.text().startsWith("$") || word.text().startsWith("\"$");
    return begins
        && word.variables()
            .headOption()
            .flatMap(name -> command.variables().findLast(assignment -> assignment.name().equals(name)))
            .exists(assignment -> assignment.certain() && assignment.value().text().contains("$(mktemp"));
  }

  /**
   * A word whose place is not known: braces are looked into, a suspicious variable is taken for a danger, and so is
   * the name of the directory, or of the one that holds it, in a place that is not known.
   */
  private static Effect unresolved(Site site, SimpleCommand command, Word word, String directory) {
    Option<String> value = site.value(command, word);
    if (value.isDefined()) {
      return endsWith(directory, value.get()) ? Effect.UNKNOWN : Effect.NONE;
    }
    String text = word.text().replace("\"", "").replace("'", "");
    int open = text.indexOf('{');
    int close = text.indexOf('}', open);
    boolean braces = open >= 0 && close > open && text.indexOf('$') < 0;
    if (braces) {
      return inAll(
          Vector.of(text.substring(open + 1, close).split(",", -1))
              .map(choice -> Option.some(text.substring(0, open) + choice + text.substring(close + 1))),
          path -> effect(path, directory, true),
          () -> Effect.UNKNOWN);
    }
    if (!text.startsWith("/") && !text.startsWith("$") && !text.startsWith("~") && !text.startsWith("`")) {
      return Effect.NONE;
    }
    int variable = text.indexOf('$');
    String known = variable < 0 ? text : text.substring(0, variable);
    if (known.startsWith("/") && known.length() > 1) {
      return directory.startsWith(known) || known.startsWith(directory + "/") ? Effect.UNKNOWN : Effect.NONE;
    }
    boolean suspect = SUSPECT.matcher(text).find() || mayHold(site, word, directory);
    return suspect ? Effect.UNKNOWN : Effect.NONE;
  }

  /** Whether a variable may hold the directory: its value says so, or the RUN speaks of it where it removes nothing. */
  private static boolean mayHold(Site site, Word word, String directory) {
    return word.variables().flatMap(site.scope::value).exists(value -> speaksOf(value, directory))
        || site.speaksOf(directory);
  }

  static boolean speaksOf(String text, String directory) {
    return PATH
        .matcher(text)
        .results()
        .map(path -> HOME.matcher(path.group()).replaceFirst("/root"))
        .anyMatch(path -> path.lastIndexOf('/') > 0 && Paths.match(path, directory) != Paths.Match.NONE);
  }

  /** The RUN's text without its mounts, and without the removals whose words are known. */
  static String withoutRemovals(Site site) {
    StringBuilder text = new StringBuilder(site.run.text());
    for (SimpleCommand command : site.commands) {
      boolean known =
          command.name().exists(REMOVERS::contains)
              && command.arguments().forAll(word -> word.variables().isEmpty() && !word.text().contains("$("));
      if (known) {
        for (int i = command.span().start(); i < command.span().end(); i++) {
          text.setCharAt(i, ' ');
        }
      }
    }
    return MOUNT.matcher(text).replaceAll(" ");
  }

  /** Whether a relative path begins as this directory ends, or as the one ends that holds it. */
  private static boolean endsWith(String directory, String path) {
    String[] parts = directory.split("/", -1);
    String first = path.split("/", 2)[0];
    return first.equals(parts[parts.length - 1]) || first.equals(parts[parts.length - 2]);
  }

  private static Option<Removal> find(Site site, SimpleCommand command, String directory) {
    Find find = Find.of(site, command).get();
    boolean deletes = find.action() == Find.Action.DELETES;
    if (!deletes && !find.feedsXargs()) {
      return Option.none();
    }
    Function<Vector<Option<String>>, Effect> effect =
        places -> inAll(places, start -> findEffect(find, Paths.clean(start), directory), () -> Effect.NONE);
    Vector<Word> starts = find.starts();
    Vector<Word> hit = starts.filter(start -> effect.apply(site.places(command, start)) != Effect.NONE);
    Effect strongest =
        starts.isEmpty()
            ? effect.apply(find.places())
            : strongest(hit.map(start -> effect.apply(site.places(command, start))));
    return strongest == Effect.NONE
        ? Option.none()
        : Option.some(
            new Removal(
                command,
                hit,
                hit.size() == starts.size(),
                starts.isEmpty() ? find.places() : hit.flatMap(start -> site.places(command, start)),
                deletes ? strongest : Effect.UNKNOWN));
  }

  /** From the directory itself or from within empties it; from above it walks over the mount. */
  private static Effect findEffect(Find find, String start, String directory) {
    if (start.equals(directory)) {
      return find.sparesItsStart(directory) ? Effect.EMPTIES : Effect.BREAKS;
    }
    if (Paths.within(start, directory)) {
      return Effect.EMPTIES;
    }
    return Paths.within(directory, start) ? Effect.UNKNOWN : Effect.NONE;
  }
}
