/** What {@code benchmarks/cold} runs, each in a process of its own that does one thing and ends. */
@org.jspecify.annotations.NullMarked
package dev.drydock.benchmarks.cold;
