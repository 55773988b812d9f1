package dev.drydock.impl.read;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as Go's {@code time.ParseDuration} reads it, such as {@code 1m30s}. */
record GoDuration(boolean isValid, BigDecimal nanoseconds) {

  private static final Pattern WHOLE = Pattern.compile("[+-]?(0|((\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+)");
  private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([a-zµμ]+)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final GoDuration INVALID = new GoDuration(false, BigDecimal.ZERO);

  static GoDuration read(String text) {
    if (text.length() > 200 || !WHOLE.matcher(latin(text)).matches()) {
      return INVALID;
    }
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(latin(text));
    while (part.find()) {
      String number = part.group(1);
      sum =
          sum.add(
              new BigDecimal(number.endsWith(".") ? number + "0" : number)
                  .multiply(BigDecimal.valueOf(UNITS.getOrDefault(part.group(2), 0L))));
    }
    if (sum.compareTo(LONGEST) > 0) {
      return INVALID;
    }
    return new GoDuration(true, text.startsWith("-") ? sum.negate() : sum);
  }

  /** The micro sign comes out of a flag as two bytes; nothing else that is not ASCII is a duration. */
  private static String latin(String text) {
    return text.replace("\u00C2\u00B5", "µ").replace("\u00CE\u00BC", "μ");
  }

  boolean isNonZero() {
    return nanoseconds.toBigInteger().signum() != 0;
  }

  boolean isBelowMillisecond() {
    return nanoseconds.compareTo(BigDecimal.valueOf(1_000_000)) < 0;
  }
}
