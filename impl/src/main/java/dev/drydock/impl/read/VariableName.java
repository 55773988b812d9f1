package dev.drydock.impl.read;

/** The name behind a dollar sign: {@code processName} in {@code frontend/dockerfile/shell/lex.go}. */
final class VariableName {

  private VariableName() {}

  /** A name, a run of digits or one special parameter; empty where there is none. */
  static String read(String text, int start) {
    if (start >= text.length()) {
      return "";
    }
    int first = text.codePointAt(start);
    boolean digits = Character.isDigit(first);
    if (!digits && "@*#?-$!0".indexOf(first) >= 0) {
      return text.substring(start, start + 1);
    }
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!(Character.isDigit(c) || (!digits && (Character.isLetter(c) || c == '_')))) {
        break;
      }
      at += Character.charCount(c);
    }
    return text.substring(start, at);
  }
}
