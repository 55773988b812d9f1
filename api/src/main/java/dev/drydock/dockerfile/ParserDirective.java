package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A live parser directive: {@code # syntax=…}, {@code # escape=…} or {@code # check=…} in the directive region
 * at the top of a file. A line of that form anywhere else is a {@link Comment}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/parser/directives.go}.
 */
public final class ParserDirective extends Construct {

  private static final Pattern NAME = Pattern.compile("syntax|escape|check", Pattern.CASE_INSENSITIVE);

  ParserDirective(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.PARSER_DIRECTIVE;
  }

  /** {@code # name=value} on a line of its own. */
  public static ParserDirective of(String name, String value) {
    Given.notNull(value, "value");
    Words.matching(NAME, name, "name", "syntax, escape or check");
    Words.line(value, "value", "a value");
    ParserDirective made = Detached.one(ParserDirective.class, "# " + name + "=" + value + "\n");
    if (!made.value().equals(value)) {
      throw Given.refused("value", "a value without blanks around it", value);
    }
    return made;
  }

  /**
   * The directive that this text holds.
   *
   * @throws IllegalArgumentException where it is read as something else
   */
  public static ParserDirective parse(String text) {
    return Detached.one(ParserDirective.class, Given.notNull(text, "text"));
  }

  /** {@code # syntax=reference}, the frontend that reads the file. */
  public static ParserDirective syntax(String reference) {
    return of("syntax", Words.line(reference, "reference", "a frontend, such as docker/dockerfile:1"));
  }

  /** {@code # escape=`}, the character that continues a line and escapes: a backslash or a backtick. */
  public static ParserDirective escape(char character) {
    if (character != '\\' && character != '`') {
      throw Given.refused("character", "a backslash or a backtick, since BuildKit takes no other", character);
    }
    return of("escape", String.valueOf(character));
  }

  /** {@code # check=rules}, what BuildKit's checks do: {@code skip=JSONArgsRecommended;error=true}. */
  public static ParserDirective check(String rules) {
    return of("check", Words.line(rules, "rules", "what checks do, such as skip=JSONArgsRecommended"));
  }

  /** The name in lower case: {@code syntax}, {@code escape} or {@code check}. */
  public String name() {
    String text = text();
    int hash = text.indexOf('#');
    return text.substring(hash + 1, text.indexOf('=')).strip().toLowerCase(Locale.ROOT);
  }

  /** The value without the blanks around it. */
  public String value() {
    String text = text();
    return text.substring(text.indexOf('=') + 1).strip();
  }
}
