package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes files such that Ctrl-C falls between two writes: the write that has begun is finished, with its temporary
 * file gone, and no other one begins.
 */
final class UninterruptedWrites {

  private final ReentrantLock writing = new ReentrantLock();

  /** Begins to hold back the end of this process while a write goes on. */
  static UninterruptedWrites begin() {
    UninterruptedWrites writes = new UninterruptedWrites();
    Runtime.getRuntime().addShutdownHook(new Thread(writes::end, "last write"));
    return writes;
  }

  /** Waits for the write that goes on; the lock is kept, so none follows. */
  private void end() {
    writing.lock();
  }

  /**
   * Writes all of it or nothing.
   *
   * @throws java.io.UncheckedIOException where it cannot be written
   */
  void write(Dockerfile dockerfile, Path file) {
    writing.lock();
    try {
      dockerfile.write(file);
    } finally {
      writing.unlock();
    }
  }
}
