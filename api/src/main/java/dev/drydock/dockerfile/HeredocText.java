package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import java.nio.charset.StandardCharsets;

/** Writes an instruction with a heredoc, under a delimiter that no line of the content is. */
final class HeredocText {

  private static final String DELIMITER = "EOF";

  private HeredocText() {}

  /**
   * A heredoc whose content is read as it stands.
   *
   * @param behind what stands behind the delimiter, on the instruction's line
   */
  static <I extends Instruction> I literal(Class<I> kind, String start, String content, String behind) {
    String delimiter = delimiter(content);
    boolean expands = !start.startsWith("RUN") && (content.indexOf('$') >= 0 || content.indexOf('\\') >= 0);
    return of(kind, start + "<<" + (expands ? '"' + delimiter + '"' : delimiter) + behind, delimiter, content);
  }

  /** A heredoc in whose content BuildKit puts the values of variables. */
  static <I extends Instruction> I expanded(Class<I> kind, String start, String content, String behind) {
    String delimiter = delimiter(content);
    return of(kind, start + "<<" + delimiter + behind, delimiter, content);
  }

  private static <I extends Instruction> I of(Class<I> kind, String line, String delimiter, String content) {
    String ended = ended(content);
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(ended)) {
      throw Given.refused("content", "text that UTF-8 can encode", content);
    }
    I made = Detached.one(kind, line + "\n" + ended + delimiter + "\n");
    if (made.heredocs().size() != 1 || !made.heredocs().head().content().equals(ended)) {
      throw Given.refused("content", "text that BuildKit reads again as it is", content);
    }
    return made;
  }

  /** The last line of a heredoc ends as the others do. */
  private static String ended(String content) {
    return content.isEmpty() || content.endsWith("\n") ? content : content + "\n";
  }

  private static String delimiter(String content) {
    String delimiter = DELIMITER;
    for (int i = 2; content.lines().anyMatch(delimiter::equals); i++) {
      delimiter = DELIMITER + i;
    }
    return delimiter;
  }
}
