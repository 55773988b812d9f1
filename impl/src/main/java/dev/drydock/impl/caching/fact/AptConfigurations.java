package dev.drydock.impl.caching.fact;

import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.FileWriters;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.AptConfiguration.Hook;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What apt does with its archives at each RUN of a file: what the instructions before it in its lineage say, in their
 * order.
 *
 * <p>Sources: apt.conf(5); {@code docker-clean} of debuerreotype, {@code debuerreotype-minimizing-config}.
 */
final class AptConfigurations {

  private static final String FOLDER = "/etc/apt/apt.conf.d";

  /** What stands in an instruction that may configure what becomes of archives. */
  static final Predicate<String> CONCERNS = AptConfigurations::concerns;

  /** A copy of another image's {@code /etc}. */
  private static final Pattern ETC_FROM_ELSEWHERE = Pattern.compile("(?m)--from=.*\\s\"?/etc/?[\"\\]\\s]*$");

  /** The hook of Debian's and Ubuntu's images, made conditional. */
  private static final Pattern SPARES_MOUNTS = Pattern.compile("(?s)mountpoint -q /var/cache/apt.*docker-clean");

  /** Commands that apt or dpkg run around a download or an install. */
  private static final Pattern HOOKS = Pattern.compile("(?i)(Post|Pre)-(Invoke|Install-Pkgs)");

  /** What stands in such a command that is not read: a variable, a script, a program of somebody's own. */
  private static final String UNREAD = "\\$|\\.sh\\b|/(usr/)?(local|opt)/";

  /** What stands in such a command that deletes archives, or may. */
  private static final Pattern DELETES =
      Pattern.compile("(?i)/var/cache|archives|\\.deb\\b|\\bpkgcache|\\b(auto-?|dist-?)?clean\\b|" + UNREAD);

  /** What stands in such a command that deletes lists, or may. */
  private static final Pattern DELETES_LISTS =
      Pattern.compile("(?i)/var/lib/apt|\\bdist-?clean\\b|" + UNREAD);

  private static final Pattern KEEP = Pattern.compile("(?i)Keep-Downloaded-Packages[\\s\\\\\"'=]*([\\w$]+)?");

  private static final Set<String> YES = HashSet.of("1", "true", "yes", "on", "with", "enable");

  /** The archives lie in another place. */
  private static final Pattern MOVES = Pattern.compile("(?i)\\b(Root)?Dir(::Cache(?!::\\w*pkgcache)(::archives)?)?[\\s\\\\\"'=]*[{/\"']");

  private final Dockerfile dockerfile;
  private final PathHistory dockerClean;
  private final Map<Integer, AptConfiguration> atRun;

  /**
   * Those of a file.
   *
   * @param said the instructions that may configure what becomes of archives: {@link #CONCERNS} their text
   * @param dockerClean what commands do to the image's hook
   */
  AptConfigurations(Dockerfile dockerfile, Vector<RunFacts> runs, Vector<Instruction> said, PathHistory dockerClean) {
    this.dockerfile = dockerfile;
    this.dockerClean = dockerClean;
    boolean concerned = said.nonEmpty() || !dockerClean.isEmpty();
    this.atRun = concerned ? HashMap.ofAll(walk(runs, said)) : HashMap.empty();
  }

  private static boolean concerns(String text) {
    return text.contains("docker-clean")
        || text.contains("/etc/apt")
        || text.contains("apt.conf")
        || text.contains("APT_CONFIG")
        || text.contains("Keep-Downloaded")
        || text.contains("-Invoke")
        || (text.contains("--from=") && ETC_FROM_ELSEWHERE.matcher(text).find());
  }

  /** What apt does with the archives that a RUN downloads. */
  AptConfiguration at(RunFacts run) {
    return atRun.getOrElse(run.order(), AptConfiguration.OF_IMAGE);
  }

