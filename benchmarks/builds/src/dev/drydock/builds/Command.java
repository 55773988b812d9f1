package dev.drydock.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A program of this machine with its arguments, which can be run to its end. */
final class Command {

    /** What runs now, so that it can be ended when the lab is. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private final List<String> words;
    private final Map<String, String> environment = new HashMap<>();
    private Path folder = Path.of(".");

    private Command(List<String> words) {
        this.words = words;
    }

    static Command of(String... words) {
        return new Command(new ArrayList<>(Arrays.asList(words)));
    }

    Command with(String... more) {
        words.addAll(Arrays.asList(more));
        return this;
    }

    Command in(Path where) {
        folder = where;
        return this;
    }

    Command env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What came of it: exit status, standard output and error as they were written, and the time it took. */
    record Outcome(int exit, String output, Duration time) {

        boolean succeeded() {
            return exit == 0;
        }

        /** The last {@code count} lines that say something. */
        String tail(int count) {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        }
    }

    Process start(ProcessBuilder.Redirect output) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.redirectOutput(output).start();
            RUNNING.add(process);
            process.onExit().thenRun(() -> RUNNING.remove(process));
            process.getOutputStream().close();
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Outcome run() {
        long start = System.nanoTime();
        Process process = start(ProcessBuilder.Redirect.PIPE);
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            return new Outcome(exit, output, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LabFailure("interrupted while running " + words);
        } finally {
            RUNNING.remove(process);
        }
    }

    /** Runs it and gives its output; a status other than zero is a failure of the lab. */
    String output() {
        Outcome outcome = run();
        if (!outcome.succeeded()) {
            throw new LabFailure(String.join(" ", words) + " ended with " + outcome.exit() + ":\n" + outcome.tail(30));
        }
        return outcome.output();
    }

    static void endAll() {
        RUNNING.forEach(Process::destroy);
    }
}
