package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.shell.ShellScript;
import io.vavr.collection.Vector;

/** Which shell reads the scripts of a scope's RUNs. */
final class Shells {

  private Shells() {}

  /** Whether what runs shell forms is a POSIX shell. */
  static boolean isPosix(Scope scope) {
    Vector<String> words = scope.shell();
    boolean looksUp =
        words.headOption().map(Paths::baseName).contains("env")
            && words.drop(1).headOption().exists(word -> !word.startsWith("-"));
    return ShellScript.isShell((looksUp ? words.drop(1) : words).headOption().map(Paths::baseName).getOrElse("sh"));
  }

  /** Whether SHELL says that a script ends where a command fails. */
  static boolean stopsOnFailure(Scope scope) {
    return scope.shell().drop(1).exists(word -> word.matches("-[a-zA-Z]*e[a-zA-Z]*|errexit"));
  }
}
