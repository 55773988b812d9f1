package dev.drydock.fleet;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Problem;
import io.vavr.collection.Seq;
import java.util.regex.Pattern;

/** What a file looks like that BuildKit would refuse as a Dockerfile. */
enum Appearance {
  BINARY("a binary file", "[\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f]"),
  DIFF("a diff", "(?m)\\A(?:diff --git |--- \\S.*\\R\\+\\+\\+ |Index: )"),
  GO("a Go template", "\\{\\{-? *(?:\\.|\\$|if |range |end\\b|with |template |include |define |else\\b)"),
  JINJA("a Jinja template", "\\{%-? *\\w+|\\{\\{ *\\w+ *(?:\\|[^}]*)?\\}\\}"),
  ERB("an ERB template", "<%[=-]? "),
  XML("XML or HTML", "\\A\\s*<[!?a-zA-Z]"),
  JSON("JSON", "\\A\\s*[\\[{]\\s*[\"{\\[\\]}]"),
  SCRIPT("a script", "\\A#!"),
  JAVA("Java source", "(?m)^(?:package [\\w.]+;|import (?:static )?[\\w.]+;)"),
  PYTHON("Python source", "(?m)^(?:def \\w+\\(.*:|from \\S+ import |import \\w+$)"),
  MARKDOWN("Markdown", "(?m)^```|\\A# \\S.*\\R\\R(?!(?i:FROM|ARG) )|^\\[[^\\]]+\\]\\("),
  YAML("YAML", "(?m)\\A(?:[ \\t]*(?:#.*)?\\R)*(?:---[ \\t]*\\R|[\\w.-]+:(?:[ \\t]|$))");

  /** A longer text looks like something by its beginning. */
  private static final int LOOKED_AT = 1 << 16;

  private final String words;
  private final Pattern sign;

  Appearance(String words, String sign) {
    this.words = words;
    this.sign = Pattern.compile(sign);
  }

  /** Why a file that BuildKit would refuse is left alone, on one line. */
  static String reason(Dockerfile dockerfile) {
    Seq<Problem> problems = dockerfile.problems();
    Problem first = problems.head();
    String more = problems.size() == 1 ? "" : ", and " + (problems.size() - 1) + " more";
    return of(dockerfile.text()) + ": BuildKit would refuse line " + first.line() + " (" + first.message() + ")" + more;
  }

  private static String of(String text) {
    String beginning = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    if (beginning.isBlank()) {
      return "the file is empty";
    }
    for (Appearance each : values()) {
      if (each.sign.matcher(beginning).find()) {
        return "it looks like " + each.words;
      }
    }
    return "it is no Dockerfile that can be built";
  }
}
