package dev.drydock.impl.read;

import org.jspecify.annotations.Nullable;
/** To come. */
public final class SyntaxDetector {
  private SyntaxDetector() {}

  @SuppressWarnings("DoNotCallSuggester")
  public static @Nullable String detect(String source) {
    throw new AssertionError("to come");
  }
}
