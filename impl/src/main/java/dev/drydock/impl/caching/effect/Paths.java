package dev.drydock.impl.caching.effect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** How absolute paths, and patterns of file names, lie to each other. */
public final class Paths {

  /** At the beginning of a name: what {@code *} is under bash's {@code dotglob}, where it matches a dot too. */
  private static final String ALL_NAMES = "**";

  private static final Pattern FIRST_WILDCARD = Pattern.compile("/[*?]+");

  private Paths() {}

  /** The path without doubled slashes, {@code .} and {@code ..}, and without a slash at its end. */
  public static String clean(String path) {
    if (!path.startsWith("/") || isClean(path)) {
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

  private static boolean isClean(String path) {
    return path.indexOf("/.") < 0 && path.indexOf("//") < 0 && (path.length() == 1 || !path.endsWith("/"));
  }

  /** Whether the path is the directory or lies below it. */
  public static boolean within(String path, String directory) {
    return path.startsWith(directory)
        && (path.length() == directory.length()
            || directory.endsWith("/")
            || path.charAt(directory.length()) == '/');
  }

  /** Whether a directory is another one or holds it. */
  static boolean holds(String directory, String other) {
    return within(other, directory);
  }

  /** Whether the path lies below the directory. */
  public static boolean below(String path, String directory) {
    return path.length() != directory.length() && within(path, directory);
  }

  /** Whether a directory holds another one, and none of those between them, nor the other one, is hidden. */
  public static boolean holdsOpenly(String directory, String other) {
    return holds(directory, other) && other.indexOf("/.", directory.length()) < 0;
  }

  /** The directory that holds a clean absolute path; the root holds itself. */
  public static String parent(String path) {
    return path.isEmpty() ? path : path.substring(0, Math.max(path.lastIndexOf('/'), 1));
  }

  /** The name of a program or file without the folders before it, those of Windows too. */
  public static String baseName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** What a pattern of file names says of a path. */
  public enum Match {
    /** Nothing that it matches is the path, holds it or lies in it. */
    NONE,
    /** It matches the path or a directory that holds it. */
    HOLDS,
    /** It matches something below the path. */
    BELOW
  }

  /** What this pattern, as {@code sh} expands it, says of a directory. */
  public static Match match(String pattern, String directory) {
    if (!isPattern(pattern)) {
      String path = clean(pattern);
      return holds(path, directory) ? Match.HOLDS : below(path, directory) ? Match.BELOW : Match.NONE;
    }
    return match(pattern, directory, (part, name) -> matches(part, name) && !passesOver(part, name));
  }

  /** What this pattern, as {@code COPY} expands it (Go's {@code filepath.Match}), says of a directory. */
  public static Match matchInCopy(String pattern, String directory) {
    return match(pattern, directory, Paths::matches);
  }

  /** Whether it has a wildcard or a choice of names. */
  public static boolean isPattern(String path) {
    return fixedEnd(path) < path.length();
  }

  /** The directory that holds whatever a clean pattern matches; of a plain path the path itself. */
  public static String fixedPart(String pattern) {
    int end = fixedEnd(pattern);
    return end == pattern.length() ? pattern : pattern.substring(0, Math.max(pattern.lastIndexOf('/', end), 1));
  }

  /** Where its first wildcard or choice stands, or else its length. */
  private static int fixedEnd(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '*', '?', '[', '{' -> {
          return i;
        }
        default -> {}
      }
    }
    return pattern.length();
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
    return name.startsWith(".")
        && !pattern.startsWith(".")
        && !pattern.startsWith(ALL_NAMES)
        && !hasChoice(pattern);
  }

  /** The pattern that means the same where the shell does not pass over names that begin with a dot. */
  static String withHidden(String pattern) {
    return FIRST_WILDCARD.matcher(pattern).replaceAll("/" + ALL_NAMES);
  }

  private static boolean matches(String pattern, String name) {
    return hasChoice(pattern) || matchesWhole(pattern, name);
  }

  /** Whether stars and question marks match a whole name. A star is first tried as nothing, then as one character more. */
  private static boolean matchesWhole(String pattern, String name) {
    int wanted = 0;
    int next = 0;
    int afterStar = -1;
    int retry = 0;
    while (next < name.length()) {
      boolean more = wanted < pattern.length();
      if (more && pattern.charAt(wanted) == '*') {
        wanted++;
        afterStar = wanted;
        retry = next;
      } else if (more && (pattern.charAt(wanted) == '?' || pattern.charAt(wanted) == name.charAt(next))) {
        wanted++;
        next++;
      } else if (afterStar >= 0) {
        wanted = afterStar;
        retry++;
        next = retry;
      } else {
        return false;
      }
    }
    while (wanted < pattern.length() && pattern.charAt(wanted) == '*') {
      wanted++;
    }
    return wanted == pattern.length();
  }

  /** A choice among names ({@code [ab]}, {@code {a,b}}) is not looked into: it may match any name. */
  private static boolean hasChoice(String pattern) {
    return pattern.indexOf('[') >= 0 || pattern.indexOf('{') >= 0;
  }
}
