package dev.drydock.cli.format;

/** A number of things, in words. */
public final class Count {

  private Count() {}

  /** {@code 1 file}, {@code 2 files}: what it counts has a name that takes an s. */
  public static String of(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
