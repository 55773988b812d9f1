/** Holds the reader to BuildKit's own answers, and states its rules in the names of small tests. */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.read;
