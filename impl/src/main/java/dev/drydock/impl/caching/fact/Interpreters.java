package dev.drydock.impl.caching.fact;

import java.util.Set;

/** Programs that run a program that is written in another language than a POSIX shell's. */
public final class Interpreters {

  private static final Set<String> NAMES =
      Set.of("node", "nodejs", "php", "fish", "csh", "tcsh", "pwsh", "powershell", "xonsh", "nu");

  /** Those whose name a version may follow: {@code python3.12}. */
  private static final Set<String> VERSIONED = Set.of("python", "pypy", "perl", "ruby");

  private Interpreters() {}

  /** Whether a program's name is that of one. */
  public static boolean isOne(String name) {
    return NAMES.contains(name) || VERSIONED.contains(withoutVersion(name));
  }

  private static String withoutVersion(String name) {
    int end = name.length();
    while (end > 0 && (name.charAt(end - 1) == '.' || (name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9'))) {
      end--;
    }
    return name.substring(0, end);
  }
}
