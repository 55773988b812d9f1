package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.Locale;

/** Which instruction a misspelt keyword may mean, as {@code util/suggest} in BuildKit offers it. */
final class Suggestion {

  private static final int NEAREST = 3;

  private Suggestion() {}

  /** Text to put behind a message; empty where nothing is near. */
  static String of(String keyword) {
    String upper = keyword.toUpperCase(Locale.ROOT);
    if (upper.length() > 14) {
      return "";
    }
    Kind best = Kind.UNKNOWN;
    int nearest = NEAREST;
    for (Kind kind : Kind.values()) {
      if (kind.compareTo(Kind.FROM) >= 0 && kind != Kind.UNKNOWN) {
        int distance = distance(upper, kind.name());
        if (distance < nearest) {
          nearest = distance;
          best = kind;
        }
      }
    }
    return best == Kind.UNKNOWN ? "" : " (did you mean " + best + "?)";
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
