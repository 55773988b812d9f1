package dev.drydock.impl.read;

import java.util.Arrays;

/**
 * The physical lines of one instruction, joined as {@code Parse} in
 * {@code frontend/dockerfile/parser/parser.go} joins them: nothing is put between them, the first is trimmed at
 * its start, comments and blank lines inside the continuation are gone.
 */
final class LogicalLine {

  /** The segments of a text that is one line and begins without blanks, as most instructions are. */
  private static final int[] WHOLE = {0, 0};

  private final String joined;
  private final int[] segments;
  private final int end;

  private LogicalLine(String joined, int[] segments, int end) {
    this.joined = joined;
    this.segments = segments;
    this.end = end;
  }

  /** Reads the line that begins at {@code start}; its first character is content even where it is a hash. */
  static LogicalLine read(String text, int start, int limit, char escape) {
    int begin = start;
    if (start == 0 && limit > 0 && text.charAt(0) == PhysicalLine.BYTE_ORDER_MARK) {
      begin = 1;
    }
    begin = PhysicalLine.indent(text, begin, limit);
    int feed = PhysicalLine.feed(text, begin, limit);
    int content = PhysicalLine.contentEnd(text, begin, feed);
    int joint = PhysicalLine.continuation(text, begin, content, escape);
    if (joint < 0) {
      return new LogicalLine(
          text.substring(begin, content), begin == 0 ? WHOLE : new int[] {0, begin}, behind(feed, limit));
    }
    return join(text, begin, feed, joint, limit, escape);
  }

  private static LogicalLine join(String text, int begin, int feed, int joint, int limit, char escape) {
    // Characters are copied piece by piece; StringBuilder would take a range of a String one character at a time.
    char[] joined = new char[limit - begin];
    text.getChars(begin, joint, joined, 0);
    int length = joint - begin;
    int[] segments = new int[16];
    segments[1] = begin;
    int used = 2;
    int end = behind(feed, limit);
    int open = joint;
    while (open >= 0 && end < limit) {
      int start = end;
      int first = PhysicalLine.indent(text, start, limit);
      int lineFeed = PhysicalLine.feed(text, first, limit);
      end = behind(lineFeed, limit);
      if (first == limit || text.charAt(first) == '\n' || text.charAt(first) == '#') {
        continue;
      }
      int content = PhysicalLine.contentEnd(text, start, lineFeed);
      open = PhysicalLine.continuation(text, start, content, escape);
      int stop = open < 0 ? content : open;
      if (stop > start) {
        if (used == segments.length) {
          segments = Arrays.copyOf(segments, used * 2);
        }
        segments[used++] = length;
        segments[used++] = start;
        text.getChars(start, stop, joined, length);
        length += stop - start;
      }
    }
    return new LogicalLine(new String(joined, 0, length), Arrays.copyOf(segments, used), end);
  }

  private static int behind(int feed, int limit) {
    return Math.min(feed + 1, limit);
  }

  /** The same line of a text that begins here in this one. */
  LogicalLine from(int start) {
    if (start == 0) {
      return this;
    }
    if (segments.length == 2 && segments[1] == start) {
      return new LogicalLine(joined, WHOLE, end - start);
    }
    int[] moved = segments.clone();
    for (int i = 1; i < moved.length; i += 2) {
      moved[i] -= start;
    }
    return new LogicalLine(joined, moved, end - start);
  }

  String joined() {
    return joined;
  }

  /** Pairs of joined offset and text offset, ascending. */
  int[] segments() {
    return segments;
  }

  /** Behind the last physical line and its line ending: where the heredocs' bodies begin. */
  int end() {
    return end;
  }

  /** Where in the text the character at a joined offset lies. */
  int textStart(int offset) {
    int low = 0;
    int high = segments.length / 2 - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments[2 * middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return segments[2 * low + 1] + offset - segments[2 * low];
  }

  /** Where in the text a joined range ends: behind its last character; an empty one ends where it starts. */
  int textEnd(int start, int end) {
    return end > start ? textStart(end - 1) + 1 : textStart(start);
  }
}
