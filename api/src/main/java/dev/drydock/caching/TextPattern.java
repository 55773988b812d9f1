package dev.drydock.caching;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that texts are compared with: the names of a program, a setting, an image. It is compiled once; two are
 * equal where their regular expressions and flags are. Immutable and thread-safe.
 *
 * <pre>{@code
 * TextPattern.of(Pattern.compile("pip[0-9.]*")).matches("pip3.12");      // true
 * TextPattern.anyOf("apt", "apt-get").matches("apt-cache");              // false
 * }</pre>
 */
public final class TextPattern {

  private final Pattern pattern;

  private TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** The pattern of a regular expression. */
  public static TextPattern of(Pattern pattern) {
    return new TextPattern(pattern);
  }

  /** The pattern that each of these texts matches, and no other. */
  public static TextPattern anyOf(String... texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      all.append(all.length() == 0 ? "" : "|").append(text.replaceAll("[^\\w/-]", "\\\\$0"));
    }
    return regex(texts.length == 0 ? "(?!)" : all.toString());
  }

  /** The catalogue's own way to write one. */
  static TextPattern regex(String regex) {
    return of(Pattern.compile(regex));
  }

  /** Whether the whole text is such a one. */
  public boolean matches(CharSequence text) {
    return pattern.matcher(text).matches();
  }

  /** Whether some part of the text is such a one. */
  public boolean isIn(CharSequence text) {
    return pattern.matcher(text).find();
  }

  /** The compiled expression. */
  public Pattern pattern() {
    return pattern;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextPattern that
        && pattern.pattern().equals(that.pattern.pattern())
        && pattern.flags() == that.pattern.flags();
  }

  @Override
  public int hashCode() {
    return pattern.pattern().hashCode();
  }

  /** The regular expression. */
  @Override
  public String toString() {
    return pattern.pattern();
  }
}
