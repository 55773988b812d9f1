package dev.drydock.laws.generator;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to lay the same Dockerfile out that are legal, or nearly, and easy to lose or to misread. */
public enum Layout {
  LOWER_CASE_KEYWORDS,
  TABS,
  INDENTED,
  BLANKS_BEHIND_CONTINUATION,
  COMMENTS_IN_CONTINUATION,
  INDENTED_COMMENTS_IN_CONTINUATION,
  BLANK_LINES_IN_CONTINUATION,
  SPLIT_KEYWORDS,
  CONTINUED_KEYWORDS,
  MOUNT_BEHIND_CONTINUATION,
  BLANKS_AT_LINE_ENDS,
  BACKTICK_ESCAPE,
  BYTE_ORDER_MARK,
  NO_FINAL_NEWLINE,
  DANGLING_ESCAPE,
  BLANK_LINES_ON_TOP,
  CARRIAGE_RETURNS,
  SOME_CARRIAGE_RETURNS,
  LONE_CARRIAGE_RETURN;

  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(?m)^(?:FROM|RUN|COPY|ADD|ENV|ARG|LABEL|EXPOSE|USER|WORKDIR|ENTRYPOINT|CMD|SHELL|VOLUME|ONBUILD) .*$");

  /** The text laid out in all of these ways, one after the other in the order of their declaration. */
  public static String lay(String text, Set<Layout> layouts) {
    String laid = text;
    for (Layout layout : values()) {
      if (layouts.contains(layout)) {
        laid = layout.lay(laid);
      }
    }
    return laid;
  }

  private String lay(String text) {
    return switch (this) {
      case LOWER_CASE_KEYWORDS -> keywords(text, Layout::lowerCase);
      case TABS -> text.replace("    ", "\t");
      case INDENTED -> keywords(text, line -> "  " + line);
      case BLANKS_BEHIND_CONTINUATION -> text.replace("\\\n", "\\ \t\n");
      case COMMENTS_IN_CONTINUATION -> text.replace("\\\n    ", "\\\n# why this is here \\\n    ");
      case INDENTED_COMMENTS_IN_CONTINUATION -> text.replace("\\\n    ", "\\\n   # apt-get clean\n    ");
      case BLANK_LINES_IN_CONTINUATION -> text.replace("\\\n    ", "\\\n\n    ");
      case SPLIT_KEYWORDS -> text.replaceFirst("(?m)^RUN ", "RU\\\\\nN ");
      case CONTINUED_KEYWORDS -> text.replaceAll("(?m)^RUN ", "RUN \\\\\n  ");
      case MOUNT_BEHIND_CONTINUATION -> text.replace(" --mount=", " \\\n  --mount=");
      case BLANKS_AT_LINE_ENDS -> text.replaceAll("(?m)(?<![\\\\\\n])$", "  ");
      case BACKTICK_ESCAPE -> backtick(text);
      case BYTE_ORDER_MARK -> "\uFEFF" + text;
      case NO_FINAL_NEWLINE -> text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
      case DANGLING_ESCAPE -> text.endsWith("\n") ? text.substring(0, text.length() - 1) + " \\" : text;
      case BLANK_LINES_ON_TOP -> "\n\n" + text;
      case CARRIAGE_RETURNS -> text.replace("\n", "\r\n");
      case SOME_CARRIAGE_RETURNS -> text.replaceFirst("\n", "\r\n");
      case LONE_CARRIAGE_RETURN -> text.replaceFirst("# ", "#\r ");
    };
  }

  private static String keywords(String text, UnaryOperator<String> change) {
    return INSTRUCTION
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(change.apply(found.group())));
  }

  private static String lowerCase(String line) {
    int blank = line.indexOf(' ');
    return line.substring(0, blank).toLowerCase(Locale.ROOT) + line.substring(blank);
  }

  /** The escape directive goes behind the other directives, where it is still alive. */
  private static String backtick(String text) {
    String laid = text.replace("\\\n", "`\n");
    return laid.startsWith("# syntax=")
        ? laid.replaceFirst("\n", "\n# escape=`\n")
        : "# escape=`\n" + laid;
  }
}
