package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A call of the command that has ended: its exit status, and the bytes that it wrote. */
record Called(int status, ByteArrayOutputStream written, String err) {

  /** Calls the command in this process. */
  static Called with(Object... args) {
    return withInput(new byte[0], args);
  }

  /** Calls the command with this on standard input. */
  static Called withInput(byte[] input, Object... args) {
    return withInput(new ByteArrayInputStream(input), args);
  }

  /** Calls the command with this as standard input. */
  static Called withInput(InputStream input, Object... args) {
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i] instanceof Path path ? path.toString() : (String) args[i];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(new Console(input, out, err, false, false), texts);
    return new Called(status, out, err.toString(StandardCharsets.UTF_8));
  }

  /** Standard output. */
  byte[] bytes() {
    return written.toByteArray();
  }

  /** Standard output as text. */
  String out() {
    return written.toString(StandardCharsets.UTF_8);
  }

  /** It ended with this status. */
  Called exits(int expected) {
    assertThat(status).as("status; out:%n%s%nerr:%n%s", out(), err).isEqualTo(expected);
    return this;
  }

  /** Standard output has each of these. */
  Called says(CharSequence... parts) {
    assertThat(out()).contains(parts);
    return this;
  }

  /** Standard error has each of these. */
  Called warns(CharSequence... parts) {
    assertThat(err).contains(parts);
    return this;
  }

  /** Standard error is empty. */
  Called warnsOfNothing() {
    assertThat(err).isEmpty();
    return this;
  }
}
