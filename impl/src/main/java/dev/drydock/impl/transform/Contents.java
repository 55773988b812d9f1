package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.BindMount;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Scope;
import dev.drydock.shell.Redirection;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * Who puts files where a mount would hide them, or expects to find files there that would then lie in the mount
 * (hazard 8): other commands of the same RUN, earlier and later instructions, and the container that runs.
 */
final class Contents {

  /** Commands that neither need what is in a cache directory nor put anything there; {@code rm} is Removals' affair. */
  private static final Set<String> HARMLESS =
      HashSet.of("rm", "rmdir", "mkdir", "find", "echo", "printf", "export", "cd", "pushd", "true", ":", "set", "sudo",
          "env", "xargs");

  /** Commands that print what is in a directory. */
  private static final Set<String> LISTERS = HashSet.of("ls", "du", "df", "find", "stat", "tree");

  /** Commands that ask whether a file is there. */
  private static final Set<String> TESTERS = HashSet.of("test", "[", "[[");

  /** Commands that take what is below a directory they are given. */
  private static final Set<String> TAKERS = HashSet.of("cp", "mv", "tar", "rsync", "zip", "cpio");

  /** Commands that walk over what is below a directory they are given. */
  private static final Set<String> WALKERS = TAKERS.addAll(HashSet.of("chown", "chmod", "chgrp", "setfacl", "ln"));

  /** Commands that make what they are given last, and do something else where it is there already. */
  private static final Set<String> REPLACERS = HashSet.of("ln", "mv", "cp");

  /** An option of tar with which it packs: {@code czf}, {@code -c}, {@code --create}. */
  private static final Pattern PACKS = Pattern.compile("-?[a-zA-Z]*[cru][a-zA-Z]*|--(create|append|update)");

  private static final Pattern COMMON = Pattern.compile("/|/(bin|boot|dev|etc|home|lib|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|workspace|app)|/var/(tmp|lib|cache|log)|/usr/(local|lib|share|bin)");

  private Contents() {}

  /** Why this directory must not be mounted in the RUN, where there is a reason. */
  static Option<Finding> objection(
      Site site, PackageManager manager, Target target, Survey survey) {
    String path = target.path();
    Option<SimpleCommand> own =
        site.commands.find(command -> mentions(site, command, path) || walksOver(site, command, path));
    if (own.isDefined()) {
      return content(own.get().text(), "it uses files in " + path + ", which would be those of every service");
    }
    Option<SimpleCommand> making = site.commands.find(command -> makes(site, command, path));
    if (making.isDefined()) {
      return content(making.get().text(), "it makes a directory that a mount at " + path + " has made already");
    }
    return inhabited(site, manager, path)
        .orElse(() -> earlier(site, path, survey))
        .orElse(() -> later(site, path, survey))
        .orElse(() -> CacheReaders.objection(site, manager, target, survey))
        .orElse(() -> atRunTime(site, manager, survey));
  }

  private static Option<Finding> content(String subject, String reason) {
    return Option.some(Finding.kept(Rule.CONTENT, subject, reason));
  }

  /** Whether it needs, lists or makes files in the directory. */
  private static boolean mentions(Site site, SimpleCommand command, String path) {
    return puts(site, command, path) || looks(site, command, path);
  }

  /** Whether one of its words or redirections lies in the directory, so that it may put files there. */
  private static boolean puts(Site site, SimpleCommand command, String path) {
    String name = command.name().getOrElse("");
    if (isPackageManager(command)) {
      return command
          .arguments()
          .zipWithIndex()
          .exists(
              word ->
                  word._1.text().startsWith("/")
                      && !namesCache(command, word._2)
                      && within(site, command, word._1, path));
    }
    boolean harmless =
        HARMLESS.contains(name)
            || LISTERS.contains(name)
            || TESTERS.contains(name)
            || site.commands.exists(other -> other.runBy().contains(command));
    return (!harmless
            && paths(command).exists(word -> within(site, command, word, path) || isScriptThatSpeaksOf(word, path)))
        || command
            .redirections()
            .map(Redirection::target)
            .exists(word -> within(site, command, word, path));
  }

