package dev.drydock.fleet;

/**
 * Files in a tree that say what in it is not to be looked at.
 *
 * <p>Named paths are looked at whatever such a file says.
 */
public enum Ignore {
  /** {@code .gitignore} in each directory, {@code .git/info/exclude}, and those of the directories above. */
  GIT(".gitignore"),

  /**
   * {@code .dockerignore}: directories that it leaves out of a build are not searched. What it says of single files is
   * not followed, since a Dockerfile is often left out of its own build on purpose.
   */
  DOCKER(".dockerignore");

  private final String fileName;

  Ignore(String fileName) {
    this.fileName = fileName;
  }

  /** The name of these files. */
  public String fileName() {
    return fileName;
  }

  /** {@link #GIT}. */
  public static Ignore git() {
    return GIT;
  }

  /** {@link #DOCKER}. */
  public static Ignore docker() {
    return DOCKER;
  }
}
