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

  /** Whether the script ends, by {@code set -e}, wherever an element does not succeed. */
  static boolean succeedsOrEnds(Element element) {
    if (Lists.joins(element.before()) || element.after() == Connector.PIPE) {
      return false;
    }
    SimpleCommand simple = element.command();
    if (simple != null) {
      return simple.hasWords() ? simple.errexit() : onlyAssigns(simple);
    }
    return !element.blocks().isEmpty()
        && !element.negated()
        && element.blocks().stream().allMatch(Status::endsInSuccess);
  }

  private static boolean endsInSuccess(Block block) {
    return switch (block.kind()) {
      case CONDITION, LATER_CONDITION, FUNCTION -> true;
      case BRANCH, LOOP_BODY, GROUP -> block.size() == 0 || succeedsOrEnds(block.element(block.size() - 1));
      default -> false;
    };
  }

  private static boolean onlyAssigns(SimpleCommand command) {
    return command.redirections().isEmpty()
        && command.assignments().forAll(assignment -> !assignment.value().hasEffects());
  }

  static boolean isCondition(ShellBlock kind) {
    return switch (kind) {
      case CONDITION, LATER_CONDITION, LOOP_CONDITION -> true;
      default -> false;
    };
  }
}
