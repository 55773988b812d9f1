package dev.drydock.impl.read;

import dev.drydock.impl.read.DirectiveRegion.Directive;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frontend that a file asks for: {@code DetectSyntax} in
 * {@code frontend/dockerfile/parser/directives.go}. Unlike the line parser it skips a shebang, does not trim a line
 * at its start, and falls back to comments with two slashes and to a JSON object.
 */
public final class SyntaxDetector {

  private SyntaxDetector() {}

  /** The directive's whole value: the image, and behind a space the frontend's command line. */
  public static @Nullable String detect(String source) {
    int start = !source.isEmpty() && source.charAt(0) == PhysicalLine.BYTE_ORDER_MARK ? 1 : 0;
    if (source.startsWith("#!", start)) {
      start = Math.min(PhysicalLine.feed(source, start, source.length()) + 1, source.length());
    }
    String found = directive(source, start, "#");
    if (found == null) {
      found = directive(source, start, "//");
    }
    return found == null ? JsonText.member(source, start, "syntax") : found;
  }

  private static @Nullable String directive(String source, int start, String mark) {
    Set<String> seen = new HashSet<>();
    int line = start;
    while (line < source.length()) {
      int feed = PhysicalLine.feed(source, line, source.length());
      int content = feed > line && source.charAt(feed - 1) == '\r' ? feed - 1 : feed;
      if (Utf8Length.exceeds(source, line, feed, Utf8Length.LONGEST_LINE)) {
        return null;
      }
      Directive directive = Directive.read(source, line, content, mark);
      if (directive == null || !seen.add(directive.key())) {
        return null;
      }
      if (directive.key().equals("syntax")) {
        return directive.value();
      }
      line = Math.min(feed + 1, source.length());
    }
    return null;
  }
}
