package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frontend that a {@code syntax} directive names: an image, and behind the first blank its command line.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/parser/directives.go}, {@code DetectSyntax}, and the
 * release channels in Docker's reference, "Custom Dockerfile syntax".
 *
 * @param image as written: {@code docker/dockerfile:1.7-labs}
 */
public record FrontendReference(ImageReference image) {

  /** The parts, none of which is null. */
  public FrontendReference {
    Given.notNull(image, "image");
  }

  private static final Pattern VERSION = Pattern.compile("(\\d+(?:\\.\\d+){0,2})(?:-.*)?");

  /** Reads the value of a directive; any text has a reading. */
  public static FrontendReference parse(String value) {
    Given.notNull(value, "value");
    return new FrontendReference(ImageReference.parse(value.strip().split("\\s", 2)[0]));
  }

  /** Whether it is Docker's own, {@code docker/dockerfile} or {@code docker/dockerfile-upstream}. */
  public boolean official() {
    return image.domain().equals("docker.io")
        && (image.path().equals("docker/dockerfile") || image.path().equals("docker/dockerfile-upstream"));
  }

  /**
   * The version, as many numbers of it as the tag tells: {@code 1}, which is the newest of them, {@code 1.7} or {@code
   * 1.7.1}; none where the tag tells none, or the image is not Docker's own.
   */
  public Option<String> version() {
    Matcher version = VERSION.matcher(image.tag().getOrElse(""));
    return official() && version.matches() ? Option.some(version.group(1)) : Option.none();
  }

  /** The reference as written. */
  @Override
  public String toString() {
    return image.text();
  }
}
