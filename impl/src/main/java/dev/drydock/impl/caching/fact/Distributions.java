package dev.drydock.impl.caching.fact;

import dev.drydock.caching.Distribution;
import dev.drydock.dockerfile.ImageReference;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the distribution that an image is built on from its name and its tag.
 *
 * <p>Sources: the tags that the descriptions of Docker's official images list, Debian's and Ubuntu's lists of
 * releases. {@code python:3.12-slim} and {@code debian:stable} move from one release to the next, so theirs is open.
 */
public final class Distributions {

  private static final Map<String, String> DEBIAN =
      HashMap.of(
          "8", "jessie", "9", "stretch", "10", "buster", "11", "bullseye", "12", "bookworm", "13", "trixie", "14",
          "forky");

  private static final Map<String, String> UBUNTU =
      HashMap.<String, String>empty()
          .put("14.04", "trusty")
          .put("16.04", "xenial")
          .put("18.04", "bionic")
          .put("20.04", "focal")
          .put("22.04", "jammy")
          .put("24.04", "noble")
          .put("24.10", "oracular")
          .put("25.04", "plucky")
          .put("25.10", "questing")
          .put("26.04", "resolute");

  private static final Set<String> FAMILIES =
      HashSet.of(
          "debian", "ubuntu", "alpine", "fedora", "rockylinux", "almalinux", "centos", "amazonlinux", "archlinux",
          "wolfi-base");

  /** Official images that are Debian unless their tag says otherwise. */
  private static final Set<String> ON_DEBIAN =
      HashSet.of(
          "python", "pypy", "node", "ruby", "golang", "rust", "php", "perl", "gcc", "buildpack-deps", "nginx", "httpd",
          "postgres", "mariadb", "redis");

  private static final Pattern NUMBERED = Pattern.compile("([a-z]+)([0-9]+(?:\\.[0-9]+)*)");
  private static final Pattern NUMBER_FIRST = Pattern.compile("([0-9]+(?:\\.[0-9]+)*)(?:[-_].*)?");

  private Distributions() {}

  /** That of an image; none where neither name nor tag tells, or where they contradict each other. */
  public static Option<Distribution> of(ImageReference image) {
    Vector<Distribution> told = told(image).distinct();
    if (told.nonEmpty()) {
      return told.size() == 1 ? Option.some(told.head()) : Option.none();
    }
    String path = image.path();
    String tag = image.tag().getOrElse("");
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (FAMILIES.contains(name)) {
      Matcher number = NUMBER_FIRST.matcher(tag);
      return Option.some(number.matches() ? numbered(name, number.group(1)) : open(name));
    }
    if (tag.contains("alpine")) {
      return Option.some(open("alpine"));
    }
    return ON_DEBIAN.contains(path) ? Option.some(open("debian")) : Option.none();
  }

  /** The releases that parts of the name and the tag name. */
  private static Vector<Distribution> told(ImageReference image) {
    String[] parts = (image.path() + "-" + image.tag().getOrElse("")).split("[-/_]", -1);
    return Vector.of(parts).flatMap(Distributions::toldBy).filter(told -> told.release().isDefined());
  }

  private static Option<Distribution> toldBy(String part) {
    if (DEBIAN.containsValue(part)) {
      return Option.some(new Distribution("debian", Option.some(part)));
    }
    if (UBUNTU.containsValue(part)) {
      return Option.some(new Distribution("ubuntu", Option.some(part)));
    }
    Matcher numbered = NUMBERED.matcher(part);
    return numbered.matches() && FAMILIES.contains(numbered.group(1))
        ? Option.some(numbered(numbered.group(1), numbered.group(2)))
        : Option.none();
  }

  /** Debian's point releases are one release; Alpine's and Ubuntu's have two numbers, and one alone leaves it open. */
  private static Distribution numbered(String family, String number) {
    Vector<String> numbers = Vector.of(number.split("\\.", -1));
    return switch (family) {
      case "debian" -> new Distribution(family, Option.some(DEBIAN.getOrElse(numbers.head(), numbers.head())));
      case "alpine", "ubuntu" -> {
        String release = numbers.take(2).mkString(".");
        boolean whole = numbers.size() > 1;
        yield whole ? new Distribution(family, Option.some(UBUNTU.getOrElse(release, release))) : open(family);
      }
      default -> new Distribution(family, Option.some(numbers.take(2).mkString(".")));
    };
  }

  private static Distribution open(String family) {
    return new Distribution(family, Option.none());
  }
}
