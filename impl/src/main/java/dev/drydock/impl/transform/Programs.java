package dev.drydock.impl.transform;

import dev.drydock.transform.PackageManager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The regular expressions that package managers are described with, each compiled once. */
final class Programs {

  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private Programs() {}

  static Pattern compiled(String regex) {
    return COMPILED.computeIfAbsent(regex, Pattern::compile);
  }

  /** Whether a base name is that of a program of the package manager. */
  static boolean isOne(PackageManager manager, String name) {
    return compiled(manager.programs()).matcher(name).matches();
  }

  /** Whether a text names one of the package manager's programs, its aliases or its module as a word, or {@code -mpip}. */
  static boolean areNamed(PackageManager manager, CharSequence text) {
    String aliases = manager.aliases().keySet().map(alias -> "|" + Pattern.quote(alias)).mkString();
    return compiled("(?:(?<![\\w.-])|(?<=[^\\w.-]-m))(?:" + manager.programs() + aliases + ")(?![\\w./-])").matcher(text).find();
  }
}