  /** Whether a word is text of another language, as of {@code python -c}, that has the path in it. */
  private static boolean isScriptThatSpeaksOf(Word word, String path) {
    String text = word.text();
    return text.indexOf('(') > 0 && (text.contains("'" + path) || text.contains('"' + path));
  }

  /** Its words that may name files: not the name of a program that is looked up. */
  private static Vector<Word> paths(SimpleCommand command) {
    return command.words().headOption().exists(name -> name.text().indexOf('/') < 0) ? command.arguments() : command.words();
  }

  /** Whether it tells what is in the directory, or whether it is there, to something that goes by that. */
  private static boolean looks(Site site, SimpleCommand command, String path) {
    String name = command.name().getOrElse("");
    if (TESTERS.contains(name)) {
      return command.arguments().exists(word -> names(site, command, word, path));
    }
    boolean runs = Find.of(site, command).exists(find -> find.action() == Find.Action.RUNS);
    boolean listens =
        command.inPipeline() || command.inSubstitution() || command.redirections().exists(r -> r.operator().contains(">"));
    if (!LISTERS.contains(name) || !(runs || listens)) {
      return false;
    }
    return name.equals("find")
        ? Find.of(site, command).get().places().flatMap(place -> place).map(Paths::clean).exists(
            start -> Paths.within(start, path) || (runs && Paths.within(path, start)))
        : command.arguments().exists(word -> within(site, command, word, path));
  }

  /** Whether it makes the directory, one above it or one in it, and fails or does something else where that is there. */
  private static boolean makes(Site site, SimpleCommand command, String path) {
    boolean onlyNew =
        command.name().contains("mkdir")
            && !command.arguments().exists(word -> word.text().matches("-[a-z]*p[a-z]*|--parents"));
    return onlyNew
        && command
            .arguments()
            .exists(word -> within(site, command, word, path) || names(site, command, word, path));
  }

  /** Whether it fails where an earlier RUN has left nothing to remove: rm without -f. The directory itself a mount leaves. */
  private static boolean wantsSomethingToRemove(Site site, SimpleCommand command, String path) {
    return command.name().contains("rm")
        && !command.arguments().exists(word -> word.text().matches("-[a-zA-Z]*f[a-zA-Z]*|--force"))
        && command.arguments().exists(word -> inside(site, command, word, path))
        && !isFilledBefore(site, command, path);
  }

  /** Whether a package manager has put something into the directory before the command, in the same RUN. */
  private static boolean isFilledBefore(Site site, SimpleCommand command, String path) {
    return site.calls()
        .exists(
            call ->
                call.command().span().start() < command.span().start()
                    && call.command().mustSucceed()
                    && fills(site, call, path)
                    && Defeats.byEnvironment(site, call.manager()).isEmpty());
  }

  private static boolean fills(Site site, Call call, String path) {
    boolean fetches =
        path.equals(AptLists.LISTS) ? call.refreshes() : call.downloads() && call.defeatingOptions().isEmpty();
    return fetches && Target.of(site, call).exists(target -> Paths.within(path, target.path()));
  }

  /** Whether it puts something in the place of the directory, or of one above it that the mount has made. */
  private static boolean replaces(Site site, SimpleCommand command, String path) {
    return REPLACERS.contains(command.name().getOrElse(""))
        && names(site, command, command.words().last(), path);
  }

  /** Whether a word is the directory, lies in it, or is one above it that the image may not have without the mount. */
  private static boolean names(Site site, SimpleCommand command, Word word, String path) {
    return site.places(command, word)
        .flatMap(place -> place)
        .map(Paths::clean)
        .exists(place -> Paths.within(place, path) || (Paths.within(path, place) && Paths.mayBeNew(place)));
  }

  /** Whether the word behind an option that moves the cache stands at this index of the arguments. */
  private static boolean namesCache(SimpleCommand command, int index) {
    return index > 0
        && PackageManagers.ALL.exists(
            manager ->
                manager
                    .caches()
                    .exists(
                        cache ->
                            cache
                                .moves()
                                .exists(move -> move.name().equals(command.arguments().get(index - 1).text()))));
  }

