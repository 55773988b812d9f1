package dev.drydock.impl.caching.effect;

import java.util.regex.Pattern;

/**
 * The directories that every image has of its own.
 *
 * <p>Source: the Filesystem Hierarchy Standard 3.0, chapters 3 to 5; Debian's package {@code base-files}.
 */
public final class ImageDirectories {

  /** Where apt keeps its lists. */
  public static final String APT_LISTS = "/var/lib/apt/lists";

  private static final Pattern OF_EVERY_IMAGE =
      Pattern.compile(
          "/|/(bin|boot|dev|etc|home|lib\\w*|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)|/(usr|var)/[^/]+");

  /** Places for an application that many images share by habit. */
  private static final Pattern OF_APPLICATIONS = Pattern.compile("/(app|workspace)");

  /** Directories in which only root makes anything. */
  private static final Pattern OF_ROOT = Pattern.compile("/(root|tmp|var)/.*");

  private static final Pattern HOME = Pattern.compile("/home/[^/]+");

  private static final Pattern OF_APT = Pattern.compile("/var/(cache|lib)/apt(/lists|/archives)?");

  private static final Recent<Boolean> KNOWN = new Recent<>(name -> OF_EVERY_IMAGE.matcher(name).matches());

  private ImageDirectories() {}

  /** Whether every image has this directory. */
  public static boolean has(String directory) {
    return KNOWN.of(directory);
  }

  /** Whether it is no place of one program: everything may keep files there. */
  public static boolean isShared(String directory) {
    return has(directory) || OF_APPLICATIONS.matcher(directory).matches();
  }

  /** Whether it is there already, or lies where only root makes anything. */
  public static boolean isThereForRoot(String directory) {
    return has(directory) || OF_ROOT.matcher(directory).matches();
  }

  /**
   * Whether an image may be without this directory: it is none of the image's own, none that many
   * applications have, no home, and none of apt's.
   */
  public static boolean mayBeMissing(String directory) {
    return !isShared(directory) && !HOME.matcher(directory).matches() && !OF_APT.matcher(directory).matches();
  }
}
