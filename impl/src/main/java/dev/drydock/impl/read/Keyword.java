package dev.drydock.impl.read;

import dev.drydock.spi.Kind;

/** Which instruction a keyword names, in any case: {@code frontend/dockerfile/command/command.go}. */
final class Keyword {

  private Keyword() {}

  /** The instruction's kind; {@link Kind#UNKNOWN} for what is no keyword. */
  static Kind kind(String text, int start, int end) {
    if (start == end) {
      return Kind.UNKNOWN;
    }
    char initial = lower(text.charAt(start));
    return switch (end - start) {
      case 3 ->
          switch (initial) {
            case 'r' -> check(Kind.RUN, "run", text, start);
            case 'e' -> check(Kind.ENV, "env", text, start);
            case 'c' -> check(Kind.CMD, "cmd", text, start);
            case 'a' ->
                lower(text.charAt(start + 1)) == 'r'
                    ? check(Kind.ARG, "arg", text, start)
                    : check(Kind.ADD, "add", text, start);
            default -> Kind.UNKNOWN;
          };
      case 4 ->
          switch (initial) {
            case 'f' -> check(Kind.FROM, "from", text, start);
            case 'c' -> check(Kind.COPY, "copy", text, start);
            case 'u' -> check(Kind.USER, "user", text, start);
            default -> Kind.UNKNOWN;
          };
      case 5 ->
          initial == 'l' ? check(Kind.LABEL, "label", text, start) : check(Kind.SHELL, "shell", text, start);
      case 6 ->
          initial == 'e'
              ? check(Kind.EXPOSE, "expose", text, start)
              : check(Kind.VOLUME, "volume", text, start);
      case 7 ->
          initial == 'w'
              ? check(Kind.WORKDIR, "workdir", text, start)
              : check(Kind.ONBUILD, "onbuild", text, start);
      case 10 ->
          switch (initial) {
            case 'e' -> check(Kind.ENTRYPOINT, "entrypoint", text, start);
            case 's' -> check(Kind.STOPSIGNAL, "stopsignal", text, start);
            default -> check(Kind.MAINTAINER, "maintainer", text, start);
          };
      case 11 -> check(Kind.HEALTHCHECK, "healthcheck", text, start);
      default -> Kind.UNKNOWN;
    };
  }

  /** A keyword as written; most are in upper case, and all of these share one text. */
  static String written(Kind kind, String text, int start, int end) {
    String upperCase = kind.name();
    return end - start == upperCase.length() && text.startsWith(upperCase, start)
        ? upperCase
        : text.substring(start, end);
  }

  private static Kind check(Kind kind, String lowerCase, String text, int start) {
    for (int i = 0; i < lowerCase.length(); i++) {
      if (lower(text.charAt(start + i)) != lowerCase.charAt(i)) {
        return Kind.UNKNOWN;
      }
    }
    return kind;
  }

  /** Lower case as Go has it: besides the ASCII letters, the Kelvin sign and the dotted capital I become ASCII. */
  private static char lower(char c) {
    if (c >= 'A' && c <= 'Z') {
      return (char) (c | 0x20);
    }
    return c == '\u212A' ? 'k' : c == '\u0130' ? 'i' : c;
  }
}
