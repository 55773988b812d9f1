/**
 * A second opinion on {@code pythonCaching()}: rules that hold for its output, written anew and as simply as possible,
 * on the joined text of each RUN, and checked over every real file. Nothing here uses the transforms' own code.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.check;
