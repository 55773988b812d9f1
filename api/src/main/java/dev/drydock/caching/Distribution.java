package dev.drydock.caching;

import dev.drydock.given.Given;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.spi.Engine;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/**
 * The distribution that an image is built on, as far as its name and tag tell: {@code debian bookworm}, or {@code
 * debian} alone where the release is open.
 *
 * @param family {@code debian}, {@code ubuntu}, {@code alpine}, …
 * @param release its code name, or its number where it has none; none where the tag leaves it open
 */
public record Distribution(String family, Option<String> release) {

  /** The parts, none of which is null. */
  public Distribution {
    Given.notNull(family, "family");
    Given.notNull(release, "release");
  }

  /** That of an image; none where neither name nor tag tells, or where they contradict each other. */
  public static Option<Distribution> of(ImageReference image) {
    Given.notNull(image, "image");
    return Option.of(Engine.get().distribution(image.text())).map(Distribution::named);
  }

  private static Distribution named(String text) {
    int blank = text.indexOf(' ');
    return blank < 0
        ? new Distribution(text, Option.none())
        : new Distribution(text.substring(0, blank), Option.some(text.substring(blank + 1)));
  }

  /** Whether the two are known to be different; where a release is open, they may be the same. */
  public boolean differsFrom(Distribution other) {
    Given.notNull(other, "other");
    return !family.equals(other.family)
        || (release.isDefined() && other.release.isDefined() && !release.equals(other.release));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Distribution one && family.equals(one.family) && release.equals(one.release);
  }

  @Override
  public int hashCode() {
    return 31 * family.hashCode() + release.hashCode();
  }

  /** The family, and after a blank the release where it is known. */
  @Override
  public String toString() {
    return family + release.map(name -> " " + name).getOrElse("");
  }
}
