package dev.drydock.shell;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

final class WordRemoval {
  private WordRemoval() {}

  static Vector<Cut> of(SimpleCommand command, Seq<Word> arguments, Layout layout) {
    return Vector.empty();
  }
}
