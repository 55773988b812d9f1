package dev.drydock.dockerfile;

import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;

/**
 * Writes instructions from their parts. What is written is read again, so that an instruction either has the parts it
 * was made of or is not made.
 */
final class Written {

  private Written() {}

  /** The one argument that is the rest of the line. */
  static <I extends Instruction> I line(Class<I> kind, String keyword, String argument) {
    return require(kind, keyword + " " + argument, Vector.of(argument), false);
  }

  /** A shell form; its line ends, where it has some, must be continued. */
  static <I extends Instruction> I shell(Class<I> kind, String start, String command) {
    if (command.indexOf('\n') < 0) {
      return require(kind, start + " " + command, behind(start).append(command), false);
    }
    I read = Detached.one(kind, start + " " + command + "\n");
    if (read.execForm() || read.arguments().size() != behind(start).size() + 1) {
      throw cannot(start, Vector.of(command));
    }
    return read;
  }

  /** An exec form. */
  static <I extends Instruction> I exec(Class<I> kind, String start, Vector<String> words) {
    return require(kind, start + " " + json(words), behind(start).appendAll(words), true);
  }

  /** Words with blanks between them. */
  static <I extends Instruction> I words(Class<I> kind, String keyword, Vector<String> words) {
    return require(kind, keyword + " " + words.mkString(" "), words, false);
  }

  /** Paths with blanks between them; where a blank or the like is in one of them, a JSON array. */
  static <I extends Instruction> I paths(Class<I> kind, String keyword, Vector<String> paths) {
    try {
      return words(kind, keyword, paths);
    } catch (IllegalArgumentException notWords) {
      return exec(kind, keyword, paths);
    }
  }

  /** {@code key=value}, of texts that are quoted where needed. */
  static <I extends Instruction> I pair(Class<I> kind, String keyword, String key, String value) {
    return require(kind, keyword + " " + key + "=" + value, Vector.of(key, value, "="), false);
  }

  static <I extends Instruction> I require(Class<I> kind, String line, Vector<String> arguments, boolean exec) {
    boolean text = StandardCharsets.UTF_8.newEncoder().canEncode(line);
    I read = Detached.one(kind, line + "\n");
    boolean same =
        text
            && arguments.nonEmpty()
            && read.arguments().equals(arguments)
            && read.execForm() == exec
            && read.flags().isEmpty()
            && read.heredocs().isEmpty();
    if (!same) {
      throw cannot(line, arguments);
    }
    return read;
  }

  /** A flag as a word of the instruction's line. */
  static String flag(String name, String value, char escape) {
    String text = "--" + name + "=";
    boolean plain = value.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '\'' || c == escape);
    if (plain) {
      return text + value;
    }
    String escaped = value.replace(String.valueOf(escape), "" + escape + escape).replace("\"", escape + "\"");
    return text + '"' + escaped + '"';
  }

  /** What the start of a line has behind its keyword: the CMD of a HEALTHCHECK. */
  private static Vector<String> behind(String start) {
    return Vector.of(start.split(" ", -1)).drop(1);
  }

  private static IllegalArgumentException cannot(String start, Vector<String> parts) {
    return new IllegalArgumentException("no instruction would have these parts: " + parts.mkString("<", "> <", ">") + ", in: " + start);
  }

  private static String json(Vector<String> words) {
    StringBuilder json = new StringBuilder("[");
    for (String word : words) {
      json.append(json.length() == 1 ? "\"" : ", \"");
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        if (c == '"' || c == '\\') {
          json.append('\\').append(c);
        } else if (c < ' ') {
          json.append(String.format("\\u%04x", (int) c));
        } else {
          json.append(c);
        }
      }
      json.append('"');
    }
    return json.append(']').toString();
  }
}
