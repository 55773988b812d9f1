package dev.drydock.diff;

import java.util.ArrayList;
import java.util.List;

/** Writes differences as {@code diff -u} does, so that {@code patch} can read them. */
public final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  public static String of(String name, LineDiff diff) {
    StringBuilder text = new StringBuilder();
    text.append("--- a/").append(name).append('\n').append("+++ b/").append(name).append('\n');
    List<LineDiff.Hunk> group = new ArrayList<>();
    for (LineDiff.Hunk hunk : diff.hunks) {
      if (!group.isEmpty() && hunk.start() - group.get(group.size() - 1).end() > 2 * CONTEXT) {
        write(group, diff, text);
        group.clear();
      }
      group.add(hunk);
    }
    if (!group.isEmpty()) {
      write(group, diff, text);
    }
    return text.toString();
  }

  private static void write(List<LineDiff.Hunk> group, LineDiff diff, StringBuilder text) {
    LineDiff.Hunk first = group.get(0);
    LineDiff.Hunk last = group.get(group.size() - 1);
    int head = Math.min(CONTEXT, first.start());
    int tail = Math.min(CONTEXT, diff.before.size() - last.end());
    int start = first.start() - head;
    int length = last.end() + tail - start;
    int newStart = first.newStart() - head;
    int newLength = last.newEnd() + tail - newStart;
    text.append("@@ -").append(range(start, length));
    text.append(" +").append(range(newStart, newLength)).append(" @@\n");
    int at = start;
    for (LineDiff.Hunk hunk : group) {
      lines(' ', diff.before.subList(at, hunk.start()), text);
      lines('-', diff.before.subList(hunk.start(), hunk.end()), text);
      lines('+', diff.after.subList(hunk.newStart(), hunk.newEnd()), text);
      at = hunk.end();
    }
    lines(' ', diff.before.subList(at, at + tail), text);
  }

  private static String range(int start, int length) {
    return length == 1 ? "" + (start + 1) : (length == 0 ? start : start + 1) + "," + length;
  }

  private static void lines(char mark, List<String> lines, StringBuilder text) {
    for (String line : lines) {
      text.append(mark).append(line);
      if (!line.endsWith("\n")) {
        text.append("\n\\ No newline at end of file\n");
      }
    }
  }
}
