package dev.drydock.fleet;

import dev.drydock.text.TextEdit;
import dev.drydock.transform.Rewrite;
import java.util.Objects;

/** Which line of the file after a rewrite a line of the file before it is. */
public final class RewriteLines {

  private final Rewrite rewrite;

  private RewriteLines(Rewrite rewrite) {
    this.rewrite = rewrite;
  }

  /** The lines of this rewrite. */
  public static RewriteLines of(Rewrite rewrite) {
    return new RewriteLines(Objects.requireNonNull(rewrite, "rewrite"));
  }

  /** Where a line of the file before is in the file after; where it is gone, where it would be. */
  public int after(int line) {
    if (!rewrite.changed()) {
      return line;
    }
    int offset = offset(rewrite.before().text(), line);
    int shift = 0;
    for (TextEdit edit : rewrite.edits()) {
      if (edit.end() > offset) {
        break;
      }
      shift += edit.replacement().length() - (edit.end() - edit.start());
    }
    return line(rewrite.after().text(), offset + shift);
  }

  private static int offset(String text, int line) {
    int offset = 0;
    for (int i = 1; i < line; i++) {
      int feed = text.indexOf('\n', offset);
      if (feed < 0) {
        return text.length();
      }
      offset = feed + 1;
    }
    return offset;
  }

  private static int line(String text, int offset) {
    return 1 + (int) text.chars().limit(Math.max(0, Math.min(offset, text.length()))).filter(c -> c == '\n').count();
  }
}
