package dev.drydock.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which elements of one sequence stand again in another, in the same order, as many as can be.
 *
 * <p>Source of the algorithm: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. Beyond a bound
 * on the number of differences what lies between the first and the last difference counts as wholly different, so
 * that the cost stays linear.
 */
public final class Matching {

  private static final int MOST_DIFFERENCES = 1_000;

  private Matching() {}

  /** For each element of the second sequence the index of the one it matches in the first, or -1. */
  public static int[] of(int[] first, int[] second) {
    int[] matches = new int[second.length];
    Arrays.fill(matches, -1);
    int start = 0;
    while (start < first.length && start < second.length && first[start] == second[start]) {
      matches[start] = start;
      start++;
    }
    int firstEnd = first.length;
    int secondEnd = second.length;
    while (firstEnd > start && secondEnd > start && first[firstEnd - 1] == second[secondEnd - 1]) {
      matches[--secondEnd] = --firstEnd;
    }
    between(
        Arrays.copyOfRange(first, start, firstEnd),
        Arrays.copyOfRange(second, start, secondEnd),
        start,
        matches);
    return matches;
  }

  private static void between(int[] a, int[] b, int offset, int[] matches) {
    int most = Math.min(a.length + b.length, MOST_DIFFERENCES);
    int[] reach = new int[2 * most + 3];
    int middle = most + 1;
    List<int[]> trace = new ArrayList<>();
    for (int d = 0; d <= most; d++) {
      trace.add(Arrays.copyOfRange(reach, middle - d - 1, middle + d + 2));
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]);
        int x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
        int y = x - k;
        while (x < a.length && y < b.length && a[x] == b[y]) {
          x++;
          y++;
        }
        reach[middle + k] = x;
        if (x >= a.length && y >= b.length) {
          walkBack(a.length, b.length, trace, offset, matches);
          return;
        }
      }
    }
  }

  private static void walkBack(int endX, int endY, List<int[]> trace, int offset, int[] matches) {
    int x = endX;
    int y = endY;
    for (int d = trace.size() - 1; d >= 0; d--) {
      int[] reach = trace.get(d);
      int middle = d + 1;
      int k = x - y;
      boolean down = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]);
      int fromK = down ? k + 1 : k - 1;
      int fromX = d == 0 ? 0 : reach[middle + fromK];
      int fromY = d == 0 ? 0 : fromX - fromK;
      while (x > fromX && y > fromY) {
        matches[offset + --y] = offset + --x;
      }
      x = fromX;
      y = fromY;
    }
  }
}
