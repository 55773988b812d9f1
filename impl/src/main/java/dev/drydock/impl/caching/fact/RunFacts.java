package dev.drydock.impl.caching.fact;

import dev.drydock.caching.Account;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.impl.caching.effect.Conduct;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.ProgramNames;
import dev.drydock.impl.caching.effect.ProgramWorld;
import dev.drydock.impl.caching.effect.Surroundings;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import dev.drydock.text.TextEdit;
import io.vavr.Tuple2;
import io.vavr.Tuple;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of a RUN in its place, also of one in an ONBUILD: what it executes, where, as whom, with which mounts. */
public final class RunFacts implements Surroundings {

  private final Dockerfile dockerfile;
  private final Supplier<KeywordCase> keywordCase;
  private final Supplier<BaseImage> image;
  private final Construct construct;
  private final int index;
  private final int order;
  private final Run run;
  private final String text;
  private final Stage stage;
  private final Scope scope;
  private final BuildState state;
  private final ProgramWorld world;
  private final Option<ShellScript> script;

  private @Nullable Option<String> home;
  private @Nullable Set<String> unset;
  private @Nullable Vector<Invocation> invocations;
  private @Nullable Vector<AssignedPath> assignedPaths;
  private @Nullable Vector<MountPoint> mountPoints;
  private @Nullable SpokenText spoken;
  private @Nullable Conducts conducts;
  /** By commands, each with some of its arguments or none. */
  private final Map<Tuple2<SimpleCommand, Vector<Word>>, Boolean> removable = new HashMap<>();
  private final Answers<RunFacts> answers = new Answers<>();
  private final IdentityHashMap<PackageManager, Vector<PackageCall>> calls = new IdentityHashMap<>(4);

  RunFacts(
      Dockerfile dockerfile,
      Supplier<KeywordCase> keywordCase,
      Supplier<BaseImage> image,
      Construct construct,
      int index,
      int order,
      Run run,
      Stage stage,
      BuildState state,
      ProgramWorld world) {
    this.dockerfile = dockerfile;
    this.keywordCase = keywordCase;
    this.image = image;
    this.construct = construct;
    this.index = index;
    this.order = order;
    this.run = run;
    this.text = run.text();
    this.stage = stage;
    this.scope = dockerfile.scope(construct);
    this.state = state;
    this.world = world;
    this.script = Shells.isPosix(scope) ? scriptOf(run) : Option.none();
  }

  /** The case of the file's keywords, which is found once for all of its RUNs. */
  public KeywordCase keywordCase() {
    return keywordCase.get();
  }

  public Dockerfile dockerfile() {
    return dockerfile;
  }

  /** The construct of the file: the RUN, or the ONBUILD that holds it. */
  public Construct construct() {
    return construct;
  }

  /** The construct that stands here once the RUN is another one. */
  public Construct holding(Run other) {
    return construct instanceof OnBuild outer ? outer.with(other) : other;
  }

  /** The index of the construct in the file. */
  public int index() {
    return index;
  }

  /** Its place in the order in which the RUNs of the file run: what an ONBUILD holds comes after its stage. */
  public int order() {
    return order;
  }

  /** The physical line that the construct begins on. */
  public int line() {
    return dockerfile.lineAt(index);
  }

  public Run run() {
    return run;
  }

  /** The complete text of the RUN. */
  public String text() {
    return text;
  }

  public Stage stage() {
    return stage;
  }

  public Scope scope() {
    return scope;
  }

  public boolean isOnBuild() {
    return construct instanceof OnBuild;
  }

  /** The image that its lineage begins with. */
  public BaseImage image() {
    return image.get();
  }

  /** Who it runs as; none where it is the base image's user. */
  public Option<Account> user() {
    return state.user();
  }

  /** What was written before it. */
  public WrittenPaths written() {
    return state.written();
  }

  /** The variables of ENV and ARG in force that a rule may ask about. */
  public VariablesOfNote variables() {
    return state.variables();
  }

  /** An account, other than root, in whose home a path lies. */
  public Option<Account> inhabitant(String path) {
    return state.inhabitant(path);
  }

  /** Whether nothing says that it runs as another user than root. */
  public boolean mayBeRoot() {
    return user().map(Account::isRoot).getOrElse(() -> !image().runsAsAnother());
  }

  /** The home directory: what the file or the image says; else root's, where nothing says that it is another user's. */
  public Option<String> home() {
    Option<String> known = home;
    if (known == null) {
      known = findHome();
      home = known;
    }
    return known;
  }

