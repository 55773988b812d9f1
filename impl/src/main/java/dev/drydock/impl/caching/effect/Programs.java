package dev.drydock.impl.caching.effect;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a call of a program does: a table of the programs that are known to treat files in a way of their own. A program
 * that is not in it may use every file that a word names.
 *
 * <p>Sources: POSIX XCU, Utilities; the manual pages of GNU coreutils, findutils and tar, rsync(1), git-clone(1).
 */
public final class Programs {

  /** Reads one call. */
  private interface Reader {
    void read(Invocation invocation, Surroundings surroundings, List<Effect> effects);
  }

  /** Programs that neither need what is in a cache directory nor put anything there, whatever their words name. */
  private static final Set<String> USES_NOTHING =
      Set.of(
          "rm", "rmdir", "mkdir", "find", "echo", "printf", "export", "cd", "pushd", "true", ":", "set", "sudo", "env",
          "xargs", "ls", "du", "df", "stat", "tree", "test", "[", "[[");

  private static final Map<String, Reader> READERS = new HashMap<>();

  static {
    read(Programs::removes, "rm", "rmdir");
    read(Programs::finds, "find");
    read(Programs::cleans, "apt-get", "apt", "aptitude", "apt-fast");
    read(Programs::clears, "pipenv");
    read(Programs::makesDirectories, "mkdir");
    read(Programs::lists, "ls", "du", "df", "stat", "tree");
    read(Programs::tests, "test", "[", "[[");
    read(Programs::copies, "cp", "mv", "rsync", "ln");
    read(Programs::packs, "tar", "bsdtar");
    read(Programs::unpacks, "unzip");
    read(Programs::takesAll, "zip", "cpio");
    read(Programs::gives, "chown", "chmod", "chgrp", "setfacl");
    read(Programs::clones, "git");
  }

  /** Options that take a cache directory as the next word. */
  private static final Set<String> CACHE_OPTIONS =
      PackageManagers.ALL
          .flatMap(manager -> manager.caches())
          .flatMap(cache -> cache.moves())
          .map(move -> move.name())
          .toJavaSet();

  /** An option of tar with which it packs: {@code czf}, {@code -c}, {@code --create}. */
  private static final Pattern PACKS = Pattern.compile("-?[a-zA-Z]*[cru][a-zA-Z]*|--(create|append|update)");

  /** The option of mkdir that gives a mode: {@code -m 700}, {@code -pm700}, {@code --mode=700}. */
  private static final Pattern MODE = Pattern.compile("-[a-zA-Z]*m.*|--m.*");

  private Programs() {}

  private static void read(Reader reader, String... programs) {
    for (String program : programs) {
      READERS.put(program, reader);
    }
  }

  /** What a call does, in the order of its words. */
  public static List<Effect> effects(Invocation invocation, Surroundings surroundings) {
    List<Effect> effects = new ArrayList<>();
    if (invocation.knownCall().isDefined()) {
      usesWhatItIsGiven(invocation, invocation.knownCall().get().manager(), effects);
    } else if (!USES_NOTHING.contains(invocation.name()) && !invocation.runsAnother()) {
      usesEveryWord(invocation, effects);
    }
    if (invocation.command().redirections().nonEmpty()) {
      invocation.redirected().forEach(file -> effects.add(new Effect.Uses(file.place())));
    }
    if (invocation.name().isEmpty()) {
      HeldCommand.of(invocation, surroundings)
          .forEach(held -> effects.add(new Effect.Removes(Place.UNKNOWN, held)));
    } else {
      Reader reader = READERS.get(invocation.name());
      if (reader != null) {
        reader.read(invocation, surroundings, effects);
      }
    }
    return effects;
  }

