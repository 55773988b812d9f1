package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.PackageCall;
import io.vavr.collection.Vector;

/**
 * What apt does with the archives that it has downloaded, as far as the file tells at one place.
 *
 * @param aptKeeps whether the file has told {@code apt} to keep them; {@code apt-get} does so unasked (apt.conf(5),
 *     Keep-Downloaded-Packages)
 * @param mayDeleteLists whether the file has given apt a command to run that deletes its lists, or may have
 */
public record AptConfiguration(Hook hook, boolean aptKeeps, boolean mayDeleteLists) {

  /** The configuration of Debian's and Ubuntu's images that makes apt delete archives. */
  public static final String DOCKER_CLEAN = "/etc/apt/apt.conf.d/docker-clean";

  /** Which command apt runs to delete archives, after each install. */
  public enum Hook {
    /** That of the base image, where it has one: {@code docker-clean} in those of Debian and Ubuntu. */
    OF_IMAGE,
    /** None any more: the file has removed it. */
    NONE,
    /** One that deletes nothing where the cache is mounted. */
    UNLESS_MOUNTED,
    /** One of the file's own. */
    OF_FILE,
    /** It cannot be told: a configuration was brought whose text is not in the file. */
    UNKNOWN
  }

  static final AptConfiguration OF_IMAGE = new AptConfiguration(Hook.OF_IMAGE, false, false);

  AptConfiguration with(Hook other) {
    return new AptConfiguration(other, aptKeeps, mayDeleteLists || other == Hook.UNKNOWN);
  }

  AptConfiguration keeping() {
    return new AptConfiguration(hook, true, mayDeleteLists);
  }

  AptConfiguration deletingLists() {
    return new AptConfiguration(hook, aptKeeps, true);
  }

  /** What is left of it where another image may take the place of its own: what is in the way. */
  AptConfiguration replaceable() {
    return bearsAStep() ? new AptConfiguration(Hook.OF_IMAGE, false, mayDeleteLists) : this;
  }

  /** Whether the archives of these calls stay where they are, in a mount of the cache. */
  public boolean keepsArchivesOf(Vector<PackageCall> calls) {
    boolean clean = hook == Hook.NONE || hook == Hook.UNLESS_MOUNTED;
    return clean && (aptKeeps || !calls.filter(PackageCall::downloads).exists(AptConfiguration::mayBeApts));
  }

  /** Whether it is apt itself that installs, or may be: which program apt-fast calls is configured. */
  private static boolean mayBeApts(PackageCall call) {
    return call.isRunBy("apt") || call.isRunBy("apt-fast");
  }

  /** Whether a step before it that makes the image's hook spare mounted caches would be in force here. */
  public boolean bearsAStep() {
    return hook != Hook.OF_FILE && hook != Hook.UNKNOWN;
  }

  /** Whether such a step would change what happens here. */
  public boolean needsAStep() {
    return hook == Hook.OF_IMAGE;
  }
}
