package dev.drydock.impl.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads here-documents: the delimiter where it stands, the lines behind the next line end (POSIX XCU 2.7.4). */
final class HeredocReader {

  /** One whose lines are still to come. */
  record Pending(String delimiter, boolean stripsTabs, boolean expands, int start, int end) {}

  /** Lines that a command reads: between two offsets, with the tabs that {@code <<-} takes away. */
  record Lines(int start, int end, boolean expands) {}

  /** What may stand between a here-document and the end of its line, if its lines are to begin right there. */
  private static final Pattern PLAIN = Pattern.compile("[\\w \\t&|;>./:=,@%+-]*");

  private final ScriptReader reader;
  private final Cursor cursor;
  private Deque<Pending> pending = new ArrayDeque<>(1);

  HeredocReader(ScriptReader reader, Cursor cursor) {
    this.reader = reader;
    this.cursor = cursor;
  }

  /** Those whose lines come behind a substitution, while that is being read. */
  record Waiting(Deque<Pending> pending) {}

  /** A substitution begins: the lines behind a line end in it belong to its own here-documents alone. */
  Waiting begin() {
    Waiting waiting = new Waiting(pending);
    pending = new ArrayDeque<>(1);
    return waiting;
  }

  /** The substitution has ended. */
  void resume(Waiting waiting) {
    pending = waiting.pending;
  }

  /** Reads the word that will end it; where any of that is quoted, the lines are literal. */
  void delimiter(boolean stripsTabs) {
    int start = cursor.pos;
    cursor.sink.word(start);
    StringBuilder delimiter = new StringBuilder();
    boolean quoted = false;
    char quote = 0;
    while (quote != 0 ? !cursor.atEnd() : !Cursor.endsWord(cursor.peek())) {
      char c = (char) cursor.peek();
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        quoted = true;
      } else if (c == '\\' && quote != '\'' && cursor.peek(1) != Cursor.END) {
        quoted = true;
        cursor.pos++;
        delimiter.append((char) cursor.peek());
      } else {
        delimiter.append(c);
      }
      cursor.pos++;
    }
    if (quote != 0) {
      cursor.stop(start, "a quote is not closed");
    }
    cursor.end = cursor.pos;
    cursor.sink.literal(start, cursor.pos, quoted);
    cursor.sink.wordEnd(cursor.pos);
    if (!cursor.stopped()) {
      pending.add(new Pending(delimiter.toString(), stripsTabs, !quoted, start, cursor.pos));
    }
  }

  /** How many wait for their lines. */
  int waiting() {
    return pending.size();
  }

  /** The lines of the only one that is pending, before they are reached; {@code null} where these may be elsewhere. */
  @Nullable Lines ahead() {
    int newline = cursor.text.indexOf('\n', cursor.pos);
    boolean plain =
        pending.size() == 1
            && newline >= 0
            && newline < cursor.limit
            && PLAIN.matcher(cursor.text).region(cursor.pos, newline).matches();
    if (!plain) {
      return null;
    }
    Pending heredoc = pending.getFirst();
    int end = lastLine(heredoc, newline + 1);
    boolean nested = heredoc.stripsTabs && end >= 0 && cursor.text.substring(newline, end).contains("<<");
    return end < 0 || nested ? null : new Lines(newline + 1, end, heredoc.expands);
  }

  /** Reads the lines of all that are pending; the cursor is behind a line end, and is so again afterwards. */
  void bodies() {
    while (!pending.isEmpty() && !cursor.stopped()) {
      body(pending.remove());
    }
  }

  /** Reports those that never got lines, or that shells look for in different places. */
  void finish() {
    for (Pending missing : pending) {
      if (!cursor.stopped()) {
        cursor.sink.unread(missing.start, missing.end, "the lines of a here-document are missing");
      }
    }
  }

  private void body(Pending heredoc) {
    int start = cursor.pos;
    int last = lastLine(heredoc, start);
    if (last < 0) {
      cursor.sink.unread(heredoc.start, heredoc.end, "a here-document has no end");
      expand(heredoc, start, cursor.limit);
      cursor.pos = cursor.limit;
    } else {
      expand(heredoc, start, last);
      cursor.pos = Math.min(lineEnd(last) + 1, cursor.limit);
    }
  }

  /** Where the line begins that ends it; -1 where none does. */
  private int lastLine(Pending heredoc, int from) {
    int line = from;
    while (line < cursor.limit) {
      int lineEnd = lineEnd(line);
      if (ends(heredoc, line, lineEnd)) {
        return line;
      }
      line = lineEnd + 1;
    }
    return -1;
  }

  private int lineEnd(int from) {
    int newline = cursor.text.indexOf('\n', from);
    return newline < 0 || newline > cursor.limit ? cursor.limit : newline;
  }

  private boolean ends(Pending heredoc, int line, int lineEnd) {
    int from = line;
    while (heredoc.stripsTabs && from < lineEnd && cursor.text.charAt(from) == '\t') {
      from++;
    }
    return lineEnd - from == heredoc.delimiter.length() && cursor.text.startsWith(heredoc.delimiter, from);
  }

  /** Reads what is expanded in the lines, for the commands within. */
  private void expand(Pending heredoc, int start, int end) {
    if (!heredoc.expands) {
      return;
    }
    int limit = cursor.limit;
    int last = cursor.end;
    cursor.limit = end;
    cursor.pos = start;
    cursor.sink.word(start);
    reader.words.untilEnd();
    cursor.sink.wordEnd(end);
    cursor.limit = limit;
    cursor.end = last;
  }
}
