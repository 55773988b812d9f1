/** How far Drydock, and a peer beside it, read Dockerfiles as BuildKit does. */
@org.jspecify.annotations.NullMarked
package dev.drydock.benchmarks.conformance;
