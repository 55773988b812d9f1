package dev.drydock.impl.read;

import dev.drydock.spi.ConstructSink;
import dev.drydock.spi.Kind;

/**
 * Cuts a source into constructs: the loop of {@code Parse} in {@code frontend/dockerfile/parser/parser.go}.
 *
 * <p>This is the hot path. It goes over the text once, looks at the two ends of each line, and makes no object
 * unless a keyword is split over lines or two angle brackets may open a heredoc. Where BuildKit would give up, the
 * construct still ends at the next line that does not continue it; a heredoc without its terminator reaches to the
 * end of the source.
 */
public final class ConstructReader {

  private final String source;
  private final int length;
  private final char escape;
  private int nextAngle = -1;

  private ConstructReader(String source, char escape) {
    this.source = source;
    this.length = source.length();
    this.escape = escape;
  }

  public static void read(String source, ConstructSink sink) {
    DirectiveRegion region = DirectiveRegion.of(source);
    sink.escape(region.escape());
    new ConstructReader(source, region.escape()).read(region.end(), sink);
  }

  private void read(int regionEnd, ConstructSink sink) {
    int start = 0;
    while (start < length) {
      boolean marked = start == 0 && source.charAt(0) == PhysicalLine.BYTE_ORDER_MARK;
      int first = PhysicalLine.indent(source, marked ? 1 : start, length);
      int end;
      if (first == length || source.charAt(first) == '\n') {
        end = Math.min(first + 1, length);
        sink.construct(Kind.BLANK_LINE, start, end);
      } else if (source.charAt(first) == '#') {
        end = behindLine(first);
        sink.construct(start < regionEnd ? Kind.PARSER_DIRECTIVE : Kind.COMMENT, start, end);
      } else {
        end = instruction(start, first, sink);
      }
      start = end;
    }
  }

  private int instruction(int start, int first, ConstructSink sink) {
    int feed = PhysicalLine.feed(source, first, length);
    int content = PhysicalLine.contentEnd(source, first, feed);
    int joint = PhysicalLine.continuation(source, first, content, escape);
    int keywordLimit = joint < 0 ? content : joint;
    int keywordEnd = Whitespace.separator(source, first, keywordLimit);
    int end = joint < 0 ? Math.min(feed + 1, length) : continued(feed);
    Kind kind =
        keywordEnd < keywordLimit || joint < 0 ? Keyword.kind(source, first, keywordEnd) : Kind.UNKNOWN;
    if (kind == Kind.UNKNOWN) {
      kind = splitKeyword(first, end);
    }
    if (HeredocWords.mayOpen(kind) && angleBefore(first, end)) {
      end = behindHeredocs(first, end);
    }
    sink.construct(kind, start, end);
    return end;
  }

  /** Where the construct ends whose line, with this line feed, the next one continues. */
  private int continued(int feed) {
    int end = Math.min(feed + 1, length);
    boolean open = true;
    while (open && end < length) {
      int start = end;
      int first = PhysicalLine.indent(source, start, length);
      end = behindLine(first);
      if (first < length && source.charAt(first) != '\n' && source.charAt(first) != '#') {
        int lineFeed = end > first && source.charAt(end - 1) == '\n' ? end - 1 : end;
        int content = PhysicalLine.contentEnd(source, start, lineFeed);
        open = PhysicalLine.continuation(source, start, content, escape) >= 0;
      }
    }
    return end;
  }

  /** The kind of an instruction whose keyword does not end on its first line, or is followed by odd spaces. */
  private Kind splitKeyword(int first, int end) {
    String line = LogicalLine.read(source, first, end, escape).joined();
    int start = Whitespace.trimStart(line, 0, line.length());
    int last = Whitespace.trimEnd(line, start, line.length());
    return Keyword.kind(line, start, Whitespace.separator(line, start, last));
  }

  private int behindHeredocs(int first, int lineEnd) {
    String line = LogicalLine.read(source, first, lineEnd, escape).joined();
    if (!line.contains("<<")) {
      return lineEnd;
    }
    int end = lineEnd;
    for (HeredocWord word : HeredocWords.of(line, CommandSplit.of(line, 0, line.length(), escape), escape)) {
      if (!word.broken()) {
        end = HeredocBody.read(source, end, length, word).end();
      }
    }
    return end;
  }

  /** Whether an angle bracket stands in the range; each is searched for once. */
  private boolean angleBefore(int start, int end) {
    if (nextAngle < start) {
      int found = source.indexOf('<', start);
      nextAngle = found < 0 ? Integer.MAX_VALUE : found;
    }
    return nextAngle < end;
  }

  private int behindLine(int from) {
    return Math.min(PhysicalLine.feed(source, from, length) + 1, length);
  }
}
