package dev.drydock.caching;

import dev.drydock.given.Given;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
@SuppressWarnings("serial")
public final class TextPattern implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Pattern pattern;

  /** What a text must hold one of; empty where nothing is known. A look for these is cheaper than the pattern. */
  private final List<String> signs;

  /** All the texts that match; empty where they are not known, or there are none. */
  private final Set<String> texts;

  private TextPattern(Pattern pattern, List<String> signs, Set<String> texts) {
    this.pattern = pattern;
    this.signs = signs;
    this.texts = texts;
  }

  /** The pattern of a regular expression. */
  public static TextPattern of(Pattern pattern) {
    Given.notNull(pattern, "pattern");
    return new TextPattern(pattern, List.of(), Set.of());
  }

  /** The pattern that each of these texts matches, and no other. */
  public static TextPattern anyOf(String... texts) {
    Given.noneNull(texts, "texts");
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      all.append(all.length() == 0 ? "" : "|").append(text.replaceAll("[^\\w/-]", "\\\\$0"));
    }
    String regex = texts.length == 0 ? "(?!)" : all.toString();
    return new TextPattern(Pattern.compile(regex), List.of(), Set.copyOf(Arrays.asList(texts)));
  }

  /** The catalogue's own way to write one of which every match holds one of these signs. */
  static TextPattern regex(String regex, String... signs) {
    return new TextPattern(Pattern.compile(regex), List.of(signs), Set.of());
  }

  private boolean hasSign(CharSequence text) {
    if (signs.isEmpty()) {
      return true;
    }
    String held = text.toString();
    for (String sign : signs) {
      if (held.contains(sign)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the whole text is such a one. */
  public boolean matches(CharSequence text) {
    Given.notNull(text, "text");
    return texts.isEmpty() ? hasSign(text) && pattern.matcher(text).matches() : texts.contains(text.toString());
  }

  /** Whether some part of the text is such a one. */
  public boolean isIn(CharSequence text) {
    Given.notNull(text, "text");
    return hasSign(text) && pattern.matcher(text).find();
  }

  /** It travels as its regular expression, to be compiled where it arrives. */
  private Object writeReplace() {
    return new Regex(pattern.pattern(), pattern.flags(), signs, texts);
  }

  private record Regex(String expression, int flags, List<String> signs, Set<String> texts) implements Serializable {

    private Object readResolve() {
      return new TextPattern(Pattern.compile(expression, flags), signs, texts);
    }
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
