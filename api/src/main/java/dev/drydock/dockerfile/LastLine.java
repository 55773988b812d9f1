package dev.drydock.dockerfile;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * Completes the last line of a file where it goes on to a line that is not there: {@code RUN make \} becomes {@code RUN
 * make}. Comments and blank lines after it, which stood within the instruction, become constructs of their own.
 */
final class LastLine {

  private final Instruction instruction;
  private final String text;
  private final StringBuilder completed;

  private LastLine(Instruction instruction) {
    this.instruction = instruction;
    this.text = instruction.text();
    this.completed = new StringBuilder(text);
  }

  /** The constructs of a file, the last of them as one that ends. */
  static Vector<Construct> completed(Vector<Construct> constructs) {
    if (constructs.nonEmpty() && constructs.last() instanceof Instruction last && last.heredocs().isEmpty()) {
      return constructs.init().appendAll(new LastLine(last).constructs());
    }
    return constructs;
  }

  private List<Construct> constructs() {
    int end = text.length();
    while (end > 0 && !complete(end)) {
      end = lineStart(end);
    }
    return end == 0 || text.contentEquals(completed) ? List.of(instruction) : divided(lineStart(end));
  }

  private int lineStart(int end) {
    return text.lastIndexOf('\n', end - 2) + 1;
  }

  /** Takes out what makes the line that ends here go on; false where nothing of it remains that could end the instruction. */
  private boolean complete(int end) {
    int start = lineStart(end);
    int content = end;
    while (content > start && isBlank(content - 1, "\r\n")) {
      content--;
    }
    boolean isComment = start > 0 && text.substring(start, content).stripLeading().startsWith("#");
    if (isComment) {
      return false;
    }
    int last = content;
    while (goesOn(start, last)) {
      last = blanksBefore(start, blanksBefore(start, last) - 1);
    }
    completed.delete(last, content);
    return !text.substring(start, last).isBlank();
  }

  private boolean goesOn(int start, int end) {
    int last = blanksBefore(start, end) - 1;
    char escape = instruction.escape();
    return last >= start && text.charAt(last) == escape && (last == start || text.charAt(last - 1) != escape);
  }

  private int blanksBefore(int start, int end) {
    int at = end;
    while (at > start && isBlank(at - 1, " \t")) {
      at--;
    }
    return at;
  }

  private boolean isBlank(int at, String blanks) {
    return blanks.indexOf(text.charAt(at)) >= 0;
  }

  /** The instruction, up to the line that begins here, and the lines after it. */
  private List<Construct> divided(int lastLine) {
    List<Construct> all = new ArrayList<>();
    int at = behindLine(lastLine);
    all.add(instruction.likeThis(completed.substring(0, at)));
    while (at < completed.length()) {
      int end = behindLine(at);
      String line = completed.substring(at, end);
      Source source = new Source(line, instruction.escape(), instruction.lineEnding());
      all.add(line.isBlank() ? new BlankLine(source, 0, line.length()) : new Comment(source, 0, line.length()));
      at = end;
    }
    return all;
  }

  private int behindLine(int start) {
    int feed = completed.indexOf("\n", start);
    return feed < 0 ? completed.length() : feed + 1;
  }
}
