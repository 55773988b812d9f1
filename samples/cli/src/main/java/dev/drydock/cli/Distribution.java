package dev.drydock.cli;

import dev.drydock.dockerfile.ImageReference;
import io.vavr.control.Option;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The distribution that an image is built on, as far as its name and tag tell.
 *
 * @param family {@code debian}, {@code ubuntu}, {@code alpine}, …
 * @param release its code name, or its number where it has none; none where the tag leaves it open
 */
record Distribution(String family, Option<String> release) {

  private static final Map<String, String> DEBIAN =
      Map.of(
          "8", "jessie", "9", "stretch", "10", "buster", "11", "bullseye", "12", "bookworm", "13", "trixie", "14",
          "forky");

  private static final Map<String, String> UBUNTU =
      Map.of(
          "14.04", "trusty", "16.04", "xenial", "18.04", "bionic", "20.04", "focal", "22.04", "jammy", "24.04",
          "noble", "24.10", "oracular", "25.04", "plucky", "25.10", "questing", "26.04", "resolute");

  private static final Set<String> OTHERS =
      Set.of("alpine", "fedora", "rockylinux", "almalinux", "centos", "amazonlinux", "archlinux", "wolfi-base");

  /** Official images that are Debian unless their tag says otherwise. */
  private static final Set<String> ON_DEBIAN =
      Set.of(
          "python", "pypy", "node", "ruby", "golang", "rust", "php", "perl", "gcc", "buildpack-deps", "nginx", "httpd",
          "postgres", "mariadb", "redis");

  private static final Pattern NUMBERED = Pattern.compile("([a-z]+)([0-9]+(?:\\.[0-9]+)?)");
  private static final Pattern LEADING_NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

  /** That of an image; none where neither name nor tag tells. */
  static Option<Distribution> of(ImageReference image) {
    String path = image.path();
    String tag = image.tag().getOrElse("");
    for (String part : (path + "-" + tag).split("[-/_]", -1)) {
      if (DEBIAN.containsValue(part)) {
        return some("debian", part);
      }
      if (UBUNTU.containsValue(part)) {
        return some("ubuntu", part);
      }
      Matcher numbered = NUMBERED.matcher(part);
      if (numbered.matches() && isFamily(numbered.group(1))) {
        return some(numbered.group(1), numbered.group(2));
      }
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (isFamily(name)) {
      Matcher number = LEADING_NUMBER.matcher(tag);
      return number.lookingAt() ? some(name, number.group()) : open(name);
    }
    if (tag.contains("alpine")) {
      return open("alpine");
    }
    return ON_DEBIAN.contains(path) ? open("debian") : Option.none();
  }

  private static boolean isFamily(String name) {
    return name.equals("debian") || name.equals("ubuntu") || OTHERS.contains(name);
  }

  private static Option<Distribution> some(String family, String release) {
    Map<String, String> names =
        family.equals("debian") ? DEBIAN : family.equals("ubuntu") ? UBUNTU : Map.of();
    return Option.some(new Distribution(family, Option.some(names.getOrDefault(release, release))));
  }

  private static Option<Distribution> open(String family) {
    return Option.some(new Distribution(family, Option.none()));
  }

  /** Whether the two are known to be different; where a release is open, they may be the same. */
  boolean differsFrom(Distribution other) {
    return !family.equals(other.family)
        || (release.isDefined() && other.release.isDefined() && !release.equals(other.release));
  }

  /** {@code debian bookworm}, or {@code debian} alone where the release is open. */
  @Override
  public String toString() {
    return family + release.map(name -> " " + name).getOrElse("");
  }
}
