/**
 * The freeze: what every built-in transform makes of many Dockerfiles, written to a file, and compared with what a
 * later state of the library makes of them.
 *
 * <p>A refactoring is to change nothing that comes out. So freeze before it and compare after each step:
 *
 * <pre>{@code
 * benchmarks/freeze write before.freeze -Dcorpus=FOLDER
 * benchmarks/freeze compare before.freeze
 * }</pre>
 *
 * <p>The file holds the texts that went in, too. A comparison therefore needs neither the corpus nor the generator that
 * made the other texts, and survives a change of either.
 *
 * <p>The data model:
 *
 * <pre>
 * freeze      = name of a transform …, FrozenFile …
 * FrozenFile  = name, text, Outcome for each transform
 * Outcome     = text, NoteParts …           compared: a difference fails
 * NoteParts   = line, kind, rule, subject   compared: a difference fails
 *             , reason                      compared apart: a difference is reported
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.benchmarks.freeze;