  private java.util.Map<Integer, AptConfiguration> walk(Vector<RunFacts> all, Vector<Instruction> said) {
    java.util.Map<Integer, AptConfiguration> found = new java.util.HashMap<>();
    IdentityHashMap<Construct, Boolean> saying = new IdentityHashMap<>();
    said.forEach(instruction -> saying.put(instruction, true));
    java.util.Map<Integer, RunFacts> runs = new java.util.HashMap<>();
    all.forEach(run -> runs.put(run.index(), run));
    java.util.Map<Integer, AptConfiguration> ends = new java.util.HashMap<>();
    for (Stage stage : dockerfile.stages()) {
      AptConfiguration state = before(stage, ends);
      for (boolean onBuild : new boolean[] {false, true}) {
        for (int i = stage.start(); i < stage.end(); i++) {
          Construct construct = dockerfile.constructs().get(i);
          if (construct instanceof OnBuild == onBuild) {
            state = after(state, construct, runs.get(i), saying.containsKey(construct), found);
          }
        }
      }
      ends.put(stage.number(), state);
    }
    return found;
  }

  /** What a stage begins with: of a parent that another build may replace by another image only what is in the way. */
  private static AptConfiguration before(Stage stage, java.util.Map<Integer, AptConfiguration> ends) {
    AptConfiguration ofParent =
        stage.parent().map(parent -> ends.getOrDefault(parent.number(), AptConfiguration.OF_IMAGE)).getOrElse(AptConfiguration.OF_IMAGE);
    return StageGraph.certainParent(stage).isDefined() ? ofParent : ofParent.replaceable();
  }

  private AptConfiguration after(
      AptConfiguration before,
      Construct construct,
      @Nullable RunFacts run,
      boolean says,
      java.util.Map<Integer, AptConfiguration> found) {
    if (run != null) {
      return after(before, run, says, found);
    }
    Instruction inner =
        construct instanceof OnBuild outer ? outer.instruction().getOrNull() : construct instanceof Instruction own ? own : null;
    if (inner instanceof FileCopy<?> copy) {
      return afterCopy(before, copy, dockerfile.scope(construct));
    }
    return inner == null || !says ? before : afterText(before, inner.text());
  }

  private static AptConfiguration afterCopy(AptConfiguration before, FileCopy<?> copy, Scope scope) {
    if (copy.heredocs().nonEmpty()) {
      return CONCERNS.test(copy.text()) ? afterText(before, copy.text()) : before;
    }
    String to = AptSources.destination(copy, scope);
    boolean configures = to.equals("/etc/apt") || to.startsWith("/etc/apt/apt.conf") || replacesEtc(copy, to);
    return configures ? before.with(Hook.UNKNOWN) : before;
  }

  /** Whether it puts another image's {@code /etc} over this one's. */
  private static boolean replacesEtc(FileCopy<?> copy, String to) {
    return to.equals("/etc")
        && copy instanceof Copy of
        && of.from().isDefined()
        && copy.sources().map(Paths::clean).contains(to);
  }

  private AptConfiguration after(
      AptConfiguration before, RunFacts run, boolean says, java.util.Map<Integer, AptConfiguration> found) {
    if (run.mountPoints().exists(point -> point.overlaps(FOLDER))) {
      found.put(run.order(), before.with(Hook.UNKNOWN));
      return before;
    }
    AptConfiguration state = before;
    boolean told = false;
    for (Invocation invocation : run.invocations()) {
      state = after(state, run, invocation, says);
      boolean downloads = PackageCall.of(PackageManagers.APT, invocation).exists(PackageCall::downloads);
      if (downloads && !told) {
        found.put(run.order(), state);
        told = true;
      }
    }
    if (!told) {
      found.put(run.order(), state);
    }
    return says && run.script().isEmpty() ? afterText(state, run.text()) : state;
  }

