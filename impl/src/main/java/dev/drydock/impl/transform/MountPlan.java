package dev.drydock.impl.transform;

import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Mount;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.transform.CacheDirectory;
import dev.drydock.transform.PackageManager;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * What is to be done with one RUN for one package manager: which directories to mount, which are mounted already, and
 * what there is to say.
 */
record MountPlan(
    PackageManager manager, Vector<Target> toMount, Vector<String> covered, Vector<Finding> findings) {

  /** Variables that decide what a package built from source becomes (hazard 12). */
  private static final Pattern BUILD_SETTINGS =
      Pattern.compile(
          "CMAKE_(?!BUILD_PARALLEL_LEVEL|POLICY_VERSION_MINIMUM|GENERATOR$|VERSION|URL|EXPORT_)[A-Z_]+"
              + "|(?!MAKE)[A-Z]*FLAGS|CC|CXX|FC|NVCC|TORCH_CUDA_ARCH_LIST|(\\w+_)?CUDA_ARCH\\w*|CUDAARCHS|NVCC_\\w+"
              + "|FORCE_(?!COLOR)\\w+|\\w+_FORCE_BUILD|\\w+_BUILD_FROM_SOURCE|BUILD_WITH_\\w+|\\w+_WITH_CUDA"
              + "|USE_(CUDA|ROCM|OPENMP|MKL\\w*)|DS_BUILD_\\w+|MAX_JOBS_ARCH|PYTORCH_ROCM_ARCH|\\w+_TARGET_DEVICE"
              + "|(PIP|UV)_(NO_BINARY\\w*|CONFIG_SETTINGS\\w*|GLOBAL_OPTION|NO_BUILD_ISOLATION\\w*)|PYCURL_SSL_LIBRARY|BLIS_ARCH"
              + "|HDF5_(MPI|DIR)|SKBUILD_\\w+|NO_CUDA|ENABLE_CUDA");

  private static final Pattern BUILD_OPTIONS =
      Pattern.compile(
          "--no-binary(=.*)?|--no-build-isolation(-package)?(=.*)?|--global-option(=.*)?|--build-option(=.*)?"
              + "|--config-settings?(=.*)?|-C.+");

  static MountPlan of(Site site, PackageManager manager, Survey survey) {
    MountPlan nothing = new MountPlan(manager, Vector.empty(), Vector.empty(), Vector.empty());
    if (!site.names(manager)) {
      return nothing;
    }
    Vector<Call> calls = site.calls(manager);
    if (calls.isEmpty()) {
      return notSeen(site, manager, nothing);
    }
    Option<Finding> refusal = refusal(site, calls, survey.frontend);
    if (refusal.isDefined()) {
      return nothing.with(refusal.get());
    }
    MountPlan plan = nothing;
    for (Target target : plan.targets(site, calls, survey)) {
      plan = plan.decide(site, target, survey);
    }
    for (Finding finding : unknownTargets(site, calls, manager)) {
      plan = plan.with(finding);
    }
    return plan;
  }

  /** Whether every directory that the calls use is mounted, now or as planned. */
  boolean covers(String path) {
    return covered.exists(mounted -> Paths.within(path, mounted))
        || toMount.exists(target -> Paths.within(path, target.path()));
  }

  /** The paths that are mounted, now or as planned. */
  Vector<String> paths() {
    return covered.appendAll(toMount.map(Target::path));
  }

  /** Without mounts that what stands in the RUN would keep from being used, and that is not known to be of no use. */
  MountPlan withoutInert(Site site, Survey survey) {
    if (toMount.isEmpty() || Defeats.cacheIsUsed(site, manager, survey)) {
      return this;
    }
    Option<Defeat> defeat = Defeat.of(site, manager, toMount.map(Target::path)).headOption();
    return defeat.isEmpty()
        ? this
        : new MountPlan(
            manager,
            Vector.empty(),
            covered,
            findings.append(
                Finding.kept(
                    Rule.USER_UNKNOWN,
                    defeat.get().subject(),
                    "the base image's user is not known, so whether a mount at "
                        + toMount.head().path()
                        + " would be its cache is not either; USER root before it would tell")));
  }

  private MountPlan with(Finding finding) {
    return findings.contains(finding)
        ? this
        : new MountPlan(manager, toMount, covered, findings.append(finding));
  }

  private MountPlan mounting(Target target) {
    return new MountPlan(manager, toMount.append(target), covered, findings);
  }

  private MountPlan covering(String path) {
    return new MountPlan(manager, toMount, covered.append(path), findings);
  }

  /** The name is there, but no call of it was seen: a word of something else, or text that is no shell's. */
  private static MountPlan notSeen(Site site, PackageManager manager, MountPlan nothing) {
    if (!Site.isPosix(site.scope)) {
      return nothing.with(
          Finding.kept(
              Rule.SHELL, manager.name(), "SHELL sets " + site.scope.shell().head() + ", which is not a POSIX shell"));
    }
    if (site.script.isEmpty()) {
      return nothing.with(
          Finding.kept(Rule.INTERPRETER, manager.name(), "the heredoc is a script of another interpreter than sh"));
    }
    if (!site.script.get().complete()) {
      return nothing.with(unread(site));
    }
    return site.passedTo(manager)
        .map(
            command ->
                nothing.with(
                    Finding.kept(
                        Rule.UNREAD,
                        firstLine(command),
                        manager.name() + " is among its words, and whether it runs that is not known")))
        .getOrElse(nothing);
  }

  private static Finding unread(Site site) {
    return Finding.kept(
        Rule.UNREAD,
        site.script.get().unread().head().span().of(site.run.text()).strip().lines().findFirst().orElse(""),
        "the shell text was not understood here: " + site.script.get().unread().head().reason());
  }

  /** What stands against any mount in this RUN. */
  private static Option<Finding> refusal(Site site, Vector<Call> calls, Frontend frontend) {
    Call first = calls.find(Call::downloads).getOrElse(calls.head());
    String subject = firstLine(first.command());
    if (calls.forAll(call -> !call.downloads())) {
      return Option.some(
          calls.exists(Call::refreshes)
              ? Finding.kept(
                  Rule.LISTS,
                  subject,
                  "it only fetches lists, which a later RUN may install with: in a mount they could be gone by then."
                      + " Join it with the install to have them cached")
              : Finding.kept(Rule.NO_DOWNLOAD, subject, "it downloads no packages"));
    }
    if (site.run.network().contains("none")) {
      return Option.some(Finding.kept(Rule.NO_DOWNLOAD, subject, "--network=none: it downloads nothing"));
    }
    if (!site.script.get().complete()) {
      return Option.some(unread(site));
    }
    if (BaseImages.isWindows(site.stage)) {
      return Option.some(Finding.kept(Rule.WINDOWS, subject, "the image is a Windows image"));
    }
    if (frontend == Frontend.TOO_OLD || frontend == Frontend.UNKNOWN) {
      return Option.some(
          Finding.kept(
              Rule.FRONTEND,
              subject,
              frontend == Frontend.TOO_OLD
                  ? "the frontend of the syntax directive is from before cache mounts (1.2); addSyntax() raises it"
                  : "whether the frontend of the syntax directive knows cache mounts cannot be told"));
    }
    if (site.run.mounts().size() < site.run.mountFlags().size()) {
      return Option.some(
          Finding.kept(Rule.OCCUPIED, subject, "one of its mounts cannot be read"));
    }
    return refusedSetting(site, calls).orElse(() -> buildSetting(site, calls));
  }

  private static Option<Finding> refusedSetting(Site site, Vector<Call> calls) {
    for (Call call : calls.filter(Call::downloads)) {
      for (PackageManager.Refusal refusal : call.manager().refusals()) {
        Pattern pattern = Programs.compiled(refusal.setting());
        Option<String> found =
            settings(site, call).find(setting -> pattern.matcher(setting).find());
        if (found.isDefined()) {
          return Option.some(Finding.kept(Rule.REFUSED_SETTING, found.get(), refusal.reason()));
        }
      }
    }
    return Option.none();
  }

  /** Every option of a call, an option with the word behind it, and every variable in force, as NAME=value. */
  private static Vector<String> settings(Site site, Call call) {
    Vector<String> words = call.options().map(word -> site.value(call.command(), word).getOrElse(word.text()));
    Vector<String> pairs = words.zipWith(words.drop(1), (a, b) -> a + " " + b).toVector();
    Environment environment = new Environment(site, call.command());
    Vector<String> variables =
        site.scope
            .variables()
            .keySet()
            .addAll(call.command().environment().map(assignment -> assignment.name()))
            .toVector()
            .map(name -> name + "=" + environment.value(name).getOrElse(() -> site.scope.value(name).getOrElse("")));
    return words.appendAll(pairs.filter(pair -> pair.startsWith("-"))).appendAll(variables);
  }

  private static Option<Finding> buildSetting(Site site, Vector<Call> calls) {
    for (Call call : calls.filter(call -> call.downloads() && call.manager().buildsFromSource())) {
      Option<String> name =
          site.scope
              .variables()
              .keySet()
              .addAll(call.command().environment().map(assignment -> assignment.name()))
              .toVector()
              .sorted()
              .find(variable -> BUILD_SETTINGS.matcher(variable).matches() && !isReleaseBuild(site, variable));
      Option<String> option =
          call.options().map(word -> word.text()).find(text -> BUILD_OPTIONS.matcher(text).matches());
      if (name.isDefined() || option.isDefined()) {
        return Option.some(
            Finding.kept(
                Rule.BUILD_SETTINGS,
                name.getOrElse(option.getOrElse("")),
                "it decides how packages are built from source, but not under which name they are cached: a shared"
                    + " cache would give one service the build of another"));
      }
    }
    return Option.none();
  }

  /** CMake's usual build type, which changes nothing of what is built by default. */
  private static boolean isReleaseBuild(Site site, String variable) {
    return variable.equals("CMAKE_BUILD_TYPE")
        && site.scope.value(variable).exists(value -> value.equalsIgnoreCase("release"));
  }

  /** The directories that the downloading calls use, each once; apt's narrowed where its marks matter. */
  private Vector<Target> targets(Site site, Vector<Call> calls, Survey survey) {
    boolean marks = AptLists.isApt(manager) && AptLists.usesMarks(site, survey);
    return calls
        .filter(Call::downloads)
        .flatMap(call -> caches(marks).map(cache -> Target.of(site, call, cache)))
        .filter(Either::isRight)
        .map(Either::get)
        .distinctBy(Target::path);
  }

  private Vector<CacheDirectory> caches(boolean marks) {
    return marks ? manager.listsOnly().caches() : manager.caches();
  }

  private static Vector<Finding> unknownTargets(Site site, Vector<Call> calls, PackageManager manager) {
    return calls
        .filter(Call::downloads)
        .flatMap(call -> manager.caches().map(cache -> Target.of(site, call, cache)))
        .filter(Either::isLeft)
        .map(Either::getLeft)
        .distinct();
  }

  private MountPlan decide(Site site, Target target, Survey survey) {
    String path = target.path();
    Option<Mount> existing = existing(site, path);
    if (existing.isDefined()) {
      return existing.get() instanceof CacheMount
          ? covering(path)
              .with(Finding.kept(Rule.ALREADY_MOUNTED, path, "a cache is mounted there already"))
          : with(
              Finding.kept(
                  Rule.OCCUPIED, path, "another mount of type " + existing.get().type() + " is there already"));
    }
    if (target.owner().isDefined() && survey.frontend == Frontend.KNOWS_MOUNTS_OF_ROOT) {
      return with(Finding.kept(Rule.FRONTEND, path, "the frontend does not know uid and gid of a mount"));
    }
    boolean holdsLists = Paths.within(AptLists.LISTS, path);
    if (holdsLists) {
      Option<Finding> lists = AptLists.objection(site, survey);
      if (lists.isDefined()) {
        return with(lists.get());
      }
    }
    Option<Finding> objection = Contents.objection(site, manager, target, survey);
    if (objection.isDefined()) {
      return with(objection.get());
    }
    Option<Finding> broken = brokenByRemoval(site, target, survey);
    if (broken.isDefined()) {
      return with(broken.get());
    }
    if (target.owner().isDefined() && !Parents.canBeMade(site, target)) {
      return with(
          Finding.kept(
              Rule.PARENTS,
              path,
              "BuildKit would create the directories above it as root's, and whether the user can create them"
                  + " before is not known"));
    }
    if (holdsLists) {
      survey.listsAreMounted(site);
    }
    return mounting(target);
  }

  /** The mount at the path, above it, or below it. */
  private static Option<Mount> existing(Site site, String path) {
    return site.run
        .mounts()
        .find(
            mount ->
                mount
                    .target()
                    .map(target -> site.scope.expand(target).getOrElse(target))
                    .flatMap(site.scope::resolve)
                    .map(Paths::clean)
                    .exists(at -> Paths.within(path, at) || Paths.within(at, path)));
  }

  private static Option<Finding> brokenByRemoval(Site site, Target target, Survey survey) {
    for (Removals.Removal removal : Removals.of(site, target.path())) {
      boolean breaks =
          removal.effect() == Removals.Effect.UNKNOWN
              || (removal.effect() == Removals.Effect.BREAKS
                  && !(survey.defeaters == Survey.Defeaters.GO && Defeat.canGo(site, removal)));
      if (breaks) {
        return Option.some(
            Finding.kept(
                Rule.REMOVES_MOUNT_POINT,
                firstLine(removal.command()),
                removal.effect() == Removals.Effect.UNKNOWN
                    ? "it may remove " + target.path() + " or what is in it, which cannot be told"
                    : "it removes " + target.path() + ", which fails where that is a mount point"));
      }
    }
    return Option.none();
  }

  static String firstLine(SimpleCommand command) {
    String text = command.text().strip();
    int feed = text.indexOf('\n');
    String line = (feed < 0 ? text : text.substring(0, feed)).strip().replaceAll("\\s+", " ");
    return line.length() > 70 ? line.substring(0, 70) + "…" : line;
  }
}
