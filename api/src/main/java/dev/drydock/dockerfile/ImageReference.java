package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * A reference to an image: {@code [domain/]path[:tag][@digest]}, or the name of an earlier stage.
 *
 * <p>Variables are kept as written. Source of the rule: distribution's {@code reference} grammar: the first part
 * of the path is a domain where it holds a dot or a colon, or is {@code localhost}.
 *
 * @param repository the repository as written: domain and path, without tag and digest
 * @param tag the tag, without the colon
 * @param digest the digest, without the at sign: {@code sha256:…}
 */
public record ImageReference(String repository, Option<String> tag, Option<String> digest) {

  private static final int SHA256_LENGTH = "sha256:".length() + 64;
  private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
  private static final Pattern DIGEST = Pattern.compile("[a-z0-9]+([.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}");

  /** The parts, none of which is null. */
  public ImageReference {
    Given.notNull(repository, "repository");
    Given.notNull(tag, "tag");
    Given.notNull(digest, "digest");
  }

  /** Reads a reference; any text has a reading. */
  public static ImageReference parse(String text) {
    Given.notNull(text, "text");
    int at = text.indexOf('@');
    String named = at < 0 ? text : text.substring(0, at);
    int colon = tagColon(named);
    return new ImageReference(
        colon < 0 ? named : named.substring(0, colon),
        colon < 0 ? Option.none() : Option.some(named.substring(colon + 1)),
        at < 0 ? Option.none() : Option.some(text.substring(at + 1)));
  }

  /** The colon before the tag: the last one outside {@code ${…}} that no slash follows. */
  private static int tagColon(String named) {
    String open = Words.withoutBraced(named);
    int colon = open.lastIndexOf(':');
    return colon > open.lastIndexOf('/') ? colon : -1;
  }

  /**
   * This image under another tag, and without a digest, which would decide in its place.
   *
   * @throws IllegalArgumentException where it is no tag, and holds no variable
   */
  public ImageReference withTag(String tag) {
    Words.matching(TAG, tag, "tag", "a tag, such as 3.12-slim: up to 128 letters, digits, _, . and -");
    return new ImageReference(repository, Option.some(tag), Option.none());
  }

  /**
   * This image, pinned to a digest; the tag stays, for who reads it.
   *
   * @param digest {@code sha256:…}
   * @throws IllegalArgumentException where it is no digest, and holds no variable
   */
  public ImageReference withDigest(String digest) {
    Words.matching(DIGEST, digest, "digest", "a digest: algorithm:hex, such as sha256: and 64 hexadecimal digits");
    boolean sha256 = digest.startsWith("sha256:") && !Words.hasVariable(digest);
    if (sha256 && digest.length() != SHA256_LENGTH) {
      throw Given.refused("digest", "sha256: and 64 hexadecimal digits", digest);
    }
    return new ImageReference(repository, tag, Option.some(digest));
  }

  /** The domain, {@code docker.io} where none is written. */
  public String domain() {
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean domain = first.contains(".") || first.contains(":") || first.equals("localhost");
    return domain ? first : "docker.io";
  }

  /** The path without the domain and without {@code library/}: {@code python}, {@code astral-sh/uv}. */
  public String path() {
    int slash = repository.indexOf('/');
    String path =
        slash >= 0 && repository.substring(0, slash).equals(domain())
            ? repository.substring(slash + 1)
            : repository;
    return path.startsWith("library/") ? path.substring("library/".length()) : path;
  }

  /** Whether a part of it is a variable. */
  public boolean hasVariables() {
    return text().indexOf('$') >= 0;
  }

  /** The reference as written. */
  public String text() {
    return repository + tag.map(t -> ":" + t).getOrElse("") + digest.map(d -> "@" + d).getOrElse("");
  }

  /** The reference as written. */
  @Override
  public String toString() {
    return text();
  }
}
