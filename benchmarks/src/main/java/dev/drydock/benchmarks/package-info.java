/**
 * How fast Dockerfiles are read and rewritten, measured with JMH.
 *
 * <p>{@link dev.drydock.benchmarks.ParseBenchmark} holds what is measured, {@link dev.drydock.benchmarks.Workload}
 * what it is measured on, and {@link dev.drydock.benchmarks.Benchmarks} runs it and prints megabytes a second.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.benchmarks;
