package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;

/** How the status of a command reaches the shell (POSIX XCU 2.8.2 and 2.14, {@code set -e}). */
final class Status {

  private Status() {}

  /** Whether {@code set -e} does not apply to a failure there. */
  static boolean failureIsPassedOver(Element element) {
    for (Element place = element; place != null; place = place.block().owner()) {
      boolean decided =
          switch (place.after()) {
            case AND, OR, PIPE, BACKGROUND -> true;
            default -> place.negated();
          };
      if (decided || isCondition(place.block().kind())) {
        return true;
      }
    }
    return false;
  }

  static boolean isCondition(ShellBlock kind) {
    return switch (kind) {
      case CONDITION, LATER_CONDITION, LOOP_CONDITION -> true;
      default -> false;
    };
  }
}
