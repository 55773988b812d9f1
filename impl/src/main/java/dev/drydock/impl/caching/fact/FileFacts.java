package dev.drydock.impl.caching.fact;

import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.TextPattern;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.impl.caching.effect.BuiltInPrograms;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.ProgramWorld;
import io.vavr.Lazy;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is known of a file: its RUNs in their places, its stages, what is done at which path. Read in one pass over the
 * constructs; what few files need is read when it is first asked for.
 */
public final class FileFacts {

  private static final Question SHOW_ROOT = (file, run) -> RootProof.isGivenBy(run);
  private static final Question SHOW_HOME = (file, run) -> RootProof.tellsHome(run);

  private final Dockerfile dockerfile;
  private final StageGraph stages;
  private final Vector<RunFacts> runs;
  private final Lazy<KeywordCase> keywordCase = Lazy.of(() -> KeywordCase.of(dockerfile()));
  private final Lazy<java.util.Set<String>> variableDirectories = Lazy.of(this::findVariableDirectories);
  private final Map<String, Vector<Instruction>> instructionsMatching = new HashMap<>();
  private final Map<String, Vector<Instruction>> instructionsWith = new HashMap<>();
  private final Map<Integer, BaseImage> images = new HashMap<>();
  private final IdentityHashMap<PackageManager, Configuration> configurations = new IdentityHashMap<>(4);
  private final IdentityHashMap<PackageManager, Occurrences> calling = new IdentityHashMap<>(4);
  private final IdentityHashMap<PackageManager, Occurrences> readingCache = new IdentityHashMap<>(4);
  private final IdentityHashMap<Predicate<String>, Vector<Instruction>> instructionsSaying = new IdentityHashMap<>(4);
  private final Lazy<Timeline> timeline = Lazy.of(() -> new Timeline(stages(), runs()));
  private final Lazy<AptConfigurations> aptConfigurations = Lazy.of(this::readAptConfigurations);
  private final IdentityHashMap<Question, Occurrences> answers = new IdentityHashMap<>(4);
  private final Lazy<Map<String, Vector<RunFacts>>> mountsWithin = Lazy.of(this::findMounts);
  private final Map<String, Occurrences> mountingWithin = new HashMap<>();
  private final Lazy<SpokenPaths> spokenPaths = Lazy.of(() -> new SpokenPaths(runs()));
  private final Lazy<Vector<FileCopy<?>>> copies = Lazy.of(this::findCopies);
  private final Lazy<Vector<FileCopy<?>>> copiesOfForeignSources = Lazy.of(() -> copies().filter(copy -> AptSources.addsForeign(copy, scope(copy))));
  private final Lazy<WrittenTexts> writtenTexts = Lazy.of(() -> new WrittenTexts(copies(), runs()));
  private final Lazy<DownloadedScripts> downloadedScripts;
  private final Lazy<Vector<StageReader>> stageReaders = Lazy.of(() -> StageReader.of(dockerfile(), copies(), runs()));
  private final Map<String, Vector<StageReader>> stageReadersOf = new HashMap<>();
  private final Lazy<Map<String, Vector<Instruction>>> copiesInto = Lazy.of(this::indexCopies);
  private final Lazy<CopiedTrees> copiedTrees = Lazy.of(() -> new CopiedTrees(dockerfile(), copies()));
  private final Map<TextPattern, Vector<Instruction>> containerCommandsWith = new HashMap<>();
  private final Lazy<Vector<ContainerCommand>> containerCommands = Lazy.of(() -> ContainerCommand.of(dockerfile(), writtenTexts()));

  private FileFacts(Dockerfile dockerfile, SettingNames settings, ProgramWorld world) {
    this.dockerfile = dockerfile;
    this.stages = new StageGraph(dockerfile);
    this.runs = read(BuildStates.of(dockerfile, settings), world);
    this.downloadedScripts = Lazy.of(() -> new DownloadedScripts(copies(), runs(), world));
  }

  /** The facts of a file, as far as decisions about these package managers may ask. */
  public static FileFacts of(Dockerfile dockerfile, Seq<PackageManager> managers) {
    return of(dockerfile, managers, BuiltInPrograms.all());
  }

  /** The same where these programs are known. */
  public static FileFacts of(Dockerfile dockerfile, Seq<PackageManager> managers, KnownPrograms programs) {
    ProgramWorld world = new ProgramWorld(programs, managers);
    return new FileFacts(dockerfile, SettingNames.of(managers), world);
  }

  private Vector<RunFacts> read(BuildStates states, ProgramWorld world) {
    List<RunFacts> found = new ArrayList<>();
    for (Stage stage : dockerfile.stages()) {
      for (int i = stage.start(); i < stage.end(); i++) {
        Construct construct = dockerfile.constructs().get(i);
        if (construct instanceof Run run) {
          found.add(new RunFacts(dockerfile, keywordCase, () -> image(stage), construct, i, found.size(), run, stage, states.at(i), world));
        }
      }
      for (int i = stage.start(); i < stage.end(); i++) {
        if (dockerfile.constructs().get(i) instanceof OnBuild outer && outer.instruction().getOrNull() instanceof Run run) {
          found.add(new RunFacts(dockerfile, keywordCase, () -> image(stage), outer, i, found.size(), run, stage, states.at(i), world));
        }
      }
    }
    return Vector.ofAll(found);
  }

