package dev.drydock.text;

import java.io.Serializable;
import java.util.Objects;

/**
 * A replacement in a text: what stands from {@code start} to {@code end} gives way to {@code replacement}.
 *
 * @param start where it begins, in UTF-16 code units of the text before
 * @param end where it ends, exclusive
 * @param replacement what stands there afterwards
 */
public record TextEdit(int start, int end, String replacement) implements Serializable {

  /** The parts, none of which is null. */
  public TextEdit {
    Objects.requireNonNull(replacement, "replacement");
  }

  /** The text with these edits made; they are in ascending order and do not overlap. */
  public static String apply(String text, Iterable<TextEdit> edits) {
    Objects.requireNonNull(edits, "edits");
    Objects.requireNonNull(text, "text");
    StringBuilder result = new StringBuilder(text.length() + 64);
    int at = 0;
    for (TextEdit edit : edits) {
      result.append(text, at, edit.start()).append(edit.replacement());
      at = edit.end();
    }
    return result.append(text, at, text.length()).toString();
  }

  /** The place and the text: {@code 12..17 "slim"}; as Java writes the text, on one line. */
  @Override
  public String toString() {
    return start + ".." + end + " \"" + replacement.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n") + "\"";
  }
}
