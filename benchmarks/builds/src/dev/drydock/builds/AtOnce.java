package dev.drydock.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks, some of them at the same time; a task that fails ends the lab. */
final class AtOnce {

    private AtOnce() {}

    /** Gives the results in the order of the tasks. */
    static <T> List<T> run(int threads, List<Callable<T>> tasks) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : workers.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof LabFailure cause ? cause : new LabFailure(failure.getCause().toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LabFailure("the lab ends");
        } finally {
            workers.shutdownNow();
        }
    }
}
