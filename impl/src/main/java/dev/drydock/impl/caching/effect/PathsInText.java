package dev.drydock.impl.caching.effect;

import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths that a text seems to have in it, whatever the text is: absolute ones, and hidden names such as {@code .cache}. */
public record PathsInText(Vector<String> paths) {

  private static final Pattern PATH = Pattern.compile("(~|\\$HOME|\\$\\{HOME\\})?/[\\w.*?/-]*|(?<![\\w/.*?$})\\]\\\\-])\\.\\w[\\w.-]*");
  private static final Pattern HOME = Pattern.compile("^(~|\\$HOME|\\$\\{HOME\\})");

  /** Those of a text, with root's home for a home directory. */
  public static PathsInText of(String text) {
    return of(text, "/root");
  }

  /** Those of a text with this home directory. Names right below the root are left out: they say too little. */
  static PathsInText of(String text, String home) {
    return new PathsInText(
        PATH.matcher(text)
            .results()
            .map(path -> HOME.matcher(path.group()).replaceFirst(Matcher.quoteReplacement(home)))
            .filter(path -> path.startsWith(".") || Paths.clean(path).lastIndexOf('/') > 0)
            .collect(Vector.collector()));
  }

  /** Whether one of them is the directory, holds it or lies in it; of a hidden name, whether the directory has it. */
  public boolean concern(String directory) {
    return paths.exists(
        path ->
            path.startsWith(".") ? (directory + "/").contains("/" + path + "/") : Paths.match(path, directory) != Paths.Match.NONE);
  }
}
