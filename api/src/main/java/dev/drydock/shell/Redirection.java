package dev.drydock.shell;

import dev.drydock.given.Given;
import dev.drydock.text.Span;

/**
 * A redirection (POSIX XCU 2.7).
 *
 * @param descriptor what stands before the operator: a number, or a name in braces; empty where nothing does
 * @param operator {@code >}, {@code >>}, {@code >|}, {@code <}, {@code <>}, {@code >&}, {@code <&}, {@code
 *     &>}, {@code &>>}, {@code <<}, {@code <<-} or {@code <<<}
 * @param target the file, the descriptor, or the delimiter of a here-document
 * @param span descriptor, operator and target
 */
public record Redirection(String descriptor, String operator, Word target, Span span) {

  /** The parts, none of which is null. */
  public Redirection {
    Given.notNull(descriptor, "descriptor");
    Given.notNull(operator, "operator");
    Given.notNull(target, "target");
    Given.notNull(span, "span");
  }

  /** Whether nothing but where messages go depends on it: {@code 2>&1}, {@code >/dev/null} and the like. */
  boolean harmless() {
    return switch (operator) {
      case ">&", "<&" -> target.value().exists(Redirection::isDescriptor);
      case ">", ">>", ">|", "&>", "&>>", "<" -> target.value().contains("/dev/null");
      default -> false;
    };
  }

  private static boolean isDescriptor(String target) {
    return target.equals("1") || target.equals("2") || target.equals("-");
  }
}
