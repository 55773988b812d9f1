package dev.drydock.cli.services;

import java.util.regex.Pattern;

/** Contexts and files that are on another machine. */
final class Remote {

  private static final Pattern REMOTE = Pattern.compile("\\w[\\w+.-]*://.*|git@.*|github\\.com/.*|oci:.*");

  private Remote() {}

  /** Whether a name is one of these. */
  static boolean is(String name) {
    return REMOTE.matcher(name).matches();
  }
}
