/**
 * A page for each package manager: what is mounted, what is not and why, and how often each in real files.
 *
 * <p>{@link dev.drydock.benchmarks.tools.ToolPage} writes a page from the package manager's own value, from what the
 * library makes of an example of {@link dev.drydock.benchmarks.tools.Examples}, and from the counts of
 * {@code drydock stats}, which {@link dev.drydock.benchmarks.tools.Counts} reads. What is peculiar to a tool is written by hand,
 * and stays when {@link dev.drydock.benchmarks.tools.ToolPages}, the command, runs again.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.benchmarks.tools;
