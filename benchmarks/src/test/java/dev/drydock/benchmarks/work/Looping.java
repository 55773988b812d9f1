package dev.drydock.benchmarks.work;

import io.vavr.collection.CharSeq;
import java.util.function.UnaryOperator;

/** Something to count: for each character a lambda, an entry of a method, a repetition, and what Vavr does for it. */
public final class Looping implements UnaryOperator<String> {

  /** Called by reflection. */
  public Looping() {}

  @Override
  public String apply(String text) {
    StringBuilder copy = new StringBuilder();
    UnaryOperator<String> same = piece -> piece;
    for (int i = 0; i < text.length(); i++) {
      copy.append(same.apply(character(text, i)));
    }
    return CharSeq.of(copy).toString();
  }

  private static String character(String text, int index) {
    return text.substring(index, index + 1);
  }
}