  /** A package manager uses the files that it is given, but for its cache directory. */
  private static void usesWhatItIsGiven(Invocation invocation, PackageManager manager, List<Effect> effects) {
    String before = "";
    for (Argument argument : invocation.arguments()) {
      String text = argument.text();
      if (text.startsWith("/") && !CACHE_OPTIONS.contains(LongOptions.inFull(manager, before))) {
        effects.add(new Effect.Uses(argument.place()));
      } else {
        argument
            .placeOfOption()
            .filter(place -> !CACHE_OPTIONS.contains(LongOptions.name(LongOptions.inFull(manager, text))))
            .forEach(place -> effects.add(new Effect.Uses(place)));
      }
      before = text;
    }
  }

  private static void usesEveryWord(Invocation invocation, List<Effect> effects) {
    boolean lookedUp = invocation.words().headOption().exists(word -> word.text().indexOf('/') < 0);
    List<String> names = new ArrayList<>();
    for (Argument word : lookedUp ? invocation.arguments() : invocation.words()) {
      if (word.isPlainName()) {
        names.add(word.value().get());
      } else {
        effects.add(new Effect.Uses(word.placeOfOption().getOrElse(word::place)));
      }
      String text = word.text();
      if (text.indexOf('(') > 0 && (text.contains("'/") || text.contains("\"/"))) {
        effects.add(new Effect.Mentions(text));
      }
    }
    if (!names.isEmpty()) {
      effects.add(new Effect.UsesNames(invocation.standsIn(), names));
    }
  }

  private static void removes(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    Rm rm = new Rm(invocation, surroundings);
    effects.add(new Effect.Removes(all(rm.targets().map(Argument::place)), rm));
    FedRemoval.of(invocation, surroundings)
        .forEach(fed -> effects.add(new Effect.Removes(Place.UNKNOWN, fed)));
    if (invocation.name().equals("rmdir")) {
      rm.targets().forEach(target -> effects.add(new Effect.NeedsEmpty(target.place())));
    } else {
      boolean forced = Options.has(invocation.arguments(), 'f', "force");
      for (Argument argument : invocation.arguments()) {
        effects.add(new Effect.Displaces(argument.place()));
        if (!forced) {
          effects.add(new Effect.NeedsToRemove(argument.place()));
        }
      }
    }
  }

  private static void finds(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    Find find = new Find(invocation, surroundings);
    boolean runs = find.action() == Find.Action.RUNS;
    if (runs || invocation.isListenedTo()) {
      find.places().forEach(place -> effects.add(new Effect.Lists(place, runs)));
    }
    if (find.mayRemove()) {
      effects.add(new Effect.Removes(all(find.places()), find));
    }
  }

  private static void cleans(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    DistClean.of(invocation).forEach(clean -> effects.add(new Effect.Removes(DistClean.lists(), clean)));
  }

  private static void clears(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    PipenvClear.of(invocation).forEach(clear -> effects.add(new Effect.Removes(Place.UNKNOWN, clear)));
  }

  private static Place all(Vector<Place> places) {
    return new Place(places.flatMap(Place::paths), places.exists(Place::mayBeElsewhere));
  }

  /** With {@code -p} it passes over what is there, but then does not give it the mode of {@code -m} either. */
  private static void makesDirectories(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    boolean onlyNew =
        !Options.has(invocation.arguments(), 'p', "parents")
            || invocation.arguments().exists(argument -> MODE.matcher(argument.text()).matches());
    for (Argument argument : invocation.arguments()) {
      effects.add(new Effect.Creates(argument.place(), onlyNew));
      if (onlyNew) {
        createsSomewhere(argument, effects);
      }
    }
  }

  private static void createsSomewhere(Argument argument, List<Effect> effects) {
    if (argument.place().mayBeElsewhere() && !argument.isOption()) {
      argument.value().forEach(name -> effects.add(new Effect.CreatesSomewhere(RelativePath.of(name))));
    }
  }

  private static void lists(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    if (invocation.isListenedTo()) {
      invocation.arguments().forEach(argument -> effects.add(new Effect.Lists(argument.place(), false)));
    }
    if (invocation.name().equals("ls")) {
      ListedRemoval.of(invocation, surroundings)
          .forEach(listed -> effects.add(new Effect.Removes(all(listed.places()), listed)));
    }
  }