  public Dockerfile dockerfile() {
    return dockerfile;
  }

  public StageGraph stages() {
    return stages;
  }

  /** Every RUN, also those that an ONBUILD holds, in the order in which they run. */
  public Vector<RunFacts> runs() {
    return runs;
  }

  /** The image that a stage's lineage begins with. */
  public BaseImage image(Stage stage) {
    Stage root = stages.root(stage);
    return images.computeIfAbsent(root.number(), number -> BaseImage.of(root.base(), root.from().platform()));
  }

  /**
   * The instructions of whose text something holds.
   *
   * @param wanted what holds of a text where it holds of a part of it; always the same instance for the same question: the
   *     answer is kept under it
   */
  Vector<Instruction> instructionsSaying(Predicate<String> wanted) {
    return instructionsSaying.computeIfAbsent(
        wanted, key -> key.test(dockerfile.text()) ? instructionsWith(key) : Vector.empty());
  }

  /**
   * Whether a RUN is known to run as root: by USER, by the base image, or because a RUN before it in the lineage, or it
   * itself, does without sudo what only root may.
   */
  public boolean isRoot(RunFacts run) {
    return run.user().isDefined()
        ? run.user().get().isRoot()
        : run.image().runsAsRoot() || RootProof.isGivenBy(run) || runsThat(SHOW_ROOT).lastBefore(run).isDefined();
  }

  /**
   * Whether it is known where the home directory of a RUN's user is: by HOME, by the base image, by the account that a RUN
   * created, or because apt has run as the base image's user. USER alone does not tell it: HOME stays as the image sets it.
   */
  public boolean knowsHome(RunFacts run) {
    return run.scope().variables().containsKey("HOME")
        || run.image().home().isDefined()
        || run.image().runsAsRoot()
        || run.user().exists(user -> !user.isRoot())
        || RootProof.tellsHome(run)
        || runsThat(SHOW_HOME).lastBefore(run).isDefined();
  }

  /** The texts that the file writes into files itself. */
  public WrittenTexts writtenTexts() {
    return writtenTexts.get();
  }

  /** The scripts that the file downloads. */
  public DownloadedScripts downloadedScripts() {
    return downloadedScripts.get();
  }

  /** What the file writes into a package manager's configuration. */
  public Configuration configuration(PackageManager manager) {
    return configurations.computeIfAbsent(manager, key -> new Configuration(dockerfile, runs, key));
  }

  /** What apt does with the archives that a RUN downloads. */
  public AptConfiguration aptConfiguration(RunFacts run) {
    return aptConfigurations.get().at(run);
  }

  private AptConfigurations readAptConfigurations() {
    return new AptConfigurations(
        dockerfile, runs, instructionsSaying(AptConfigurations.CONCERNS), at(AptConfiguration.DOCKER_CLEAN));
  }

  /** What the commands of the file do at which path. */
  public PathHistory at(String path) {
    return timeline.get().of(path);
  }

  /**
   * The RUNs for which something holds.
   *
   * @param question always the same instance for the same question: the answer is kept under it
   */
  public Occurrences runsThat(Question question) {
    Occurrences known = answers.get(question);
    if (known == null) {
      known = among(runs.filter(run -> question.holds(this, run)));
      answers.put(question, known);
    }
    return known;
  }

  /** A question about a RUN of a file. */
  public interface Question {
    boolean holds(FileFacts file, RunFacts run);
  }

  /** These RUNs, to be asked by where they stand. */
  public Occurrences among(Vector<RunFacts> some) {
    return new Occurrences(stages, some);
  }

  /** The RUNs in force of which is a variable that holds a path in a directory. */
  public Vector<RunFacts> withVariableWithin(String directory) {
    return variableDirectories.get().contains(directory)
        ? runs.filter(run -> run.variables().within(directory).nonEmpty())
        : Vector.empty();
  }

  private java.util.Set<String> findVariableDirectories() {
    java.util.Set<String> found = new java.util.HashSet<>();
    VariablesOfNote last = VariablesOfNote.NONE;
    for (RunFacts run : runs) {
      if (run.variables() != last) {
        last = run.variables();
        last.within().filterValues(names -> names.nonEmpty()).keySet().forEach(found::add);
      }
    }
    return found;
  }

  /** The instructions of whose text this holds. */
  private Vector<Instruction> instructionsWith(Predicate<String> wanted) {
    return instructions(instruction -> wanted.test(instruction.text()));
  }

