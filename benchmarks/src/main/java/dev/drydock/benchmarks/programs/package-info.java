/** Which programs the commands of real Dockerfiles call, and which of those no table knows. */
@org.jspecify.annotations.NullMarked
package dev.drydock.benchmarks.programs;