  private static boolean isPackageManager(SimpleCommand command) {
    return Call.ofAnyKnown(command).isDefined();
  }

  /** Whether a word is the directory or lies in it. */
  private static boolean within(Site site, SimpleCommand command, Word word, String path) {
    return inside(site, command, word, path)
        || site.places(command, word).exists(place -> place.map(Paths::clean).contains(path));
  }

  private static boolean inside(Site site, SimpleCommand command, Word word, String path) {
    return site.places(command, word)
        .flatMap(place -> place)
        .exists(place -> Paths.match(place, path) == Paths.Match.BELOW || Paths.below(Paths.clean(place), path));
  }

  private static boolean walksOver(Site site, SimpleCommand command, String path) {
    if (!WALKERS.contains(command.name().getOrElse(""))) {
      return false;
    }
    boolean recursive = !command.name().get().startsWith("ch") || isRecursive(command);
    return recursive && sources(command).exists(word -> holds(site, command, word, path));
  }

  /** Whether {@code chown} and its like go down into directories. */
  static boolean isRecursive(SimpleCommand command) {
    return command.arguments().exists(word -> word.text().matches("-[a-zA-Z]*R[a-zA-Z]*|--recursive"));
  }

  /** The words that it takes files from, or walks over: where it copies, not the last; where it unpacks, none. */
  private static Vector<Word> sources(SimpleCommand command) {
    Vector<Word> arguments = command.arguments();
    return switch (command.name().getOrElse("")) {
      case "cp", "mv", "rsync", "ln" -> arguments.dropRight(1);
      case "tar" -> arguments.exists(word -> PACKS.matcher(word.text()).matches()) ? arguments : Vector.empty();
      default -> arguments;
    };
  }

  /** Whether it takes the directory along with one above it, though not with the whole of the image. */
  private static boolean takes(Site site, SimpleCommand command, String path) {
    return TAKERS.contains(command.name().getOrElse(""))
        && sources(command).exists(word -> !word.text().equals("/") && holds(site, command, word, path));
  }

  private static boolean holds(Site site, SimpleCommand command, Word word, String path) {
    return !word.text().startsWith("-")
        && site.places(command, word).flatMap(place -> place).exists(place -> Paths.match(place, path) != Paths.Match.NONE);
  }

  /** Whether one of the RUN's commands may put files into the directory. */
  static boolean putsFilesInto(Site site, String path) {
    return site.commands.exists(command -> puts(site, command, path));
  }

  /** Whether one of the RUN's commands goes by what an earlier RUN left in the directory, or that it left none. */
  static boolean expects(Site site, String path) {
    return site.commands.exists(
        command ->
            mentions(site, command, path)
                || takes(site, command, path)
                || makes(site, command, path)
                || Parents.needsEmpty(site, command, path)
                || replaces(site, command, path)
                || wantsSomethingToRemove(site, command, path));
  }

  /** Why the directory is more than a cache: something else is kept there, by what the file says. */
  private static Option<Finding> inhabited(Site site, PackageManager manager, String path) {
    if (COMMON.matcher(path).matches()) {
      return content(path, "it is a directory that everything uses");
    }
    if (site.scope.workdir().map(Paths::clean).exists(at -> Paths.within(at, path))) {
      return content("WORKDIR", "the working directory lies in " + path + ", and a mount would hide what is there");
    }
    return site.scope
        .variables()
        .keySet()
        .toVector()
        .sorted()
        .find(
            name ->
                manager.caches().forAll(cache -> cache.moves().forAll(move -> !move.name().equals(name)))
                    && site.scope.value(name).filter(value -> value.startsWith("/")).map(Paths::clean).exists(at -> Paths.below(at, path)))
        .flatMap(name -> content(name, "it names a directory in " + path + ", and a mount would hide what is there"));
  }

  private static Option<Finding> earlier(Site site, String path, Survey survey) {
    Option<Instruction> writer =
        survey
            .copies
            .get()
            .find(
                copy ->
                    site.isLedToBy(copy) && writesTo(copy, site.dockerfile.scope(copy), path));
    return writer
        .orElse(
            () -> Survey.lastBefore(survey.puttingInto(path), site, other -> true).map(other -> other.run))
        .flatMap(
            instruction ->
                content(firstLine(instruction), "it puts files into " + path + ", which a mount would hide"));
  }

