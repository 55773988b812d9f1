package dev.drydock.dockerfile;

import dev.drydock.text.Span;
import io.vavr.collection.Seq;

/**
 * Takes words out of an instruction's text, with the blanks or the continued line that held them, and with comments
 * above that line.
 */
final class LineLayout {

  private LineLayout() {}

  /** The text without these spans of words, given in ascending order. */
  static String without(Instruction instruction, Seq<Span> words) {
    StringBuilder text = new StringBuilder(instruction.text());
    LogicalLine line = instruction.parts().line;
    String joined = line.joined(instruction.text());
    for (Span word : words.reverse()) {
      int from = line.joinedOffset(word.start());
      int to = line.joinedOffset(word.end() - 1) + 1;
      int before = from;
      while (before > 0 && joined.charAt(before - 1) <= ' ') {
        before--;
      }
      if (before <= instruction.parts().keyword.length()) {
        int next = to;
        while (next < joined.length() && joined.charAt(next) <= ' ') {
          next++;
        }
        int end = next < joined.length() ? line.textOffset(next) : word.end();
        boolean beforeComment = text.substring(word.end(), end).indexOf('#') >= 0;
        text.delete(word.start(), beforeComment ? text.indexOf(String.valueOf(instruction.escape()), word.end()) : end);
      } else {
        text.delete(line.textOffset(before - 1) + 1, word.end());
      }
    }
    return text.toString();
  }
}