  private static void tests(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    invocation.arguments().forEach(argument -> effects.add(new Effect.Tests(argument.place())));
  }

  /** What copies, moves or links takes from all its words but the last, which it makes or replaces. */
  private static void copies(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    walks(invocation.arguments().dropRight(1), !invocation.name().equals("ln"), effects);
    if (!invocation.name().equals("rsync")) {
      effects.add(new Effect.Replaces(invocation.words().last().place()));
      createsSomewhere(invocation.words().last(), effects);
    }
    if (takesDirectories(invocation)) {
      spreads(invocation, effects);
    }
    if (invocation.name().equals("mv")) {
      invocation.arguments().forEach(argument -> effects.add(new Effect.Displaces(argument.place())));
    }
  }

  /** A source that ends in a slash and a dot, or a star, is spread over the last word; rsync needs the slash alone. */
  private static void spreads(Invocation invocation, List<Effect> effects) {
    boolean rsync = invocation.name().equals("rsync");
    Place into = invocation.words().last().place();
    for (String source : Options.operands(invocation.arguments().dropRight(1)).flatMap(Argument::value)) {
      boolean all = source.endsWith("/.") || source.endsWith("/*") || (rsync && source.endsWith("/"));
      String name = all ? "" : "/" + Paths.baseName(source);
      effects.add(new Effect.Spreads(new Place(into.paths().map(at -> Paths.clean(at + name)), into.mayBeElsewhere())));
    }
  }

  private static boolean takesDirectories(Invocation invocation) {
    Vector<Argument> arguments = invocation.arguments();
    return switch (invocation.name()) {
      case "cp" ->
          Options.has(arguments, 'r', "recursive") || Options.has(arguments, 'R', "recursive") || Options.has(arguments, 'a', "archive");
      case "mv", "rsync" -> true;
      default -> false;
    };
  }

  /** What it unpacks comes from an archive, not from the places that it is given. */
  private static void packs(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    if (invocation.arguments().exists(argument -> PACKS.matcher(argument.text()).matches())) {
      walks(invocation.arguments(), true, effects);
    } else {
      unpacks(invocation, surroundings, effects);
    }
  }

  private static void unpacks(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    for (Argument argument : invocation.arguments()) {
      effects.add(new Effect.Spreads(argument.place()));
      argument.value()
          .map(value -> value.replaceFirst("^(-C|--directory=)", ""))
          .filter(at -> argument.isOption() && at.startsWith("/"))
          .forEach(at -> effects.add(new Effect.Spreads(Place.at(at))));
    }
  }

  private static void takesAll(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    walks(invocation.arguments(), true, effects);
  }

  private static void walks(Vector<Argument> over, boolean takes, List<Effect> effects) {
    Options.operands(over)
        .forEach(
            argument -> effects.add(new Effect.Walks(argument.place(), takes && !argument.text().equals("/"))));
  }

  private static void gives(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    boolean recursive = Options.has(invocation.arguments(), 'R', "recursive");
    Effect.Gives.Right right =
        switch (invocation.name()) {
          case "chown" -> Effect.Gives.Right.OWNER;
          case "chmod" -> Effect.Gives.Right.MODE;
          default -> Effect.Gives.Right.OTHERS;
        };
    var operand = invocation.firstOperand().flatMap(Argument::value);
    for (Argument argument : invocation.arguments()) {
      effects.add(new Effect.Gives(argument.place(), right, operand, recursive));
    }
    if (recursive || invocation.name().equals("setfacl")) {
      walks(invocation.arguments(), false, effects);
    }
  }

  private static void clones(Invocation invocation, Surroundings surroundings, List<Effect> effects) {
    if (invocation.arguments().exists(argument -> argument.text().equals("clone"))) {
      invocation.arguments().forEach(argument -> effects.add(new Effect.Fills(argument.place())));
    }
  }
}
