/**
 * Counted work: how many methods the library enters and how often its loops go round, rather than how long it takes.
 * The numbers are the same in every run and on every machine, so that a test can hold a ratio of them.
 *
 * <p>{@link dev.drydock.benchmarks.work.CountingLoader} loads the library and its collections once more, with a count
 * at the beginning of each method and lambda and at each jump back. {@link dev.drydock.benchmarks.work.Work} is what
 * was counted; {@link dev.drydock.benchmarks.work.WorkReport} is the command that prints it for the corpus.
 *
 * <p>What the JDK does is not counted: a search through a long text is one step. Most of it shows in the bytes that
 * are allocated, which {@code Work} holds too.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.benchmarks.work;
