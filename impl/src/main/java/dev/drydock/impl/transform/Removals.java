package dev.drydock.impl.transform;

import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
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

  /** One such command: which of its words have an effect, and the strongest of the effects. */
  record Removal(SimpleCommand command, Vector<Word> words, boolean all, Effect effect) {}

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
                hit.map(word -> effect(site, command, word, directory, recursive))
                    .reduce((a, b) -> a.compareTo(b) > 0 ? a : b)));
  }

  private static Effect effect(
      Site site, SimpleCommand command, Word word, String directory, boolean recursive) {
    Option<String> value = site.value(command, word).flatMap(site.scope::resolve);
    if (value.isEmpty()) {
      return isTemporary(command, word) ? Effect.NONE : unresolved(word, directory);
    }
    if (value.get().endsWith("\r")) {
      return Effect.NONE;
    }
    return switch (Paths.match(value.get(), directory)) {
      case NONE -> Effect.NONE;
      case BELOW -> Effect.EMPTIES;
      case HOLDS -> recursive ? Effect.BREAKS : Effect.NONE;
    };
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

  /** A word whose value is not known: braces are looked into, a suspicious variable is taken for a danger. */
  private static Effect unresolved(Word word, String directory) {
    String text = word.text().replace("\"", "").replace("'", "");
    int open = text.indexOf('{');
    int close = text.indexOf('}', open);
    boolean braces = open >= 0 && close > open && (open == 0 || text.charAt(open - 1) != '$') && text.indexOf('$') < 0;
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

  private static Option<Removal> find(Site site, SimpleCommand command, String directory) {
    Vector<Word> arguments = command.arguments();
    boolean deletes =
        arguments.exists(
            word -> word.text().equals("-delete") || (word.text().startsWith("-exec") || word.text().startsWith("-ok")));
    if (!deletes) {
      return Option.none();
    }
    Vector<Word> starts = arguments.takeWhile(word -> !word.text().startsWith("-") && !word.text().startsWith("("));
    boolean filesOnly =
        arguments.map(Word::text).mkString(" ").matches(".*-type f.*|.*-mindepth [1-9].*");
    Effect strongest = Effect.NONE;
    for (Word start : starts) {
      Effect effect = findEffect(site.value(command, start).flatMap(site.scope::resolve), directory, filesOnly);
      strongest = strongest.compareTo(effect) > 0 ? strongest : effect;
    }
    return strongest == Effect.NONE
        ? Option.none()
        : Option.some(new Removal(command, starts, true, strongest));
  }

  /** From the directory itself or from within it empties it; from above it walks over the mount. */
  private static Effect findEffect(Option<String> start, String directory, boolean filesOnly) {
    if (start.isEmpty()) {
      return Effect.NONE;
    }
    String from = Paths.clean(start.get());
    if (from.equals(directory)) {
      return filesOnly ? Effect.EMPTIES : Effect.BREAKS;
    }
    if (Paths.within(from, directory)) {
      return Effect.EMPTIES;
    }
    return Paths.within(directory, from) ? Effect.UNKNOWN : Effect.NONE;
  }
}
