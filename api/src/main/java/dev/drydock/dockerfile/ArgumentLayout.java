package dev.drydock.dockerfile;

import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a further argument or flag of an instruction goes: on the line, or on one of its own where others have one. */
final class ArgumentLayout {

  private static final String USUAL_INDENTATION = "    ";

  /** Lines that are indented by more are aligned with something above them. */
  private static final int DEEPEST_INDENTATION = 8;

  /** Where a continued line begins a command of its own: after an operator or a keyword, or with one. */
  private static final Pattern FURTHER_COMMAND =
      Pattern.compile("(?:[&|;{(]|\\b(?:then|do|else))[ \\t]*[\\\\`][ \\t]*\\r?\\n|\\n[ \\t]*[&|;})]");

  private ArgumentLayout() {}

  /** With a word behind the last argument: beside it where several share its line and there is room. */
  static Instruction withAdded(Instruction instruction, String word) {
    InstructionParts parts = instruction.parts();
    int last = parts.arguments.size() - 1;
    int at = last < 0 ? parts.keywordEnd : parts.line.textOffset(parts.argumentsEnd - 1) + 1;
    int feed = instruction.text().indexOf('\n');
    boolean oneLine = feed < 0 || feed >= at;
    int pairs = instruction instanceof Arg ? last + 1 : (last + 1) / 3;
    boolean beside = last < 0 || (oneLine && pairs > 1 && at + 1 + word.length() <= InstructionWriter.WIDTH);
    return instruction.spliced(new Span(at, at), (beside ? " " : newLine(instruction)) + word);
  }

  /** With a flag behind the others; what would make the line too long gets a line of its own. */
  static String withFlag(Instruction instruction, String flag) {
    String text = instruction.text();
    Vector<Flag> flags = instruction.flags();
    int at = flags.isEmpty() ? instruction.parts().keywordEnd : flags.last().span().end();
    boolean ownLine =
        flags.nonEmpty()
            && (flags.last().name().equals("mount") || column(text, at) + 1 + flag.length() > InstructionWriter.WIDTH);
    String added = (ownLine ? newLine(instruction) : " ") + flag;
    int arguments = argumentsStart(instruction, at);
    boolean sameLine = text.substring(at, arguments).indexOf('\n') < 0;
    int end = lineEnd(text, at);
    boolean tooLong = end - at + column(text, at) <= InstructionWriter.WIDTH && end + added.length() - at + column(text, at) > InstructionWriter.WIDTH;
    boolean moves = sameLine && tooLong && !ownLine && arguments < end && text.charAt(arguments) != '#';
    return text.substring(0, at)
        + added
        + (moves ? newLine(instruction) + text.substring(arguments) : text.substring(at));
  }

  /** Where the arguments begin, or this place where there are none. */
  static int argumentsStart(Instruction instruction, int otherwise) {
    InstructionParts parts = instruction.parts();
    return parts.argumentsStart < parts.argumentsEnd ? parts.line.textOffset(parts.argumentsStart) : otherwise;
  }

  private static int column(String text, int at) {
    return at - text.lastIndexOf('\n', at - 1) - 1;
  }

  private static int lineEnd(String text, int at) {
    int feed = text.indexOf('\n', at);
    return feed < 0 ? text.length() : feed;
  }

  /** The end of a line that goes on, and the indentation of the next. */
  static String newLine(Instruction instruction) {
    return " " + instruction.escape() + instruction.lineEnding() + indentation(instruction);
  }

  /**
   * The indentation of the first continued line of words that has one of its own, unless that is an alignment; else four
   * spaces more than the instruction itself. Of a command that begins on the line of its RUN the least deep one counts, and
   * half of it where there are only arguments of the command, so that these stay below it.
   */
  static String indentation(Instruction instruction) {
    String text = instruction.text();
    int header = instruction.heredocs().isEmpty() ? text.length() : instruction.heredocs().head().body().start();
    String own = text.substring(0, instruction.parts().keywordStart).replace("\uFEFF", "");
    boolean leastDeep = instruction instanceof Run && argumentsStart(instruction, text.length()) < text.indexOf('\n');
    Vector<String> deeper = continuations(text.substring(0, header)).filter(blanks -> isDeeper(blanks, own));
    if (deeper.isEmpty()) {
      return own.indexOf('\n') >= 0 ? USUAL_INDENTATION : own + USUAL_INDENTATION;
    }
    String found = leastDeep ? leastDeep(deeper) : deeper.head();
    boolean twice = own.isEmpty() && (found.equals(USUAL_INDENTATION + USUAL_INDENTATION) || found.equals("\t\t"));
    return leastDeep && twice && !FURTHER_COMMAND.matcher(text.substring(0, header)).find()
        ? found.substring(found.length() / 2)
        : found;
  }

  /** The blanks before the words of each line after the first; comments and empty lines have no words. */
  private static Vector<String> continuations(String text) {
    List<String> indentations = new ArrayList<>();
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      int end = feed + 1;
      while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
        end++;
      }
      if (end < text.length() && "#\r\n".indexOf(text.charAt(end)) < 0) {
        indentations.add(text.substring(feed + 1, end));
      }
    }
    return Vector.ofAll(indentations);
  }

  /** Whether a line is indented by more than its instruction, and not aligned with something above it. */
  private static boolean isDeeper(String blanks, String own) {
    int deeper = blanks.length() - own.length();
    return deeper > 0 && deeper <= DEEPEST_INDENTATION;
  }

  private static String leastDeep(Vector<String> indentations) {
    return indentations.reduce((least, next) -> width(next) < width(least) ? next : least);
  }

  /** How far blanks lead: a tab further than the indentation that is usual. */
  private static int width(String blanks) {
    return blanks.length() + (int) blanks.chars().filter(blank -> blank == '\t').count() * (DEEPEST_INDENTATION - 1);
  }
}
