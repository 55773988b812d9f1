package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Law 11: threads that rewrite one value at the same time, its views not read yet, all get what one thread gets. */
final class Determinism {

  private static final int THREADS = 3;

  private static final ExecutorService POOL =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "law 11");
            thread.setDaemon(true);
            return thread;
          });

  private Determinism() {}

  static synchronized void check(Transform transform, Rewrite expected) {
    Dockerfile unread = Dockerfile.parse(expected.before().text());
    CyclicBarrier together = new CyclicBarrier(THREADS);
    List<CompletableFuture<Rewrite>> runs = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      runs.add(CompletableFuture.supplyAsync(() -> run(transform, unread, together), POOL));
    }
    for (CompletableFuture<Rewrite> run : runs) {
      Rewrite found = run.join();
      if (!found.after().text().equals(expected.after().text())) {
        throw Broken.law(
            "11 determinism", expected, "Another thread gives:\n" + Broken.visible(found.after().text()));
      }
      if (!found.notes().equals(expected.notes())) {
        throw Broken.law("11 determinism", expected, "Another thread says:\n" + found.explain());
      }
    }
  }

  private static Rewrite run(Transform transform, Dockerfile dockerfile, CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException("the threads did not come together", e);
    }
    return transform.apply(dockerfile);
  }
}