  private AptConfiguration after(AptConfiguration before, RunFacts run, Invocation invocation, boolean says) {
    AptConfiguration state = before;
    if (removesHook(run, invocation)) {
      state = state.with(Hook.NONE);
    }
    if (!says) {
      return state;
    }
    String text = textOf(run, invocation);
    if (SPARES_MOUNTS.matcher(text).find()) {
      return state.with(Hook.UNLESS_MOUNTED);
    }
    if (writes(invocation) && !isTextOfTheFile(run, invocation)) {
      return state.with(Hook.UNKNOWN);
    }
    return invocation.name().equals("sed") && text.contains("docker-clean")
        ? state.with(Hook.UNKNOWN)
        : afterText(clears(invocation) ? state.with(Hook.NONE) : state, text);
  }

  /** A command with all that is given to it, a heredoc too. */
  private static String textOf(RunFacts run, Invocation invocation) {
    return invocation.readsHereDocument() ? run.text() : invocation.command().text();
  }

  private boolean removesHook(RunFacts run, Invocation invocation) {
    if (invocation.command().conditional()) {
      return false;
    }
    boolean byPattern = invocation.name().equals("rm") && invocation.arguments().exists(AptConfigurations::isHook);
    return byPattern
        || dockerClean
            .acts(run)
            .exists(
                act ->
                    act.invocation() == invocation
                        && !act.effect().place().mayBeElsewhere()
                        && (act.effect() instanceof Effect.Displaces || act.effect() instanceof Effect.Removes));
  }

  /** Whether a word names the image's hook, be it by a pattern, and no place that is not known. */
  private static boolean isHook(Argument argument) {
    return !argument.place().mayBeElsewhere()
        && argument
            .place()
            .paths()
            .exists(path -> Paths.match(path, AptConfiguration.DOCKER_CLEAN) == Paths.Match.HOLDS);
  }

  /** Whether it writes a new text in the place of the image's hook. */
  private static boolean clears(Invocation invocation) {
    return !invocation.command().conditional()
        && invocation.command().redirections()
            .exists(redirection -> redirection.operator().startsWith(">") && redirection.target().text().endsWith("docker-clean"));
  }

  /** Whether it writes into apt's configuration. */
  private static boolean writes(Invocation invocation) {
    return !FileWriters.bringsNothing(invocation)
        && FileWriters.anyDestination(invocation, AptConfigurations::isConfiguration);
  }

  private static boolean isConfiguration(Argument argument) {
    return argument.place().paths().exists(path -> path.equals("/etc/apt") || path.startsWith("/etc/apt/apt.conf"));
  }

  /** Whether what it writes stands in the file. */
  private static boolean isTextOfTheFile(RunFacts run, Invocation invocation) {
    return switch (invocation.name()) {
      case "echo", "printf" ->
          invocation.arguments().forAll(argument -> argument.text().contains("::") || argument.value().isDefined());
      case "sed" -> true;
      case "tee", "cat" ->
          invocation.readsHereDocument()
              || (invocation.command().inPipeline()
                  && run.invocations().exists(other -> other.command().inPipeline() && (other.name().equals("echo") || other.name().equals("printf"))));
      default -> false;
    };
  }

  private static AptConfiguration afterText(AptConfiguration before, String text) {
    AptConfiguration state = before;
    if (SPARES_MOUNTS.matcher(text).find()) {
      return state.with(Hook.UNLESS_MOUNTED).keeping();
    }
    if (text.contains("APT_CONFIG") || (MOVES.matcher(text).find() && text.contains("apt.conf"))) {
      state = state.with(Hook.UNKNOWN);
    }
    if (HOOKS.matcher(text).find()) {
      state = DELETES.matcher(text).find() ? state.with(Hook.OF_FILE) : state;
      state = DELETES_LISTS.matcher(text).find() ? state.deletingLists() : state;
    }
    Matcher keep = KEEP.matcher(text);
    while (keep.find()) {
      String value = keep.group(1) == null ? "" : keep.group(1).toLowerCase(Locale.ROOT);
      boolean forApt = text.lastIndexOf("Binary::apt", keep.start()) >= 0;
      state = !YES.contains(value) ? state.with(Hook.OF_FILE) : forApt ? state.keeping() : state;
    }
    return state;
  }
}
