package dev.drydock.given;

import org.jspecify.annotations.Nullable;

/** What a caller has given. Each method gives it back, or throws with the name of the parameter. */
public final class Given {

  private static final int LONGEST = 120;

  private Given() {}

  /**
   * What is not null.
   *
   * @throws NullPointerException that names the parameter
   */
  public static <T> T notNull(@Nullable T value, String name) {
    if (value == null) {
      throw new NullPointerException(name + ": a value is needed; given: null");
    }
    return value;
  }

  /** Elements of which none is null, nor is the array. */
  public static <T> T[] noneNull(T @Nullable [] values, String name) {
    T[] all = notNull(values, name);
    for (int i = 0; i < all.length; i++) {
      notNull(all[i], name + "[" + i + "]");
    }
    return all;
  }

  /** Elements of which none is null, nor is what holds them. */
  public static <T, I extends Iterable<? extends T>> I noneNull(@Nullable I values, String name) {
    I all = notNull(values, name);
    int i = 0;
    for (T value : all) {
      notNull(value, name + "[" + i++ + "]");
    }
    return all;
  }

  /** A text with something in it that is no blank. */
  public static String notBlank(@Nullable String value, String name, String allowed) {
    String text = notNull(value, name);
    if (text.isBlank()) {
      throw refused(name, allowed, text);
    }
    return text;
  }

  /** A number that is at least this. */
  public static int atLeast(int least, int value, String name, String why) {
    if (value < least) {
      throw refused(name, least + " or more, since " + why, value);
    }
    return value;
  }

  /** The exception that says by name what is allowed and what was given. */
  public static IllegalArgumentException refused(String name, String allowed, @Nullable Object given) {
    return new IllegalArgumentException(name + ": " + allowed + "; given: " + shown(given));
  }

  /** A value on one line, in quotes where it is text, and cut where it is long. */
  private static String shown(@Nullable Object given) {
    String text = String.valueOf(given);
    StringBuilder shown = new StringBuilder();
    text.chars().limit(LONGEST).forEach(c -> append(shown, (char) c));
    String cut = text.length() > LONGEST ? shown + "…" : shown.toString();
    return given instanceof String ? '"' + cut + '"' : cut;
  }

  private static void append(StringBuilder shown, char c) {
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (c < ' ') {
          shown.append(String.format("\\u%04x", (int) c));
        } else {
          shown.append(c);
        }
      }
    }
  }
}
