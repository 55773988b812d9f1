package dev.drydock.builds;

import java.io.IOException;
import java.io.OutputStream;

/** The line between the builds and everything they download: as fast as the machine, or held to a number of bytes a second. */
final class Link {

    private static final int CHUNK = 16 * 1024;

    private long bytesPerSecond = Long.MAX_VALUE;
    private long freeAt = System.nanoTime();

    synchronized void limitTo(long bytes) {
        bytesPerSecond = bytes;
        freeAt = System.nanoTime();
    }

    synchronized void unlimited() {
        bytesPerSecond = Long.MAX_VALUE;
    }

    void send(byte[] content, OutputStream out) throws IOException {
        for (int from = 0; from < content.length; from += CHUNK) {
            int length = Math.min(CHUNK, content.length - from);
            pause(reserve(length));
            out.write(content, from, length);
        }
    }

    /** Takes the next free stretch of the line for so many bytes; gives the nanoseconds to wait until they are through. */
    private synchronized long reserve(int bytes) {
        if (bytesPerSecond == Long.MAX_VALUE) {
            return 0;
        }
        long now = System.nanoTime();
        freeAt = Math.max(freeAt, now) + bytes * 1_000_000_000L / bytesPerSecond;
        return freeAt - now;
    }

    private static void pause(long nanos) throws IOException {
        try {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("the lab ends", stop);
        }
    }
}
