package dev.drydock.cli.format;

import dev.drydock.fleet.FleetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The parts that a page is written with. */
final class Html {

  private Html() {}

  /** Text that stays text in an element and in a quoted attribute. */
  static String text(String text) {
    String escaped = FleetFile.printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return escaped.replace("\"", "&quot;").replace("'", "&#39;");
  }

  /** Text as code. */
  static String code(String text) {
    return "<code>" + text(text) + "</code>";
  }

  /** The id of a rule, as a link to its page where it has one. */
  static String rule(String rule) {
    return RulePages.address(rule).map(page -> "<a href=\"" + text(page) + "\">" + text(rule) + "</a>").getOrElse(() -> text(rule));
  }

  /** An item of a list, and the rule that it is by. */
  static String item(String html, String rule) {
    return "<li>" + html + " <span class=\"rule\">" + rule(rule) + "</span></li>\n";
  }

  /** A file that lies beside this class. */
  static String resource(String name) {
    try (InputStream resource = Objects.requireNonNull(Html.class.getResourceAsStream(name), name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
