package dev.drydock.impl.read;

/** One argument as BuildKit splits it, and where in the joined line it stands. */
record Argument(String value, int start, int end) {}
