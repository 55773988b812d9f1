package dev.drydock.dockerfile;

import io.vavr.control.Option;

/**
 * A variable that ENV or ARG sets.
 *
 * @param value its value, where it is known
 * @param fixed whether no build argument can change it: set by ENV, from nothing that ARG sets
 * @param environment whether ENV sets it, so that it is part of the image
 */
public record Variable(Option<String> value, boolean fixed, boolean environment) {

  static final Variable UNKNOWN_ARGUMENT = new Variable(Option.none(), false, false);
}
