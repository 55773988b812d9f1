package dev.drydock.impl.caching.effect;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.shell.SimpleCommand;
import java.util.regex.Pattern;

/** The first line of something, short enough for a note. */
public final class FirstLine {

  private static final int LONGEST_INSTRUCTION = 80;
  private static final int LONGEST_COMMAND = 70;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private FirstLine() {}

  public static String of(Instruction instruction) {
    return cut(firstLine(instruction.text()), LONGEST_INSTRUCTION);
  }

  /** Blanks between words become one. */
  public static String of(SimpleCommand command) {
    return of(command.text());
  }

  /** Of the text of a command. */
  public static String of(String command) {
    return cut(BLANKS.matcher(firstLine(command)).replaceAll(" "), LONGEST_COMMAND);
  }

  private static String firstLine(String text) {
    String stripped = text.strip();
    int feed = stripped.indexOf('\n');
    return (feed < 0 ? stripped : stripped.substring(0, feed)).strip();
  }

  private static String cut(String line, int longest) {
    return line.length() > longest ? line.substring(0, longest) + "…" : line;
  }
}
