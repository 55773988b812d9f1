package dev.drydock.impl.transform;

import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What {@code rm} and {@code find … -delete} do to a directory. */
final class Removals {

  private static final Pattern RECURSIVE = Pattern.compile("-[a-zA-Z]*[rR][a-zA-Z]*|--recursive");
  private static final Pattern SUSPECT = Pattern.compile("(?i)cache|apt|lists|home|root|~|/var|/\\*");

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
                hit.map(word -> effect(site, command, word, directory, recursive))
                    .reduce((a, b) -> a.compareTo(b) > 0 ? a : b)));
  }

  private static Effect effect(
      Site site, SimpleCommand command, Word word, String directory, boolean recursive) {
    return inAll(
        site.places(command, word),
        place -> effect(place, directory, recursive),
        () -> isTemporary(command, word) ? Effect.NONE : unresolved(site.value(command, word), word, directory));
  }

  private static Effect effect(String path, String directory, boolean recursive) {
    if (path.endsWith("\r")) {
      return Effect.NONE;
    }
    return switch (Paths.match(path, directory)) {
      case NONE -> Effect.NONE;
      case BELOW -> Effect.EMPTIES;
      case HOLDS -> recursive ? Effect.BREAKS : Effect.NONE;
    };
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
  private static Effect unresolved(Option<String> value, Word word, String directory) {
    if (value.isDefined()) {
      return endsWith(directory, value.get()) ? Effect.UNKNOWN : Effect.NONE;
    }
    String text = word.text().replace("\"", "").replace("'", "");
    int open = text.indexOf('{');
    int close = text.indexOf('}', open);
    boolean braces = open >= 0 && close > open && text.indexOf('$') < 0;
    if (braces) {
      Effect strongest = Effect.NONE;
      for (String choice : text.substring(open + 1, close).split(",", -1)) {
        String path = text.substring(0, open) + choice + text.substring(close + 1);
        Effect effect =
            switch (Paths.match(path, directory)) {
              case NONE -> Effect.NONE;
              case BELOW -> Effect.EMPTIES;
              case HOLDS -> Effect.BREAKS;
            };
        strongest = strongest.compareTo(effect) > 0 ? strongest : effect;
      }
      return strongest;
    }
    if (!text.startsWith("/") && !text.startsWith("$") && !text.startsWith("~") && !text.startsWith("`")) {
      return Effect.NONE;
    }
    int variable = text.indexOf('$');
    String known = variable < 0 ? text : text.substring(0, variable);
    if (known.startsWith("/") && known.length() > 1) {
      return directory.startsWith(known) || known.startsWith(directory + "/") ? Effect.UNKNOWN : Effect.NONE;
    }
    return SUSPECT.matcher(text).find() ? Effect.UNKNOWN : Effect.NONE;
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
    Effect strongest = Effect.NONE;
    for (Option<String> place : find.places()) {
      Effect effect = place.map(start -> findEffect(find, Paths.clean(start), directory)).getOrElse(Effect.NONE);
      strongest = strongest.compareTo(effect) > 0 ? strongest : effect;
    }
    return strongest == Effect.NONE
        ? Option.none()
        : Option.some(new Removal(command, find.starts(), true, find.places(), deletes ? strongest : Effect.UNKNOWN));
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
