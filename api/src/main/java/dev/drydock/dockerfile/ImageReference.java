package dev.drydock.dockerfile;

import io.vavr.control.Option;

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

  /** Reads a reference; any text has a reading. */
  public static ImageReference parse(String text) {
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
    int depth = 0;
    int found = -1;
    for (int i = 0; i < named.length(); i++) {
      char c = named.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == ':' && depth == 0) {
        found = i;
      } else if (c == '/' && depth == 0) {
        found = -1;
      }
    }
    return found;
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
