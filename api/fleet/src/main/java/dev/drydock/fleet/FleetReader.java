package dev.drydock.fleet;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads and rewrites the files of a fleet on all cores, and tells a visitor of each in the order in which they are
 * found. The search waits while too many are on their way, so memory does not grow with the fleet.
 */
final class FleetReader implements Search.Listener {

  private static final int AHEAD_FOR_EACH_CORE = 8;

  /** What a caller gave has failed, which is no defect of Drydock. */
  private static final class CallersFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallersFailure(String what, Throwable cause) {
      super(what + ": " + cause, cause);
    }
  }

  private final Function<? super FleetFile, ? extends Transform> transforms;
  private final boolean forced;
  private final FleetVisitor visitor;
  private final ExecutorService workers;
  private final int ahead;
  private final Deque<Future<Consumer<FleetVisitor>>> underway = new ArrayDeque<>();

  private FleetReader(
      Function<? super FleetFile, ? extends Transform> transforms, boolean forced, FleetVisitor visitor, int cores) {
    this.transforms = transforms;
    this.forced = forced;
    this.visitor = visitor;
    this.ahead = cores * AHEAD_FOR_EACH_CORE;
    this.workers =
        Executors.newFixedThreadPool(
            cores,
            task -> {
              Thread thread = new Thread(task, "dockerfiles");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Visits each file of the fleet. */
  static void visit(
      Fleet fleet, Function<? super FleetFile, ? extends Transform> transforms, FleetVisitor visitor) {
    FleetReader reader =
        new FleetReader(transforms, fleet.isForced(), visitor, Runtime.getRuntime().availableProcessors());
    try {
      new Search(fleet, reader).run();
      while (!reader.underway.isEmpty() && !visitor.finished()) {
        reader.tellNext();
      }
    } finally {
      reader.workers.shutdownNow();
    }
  }

  @Override
  public void found(FleetFile file) {
    add(workers.submit(() -> outcome(file)));
  }

  @Override
  public void skipped(FleetFile file, String reason) {
    add(CompletableFuture.completedFuture(told -> told.skipped(file, reason)));
  }

  @Override
  public void failed(FleetFile file, String reason) {
    add(CompletableFuture.completedFuture(told -> told.failed(file, reason)));
  }

  @Override
  public boolean finished() {
    return visitor.finished();
  }

  /** Takes in what is on its way, and waits until there is room for more. */
  private void add(Future<Consumer<FleetVisitor>> outcome) {
    underway.add(outcome);
    while (underway.size() > ahead && !visitor.finished()) {
      tellNext();
    }
  }

  private void tellNext() {
    try {
      underway.remove().get().accept(visitor);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while Dockerfiles were read");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Consumer<FleetVisitor> outcome(FleetFile file) {
    String reason;
    try {
      Dockerfile dockerfile = Dockerfile.read(file.path());
      return outcome(file, dockerfile, transform(file), forced, this::prepare);
    } catch (CallersFailure e) {
      reason = "cannot work on " + file.name() + ": " + e.getMessage();
    } catch (UncheckedIOException e) {
      reason = String.valueOf(e.getMessage());
    } catch (OutOfMemoryError e) {
      reason = "cannot work on " + file.name() + ": it is too large for the memory that Java was given";
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      reason = "cannot work on " + file.name() + ", which is a defect of the transform or of Drydock: " + e;
    }
    String failure = FleetFile.printable(reason);
    return told -> told.failed(file, failure);
  }

  private Transform transform(FleetFile file) {
    try {
      return Objects.requireNonNull(transforms.apply(file), "no transform was chosen");
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new CallersFailure("the choice of its transform failed", e);
    }
  }

  private void prepare(FleetFile file, Rewrite rewrite) {
    try {
      visitor.prepare(file, rewrite);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new CallersFailure("the visitor could not prepare it", e);
    }
  }

  /** What there is to tell of a Dockerfile that was read, after what takes time has been prepared for its rewrite. */
  static Consumer<FleetVisitor> outcome(
      FleetFile file,
      Dockerfile dockerfile,
      Transform transform,
      boolean forced,
      BiConsumer<? super FleetFile, ? super Rewrite> prepare) {
    if (!forced && dockerfile.problems().nonEmpty()) {
      String reason = FleetFile.printable(Appearance.reason(dockerfile));
      return told -> told.refused(file, dockerfile, reason);
    }
    Rewrite rewrite = IgnoreComments.respectedBy(transform).apply(dockerfile);
    prepare.accept(file, rewrite);
    return told -> told.rewrite(file, rewrite);
  }
}
