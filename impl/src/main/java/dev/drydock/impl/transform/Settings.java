package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** Options and variables under which a shared cache would do harm (hazards 4 and 12). */
final class Settings {

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

  private Settings() {}

  /** Why nothing is mounted under the settings of these calls, where there is a reason. */
  static Option<Finding> objection(Site site, Vector<Call> calls) {
    return refusedSetting(site, calls)
        .orElse(() -> LocalSources.objection(site, calls))
        .orElse(() -> buildSetting(site, calls));
  }

  /** Whether a variable makes the call take everything from the cache. */
  static boolean isCacheOnly(Site site, Call call) {
    return call.manager()
        .cacheOnlyVariables()
        .exists(pattern -> variables(site, call).exists(pattern::matches));
  }

  private static Option<Finding> refusedSetting(Site site, Vector<Call> calls) {
    for (Call call : calls.filter(call -> call.downloads() || call.refreshes())) {
      for (PackageManager.Setting refusal : call.manager().refusals()) {
        Pattern pattern = refusal.pattern().pattern();
        Option<String> found =
            settings(site, call)
                .find(setting -> pattern.matcher(setting).find())
                .orElse(() -> Configuration.saying(site, call.manager(), pattern).map(Contents::firstLine));
        if (found.isDefined()) {
          return Option.some(Finding.kept(Rule.REFUSED_SETTING, found.get(), refusal.reason()));
        }
      }
    }
    return Option.none();
  }

  /** Every option of a call, an option with the word behind it, and every variable in force, as NAME=value. */
  static Vector<String> settings(Site site, Call call) {
    Vector<String> words = call.options().map(word -> site.value(call.command(), word).getOrElse(word.text()));
    Vector<String> pairs = words.zipWith(words.drop(1), (a, b) -> a + " " + b).toVector();
    return words.appendAll(pairs.filter(pair -> pair.startsWith("-"))).appendAll(variables(site, call));
  }

  private static Vector<String> variables(Site site, Call call) {
    Environment environment = new Environment(site, call.command());
    return site.scope
        .variables()
        .keySet()
        .addAll(call.command().environment().map(assignment -> assignment.name()))
        .toVector()
        .map(name -> name + "=" + environment.value(name).getOrElse(() -> site.scope.value(name).getOrElse("")));
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
}
