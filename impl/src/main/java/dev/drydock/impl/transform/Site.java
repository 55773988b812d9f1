package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.impl.caching.fact.AccountState;
import dev.drydock.impl.caching.fact.FileAccounts;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.Lazy;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A RUN in its place: what it executes, in which stage and scope; the RUN of an ONBUILD too. */
final class Site {

  /** Commands that run none of their words. */
  private static final Set<String> SPEAKERS =
      HashSet.of(
          "echo", "printf", "cat", "grep", "sed", "alias", "export", "ls", "cp", "mv", "rm", "ln", "mkdir", "touch",
          "chmod", "chown", "test", "[", "[[", "git", "curl", "wget", "which", "type", "command", "update-alternatives",
          "brew");

  final Dockerfile dockerfile;
  final Construct construct;
  final int index;

  /** Its place in the order in which the RUNs of the file run: what an ONBUILD holds comes behind its stage. */
  final int order;
  final Run run;
  final Stage stage;
  final Scope scope;

  /** What was done to the image before it. */
  final AccountState before;

  private final FileAccounts accounts;
  final Sayings sayings;
  private final Ancestry ancestry;
  final Option<ShellScript> script;
  final Vector<SimpleCommand> commands;
  private final IdentityHashMap<PackageManager, Vector<Call>> calls = new IdentityHashMap<>();
  private final Map<String, Boolean> spokenOf = new HashMap<>();
  private final Lazy<String> unremoved = Lazy.of(() -> Removals.withoutRemovals(this));
  private final Lazy<Vector<MountPoint>> mountPoints = Lazy.of(this::readMountPoints);
  private final Lazy<WorkingDirectories> directories = Lazy.of(() -> new WorkingDirectories(this));

  private Site(
      Dockerfile dockerfile, Construct construct, int index, int order, Run run, Stage stage, Sayings sayings,
      Ancestry ancestry, FileAccounts accounts) {
    this.dockerfile = dockerfile;
    this.ancestry = ancestry;
    this.sayings = sayings;
    this.construct = construct;
    this.index = index;
    this.order = order;
    this.run = run;
    this.stage = stage;
    this.scope = dockerfile.scope(construct);
    this.accounts = accounts;
    this.before = accounts.at(construct);
    this.script = isPosix(scope) ? run.script() : Option.none();
    this.commands = script.map(ShellScript::commands).getOrElse(Vector.empty());
  }

  /** Every RUN of the file, in the order in which they run. */
  static Vector<Site> of(Dockerfile dockerfile) {
    List<Site> sites = new ArrayList<>();
    Sayings sayings = new Sayings(dockerfile);
    Ancestry ancestry = new Ancestry(dockerfile);
    FileAccounts accounts = FileAccounts.of(dockerfile);
    for (Stage stage : dockerfile.stages()) {
      List<Integer> triggers = new ArrayList<>();
      for (int i = stage.start(); i < stage.end(); i++) {
        Construct construct = dockerfile.constructs().get(i);
        if (construct instanceof Run run) {
          sites.add(new Site(dockerfile, construct, i, sites.size(), run, stage, sayings, ancestry, accounts));
        } else if (construct instanceof OnBuild) {
          triggers.add(i);
        }
      }
      for (int i : triggers) {
        OnBuild outer = (OnBuild) dockerfile.constructs().get(i);
        if (outer.instruction().getOrNull() instanceof Run run) {
          sites.add(new Site(dockerfile, outer, i, sites.size(), run, stage, sayings, ancestry, accounts));
        }
      }
    }
    return Vector.ofAll(sites);
  }

  /** The same place with another RUN in it. */
  Site with(Run other) {
    return new Site(this, other);
  }

  private Site(Site place, Run other) {
    dockerfile = place.dockerfile;
    ancestry = place.ancestry;
    accounts = place.accounts;
    before = place.before;
    sayings = place.sayings;
    construct = place.construct;
    index = place.index;
    order = place.order;
    run = other;
    stage = place.stage;
    scope = place.scope;
    script = isPosix(scope) ? other.script() : Option.none();
    commands = script.map(ShellScript::commands).getOrElse(Vector.empty());
  }

  /** The construct that stands here once the RUN is another one. */
  Construct holding(Run other) {
    return construct instanceof OnBuild outer ? outer.with(other) : other;
  }

  /** Whether what runs shell forms here is a POSIX shell. */
  static boolean isPosix(Scope scope) {
    Vector<String> names = scope.shell().map(Site::baseName);
    boolean looksUp = names.headOption().contains("env") && scope.shell().drop(1).headOption().exists(word -> !word.startsWith("-"));
    return ShellScript.isShell((looksUp ? names.drop(1) : names).headOption().getOrElse("sh"));
  }

  private static String baseName(String program) {
    return program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
  }

  /** Whether the shell that SHELL names ends where a command fails: {@code bash -e}, {@code -euo pipefail}, {@code -o errexit}. */
  boolean shellStopsOnFailure() {
    return scope.shell().drop(1).exists(word -> word.matches("-[a-zA-Z]*e[a-zA-Z]*|errexit"));
  }