  private Option<String> findHome() {
    if (scope.variables().containsKey("HOME")) {
      return scope.fixedValue("HOME");
    }
    Option<String> ofImage = image().home();
    if (ofImage.isDefined()) {
      return ofImage;
    }
    if (user().isDefined()) {
      return user().flatMap(Account::home);
    }
    return image().runsAsAnother() ? Option.none() : Option.some("/root");
  }

  /** What it executes; none where that is no script of a POSIX shell. */
  public Option<ShellScript> script() {
    return script;
  }

  /** Whether what runs shell forms here is a POSIX shell. */
  public boolean hasPosixShell() {
    return Shells.isPosix(scope);
  }

  /** What another RUN would execute in its place: under {@code -e} where SHELL says so. */
  public Option<ShellScript> scriptOf(Run other) {
    return Shells.stopsOnFailure(scope) ? other.scriptUnderErrexit() : other.script();
  }

  /**
   * Whether a command can be taken out of the RUN, or some of its arguments.
   *
   * @param arguments those that are to go; none where the whole command is
   */
  public boolean canLose(SimpleCommand command, Vector<Word> arguments) {
    return removable.computeIfAbsent(Tuple.of(command, arguments), this::canLose);
  }

  private boolean canLose(Tuple2<SimpleCommand, Vector<Word>> asked) {
    if (script.isEmpty() || run.execForm()) {
      return false;
    }
    Map<SimpleCommand, Vector<Word>> part = Map.of(asked._1, asked._2);
    Vector<TextEdit> cuts = script.get().without(text, part)._1;
    boolean reachesEnd = cuts.nonEmpty() && text.indexOf('\n', cuts.last().end()) < 0;
    return reachesEnd ? run.without(part)._2.isEmpty() : cuts.nonEmpty();
  }

  /** The commands of its script, in the order of the text. */
  public Vector<Invocation> invocations() {
    Vector<Invocation> known = invocations;
    if (known == null) {
      known = readInvocations();
      invocations = known;
    }
    return known;
  }

  private Vector<Invocation> readInvocations() {
    Vector<SimpleCommand> commands = script.map(ShellScript::commands).getOrElse(Vector.empty());
    java.util.Set<SimpleCommand> runners = Collections.newSetFromMap(new IdentityHashMap<>(4));
    for (SimpleCommand command : commands) {
      if (command.runBy().isDefined()) {
        runners.add(command.runBy().get());
      }
    }
    Vector<Option<String>> directories = Vector.of(scope.workdir());
    boolean matchesHidden = Shells.mayMatchHidden(scope, text);
    List<Invocation> read = new ArrayList<>(commands.size());
    for (SimpleCommand command : commands) {
      Environment environment = environment(command);
      Invocation invocation =
          new Invocation(
              command,
              word -> word.value(environment::shellValue),
              directories,
              runners.contains(command),
              matchesHidden);
      read.add(invocation);
      directories = WorkingDirectories.after(invocation, directories, home());
    }
    return Vector.ofAll(read);
  }

  /**
   * The absolute paths that its commands set variables to, clean: before a command, alone, or as a word of {@code export}
   * and {@code env}.
   */
  public Vector<AssignedPath> assignedPaths() {
    Vector<AssignedPath> known = assignedPaths;
    if (known == null) {
      known =
          text.indexOf('=') < 0
              ? Vector.empty()
              : invocations()
                  .flatMap(
                      invocation ->
                          AssignedPath.by(invocation, environment(invocation.command())::shellValue, home()));
      assignedPaths = known;
    }
    return known;
  }

  /** What is known of the environment of one of its commands. */
  public Environment environment(SimpleCommand command) {
    return new Environment(this, command);
  }

  /** Whether one of its commands takes a variable out of the environment. */
  public boolean unsets(String variable) {
    Set<String> known = unset;
    if (known == null) {
      known = findUnset();
      unset = known;
    }
    return known.contains(variable);
  }

  private Set<String> findUnset() {
    return script
        .map(ShellScript::commands)
        .getOrElse(Vector.empty())
        .filter(command -> command.name().contains("unset"))
        .flatMap(command -> command.arguments().flatMap(word -> word.value()))
        .toSet();
  }

  /** Whether the text names one of the package manager's programs as a word, in whatever context. */
  public boolean names(PackageManager manager) {
    return ProgramNames.areNamed(manager, text);
  }

