package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The regular expressions that package managers are described with, each compiled once. */
final class Programs {

  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private static final String ANY_KNOWN =
      PackageManagers.ALL
          .map(manager -> "(?:" + manager.programs() + ")" + manager.aliases().keySet().map(a -> "|" + Pattern.quote(a)).mkString())
          .mkString("|")
          + "|(?:python|pypy)[0-9.]*";

  private Programs() {}

  static Pattern compiled(String regex) {
    return COMPILED.computeIfAbsent(regex, Pattern::compile);
  }

  /** Whether a base name is that of a program of the package manager. */
  static boolean isOne(PackageManager manager, String name) {
    return manager.programs().matches(name);
  }

  /** Whether a base name may be that of any known package manager, or of a Python that runs one as a module. */
  static boolean mayBeKnown(String name) {
    return compiled(ANY_KNOWN).matcher(name).matches();
  }

  /** Whether a text names one of the package manager's programs, its aliases or its module as a word, or {@code -mpip}. */
  static boolean areNamed(PackageManager manager, CharSequence text) {
    String aliases = manager.aliases().keySet().map(alias -> "|" + Pattern.quote(alias)).mkString();
    return compiled("(?:(?<![\\w.-])|(?<=[^\\w.-]-m))(?:" + manager.programs() + aliases + ")(?![\\w./-])").matcher(text).find();
  }
}
