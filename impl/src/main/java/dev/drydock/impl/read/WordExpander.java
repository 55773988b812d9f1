package dev.drydock.impl.read;

import java.util.function.Function;import org.jspecify.annotations.Nullable;
/** To come. */
public final class WordExpander {
  private WordExpander() {}

  @SuppressWarnings("DoNotCallSuggester")
  public static @Nullable String expand(String word, char escape, Function<String, @Nullable String> variables) {
    throw new AssertionError("to come");
  }
}