  private static boolean writesTo(Instruction instruction, Scope scope, String path) {
    Option<String> destination =
        instruction instanceof Copy copy
            ? Option.some(copy.destination())
            : instruction instanceof Add add ? Option.some(add.destination()) : Option.none();
    return destination
        .flatMap(scope::expand)
        .flatMap(scope::resolve)
        .exists(to -> Paths.within(Paths.clean(to), path));
  }

  private static Option<Finding> later(Site site, String path, Survey survey) {
    Option<Instruction> reader =
        Survey.firstAfter(survey.expecting(path), site, other -> true).map(other -> other.run);
    return reader
        .orElse(() -> survey.copies.get().find(copy -> copy instanceof Copy from && copiesFrom(site, from, path)))
        .orElse(
            () ->
                survey
                    .binding
                    .get()
                    .find(other -> other.run.mounts().exists(mount -> bindsFrom(site, mount, path)))
                    .map(other -> other.run))
        .flatMap(instruction -> reads(instruction, path));
  }

  private static boolean copiesFrom(Site site, Copy copy, String path) {
    return copy.from().exists(from -> isBuiltOn(site, from))
        && copy.sources().exists(source -> takes(expanded(site.dockerfile.scope(copy), source), path));
  }

  private static Option<Finding> reads(Instruction instruction, String path) {
    return Option.some(
        Finding.kept(
            Rule.READER,
            firstLine(instruction),
            "it goes by what is in " + path + ", which would lie in the mount and not in the image"));
  }

  private static boolean bindsFrom(Site site, Mount mount, String path) {
    Option<String> from =
        mount instanceof BindMount bind
            ? bind.from()
            : mount instanceof CacheMount cache ? cache.from() : Option.none();
    Option<String> source =
        mount instanceof BindMount bind
            ? bind.source()
            : mount instanceof CacheMount cache ? cache.source() : Option.none();
    return from.exists(stage -> isBuiltOn(site, stage)) && takes(source.getOrElse("/"), path);
  }

  /** Whether the stage of this name or number is the RUN's, or is built on it. */
  private static boolean isBuiltOn(Site site, String from) {
    return site.dockerfile
        .stages()
        .exists(
            stage ->
                (stage.name().exists(name -> name.equalsIgnoreCase(from))
                        || String.valueOf(stage.number()).equals(from))
                    && stage.isBuiltOn(site.stage));
  }

  /** A source as far as it is known; where it is not, what stands before its first variable, as a pattern. */
  private static String expanded(Scope scope, String source) {
    return scope.expand(source).getOrElse(() -> source.replaceAll("\\$(\\{[^}]*\\}|\\w+)", "*"));
  }

  /** Whether a source takes the directory, something in it or what holds it; the whole of a stage does not count. */
  private static boolean takes(String source, String path) {
    String absolute = Paths.clean(source.startsWith("/") ? source : "/" + source);
    return !absolute.equals("/") && Paths.matchInCopy(absolute, path) != Paths.Match.NONE;
  }

  private static Option<Finding> atRunTime(Site site, PackageManager manager, Survey survey) {
    if (manager.neededAtRunTime().isEmpty()) {
      return Option.none();
    }
    Pattern pattern = manager.neededAtRunTime().get().pattern();
    return survey
        .runTime
        .get()
        .find(
            instruction ->
                site.dockerfile.stage(instruction).exists(stage -> stage.isBuiltOn(site.stage))
                    && pattern.matcher(instruction.arguments().mkString(" ")).find())
        .map(
            instruction ->
                Finding.kept(
                    Rule.RUN_TIME,
                    firstLine(instruction),
                    "the container uses " + manager.name() + "'s cache when it runs, so it must stay in the image"));
  }

  static String firstLine(Instruction instruction) {
    String text = instruction.text().strip();
    int feed = text.indexOf('\n');
    String line = (feed < 0 ? text : text.substring(0, feed)).strip();
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
