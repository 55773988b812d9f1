package dev.drydock.impl.caching.effect;

import dev.drydock.caching.PackageManager;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Variables and options that decide what a package built from source becomes (hazard 12).
 *
 * <p>What stands right before a package manager is there for its sake, so whatever is not known to be harmless is one. What
 * ENV or ARG says may be for anything, so there a variable is one by its name: in the table, by its shape, or by a word
 * that it has in common with a package on the command line.
 *
 * <p>Sources: GNU make, "Variables Used by Implicit Rules"; CMake, "Environment Variables"; PyTorch, "Environment variables
 * for building extensions"; pip and uv, options of {@code install}; the build documentation of packages that read others.
 */
public final class BuildSettingNames {

  private static final Pattern TABLE =
      Pattern.compile(
          "CMAKE_[A-Z_]+|CC|CXX|FC|NVCC|CUDAARCHS|CUDA_ARCH\\w*|\\w+_CUDA_ARCH\\w*|NVCC_\\w+|\\w+_WITH_CUDA|MAX_JOBS_ARCH"
              + "|DS_BUILD_\\w+|BUILD_WITH_\\w+|\\w+_TARGET_DEVICE|PYCURL_SSL_LIBRARY|HDF5_(MPI|DIR)|SKBUILD_\\w+|NO_CUDA"
              + "|ENABLE_CUDA");

  private static final Pattern SHAPES =
      Pattern.compile("\\w*FLAGS|\\w+_ARCHS?|\\w+_ARCH_LIST|FORCE_\\w+|\\w+_FORCE_\\w+|\\w+_BUILD\\w*|\\w+_WITH(OUT)?_\\w+|\\w+_NO_\\w+|USE_\\w+");

  /** Words that many packages have in their names, and that say nothing of a variable. */
  private static final Set<String> COMMON_WORDS =
      HashSet.of(
          "python", "python3", "py", "lib", "core", "client", "api", "app", "all", "cli", "sdk", "server", "db", "test", "tests", "dev",
          "plugin", "common", "tools", "utils", "base", "full", "web", "http", "data", "cloud", "service", "services", "runtime",
          "extra", "extras", "build", "pip", "setuptools", "wheel", "type", "types", "ml", "ai", "no", "node", "docker", "my", "project");

  /** Flags that may stand before the letter of an option which takes a value: {@code -qf}. */
  private static final String FLAG_LETTERS = "UIqvnhs";

  private static final Pattern PACKAGE =
      Pattern.compile("(?![\\w.-]*\\.(?:txt|in|toml|cfg|lock|whl|zip|gz|py)$)([A-Za-z0-9][\\w.-]*)(?:[\\[=<>!~; @].*)?");

  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

  private static final Recent<Boolean> OF_FILES = new Recent<>(BuildSettingNames::findFileVariable);

  private BuildSettingNames() {}

  /** Whether an option of a package manager, as the command gets it, is one, cut short or glued to its value or not. */
  public static boolean isOption(PackageManager manager, String text) {
    if (text.length() < 2 || text.charAt(0) != '-') {
      return false;
    }
    if (text.charAt(1) != '-') {
      return manager.buildSettings().exists(option -> option.length() == 2 && isLetter(option.charAt(1), text));
    }
    String name = LongOptions.name(text);
    return manager.buildSettings().exists(option -> option.startsWith(name))
        && manager.buildSettings().contains(LongOptions.inFull(manager, name));
  }

  private static boolean isLetter(char letter, String text) {
    int at = text.indexOf(letter);
    return at > 0 && text.substring(1, at).chars().allMatch(c -> FLAG_LETTERS.indexOf(c) >= 0);
  }

  /** Whether a variable of this name is one where it stands right before a package manager or is exported in its RUN. */
  public static boolean isVariable(PackageManager manager, String name) {
    return isOwnVariable(manager, name) || !HarmlessVariables.has(name);
  }

  /** Whether a variable of this name that ENV or ARG sets is one, whatever is installed. */
  public static boolean isFileVariable(PackageManager manager, String name) {
    return isOwnVariable(manager, name) || isFileVariable(name);
  }

  /** Whether a variable of this name that ENV or ARG sets is one for any package manager. */
  static boolean isFileVariable(String name) {
    return OF_FILES.of(name);
  }

  private static boolean findFileVariable(String name) {
    return (TABLE.matcher(name).matches() || SHAPES.matcher(name).matches()) && !HarmlessVariables.has(name);
  }

  /** Whether it says the same as an option that is one: {@code PIP_NO_BINARY}. */
  private static boolean isOwnVariable(PackageManager manager, String name) {
    return manager.buildSettings().contains(name)
        || manager
            .variablePrefixes()
            .exists(
                prefix ->
                    name.startsWith(prefix)
                        && manager
                            .buildSettings()
                            .exists(option -> option.startsWith("--") && name.substring(prefix.length()).contains(asVariable(option))));
  }

  private static String asVariable(String option) {
    return option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The word by which a variable may belong to a package; empty where it is of no package. */
  public static String firstWord(String name) {
    int end = name.indexOf('_');
    return end < 0 || HarmlessVariables.has(name) ? "" : name.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** The words of a package's name, where an argument names one, by which variables may belong to it. */
  public static Vector<String> wordsOfPackage(String argument) {
    var name = PACKAGE.matcher(argument);
    if (!name.matches()) {
      return Vector.empty();
    }
    String lower = name.group(1).toLowerCase(Locale.ROOT);
    return Vector.of(SEPARATORS.split(lower, -1))
        .append(SEPARATORS.matcher(lower).replaceAll(""))
        .filter(word -> word.length() > 1 && !COMMON_WORDS.contains(word))
        .distinct();
  }
}
