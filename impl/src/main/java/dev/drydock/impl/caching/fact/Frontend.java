package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FrontendReference;
import io.vavr.control.Option;

/**
 * What a frontend, the image that a {@code syntax} directive names, can do.
 *
 * <p>Sources: the release notes of docker/dockerfile: {@code RUN --mount} is stable from 1.2 on, variables in its
 * values from 1.3 on; before that it was in the {@code experimental} channel.
 */
public enum Frontend {
  /** Knows cache mounts, and variables in their values. */
  KNOWS_VARIABLES,
  /** Knows cache mounts; a variable in their values stays as it is written, or may. */
  KNOWS_MOUNTS,
  /** Knows cache mounts, but not yet {@code uid} and {@code gid}. */
  KNOWS_MOUNTS_OF_ROOT,
  /** A released version from before cache mounts. */
  TOO_OLD,
  /** A digest, a mirror or another image: what it knows cannot be told. */
  UNKNOWN;

  /** The one that reads this file; without a directive it is the builder's own, which is taken to be of today. */
  public static Frontend of(Dockerfile dockerfile) {
    return dockerfile.syntax().map(Frontend::named).getOrElse(KNOWS_VARIABLES);
  }

  /**
   * The one that a directive's value names: what follows the first blank is its command line. A digest is what runs, and
   * is never dropped: the tag beside it tells its version, and one from before cache mounts is not raised.
   */
  public static Frontend named(String value) {
    FrontendReference frontend = FrontendReference.parse(value);
    boolean pinned = frontend.image().digest().isDefined();
    boolean told = frontend.official() && (!pinned || frontend.image().tag().isDefined());
    Frontend known = told ? tagged(frontend.image().tag().getOrElse("latest"), frontend.version()) : UNKNOWN;
    return pinned && known == TOO_OLD ? UNKNOWN : known;
  }

  private static Frontend tagged(String tag, Option<String> version) {
    return switch (tag) {
      case "latest", "master", "labs" -> KNOWS_VARIABLES;
      case "experimental", "1.1-experimental" -> KNOWS_MOUNTS;
      case "1.0-experimental" -> KNOWS_MOUNTS_OF_ROOT;
      default -> {
        boolean labs = tag.endsWith("-labs");
        boolean released = version.contains(tag);
        yield labs || released ? versioned(version.getOrElse("1.2"), labs) : UNKNOWN;
      }
    };
  }

  /** A minor version that is not told is the newest. */
  private static Frontend versioned(String version, boolean labs) {
    String[] numbers = version.split("\\.", -1);
    if (!numbers[0].equals("1") || numbers.length == 1 || numbers[1].length() > 1) {
      return KNOWS_VARIABLES;
    }
    int minor = numbers[1].charAt(0) - '0';
    return minor >= 3 ? KNOWS_VARIABLES : minor == 2 || labs ? KNOWS_MOUNTS : TOO_OLD;
  }
}
