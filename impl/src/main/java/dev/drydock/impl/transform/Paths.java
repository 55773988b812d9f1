package dev.drydock.impl.transform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** How absolute paths lie to each other. */
final class Paths {

  private static final Pattern STANDARD = Pattern.compile("/|/[^/]+|/var/(cache|lib)(/apt(/lists|/archives)?)?|/usr/[^/]+|/home/[^/]+");

  private static final Pattern WILDCARD = Pattern.compile("[*?]");

  /** What chooses among names, which is not looked into: it may match any. */
  private static final Pattern CHOICE = Pattern.compile("[\\[{]");

  private Paths() {}

  /** The path without doubled slashes, {@code .} and {@code ..}, and without a slash at its end. */
  static String clean(String path) {
    if (!path.startsWith("/")) {
      return path;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  /** Whether the path is the directory or lies below it. */
  static boolean within(String path, String directory) {
    return path.equals(directory)
        || path.startsWith(directory.endsWith("/") ? directory : directory + "/");
  }

  /** Whether the path lies below the directory. */
  static boolean below(String path, String directory) {
    return within(path, directory) && !path.equals(directory);
  }

  /**
   * Whether an image may be without this directory: below a home or a place of the image's own. What the Filesystem
   * Hierarchy Standard has ({@code /var/cache}, {@code /usr/local}) is there, and so are homes.
   */
  static boolean mayBeNew(String directory) {
    return !STANDARD.matcher(directory).matches();
  }

  /** What a pattern of file names says of a path. */
  enum Match {
    /** Nothing that it matches is the path, holds it or lies in it. */
    NONE,
    /** It matches the path or a directory that holds it. */
    HOLDS,
    /** It matches something below the path. */
    BELOW
  }

  /** What this pattern, as {@code sh} expands it, says of a directory. */
  static Match match(String pattern, String directory) {
    return match(pattern, directory, (part, name) -> matches(part, name) && !passesOver(part, name));
  }

  /** What this pattern, as {@code COPY} expands it (Go's {@code filepath.Match}), says of a directory. */
  static Match matchInCopy(String pattern, String directory) {
    return match(pattern, directory, Paths::matches);
  }

  private static Match match(String pattern, String directory, BiPredicate<String, String> matches) {
    String cleaned = clean(pattern);
    if (cleaned.equals("/")) {
      return Match.HOLDS;
    }
    String[] wanted = cleaned.split("/", -1);
    String[] actual = directory.split("/", -1);
    int shared = Math.min(wanted.length, actual.length);
    for (int i = 0; i < shared; i++) {
      if (!matches.test(wanted[i], actual[i])) {
        return Match.NONE;
      }
    }
    return wanted.length <= actual.length ? Match.HOLDS : Match.BELOW;
  }

  /** Whether {@code sh} passes over a name that begins with a dot, since the pattern does not begin with one. */
  private static boolean passesOver(String pattern, String name) {
    return name.startsWith(".") && !pattern.startsWith(".") && !CHOICE.matcher(pattern).find();
  }

  private static boolean matches(String pattern, String name) {
    if (CHOICE.matcher(pattern).find()) {
      return true;
    }
    if (!WILDCARD.matcher(pattern).find()) {
      return pattern.equals(name);
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.matches(regex.toString(), name);
  }
}
