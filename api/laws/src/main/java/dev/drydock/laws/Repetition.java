package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;

/** Law 3: the second time nothing changes, neither in the value nor in its text read afresh. */
final class Repetition {

  private Repetition() {}

  static void check(Transform transform, Rewrite first) {
    if (!first.changed()) {
      return;
    }
    settled(transform.apply(first.after()), "the file after");
    settled(transform.apply(Dockerfile.parse(first.after().text())), "the text after, read afresh");
  }

  private static void settled(Rewrite second, String of) {
    if (second.changed()) {
      throw Broken.law(
          "3 idempotence", second, "A second run changes " + of + ":\n" + second.diff());
    }
    SameInstance.check(second);
  }
}
