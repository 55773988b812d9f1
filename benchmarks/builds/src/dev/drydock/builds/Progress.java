package dev.drydock.builds;

import java.time.Duration;

/** Tells the person who waits what is done, and when. */
final class Progress {

    private static final long START = System.nanoTime();

    private Progress() {}

    /** Since the lab began. */
    static Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - START);
    }

    static void say(String format, Object... values) {
        Duration elapsed = elapsed();
        System.out.printf("[%2d:%02d] %s%n", elapsed.toMinutes(), elapsed.toSecondsPart(), String.format(format, values));
    }
}
