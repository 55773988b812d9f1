package dev.drydock.shell;

import io.vavr.collection.Vector;

final class Removal {
  private Removal() {}

  static Vector<Cut> of(SimpleCommand command, Layout layout) {
    return Vector.empty();
  }
}
