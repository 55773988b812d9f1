package dev.drydock.dockerfile;

import dev.drydock.text.Span;

/**
 * One argument of an instruction, as BuildKit splits it.
 *
 * @param value the argument; quotes and variables of it are still there
 * @param span where it stands in the instruction's text
 */
record Argument(String value, Span span) {}
