package dev.drydock.impl.caching.fact;

import java.util.regex.Pattern;

/** Programs that run a program that is written in another language than a POSIX shell's. */
public final class Interpreters {

  private static final Pattern NAMES = Pattern.compile("(?:python|pypy|perl|ruby)[0-9.]*|node|nodejs|php|fish|csh|tcsh|pwsh|powershell|xonsh|nu");

  private Interpreters() {}

  /** Whether a program's name is that of one. */
  public static boolean isOne(String name) {
    return NAMES.matcher(name).matches();
  }
}
