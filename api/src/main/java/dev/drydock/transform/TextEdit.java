package dev.drydock.transform;

import dev.drydock.transform.ImmutableTextEdit;
import org.immutables.value.Value;

/** A replacement in a text: what stands from {@code start} to {@code end} gives way to {@code replacement}. */
@Value.Immutable
public abstract class TextEdit {

  TextEdit() {}

  static TextEdit of(int start, int end, String replacement) {
    return ImmutableTextEdit.builder().start(start).end(end).replacement(replacement).build();
  }

  /** Where it begins, in UTF-16 code units of the text before. */
  public abstract int start();

  /** Where it ends, exclusive. */
  public abstract int end();

  /** What stands there afterwards. */
  public abstract String replacement();

  /** The text with these edits made; they are in ascending order and do not overlap. */
  public static String apply(String text, Iterable<TextEdit> edits) {
    StringBuilder result = new StringBuilder(text.length() + 64);
    int at = 0;
    for (TextEdit edit : edits) {
      result.append(text, at, edit.start()).append(edit.replacement());
      at = edit.end();
    }
    return result.append(text, at, text.length()).toString();
  }
}
