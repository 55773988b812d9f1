package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.shell.ShellScript;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;

/** Which shell reads the scripts of a scope's RUNs. */
final class Shells {

  private static final Pattern HIDDEN = Pattern.compile("dotglob|GLOBIGNORE|(?i:glob_?dots)");

  private static final Pattern STOPS = Pattern.compile("-[a-zA-Z]*e[a-zA-Z]*|errexit");

  private Shells() {}

  /** Whether what runs shell forms is a POSIX shell. */
  static boolean isPosix(Scope scope) {
    Vector<String> words = scope.shell();
    boolean looksUp = words.size() > 1 && Paths.baseName(words.head()).equals("env") && !words.get(1).startsWith("-");
    return words.isEmpty() || ShellScript.isShell(Paths.baseName(words.get(looksUp ? 1 : 0)));
  }

  /**
   * Whether the shell's patterns may match names that begin with a dot: {@code shopt -s dotglob} or {@code bash -O dotglob},
   * a {@code GLOBIGNORE} (bash(1)), {@code setopt globdots} (zshoptions(1)).
   */
  static boolean mayMatchHidden(Scope scope, String text) {
    return speaksOfHidden(text)
        || scope.shell().exists(Shells::speaksOfHidden)
        || scope.variables().containsKey("GLOBIGNORE")
        || scope.value("BASHOPTS").exists(Shells::speaksOfHidden);
  }

  private static boolean speaksOfHidden(String text) {
    return (text.contains("glob") || text.contains("GLOB")) && HIDDEN.matcher(text).find();
  }

  /** Whether SHELL says that a script ends where a command fails. */
  static boolean stopsOnFailure(Scope scope) {
    Vector<String> words = scope.shell();
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).indexOf('e') >= 0 && STOPS.matcher(words.get(i)).matches()) {
        return true;
      }
    }
    return false;
  }
}
