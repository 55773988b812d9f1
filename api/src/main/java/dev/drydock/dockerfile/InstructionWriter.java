package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Engine;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes instructions from their parts, on one line where it is short enough, else one part a line. What is written is
 * read again: an instruction either has the parts it was made of, and BuildKit accepts it, or it is not made.
 */
final class InstructionWriter {

  /** A line that is longer is broken at its arguments. */
  static final int WIDTH = 80;

  private static final String NEW_LINE = " \\\n    ";

  private InstructionWriter() {}

  /** The one argument that is the rest of the line. */
  static <I extends Instruction> I line(Class<I> kind, String keyword, String argument) {
    return require(kind, keyword + " " + argument, Vector.of(argument), false);
  }

  /** A shell form; its line ends, where it has some, must be continued. A line end after it is dropped. */
  static <I extends Instruction> I shell(Class<I> kind, String start, String given) {
    String command = Given.notBlank(given, "command", "a command for the shell").replaceFirst("\r?\n$", "");
    requireText(kind, command, "command");
    List<Construct> read = Dockerfile.parse(start + " " + command + "\n").constructs().asJava();
    if (read.size() != 1 || !kind.isInstance(read.get(0))) {
      throw Given.refused(
          "command", "a command whose line ends are continued, since another line is another instruction", given);
    }
    I made = kind.cast(read.get(0));
    Vector<String> fixed = after(start);
    boolean same = command.indexOf('\n') >= 0 || made.heredocs().nonEmpty() || made.arguments().equals(fixed.append(command));
    if (made.execForm() || made.flags().nonEmpty() || made.arguments().size() != fixed.size() + 1 || !same) {
      throw Given.refused("command", "a command for the shell, without blanks around it, and neither a flag nor a JSON array", given);
    }
    return accepted(made);
  }

  /** An exec form. */
  static <I extends Instruction> I exec(Class<I> kind, String start, Vector<String> words) {
    String line = start + " " + json(words, ", ");
    String json = line.length() > WIDTH ? json(words, ", \\\n    ") : json(words, ", ");
    return require(kind, start + " " + json, after(start).appendAll(words), true);
  }

  /** Words with blanks between them. */
  static <I extends Instruction> I words(Class<I> kind, String keyword, Vector<String> words) {
    return require(kind, keyword + " " + joined(keyword, words), words, false);
  }

  /** Paths with blanks between them; where a blank or the like is in one of them, a JSON array. */
  static <I extends Instruction> I paths(Class<I> kind, String keyword, Vector<String> paths) {
    try {
      return words(kind, keyword, paths);
    } catch (IllegalArgumentException notWords) {
      return exec(kind, keyword, paths);
    }
  }

  /** One pair of {@code key=value} a line, of texts that are quoted where needed. */
  static <I extends Instruction> I pairs(Class<I> kind, String keyword, Vector<PairText> pairs) {
    return require(
        kind,
        keyword + " " + pairs.map(PairText::text).mkString(NEW_LINE),
        pairs.flatMap(pair -> Vector.of(pair.name(), pair.value(), "=")),
        false);
  }

  static <I extends Instruction> I require(Class<I> kind, String line, Vector<String> arguments, boolean exec) {
    requireText(kind, line, "argument");
    List<Construct> found = Dockerfile.parse(line + "\n").constructs().asJava();
    if (found.size() != 1 || !kind.isInstance(found.get(0))) {
      throw cannot(kind, arguments);
    }
    I read = kind.cast(found.get(0));
    boolean same =
        read.arguments().equals(arguments)
            && read.execForm() == exec
            && read.flags().isEmpty()
            && read.heredocs().isEmpty();
    if (!same) {
      throw cannot(kind, arguments);
    }
    return accepted(read);
  }

  /** The instruction, where BuildKit accepts it in a file that is valid otherwise. */
  static <I extends Instruction> I accepted(I made) {
    List<String> problems = new ArrayList<>();
    String stage = made instanceof From ? "" : "FROM scratch\n";
    String file = Detached.escapeDirective(made.escape()) + stage + made.text();
    Engine.get().problems(file, (kind, offset, message) -> problems.add(message));
    if (!problems.isEmpty()) {
      throw Given.refused(made.keyword(), "BuildKit would refuse it: " + problems.get(0), made.text().strip());
    }
    if (expands(made)) {
      for (String argument : made.arguments()) {
        if (Engine.get().expand(argument, made.escape(), name -> "x") == null) {
          throw Given.refused(
              made.keyword(), "BuildKit could not expand it, since a quote or a brace is not closed", argument);
        }
      }
    }
    return made;
  }

  /** Whether BuildKit expands variables in the arguments, and takes quotes and escapes out. */
  private static boolean expands(Instruction made) {
    return made instanceof FileCopy<?>
        || made instanceof From
        || made instanceof Expose
        || made instanceof User
        || made instanceof Workdir
        || made instanceof Volume
        || made instanceof StopSignal;
  }

  /** A flag as a word of the instruction's line, in quotes where needed. */
  static String flag(String name, String value, char escape) {
    String text = "--" + name + "=";
    if (value.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '\'' || c == escape)) {
      return text + value;
    }
    boolean single = name.equals("mount") || value.indexOf('"') >= 0;
    if (single && value.indexOf('\'') < 0 && value.indexOf(escape) < 0) {
      return text + "'" + value + "'";
    }
    String escaped = value.replace(String.valueOf(escape), "" + escape + escape).replace("\"", escape + "\"");
    return text + '"' + escaped + '"';
  }

  /** Words on one line, or on a line each where one would be too long; a # would make a line of its own a comment. */
  private static String joined(String keyword, Vector<String> words) {
    String line = words.mkString(" ");
    boolean mayBreak = words.forAll(word -> !word.startsWith("#") && !word.endsWith("\\"));
    return keyword.length() + 1 + line.length() > WIDTH && mayBreak ? words.mkString(NEW_LINE) : line;
  }

  /** What the start of a line has behind its keyword: the CMD of a HEALTHCHECK. */
  private static Vector<String> after(String start) {
    return Vector.of(start.split(" ", -1)).drop(1);
  }

  private static void requireText(Class<?> kind, String text, String name) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Given.refused(name, "text for " + kind.getSimpleName() + " that UTF-8 can encode", text);
    }
  }

  private static IllegalArgumentException cannot(Class<?> kind, Vector<String> parts) {
    return Given.refused(
        kind.getSimpleName(),
        "parts that BuildKit reads again as they are, so neither empty, nor with a line break, nor flags or heredocs",
        parts.mkString("<", "> <", ">"));
  }

  /** A word as JSON, without the brackets. */
  static String json(String word) {
    String array = json(Vector.of(word), "");
    return array.substring(1, array.length() - 1);
  }

  private static String json(Vector<String> words, String gap) {
    StringBuilder json = new StringBuilder("[");
    for (String word : words) {
      json.append(json.length() == 1 ? "\"" : gap + '"');
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
