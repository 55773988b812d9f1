package dev.drydock.impl.caching.effect;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.function.Predicate;

/**
 * Where a command may write a text to, as far as its words and redirections name it. A program that is not known here may
 * write to whatever its words name.
 *
 * <p>Sources: POSIX XCU, Utilities; the manual pages of GNU coreutils, rsync(1), gawk(1).
 */
public final class FileWriters {

  /** Programs that write what their words, or the words of the command before them in a pipe, say. */
  public static final Set<String> OF_TEXT = HashSet.of("cat", "echo", "printf", "tee");

  /** Programs that bring no text into a file. */
  private static final Set<String> OF_NOTHING =
      HashSet.of(
          "rm", "rmdir", "mkdir", "chmod", "chown", "chgrp", "ls", "grep", "test", "[", "[[", "touch", "true", ":", "find",
          "stat", "set", "cd", "sudo", "env");

  /** Programs that write what their last word names. */
  public static final Set<String> OF_LAST_WORD = HashSet.of("cp", "mv", "ln", "install", "rsync");

  /** Programs whose words name what they read or print, but for {@code awk -i inplace}: they write what they are redirected to. */
  private static final Set<String> OF_OUTPUT = HashSet.of("awk", "mawk", "cat", "cut", "echo", "head", "printf", "tail", "wc");

  private FileWriters() {}

  /** Whether the program is known to bring no text into a file. */
  public static boolean bringsNothing(Invocation invocation) {
    return OF_NOTHING.contains(invocation.name());
  }

  /** Whether something holds of what the command is redirected to or from, or of a word that may name what it writes. */
  public static boolean anyDestination(Invocation invocation, Predicate<Argument> wanted) {
    if (invocation.redirected().exists(wanted)) {
      return true;
    }
    Vector<Argument> arguments = invocation.arguments();
    if (OF_OUTPUT.contains(invocation.name()) && !arguments.exists(argument -> argument.text().equals("-i"))) {
      return false;
    }
    return OF_LAST_WORD.contains(invocation.name())
        ? arguments.nonEmpty() && wanted.test(arguments.last())
        : arguments.exists(wanted);
  }
}
