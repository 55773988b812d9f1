package dev.drydock.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How seriously a rule is taken. */
enum Severity {
  /** What it would change is left as it is, and it says nothing. */
  OFF,
  /** A warning. */
  WARNING,
  /** With {@code --check} the exit status is 1. */
  ERROR;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Severity::key).toList();
  }
}
