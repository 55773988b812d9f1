/**
 * The seam between the language and the knowledge. Internal: exported to {@code dev.drydock.impl} alone, and
 * on the class path, where it cannot be hidden, still not for anybody else's use.
 *
 * <p>An {@link dev.drydock.spi.Engine} never makes a value of the language. It reports what it reads, as
 * kinds and offsets, to a sink; the language builds its own values from that:
 *
 * <pre>
 * constructs(source)   ->  ConstructSink     where each construct of a file begins and ends
 * instruction(text)    ->  InstructionSink   keyword, flags, arguments, heredocs of one instruction
 * mount(value)         ->  MountSink         the fields of one --mount value
 * shell(script)        ->  ShellSink         commands, words and what connects them
 * problems(source)     ->  ProblemSink       what BuildKit would refuse
 * </pre>
 *
 * <p>A {@link dev.drydock.spi.CachingEngine} supplies the built-in transforms. This package is the lowest but one and knows
 * no other, so that the types of what is supplied are parameters.
 *
 * <p>All offsets are in UTF-16 code units of the text that was handed in, ends exclusive.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.spi;
