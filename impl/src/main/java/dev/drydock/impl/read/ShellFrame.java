package dev.drydock.impl.read;

import org.jspecify.annotations.Nullable;

/** A word that {@link ShellLexer} is reading: the whole text, a double-quoted part, or what stands inside braces. */
final class ShellFrame {

  /** The character that ends the word; NUL for the whole text. */
  final char stop;

  final boolean quote;
  final boolean rawEscapes;

  /** Where in the text the quote or the dollar sign stands. */
  final int source;

  /** Where in the output what this word becomes begins. */
  final int mark;

  /** Where in the output the word itself begins, behind the name and the operator that are left in place. */
  int wordMark;

  /** Whether the word hangs on a variable that is not known. */
  boolean unknown;

  String name = "";
  char operator;
  boolean emptyIsUnset;
  boolean all;
  @Nullable String pattern;

  ShellFrame(char stop, boolean quote, boolean rawEscapes, int source, int mark) {
    this.stop = stop;
    this.quote = quote;
    this.rawEscapes = rawEscapes;
    this.source = source;
    this.mark = mark;
    this.wordMark = mark;
  }

  /** The value without what the word matches, or with it replaced; {@code null} where the pattern is bad. */
  @Nullable String cut(String value, String word) {
    if (pattern != null) {
      ShellPattern replaced = ShellPattern.of(pattern);
      return replaced == null ? null : replaced.replace(value, word, all);
    }
    boolean longest = !word.isEmpty() && word.charAt(0) == operator;
    ShellPattern trimmed = ShellPattern.of(longest ? word.substring(1) : word);
    if (trimmed == null) {
      return null;
    }
    return operator == '#' ? trimmed.trimPrefix(value, longest) : trimmed.trimSuffix(value, longest);
  }
}
