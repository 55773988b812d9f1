package dev.drydock.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/**
 * The error of writing to a pipe that nobody reads any more, {@code EPIPE}.
 *
 * <p>Java tells an error by the system's message alone, and the message is in the person's language. So it is compared
 * with the message of a pipe that was closed on purpose.
 */
final class ClosedPipe {

  private ClosedPipe() {}

  /** Whether this error says that nobody reads the pipe. */
  static boolean is(IOException error) {
    return message().equals(error.getMessage());
  }

  private static String message() {
    try {
      Pipe pipe = Pipe.open();
      pipe.source().close();
      try (Pipe.SinkChannel sink = pipe.sink()) {
        sink.write(ByteBuffer.allocate(1));
      }
      return "";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
