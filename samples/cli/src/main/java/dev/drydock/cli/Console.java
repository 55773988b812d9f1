package dev.drydock.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Standard input, output and error, and whether something failed. Text is written in UTF-8.
 *
 * <p>A reader that goes away, such as {@code head}, is no failure: what is written from then on is dropped. Any other
 * error of writing, such as a full disk, is a failure.
 */
final class Console {

  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final boolean terminal;
  private final boolean errorTerminal;
  private boolean closed;
  private boolean failed;

  Console(InputStream in, OutputStream out, OutputStream err, boolean terminal, boolean errorTerminal) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.errorTerminal = errorTerminal;
  }

  /** That of this process; the launcher says whether standard output and standard error are terminals. */
  static Console ofProcess() {
    return new Console(
        System.in,
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        new FileOutputStream(FileDescriptor.err),
        Boolean.getBoolean("drydock.terminal"),
        Boolean.getBoolean("drydock.terminal.error"));
  }

  /** Whether a person looks at the output. */
  boolean terminal() {
    return terminal;
  }

  /** Whether a person looks at standard error. */
  boolean errorTerminal() {
    return errorTerminal;
  }

  /** All of standard input. */
  byte[] input() {
    try {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input: " + e.getMessage(), e);
    }
  }

  /** A line of standard input, without its end; {@code quit} where there is none any more. */
  String line() {
    StringBuilder line = new StringBuilder();
    try {
      int next = in.read();
      if (next < 0) {
        return "quit";
      }
      for (; next >= 0 && next != '\n'; next = in.read()) {
        line.append((char) next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input: " + e.getMessage(), e);
    }
    return line.toString();
  }

  /** Writes to standard output. */
  void print(String text) {
    print(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes to standard output. */
  void print(byte[] bytes) {
    if (!closed) {
      try {
        out.write(bytes);
      } catch (IOException e) {
        endOutput(e);
      }
    }
  }

  /** Hands on what is still held back of standard output. */
  void flush() {
    if (!closed) {
      try {
        out.flush();
      } catch (IOException e) {
        endOutput(e);
      }
    }
  }

  /** Standard output, for whoever writes to a stream. */
  OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        print(new byte[] {(byte) b});
      }

      @Override
      public void write(byte[] bytes, int start, int length) {
        print(Arrays.copyOfRange(bytes, start, start + length));
      }
    };
  }

  private void endOutput(IOException error) {
    closed = true;
    if (!ClosedPipe.is(error)) {
      fail("cannot write standard output: " + error.getMessage());
    }
  }

  /**
   * Writes to standard error, behind what is on its way to standard output. There may be names and words of files in it, and
   * GitHub's runner takes {@code ##[} for a command wherever it stands.
   */
  void printError(String text) {
    flush();
    try {
      err.write(text.replace("##[", "##?[").getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // There is no other place to say so; the exit status tells.
      failed |= !ClosedPipe.is(e);
    }
  }

  /** Says something that a person should know, on standard error. */
  void warn(String message) {
    printError("drydock: " + message + "\n");
  }

  /** Says what could not be done, on standard error, and remembers that something failed. */
  void fail(String message) {
    failed = true;
    warn(message);
  }

  /** Whether standard output takes nothing any more. */
  boolean closed() {
    return closed;
  }

  /** Whether something could not be done. */
  boolean failed() {
    return failed;
  }
}
