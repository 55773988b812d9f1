package dev.drydock.impl.read;

import java.util.Set;

/** Values of mounts and devices as Go's {@code strconv} and {@code docker/go-units} read them. */
final class GoNumber {

  private static final Set<String> BOOLEANS =
      Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

  private GoNumber() {}

  static boolean isBoolean(String value) {
    return BOOLEANS.contains(value);
  }

  /** Whether this is an unsigned number of 32 bits in this base; no sign, no underscores. */
  static boolean isUnsigned(String value, int radix) {
    long number = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) < 0x80 ? Character.digit(value.charAt(i), radix) : -1;
      if (digit < 0) {
        return false;
      }
      number = number * radix + digit;
      if (number > 0xFFFF_FFFFL) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  /** Whether {@code units.RAMInBytes} takes it: a number, and a unit such as {@code k}, {@code MB}, {@code GiB}. */
  static boolean isSize(String value) {
    int last = value.length() - 1;
    while (last >= 0 && "0123456789. ".indexOf(value.charAt(last)) < 0) {
      last--;
    }
    if (last < 0) {
      return false;
    }
    String number = value.substring(0, value.charAt(last) == ' ' ? last : last + 1);
    String unit = value.substring(last + 1).toLowerCase(java.util.Locale.ROOT);
    return number.length() < 400
        && number.matches("\\+?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
        && unit.matches("|b|[kmgtp](b|ib)?");
  }
}
