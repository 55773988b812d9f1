package dev.drydock.impl.read;

/**
 * The lines of one heredoc up to its terminator: {@code Parse} in {@code frontend/dockerfile/parser/parser.go}.
 *
 * @param bodyEnd where the terminator line begins
 * @param end behind the terminator line; the end of the text where it is missing
 */
record HeredocBody(int start, int bodyEnd, int end, boolean terminated) {

  static HeredocBody read(String text, int start, int limit, HeredocWord word) {
    String name = word.name();
    int line = start;
    while (line < limit) {
      int feed = PhysicalLine.feed(text, line, limit);
      int content = PhysicalLine.contentEnd(text, line, feed);
      int first = line;
      while (word.chomp() && first < content && text.charAt(first) == '\t') {
        first++;
      }
      int next = Math.min(feed + 1, limit);
      if (content - first == name.length() && text.startsWith(name, first)) {
        return new HeredocBody(start, line, next, true);
      }
      line = next;
    }
    return new HeredocBody(start, limit, limit, false);
  }
}
