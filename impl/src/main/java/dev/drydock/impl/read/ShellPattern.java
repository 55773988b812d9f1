package dev.drydock.impl.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of <code>${x#…}</code>, <code>${x%…}</code> and <code>${x/…/…}</code>: a star for any text, a question mark for any
 * character ({@code convertShellPatternToRegex} in {@code frontend/dockerfile/shell/lex.go}). Matched piece by
 * piece between the stars, so that no pattern can make it backtrack.
 */
final class ShellPattern {

  /** A character that stands for any other; it cannot stand in a pattern as itself. */
  private static final char ANY = '\uFFFF';

  private final List<String> pieces;

  private ShellPattern(List<String> pieces) {
    this.pieces = pieces;
  }

  /** Reads a pattern; {@code null} where an escape stands before a character that needs none. */
  static @Nullable ShellPattern of(String pattern) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else if (c == '?') {
        piece.append(ANY);
      } else if (c == '\\') {
        char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : '\0';
        if (next != '}' && next != '/') {
          if (next != '*' && next != '?' && next != '\\') {
            return null;
          }
          piece.append(next);
          i++;
        }
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return new ShellPattern(pieces);
  }

  String trimPrefix(String value, boolean longest) {
    int end = matchesAt(value, pieces.get(0), 0) ? end(value, 0, longest) : -1;
    return end < 0 ? value : value.substring(end);
  }

  String trimSuffix(String value, boolean longest) {
    List<String> reversed = new ArrayList<>();
    for (int i = pieces.size() - 1; i >= 0; i--) {
      reversed.add(reverse(pieces.get(i)));
    }
    return reverse(new ShellPattern(reversed).trimPrefix(reverse(value), longest));
  }

  /** Puts the replacement in the place of the first match, or of each; every match is as long as can be. */
  String replace(String value, String replacement, boolean all) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at <= value.length()) {
      int start = find(value, pieces.get(0), at);
      int end = start < 0 ? -1 : end(value, start, true);
      if (end < 0) {
        break;
      }
      result.append(value, at, start).append(replacement);
      at = end;
      if (end == start) {
        if (at < value.length()) {
          result.append(value.charAt(at));
        }
        at++;
      }
      if (!all) {
        break;
      }
    }
    return at < value.length() ? result.append(value, at, value.length()).toString() : result.toString();
  }

  /** Where a match that begins at {@code start}, where the first piece fits, ends; -1 where the rest does not fit. */
  private int end(String value, int start, boolean longest) {
    int at = start + pieces.get(0).length();
    int last = pieces.size() - 1;
    for (int i = 1; i <= last; i++) {
      int found = find(value, pieces.get(i), at);
      if (found < 0) {
        return -1;
      }
      if (i == last && longest) {
        return findLast(value, pieces.get(i)) + pieces.get(i).length();
      }
      at = found + pieces.get(i).length();
    }
    return at;
  }

  private static int find(String value, String piece, int from) {
    if (piece.indexOf(ANY) < 0) {
      return value.indexOf(piece, from);
    }
    for (int at = from; at + piece.length() <= value.length(); at++) {
      if (matchesAt(value, piece, at)) {
        return at;
      }
    }
    return -1;
  }

  private static int findLast(String value, String piece) {
    int at = value.length() - piece.length();
    while (at > 0 && !matchesAt(value, piece, at)) {
      at--;
    }
    return at;
  }

  private static boolean matchesAt(String value, String piece, int at) {
    if (at + piece.length() > value.length()) {
      return false;
    }
    for (int i = 0; i < piece.length(); i++) {
      if (piece.charAt(i) != ANY && piece.charAt(i) != value.charAt(at + i)) {
        return false;
      }
    }
    return true;
  }

  private static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
