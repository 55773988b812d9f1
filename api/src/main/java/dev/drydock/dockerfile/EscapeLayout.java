package dev.drydock.dockerfile;

import dev.drydock.spi.Engine;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An instruction in the layout of a file with the other escape character: {@code ENV A="\"b\""} becomes {@code ENV
 * A="`"b`""}, and flags likewise. The words of a RUN are the shell's, and keep their backslashes.
 */
final class EscapeLayout {

  private final char from;
  private final char to;
  private final boolean words;
  private final StringBuilder laid = new StringBuilder();
  private char quote;

  private EscapeLayout(Instruction instruction, char to) {
    this.from = instruction.escape();
    this.to = to;
    this.words = hasPairs(instruction);
  }

  /** The text of the instruction with this escape character. */
  static String of(Instruction instruction, char escape) {
    String text = instruction.text();
    int header = instruction.heredocs().isEmpty() ? text.length() : instruction.heredocs().head().body().start();
    EscapeLayout layout = new EscapeLayout(instruction, escape);
    int at = 0;
    while (at < header) {
      int feed = text.indexOf('\n', at);
      int next = feed < 0 || feed >= header ? header : feed + 1;
      layout.line(text.substring(at, next));
      at = next;
    }
    layout.laid.append(text, header, text.length());
    instruction.flags().reverse().forEach(layout::flag);
    return layout.laid.toString();
  }

  /** A flag with the other escape character; an instruction that has flags has no pairs, so that its span holds. */
  private void flag(Flag flag) {
    Span span = flag.span();
    String text = laid.substring(span.start(), span.end());
    boolean escapes = text.indexOf(from) >= 0 || text.indexOf(to) >= 0;
    if (escapes && flag.value().isDefined() && text.indexOf('\n') < 0) {
      laid.replace(span.start(), span.end(), InstructionWriter.flag(flag.name(), flag.value().get(), to));
    }
  }

  /** Whether BuildKit reads the same of both, each with its escape character. */
  static boolean sameMeaning(Instruction one, Instruction other) {
    if (!hasPairs(one)) {
      return one.arguments().equals(other.arguments()) && one.flags().map(Flag::text).equals(other.flags().map(Flag::text));
    }
    Vector<String> words = one.arguments();
    Vector<String> others = other.arguments();
    return words.size() == others.size()
        && words.zipWith(others, (word, laid) -> sameMeaning(word, one.escape(), laid, other.escape())).forAll(same -> same);
  }

  private static boolean sameMeaning(String word, char escape, String other, char otherEscape) {
    @Nullable String meaning = Engine.get().expand(word, escape, name -> "<" + name + ">");
    return meaning == null
        ? word.equals(other)
        : Objects.equals(meaning, Engine.get().expand(other, otherEscape, name -> "<" + name + ">"));
  }

  private static boolean hasPairs(Instruction instruction) {
    return instruction instanceof Env || instruction instanceof Arg || instruction instanceof Label;
  }

  private void line(String line) {
    String bare = line.stripTrailing();
    if (bare.stripLeading().startsWith("#")) {
      laid.append(line);
      return;
    }
    boolean continued = !bare.isEmpty() && bare.charAt(bare.length() - 1) == from;
    int end = continued ? bare.length() - 1 : bare.length();
    if (words) {
      words(line.substring(0, end));
    } else {
      laid.append(line, 0, end);
    }
    if (continued) {
      laid.append(to);
    }
    laid.append(line, bare.length(), line.length());
  }

  private void words(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean inSingle = quote == '\'';
      if (c == quote) {
        quote = '\0';
        laid.append(c);
      } else if (quote == '\0' && (c == '"' || c == '\'')) {
        quote = c;
        laid.append(c);
      } else if (c == from && !inSingle && i + 1 < line.length() && escapes(line.charAt(i + 1))) {
        i++;
        escaped(line.charAt(i));
      } else if (c == to && !inSingle) {
        laid.append(to).append(to);
      } else {
        laid.append(c);
      }
    }
  }

  /** In double quotes, only these are escaped; before another character a backslash stands for itself. */
  private boolean escapes(char next) {
    return quote == '\0' || next == '"' || next == '$' || next == from;
  }

  private void escaped(char c) {
    if (c != from) {
      laid.append(to);
    }
    laid.append(c);
  }
}