  /** The calls of a package manager, as what they do under the variables in force. */
  public Vector<PackageCall> calls(PackageManager manager) {
    Vector<PackageCall> known = calls.get(manager);
    if (known == null) {
      known =
          names(manager)
              ? invocations()
                  .flatMap(invocation -> PackageCall.of(manager, invocation))
                  .map(call -> Settings.asItRuns(this, call))
              : Vector.empty();
      calls.put(manager, known);
    }
    return known;
  }

  /** The answer to a question about it that several rules ask. */
  public <A, V> V answer(Answers.Question<RunFacts, A, V> question, A about) {
    return answers.to(question, this, about);
  }

  /** The calls of all known package managers. */
  public Vector<PackageCall> calls() {
    return PackageManagers.ALL.flatMap(this::calls);
  }

  /** Its mounts, each with its directory, as far as that is known. */
  public Vector<MountPoint> mountPoints() {
    Vector<MountPoint> known = mountPoints;
    if (known == null) {
      known = run.mounts().flatMap(mount -> MountPoint.of(mount, scope));
      mountPoints = known;
    }
    return known;
  }

  /** Whether a cache mount holds the path. */
  public boolean hasCacheAt(String path) {
    return mountPoints().exists(point -> point.isCache() && point.holds(path));
  }

  /** Whether its user may write to a cache that is mounted: root to any, another where it is that user's. */
  public boolean mayWriteTo(CacheMount mount) {
    boolean everyone = mount.mode().exists(mode -> mode.matches("0?[0-7]{2}[2367]"));
    return !mount.readOnly()
        && (mayBeRoot()
            || everyone
            || user().flatMap(Account::uid).map(String::valueOf).exists(mount.uid()::contains));
  }

  /** Whether this stage is the other one or is built on it. */
  public boolean follows(Stage other) {
    return stage.isBuiltOn(other);
  }

  /** Whether an instruction stands in its stage or one that this is built on. */
  public boolean hasInLineage(Instruction instruction) {
    return dockerfile.stage(instruction).exists(this::follows);
  }

  /** Whether an instruction stands in its lineage, before it or in its place. */
  public boolean isLedToBy(Instruction instruction) {
    int last = isOnBuild() ? stage.end() : index;
    return dockerfile.index(instruction) <= last && hasInLineage(instruction);
  }

  /**
   * What one of its commands may do besides what its words say: write below a home, call package managers, remove caches.
   */
  public Conduct conduct(Invocation invocation) {
    Conducts known = conducts;
    if (known == null) {
      known = new Conducts(invocations(), world, this);
      conducts = known;
    }
    return known.of(invocation);
  }

  /** Whether all that it executes is read: there is a script, and it was understood. */
  public boolean isRead() {
    return script.exists(ShellScript::complete);
  }

  /** Whether it may call any package manager, unseen. */
  public boolean mayCallPackageManagers() {
    return !isRead() || invocations().exists(invocation -> conduct(invocation).mayCallPackageManagers());
  }

  /** The same, but for what one package manager does in calls of its own, which are seen. */
  public boolean mayCallUnseen(PackageManager manager) {
    return !isRead()
        || invocations()
            .exists(
                invocation ->
                    conduct(invocation).mayCallPackageManagers() && PackageCall.of(manager, invocation).isEmpty());
  }

  /** Whether one of its commands is known to run none of its words. */
  public boolean runsNoWords(Invocation invocation) {
    return world.runsNoWords(invocation);
  }

  /** Whether it may write files below a home directory that its words do not name. */
  public boolean mayWriteBelowHome() {
    return !isRead() || invocations().exists(invocation -> conduct(invocation).mayWriteBelowHome());
  }

  @Override
  public Option<String> fileValue(String variable) {
    return scope.value(variable);
  }

  @Override
  public boolean speaksOf(String directory) {
    return spoken().speaksOf(directory);
  }

  @Override
  public boolean brings(String program) {
    return written().bringsProgram(program);
  }

  @Override
  public boolean runs(String program) {
    return invocations().exists(invocation -> invocation.name().equals(program));
  }

  @Override
  public Vector<Invocation> feeding(Invocation invocation) {
    return Pipes.into(invocation, invocations());
  }

  /** What its text says besides its mounts and its known removals. */
  public SpokenText spoken() {
    SpokenText known = spoken;
    if (known == null) {
      known = SpokenText.of(text, invocations());
      spoken = known;
    }
    return known;
  }

  /** Whether it runs as the same user as another one. */
  public boolean hasUserOf(RunFacts other) {
    return user().map(Account::name).equals(other.user().map(Account::name));
  }
}
