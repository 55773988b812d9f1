package dev.drydock.laws;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Problem;
import dev.drydock.transform.Rewrite;

/**
 * Law 9: a file has no problem after that it had not before.
 *
 * <p>A problem lies in a construct. Where that stands in both files, it had the problem before; where it is new, the
 * problem was in one of those that it stands in place of, or that it stands beside.
 */
final class ProblemsKept {

  private ProblemsKept() {}

  static void check(Rewrite rewrite) {
    if (!rewrite.changed()) {
      return;
    }
    for (Problem problem : rewrite.after().problems()) {
      if (!known(rewrite, problem)) {
        throw Broken.law("9 no new problems", rewrite, "This is new: " + problem);
      }
    }
  }

  private static boolean known(Rewrite rewrite, Problem problem) {
    Dockerfile before = rewrite.before();
    Dockerfile after = rewrite.after();
    if (after.constructs().isEmpty()) {
      return before.problems().exists(old -> old.kind().equals(problem.kind()));
    }
    int at = indexOn(after, problem.line());
    int first = place(before, after, at, -1);
    int last = place(before, after, at, 1);
    return before
        .problems()
        .exists(
            old -> {
              int where = indexOn(before, old.line());
              return old.kind().equals(problem.kind()) && first <= where && where <= last;
            });
  }

  /** The place before of the nearest construct in this direction that was there before. */
  private static int place(Dockerfile before, Dockerfile after, int index, int direction) {
    for (int i = index; i >= 0 && i < after.constructs().size(); i += direction) {
      Construct construct = after.constructs().get(i);
      if (before.contains(construct)) {
        return before.index(construct);
      }
    }
    return direction < 0 ? 0 : Math.max(0, before.constructs().size() - 1);
  }

  /** The index of the construct that a line belongs to. */
  private static int indexOn(Dockerfile dockerfile, int line) {
    int index = 0;
    while (index + 1 < dockerfile.constructs().size() && dockerfile.lineAt(index + 1) <= line) {
      index++;
    }
    return index;
  }
}