  /** The instructions that have this in their text. */
  Vector<Instruction> instructionsMatching(Pattern pattern) {
    return instructionsMatching.computeIfAbsent(
        pattern.pattern(), key -> instructionsWith(text -> pattern.matcher(text).find()));
  }

  /** Whether an instruction that leads to a RUN has this in its text. */
  public boolean isSaidBefore(TextPattern text, RunFacts run) {
    return instructionsMatching(text.pattern()).exists(run::isLedToBy);
  }

  /** The instructions that have this word in their text. */
  Vector<Instruction> instructionsWith(String word) {
    return instructionsWith.computeIfAbsent(
        word, key -> instructionsWith(text -> hasWord(text, key)));
  }

  /** Whether a text has this in it, and not as a part of a longer name. */
  static boolean hasWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !isOfName(text.charAt(at - 1))) && (end == text.length() || !isOfName(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfName(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  /** The RUNs that download with a package manager, or take from its cache what it would download. */
  public Occurrences calling(PackageManager manager) {
    return calling.computeIfAbsent(
        manager,
        key -> among(runs.filter(run -> run.calls(key).exists(call -> call.downloads() || call.readsCache()))));
  }

  /** The RUNs with a mount below a directory. */
  public Occurrences mountingWithin(String directory) {
    return mountingWithin.computeIfAbsent(
        directory, key -> new Occurrences(stages, mountsWithin.get().getOrDefault(key, Vector.empty())));
  }

  private Map<String, Vector<RunFacts>> findMounts() {
    Map<String, Vector<RunFacts>> found = new HashMap<>();
    for (RunFacts run : runs) {
      Set<String> above = HashSet.empty();
      for (String place : run.mountPoints().map(MountPoint::path)) {
        for (String at = place; at.length() > 1; ) {
          at = Paths.parent(at);
          above = above.add(at);
        }
      }
      above.forEach(directory -> found.merge(directory, Vector.of(run), Vector::appendAll));
    }
    return found;
  }

  /** The RUNs in whose text a path stands, or one in it, in the order in which they run. */
  public Vector<RunFacts> speakingOf(String... paths) {
    java.util.Set<RunFacts> found = new java.util.LinkedHashSet<>();
    for (String path : paths) {
      found.addAll(spokenPaths.get().of(path));
    }
    return Vector.ofAll(found).sortBy(RunFacts::order);
  }

  /** The RUNs that take from a package manager's cache what would else be downloaded. */
  public Occurrences readingCache(PackageManager manager) {
    return readingCache.computeIfAbsent(
        manager, key -> among(runs.filter(run -> run.calls(key).exists(PackageCall::readsCache))));
  }

  /** COPY and ADD. */
  public Vector<FileCopy<?>> copies() {
    return copies.get();
  }

  /** Those that bring apt a repository that is not the distribution's. */
  public Vector<FileCopy<?>> copiesOfForeignSources() {
    return copiesOfForeignSources.get();
  }

  /** The instructions that take a directory, something in it or what holds it from another stage. */
  public Vector<StageReader> stageReaders(String directory) {
    return stageReadersOf.computeIfAbsent(
        directory, key -> stageReaders.get().filter(reader -> reader.takes(key)));
  }

  /** COPY and ADD that put something into a directory, or in its place. */
  public Vector<Instruction> copiesInto(String directory) {
    return copiesInto.get().getOrDefault(directory, Vector.empty());
  }

  /** COPY and ADD that put a tree over what holds a directory, and so may put something into it. */
  public Vector<Instruction> copiesOver(String directory) {
    return copiedTrees.get().over(directory);
  }

  private Scope scope(Instruction instruction) {
    return dockerfile.scope(instruction);
  }

  private Vector<FileCopy<?>> findCopies() {
    List<FileCopy<?>> found = new ArrayList<>();
    for (Instruction instruction : dockerfile.instructions()) {
      if (instruction instanceof FileCopy<?> copy) {
        found.add(copy);
      }
    }
    return Vector.ofAll(found);
  }

  private Map<String, Vector<Instruction>> indexCopies() {
    Map<String, Vector<Instruction>> found = new HashMap<>();
    for (FileCopy<?> copy : copies()) {
      for (String place : CopyDestination.of(copy, scope(copy))) {
        for (String at = place; ; at = Paths.parent(at)) {
          found.merge(at, Vector.<Instruction>of(copy), Vector::appendAll);
          if (at.length() <= 1) {
            break;
          }
        }
      }
    }
    return found;
  }

  /** CMD, ENTRYPOINT and HEALTHCHECK whose words have this in them, an ENTRYPOINT together with the CMD that goes with it. */
  public Vector<Instruction> containerCommands(TextPattern words) {
    return containerCommandsWith.computeIfAbsent(
        words, key -> containerCommands.get().filter(command -> key.isIn(command.words())).map(ContainerCommand::by));
  }

  private Vector<Instruction> instructions(Predicate<Instruction> wanted) {
    return dockerfile.instructions().filter(wanted);
  }
}
