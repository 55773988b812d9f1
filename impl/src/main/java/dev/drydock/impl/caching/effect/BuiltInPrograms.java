package dev.drydock.impl.caching.effect;

import dev.drydock.caching.KnownPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The table of programs that comes with the product, in the file {@code known-programs.txt} beside this class. */
public final class BuiltInPrograms {

  private static final KnownPrograms ALL = KnownPrograms.parse(text());

  private BuiltInPrograms() {}

  public static KnownPrograms all() {
    return ALL;
  }

  private static String text() {
    try (InputStream in = BuiltInPrograms.class.getResourceAsStream("known-programs.txt")) {
      if (in == null) {
        throw new IllegalStateException("known-programs.txt is missing beside the classes of Drydock");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
