package dev.drydock.shell;

import java.util.function.IntUnaryOperator;

/** Where the characters of a script lie in the text that encloses it. */
interface Coordinates {

  /** Where the character begins in the enclosing text, with the escape before it where it has one. */
  int start(int offset);

  /** Where the character ends in the enclosing text. */
  int end(int offset);

  /** Those of a script that is a piece, or the whole, of its enclosing text. */
  static Coordinates of(IntUnaryOperator starts, IntUnaryOperator ends) {
    return new Coordinates() {
      @Override
      public int start(int offset) {
        return starts.applyAsInt(offset);
      }

      @Override
      public int end(int offset) {
        return ends.applyAsInt(offset);
      }
    };
  }

  /** Those of a script within this one, from where each of its characters starts and ends here. */
  default Coordinates within(int[] starts, int[] ends) {
    Coordinates outer = this;
    return new Coordinates() {
      @Override
      public int start(int offset) {
        return outer.start(starts[offset]);
      }

      @Override
      public int end(int offset) {
        return outer.end(ends[offset] - 1);
      }
    };
  }
}
