package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.text.Span;
import io.vavr.control.Option;

/**
 * A flag of an instruction, such as {@code --mount=type=cache,target=/x} or {@code --link}.
 *
 * @param name what stands between {@code --} and {@code =}; BuildKit tells upper from lower case here
 * @param value what follows the {@code =}, with the quotes and escapes that BuildKit removes removed
 * @param span where it stands in the instruction's text
 */
public record Flag(String name, Option<String> value, Span span) {

  /** The parts, none of which is null. */
  public Flag {
    Given.notNull(name, "name");
    Given.notNull(value, "value");
    Given.notNull(span, "span");
  }

  static Flag of(String text, Span span) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Flag(text.substring(2), Option.none(), span)
        : new Flag(text.substring(2, equals), Option.some(text.substring(equals + 1)), span);
  }

  /** The flag as BuildKit sees it: {@code --name} or {@code --name=value}. */
  public String text() {
    return "--" + name + value.map(v -> "=" + v).getOrElse("");
  }
}
