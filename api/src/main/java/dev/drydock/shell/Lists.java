package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;

/** Where a command stands in its list: an and-or list is what {@code &&} and {@code ||} join. */
final class Lists {

  private Lists() {}

  static boolean joins(Connector connector) {
    return connector == Connector.AND || connector == Connector.OR;
  }

  /** Whether nothing of the whole script runs after an element. */
  static boolean endsScript(Element element) {
    for (Element place = element; place != null; place = place.block().owner()) {
      Block block = place.block();
      boolean last = place.index() == block.size() - 1;
      boolean once = block.owner() == null || passesOn(block.kind());
      if (!last || !once) {
        return false;
      }
    }
    return true;
  }

  private static boolean passesOn(ShellBlock kind) {
    return switch (kind) {
      case SCRIPT, EVALUATED, SUBSHELL, GROUP, BRANCH -> true;
      default -> false;
    };
  }
}
