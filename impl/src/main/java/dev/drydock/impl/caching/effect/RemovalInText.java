package dev.drydock.impl.caching.effect;

import dev.drydock.caching.PackageManager;
import java.util.regex.Pattern;

/**
 * What looks like the end of a cache in a text whose language is not read: {@code rm -rf ~/.cache}, {@code
 * shutil.rmtree("/root/.cache")}, {@code apt-get clean}.
 */
public final class RemovalInText {

  private static final Pattern REMOVES =
      Pattern.compile("\\b(rm|rmdir|unlink)(_\\w+|Sync)?\\b|\\b(rmtree|rimraf|remove\\w*|delete)\\b");

  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");

  /** The search for files of the whole image. */
  private static final Pattern FINDS_ALL = Pattern.compile("\\bfind\\s+(-\\w+\\s+)*/\\s");

  /** A name that a dot hides: few files but caches have one. */
  private static final Pattern HIDDEN = Pattern.compile(".*/(\\.[^/]+).*");

  private RemovalInText() {}

  /**
   * Whether a text may remove or empty a directory where a package manager has a cache: it has a word that removes and one
   * that may name the directory, wherever they stand, or calls the package manager for that.
   *
   * @param home the directory that {@code ~} stands for
   */
  public static boolean isIn(String text, PackageManager manager, String home, String directory) {
    String lines = COMMENT.matcher(text.replace("\\n", "\n")).replaceAll("");
    boolean emptied =
        directory.equals(ImageDirectories.APT_LISTS) ? DistClean.isIn(lines) : CallInText.empties(lines, manager);
    return emptied || (REMOVES.matcher(lines).find() && mayName(lines, home, directory));
  }

  private static boolean mayName(String text, String home, String directory) {
    return PathsInText.of(text, home).concern(directory)
        || FINDS_ALL.matcher(text).find()
        || text.contains(HIDDEN.matcher(directory).replaceFirst("$1"));
  }
}
