package dev.drydock.shell;

import dev.drydock.given.Given;
import dev.drydock.text.Span;

/**
 * {@code name=value}: before a command, alone, or as an argument of {@code export}, {@code env} and the like.
 *
 * @param name the variable's name; an index in brackets is not part of it
 * @param value what follows the {@code =}; variables in it are those from before the assignment
 * @param span name, {@code =} and value
 * @param appends whether it is {@code name+=value}
 * @param certain whether it is known to have been made; false for one in a branch, a loop body, a function
 *     or after {@code ||}, and where a later branch may have changed or unset the variable. What a {@code &&}
 *     list sets counts as made.
 */
public record Assignment(String name, Word value, Span span, boolean appends, boolean certain) {

  /** The parts, none of which is null. */
  public Assignment {
    Given.notNull(name, "name");
    Given.notNull(value, "value");
    Given.notNull(span, "span");
  }

  Assignment uncertain() {
    return certain ? new Assignment(name, value, span, appends, false) : this;
  }
}
