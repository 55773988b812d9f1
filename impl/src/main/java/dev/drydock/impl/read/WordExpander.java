package dev.drydock.impl.read;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Expands a word of ENV, FROM, WORKDIR and the like: {@code ProcessWord} in {@code frontend/dockerfile/shell/lex.go}. */
public final class WordExpander {

  private WordExpander() {}

  /**
   * The word with its variables expanded and its quotes and escapes removed.
   *
   * @param variables a variable's value; {@code null} where it is not known
   * @return {@code null} where the word is bad, or where a variable that decides it is not known
   */
  public static @Nullable String expand(
      String word, char escape, Function<String, @Nullable String> variables) {
    if (isPlain(word, escape)) {
      return word;
    }
    return ShellLexer.expand(word, escape, variables);
  }

  private static boolean isPlain(String word, char escape) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '$' || c == '\'' || c == '"' || c == escape || c == PhysicalLine.BYTE_ORDER_MARK) {
        return false;
      }
    }
    return true;
  }
}
