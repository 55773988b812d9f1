package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.ImageReference;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a frontend, the image that a {@code syntax} directive names, can do.
 *
 * <p>Sources: the release notes of docker/dockerfile: {@code RUN --mount} is stable from 1.2 on, variables in its
 * values from 1.3 on; before that it was in the {@code experimental} channel.
 */
enum Frontend {
  /** Knows cache mounts. */
  KNOWS_MOUNTS,
  /** Knows cache mounts, but not yet {@code uid} and {@code gid}. */
  KNOWS_MOUNTS_OF_ROOT,
  /** A released version from before cache mounts. */
  TOO_OLD,
  /** A digest, a mirror or another image: what it knows cannot be told. */
  UNKNOWN;

  private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.\\d+)?");

  /** The one that reads this file; without a directive it is the builder's own, which knows mounts. */
  static Frontend of(Dockerfile dockerfile) {
    return dockerfile.syntax().map(Frontend::named).getOrElse(KNOWS_MOUNTS);
  }

  /**
   * The one that a directive's value names: what follows the first blank is its command line. With a digest that is what
   * runs, whatever the tag beside it says.
   */
  static Frontend named(String value) {
    ImageReference image = ImageReference.parse(value.split("\\s", 2)[0]);
    boolean official = image.domain().equals("docker.io") && image.path().equals("docker/dockerfile");
    boolean upstream = image.domain().equals("docker.io") && image.path().equals("docker/dockerfile-upstream");
    if (image.digest().isDefined()) {
      return UNKNOWN;
    }
    return official || upstream ? tagged(image.tag()) : UNKNOWN;
  }

  private static Frontend tagged(Option<String> tag) {
    String name = tag.getOrElse("latest");
    return switch (name) {
      case "latest", "master", "labs", "experimental", "1.1-experimental" -> KNOWS_MOUNTS;
      case "1.0-experimental" -> KNOWS_MOUNTS_OF_ROOT;
      default -> name.endsWith("-labs") ? KNOWS_MOUNTS : versioned(name);
    };
  }

  private static Frontend versioned(String name) {
    Matcher version = VERSION.matcher(name);
    if (!version.matches()) {
      return UNKNOWN;
    }
    boolean old =
        version.group(1).equals("1") && version.group(2) != null && Integer.parseInt(version.group(2)) < 2;
    return old ? TOO_OLD : KNOWS_MOUNTS;
  }
}
