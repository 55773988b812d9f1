package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * The directories that instructions so far may have made: those that words of a RUN's commands name, with those above
 * them, and those in which anything may have been made.
 */
record TouchedPaths(Set<String> named, Set<String> opened) {

  static final TouchedPaths NONE = new TouchedPaths(HashSet.empty(), HashSet.empty());

  /** Programs that make no directory, or fail where the one above it is missing, whatever their words name. */
  private static final java.util.Set<String> MAKE_NOTHING =
      java.util.Set.of(
          "echo", "printf", "export", "ls", "test", "[", "[[", "rm", "rmdir", "chown", "chmod", "chgrp", "ln", "touch", "cat",
          "sed", "grep", "useradd", "adduser", "usermod", "userdel", "deluser", "groupadd", "addgroup", "groupmod", "groupdel",
          "delgroup");

  /** Programs that make what their words do not name in a directory that they are given, or let others do it. */
  private static final java.util.Set<String> FILL =
      java.util.Set.of("cd", "pushd", "tar", "bsdtar", "unzip", "git", "svn", "cp", "mv", "rsync");

  /** No home of a user is in there. */
  private static final Pattern OF_THE_SYSTEM = Pattern.compile("/(usr|etc|tmp|bin|sbin|lib|dev|proc|sys|root|run|boot)(/.*)?");

  private static final Pattern QUOTES = Pattern.compile("[\"']");

  /** Where what is known of a path ends. */
  private static final Pattern OPEN_END = Pattern.compile("[$*?\\[{`]");

  /** With what a command may have made. */
  TouchedPaths by(SimpleCommand command, Scope scope) {
    String name = command.name().getOrElse("");
    if (MAKE_NOTHING.contains(name)) {
      return this;
    }
    boolean fills = FILL.contains(name);
    TouchedPaths all = fills ? scope.workdir().map(Paths::clean).map(this::opening).getOrElse(this) : this;
    for (Word word : command.arguments().appendAll(command.assignments().map(Assignment::value))) {
      for (String path : path(word, scope)) {
        all = all.by(path, fills);
      }
    }
    return all;
  }

  /** The path that a word names, or the value that is written into an option; what is not known stays as written. */
  private static Option<String> path(Word word, Scope scope) {
    String text = word.value(scope::value).getOrElse(() -> QUOTES.matcher(word.text()).replaceAll(""));
    Option<String> path = text.startsWith("-") ? Option.some(text.substring(Math.max(text.indexOf('/'), 0))) : scope.resolve(text);
    return path.filter(at -> at.startsWith("/") && !OF_THE_SYSTEM.matcher(at).matches());
  }

  private TouchedPaths by(String path, boolean fills) {
    String known = OPEN_END.split(path, 2)[0];
    boolean isOpen = known.length() < path.length();
    String place = Paths.clean(isOpen ? known.substring(0, known.lastIndexOf('/') + 1) : known);
    return isOpen || fills ? named(place).opening(place) : named(place);
  }

  private TouchedPaths named(String path) {
    Set<String> all = named;
    for (String at = path; at.length() > 1; at = Paths.parent(at)) {
      all = all.add(at);
    }
    return new TouchedPaths(all, opened);
  }

  /** With a directory in which anything may have been made; the root of the image does not count. */
  TouchedPaths opening(String directory) {
    return directory.equals("/") ? this : new TouchedPaths(named, opened.add(directory));
  }

  /** Whether a clean directory may have been made. */
  boolean mayHave(String directory) {
    return named.contains(directory) || opened.contains(Paths.parent(directory));
  }
}
