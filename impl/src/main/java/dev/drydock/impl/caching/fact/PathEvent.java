package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.Invocation;

/** Something that a command of a RUN does; the number is its place among all that the file does. */
record PathEvent(int number, RunFacts run, Invocation invocation, Effect effect) {}
