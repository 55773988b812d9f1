package dev.drydock.impl.caching;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example whose two texts are written as one: what stands between the marks is in one of the two alone.
 *
 * <pre>{@code
 * RUN «pip»pip install «---no-cache-dir »flask
 * }</pre>
 *
 * <ul>
 *   <li>{@code «-text»} is only in the text before, {@code «+text»} only in the text after;
 *   <li>{@code «pip»}, {@code «uv»}, {@code «archives»} and {@code «lists»} are the cache mounts of pip, uv and apt, and
 *       {@code «/cache,uid=7»} is one of that target and those options; each ends the line;
 *   <li>{@code «wheels»} is the empty directory that keeps pip's builds out of its cache;
 *   <li>{@code «keep»} is the step that makes apt keep its archives where its cache is mounted, and {@code «documented»}
 *       the one of Docker's documentation, which makes it keep them everywhere.
 * </ul>
 */
public record Marked(String before, String after) {

  private static final Pattern MARK = Pattern.compile("«([^»]*)»");

  public static Marked of(String text) {
    return new Marked(resolved(text, Marked::removed), resolved(text, Marked::added));
  }

  private interface Part {
    String of(String mark);
  }

  private static String resolved(String text, Part part) {
    return MARK.matcher(text).replaceAll((MatchResult mark) -> Matcher.quoteReplacement(part.of(mark.group(1))));
  }

  private static String removed(String mark) {
    return mark.startsWith("-") ? mark.substring(1) : "";
  }

  private static String added(String mark) {
    return switch (mark.charAt(0)) {
      case '-' -> "";
      case '+' -> mark.substring(1);
      case '/' -> mount(mark);
      default -> switch (mark) {
        case "keep" -> Examples.KEEP;
        case "documented" -> Examples.DOCUMENTED;
        case "pip", "uv" -> mount("/root/.cache/" + mark);
        case "wheels" -> "--mount=type=tmpfs,target=/root/.cache/pip/wheels \\\n    ";
        case "archives" -> mount("/var/cache/apt,sharing=locked");
        case "lists" -> mount("/var/lib/apt/lists,sharing=locked");
        default -> throw new IllegalArgumentException("No such mark: " + mark);
      };
    };
  }

  private static String mount(String targetAndOptions) {
    return "--mount=type=cache,target=" + targetAndOptions + " \\\n    ";
  }
}