  Vector<Call> calls(PackageManager manager) {
    return calls.computeIfAbsent(
        manager, key -> commands.flatMap(command -> Call.of(manager, command)).map(this::asItRunsHere));
  }

  /** The calls of all known package managers. */
  Vector<Call> calls() {
    return PackageManagers.ALL.filter(this::names).flatMap(this::calls);
  }

  /** A call as what it does under the variables in force, and without a network where there is none. */
  private Call asItRunsHere(Call call) {
    if (!call.downloads()) {
      return call;
    }
    PackageManager manager = call.manager();
    boolean canDoWithout = manager.cacheOnlyOptions().nonEmpty() || manager.cacheOnlyVariables().isDefined();
    boolean mustDoWithout = run.network().contains("none");
    return (canDoWithout && mustDoWithout) || Settings.isCacheOnly(this, call) ? call.readingCache() : call;
  }

  /** Whether the text names one of the package manager's programs as a word, in whatever context. */
  boolean names(PackageManager manager) {
    return Programs.areNamed(manager, run.text());
  }

  /** The command that has a call of the package manager among its words without being known to run it, if any. */
  Option<SimpleCommand> passedTo(PackageManager manager) {
    Set<String> verbs = manager.downloads().addAll(manager.refreshes()).map(verb -> verb.split(" ", 2)[0]);
    return commands.find(
        command ->
            !SPEAKERS.contains(command.name().getOrElse(""))
                && hasCallAmongWords(command, manager, verbs)
                && Call.ofAnyKnown(command).forAll(Call::passesOn)
                && commands.forAll(other -> !other.runBy().contains(command)));
  }

  private static boolean hasCallAmongWords(SimpleCommand command, PackageManager manager, Set<String> verbs) {
    Vector<Word> words = command.words();
    for (int i = 1; i + 1 < words.size(); i++) {
      String program = words.get(i).text();
      if (verbs.contains(words.get(i + 1).text())
          && Programs.isOne(manager, program.substring(program.lastIndexOf('/') + 1))) {
        return true;
      }
    }
    return false;
  }

  /** A word as the command gets it, as far as the RUN and the file tell. */
  Option<String> value(SimpleCommand command, Word word) {
    return word.value(name -> new Environment(this, command).shellValue(name));
  }

  /** The directories that a command may stand in, each absolute, or none where it is not known. */
  Vector<Option<String>> directories(SimpleCommand command) {
    return directories.get().of(command);
  }

  /** The places that a word may name as a path, each absolute, or none where it is not known. */
  Vector<Option<String>> places(SimpleCommand command, Word word) {
    return directories.get().places(command, word);
  }

  /** Whether one of a command's arguments names such a place, in its shortest form, as far as that is known. */
  boolean leads(SimpleCommand command, Predicate<String> place) {
    return command.arguments().exists(word -> places(command, word).exists(named -> named.map(Paths::clean).exists(place)));
  }

  /** Whether the RUN speaks of a directory, or of what holds it, where it removes nothing that is known. */
  boolean speaksOf(String directory) {
    return spokenOf.computeIfAbsent(directory, path -> Removals.speaksOf(unremoved.get(), path));
  }

  /** Whether the text has a path in it, but where a known command removes it. */
  boolean mentions(String path) {
    return unremoved.get().contains(path);
  }

  /** What was written before it, each an absolute path in its shortest form. */
  Vector<String> written() {
    return before.written().map(Paths::clean);
  }

  /** Its mounts, each with its directory, as far as that is known. */
  Vector<MountPoint> mountPoints() {
    return mountPoints.get();
  }

  private Vector<MountPoint> readMountPoints() {
    return run.mounts().flatMap(mount -> MountPoint.of(mount, scope));
  }

  /** Whether a cache mount of its RUN holds a path. */
  boolean hasCacheAt(String path) {
    return mountPoints().exists(point -> point.isCache() && point.holds(path));
  }

  /** Whether this stage is the other one or is built on it. */
  boolean follows(Stage other) {
    return stage.isBuiltOn(other);
  }

  /** Whether in some build this stage is the other one or is built on it. */
  boolean mayFollow(Stage other) {
    return ancestry.mayBeBuiltOn(stage, other);
  }

  /** Whether an instruction stands in its stage or one that this is built on. */
  boolean hasInLineage(Instruction instruction) {
    return dockerfile.stage(instruction).exists(stage::isBuiltOn);
  }

  /** Whether an instruction stands in its lineage, before it or in its place. */
  boolean isLedToBy(Instruction instruction) {
    int last = construct instanceof OnBuild ? stage.end() : index;
    return dockerfile.index(instruction) <= last && hasInLineage(instruction);
  }

  /** Whether it runs a script whose text is not here, or a program, which may call any package manager. */
  boolean runsUnreadScript() {
    if (script.isEmpty() || !script.get().complete()) {
      return true;
    }
    return commands.exists(command -> UnreadPrograms.mayCallApt(this, command));
  }
}
