package dev.drydock.dockerfile;

import java.time.Duration;

/** A duration as Go writes it: {@code 30s}, {@code 1m30s}, {@code 250ms}. */
final class GoTime {

  private GoTime() {}

  static String text(Duration duration) {
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    int nanoseconds = duration.toNanosPart();
    append(text, nanoseconds / 1_000_000, "ms");
    append(text, nanoseconds / 1_000 % 1_000, "us");
    append(text, nanoseconds % 1_000, "ns");
    return text.length() == 0 ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(count).append(unit);
    }
  }
}
