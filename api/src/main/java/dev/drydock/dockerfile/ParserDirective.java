package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import java.util.Locale;

/**
 * A live parser directive: {@code # syntax=…}, {@code # escape=…} or {@code # check=…} in the directive region
 * at the top of a file. A line of that form anywhere else is a {@link Comment}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/parser/directives.go}.
 */
public final class ParserDirective extends Construct {

  ParserDirective(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.PARSER_DIRECTIVE;
  }

  /** {@code # name=value} on a line of its own. */
  public static ParserDirective of(String name, String value) {
    return Detached.one(ParserDirective.class, "# " + name + "=" + value + "\n");
  }

  /**
   * The directive that this text holds.
   *
   * @throws IllegalArgumentException where it is read as something else
   */
  public static ParserDirective parse(String text) {
    return Detached.one(ParserDirective.class, text);
  }

  /** {@code # syntax=reference}, the frontend that reads the file. */
  public static ParserDirective syntax(String reference) {
    return of("syntax", reference);
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
