package dev.drydock.diff;

import dev.drydock.text.TextEdit;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two texts cut into lines, each line with its line ending, and the runs of lines in which they differ. */
public final class LineDiff {

  /** Lines {@code [start, end)} before gave way to lines {@code [newStart, newEnd)} after. */
  record Hunk(int start, int end, int newStart, int newEnd) {}

  final List<String> before;
  final List<String> after;
  final List<Hunk> hunks = new ArrayList<>();

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  public static LineDiff of(String before, String after) {
    LineDiff diff = new LineDiff(lines(before), lines(after));
    Map<String, Integer> ids = new HashMap<>();
    int[] matches = Matching.of(ids(diff.before, ids), ids(diff.after, ids));
    int old = 0;
    int now = 0;
    while (old < diff.before.size() || now < diff.after.size()) {
      int newEnd = now;
      while (newEnd < matches.length && matches[newEnd] < 0) {
        newEnd++;
      }
      int end = newEnd < matches.length ? matches[newEnd] : diff.before.size();
      if (end > old || newEnd > now) {
        diff.hunks.add(new Hunk(old, end, now, newEnd));
      }
      old = end + 1;
      now = newEnd + 1;
    }
    return diff;
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  private static int[] ids(List<String> lines, Map<String, Integer> ids) {
    return lines.stream()
        .mapToInt(
            line -> {
              Integer id = ids.putIfAbsent(line, ids.size());
              return id == null ? ids.size() - 1 : id;
            })
        .toArray();
  }

  /** One text edit a hunk, without what the lines have in common at either end. */
  public Vector<TextEdit> edits() {
    int[] offsets = new int[before.size() + 1];
    for (int i = 0; i < before.size(); i++) {
      offsets[i + 1] = offsets[i] + before.get(i).length();
    }
    List<TextEdit> edits = new ArrayList<>();
    for (Hunk hunk : hunks) {
      String old = String.join("", before.subList(hunk.start, hunk.end));
      String now = String.join("", after.subList(hunk.newStart, hunk.newEnd));
      int shorter = Math.min(old.length(), now.length());
      int head = 0;
      while (head < shorter && old.charAt(head) == now.charAt(head)) {
        head++;
      }
      int tail = 0;
      while (tail < shorter - head
          && old.charAt(old.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
        tail++;
      }
      int start = offsets[hunk.start];
      edits.add(
          new TextEdit(
              start + head, start + old.length() - tail, now.substring(head, now.length() - tail)));
    }
    return Vector.ofAll(edits);
  }
}
