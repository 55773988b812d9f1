package dev.drydock.cli;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Rewrite;

/** The line of the file before a rewrite that a construct of the file after it came from. */
final class OriginalLine {

  private OriginalLine() {}

  static int of(Rewrite rewrite, Construct construct) {
    Dockerfile after = rewrite.after();
    int offset = after.constructs().take(after.index(construct)).map(each -> each.text().length()).sum().intValue();
    int shift = 0;
    for (TextEdit edit : rewrite.edits()) {
      int start = edit.start() + shift;
      if (offset < start) {
        break;
      }
      if (offset < start + edit.replacement().length()) {
        offset = start;
        break;
      }
      shift += edit.replacement().length() - (edit.end() - edit.start());
    }
    String before = rewrite.before().text();
    return 1 + (int) before.chars().limit(offset - shift).filter(c -> c == '\n').count();
  }
}
