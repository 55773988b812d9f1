package dev.drydock.shell;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;

/** What the parts of a word say about the word. */
final class WordValue {

  private WordValue() {}

  static Option<String> of(List<WordPart> parts, Function<String, Option<String>> variables) {
    if (parts.size() == 1 && parts.get(0) instanceof WordPart.Literal literal && isPlain(literal)) {
      return Option.some(literal.text());
    }
    if (hasBraces(parts)) {
      return Option.none();
    }
    StringBuilder value = new StringBuilder();
    boolean first = true;
    for (WordPart part : parts) {
      Option<String> piece =
          first && startsWithTilde(part) ? home((WordPart.Literal) part, parts.size(), variables) : of(part, variables);
      if (piece.isEmpty()) {
        return Option.none();
      }
      value.append(piece.get());
      first = false;
    }
    return Option.some(value.toString());
  }

  /** Whether nothing in it can be expanded. */
  private static boolean isPlain(WordPart.Literal literal) {
    return literal.quoted() || isPlain(literal.text());
  }

  /** Whether nothing in a text without quotes can be expanded. */
  static boolean isPlain(String text) {
    return text.indexOf('{') < 0 && !text.startsWith("~");
  }

  private static Option<String> of(WordPart part, Function<String, Option<String>> variables) {
    if (part instanceof WordPart.Literal literal) {
      return Option.some(literal.text());
    }
    if (part instanceof WordPart.Variable variable) {
      return of(variable, variables).filter(value -> variable.quoted() || !splits(value));
    }
    return Option.none();
  }

  private static Option<String> of(
      WordPart.Variable variable, Function<String, Option<String>> variables) {
    Option<String> value = variables.apply(variable.name());
    if (value.isEmpty()) {
      return Option.none();
    }
    boolean empty = value.get().isEmpty();
    return switch (variable.operator()) {
      case "" -> value;
      case ":-" -> empty ? of(variable.argument(), variables) : value;
      case ":+" -> empty ? Option.some("") : of(variable.argument(), variables);
      case "-" -> empty ? Option.none() : value;
      case "+" -> empty ? Option.none() : of(variable.argument(), variables);
      default -> Option.none();
    };
  }

  /** An unquoted value with blanks becomes several words, one with pattern characters becomes file names. */
  private static boolean splits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (" \t\n*?[\\".indexOf(value.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithTilde(WordPart part) {
    return part instanceof WordPart.Literal literal && !literal.quoted() && literal.text().startsWith("~");
  }

  private static Option<String> home(
      WordPart.Literal literal, int parts, Function<String, Option<String>> variables) {
    String text = literal.text();
    boolean plain = text.length() == 1 ? parts == 1 : text.charAt(1) == '/';
    return plain ? variables.apply("HOME").map(home -> home + text.substring(1)) : Option.none();
  }

  /** Brace expansion reaches across quotes; what merely might be one counts as one. */
  private static boolean hasBraces(List<WordPart> parts) {
    boolean open = false;
    boolean separated = false;
    for (WordPart part : parts) {
      if (part instanceof WordPart.Literal literal && !literal.quoted()) {
        String text = literal.text();
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          open |= c == '{';
          separated |= open && (c == ',' || c == '.');
          if (separated && c == '}') {
            return true;
          }
        }
      }
    }
    return false;
  }

  static boolean quoted(List<WordPart> parts) {
    return parts.stream()
        .anyMatch(
            part ->
                (part instanceof WordPart.Literal literal && literal.quoted())
                    || (part instanceof WordPart.Variable variable && variable.quoted()));
  }

  /** A {@code [} alone, as the command of that name is, begins no bracket expression (POSIX XCU 2.13.1). */
  static boolean globs(List<WordPart> parts) {
    boolean alone = parts.size() == 1;
    for (WordPart part : parts) {
      if (part instanceof WordPart.Literal literal && !literal.quoted() && globs(literal.text(), alone)) {
        return true;
      }
    }
    return false;
  }

  private static boolean globs(String text, boolean alone) {
    boolean brackets = !alone || !isOnlyBrackets(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' || c == '?' || (c == '[' && brackets)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnlyBrackets(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '[') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static Vector<String> variables(List<WordPart> parts) {
    for (WordPart part : parts) {
      if (part instanceof WordPart.Variable) {
        return names(parts).toVector();
      }
    }
    return Vector.empty();
  }

  private static Set<String> names(List<WordPart> parts) {
    Set<String> names = LinkedHashSet.empty();
    for (WordPart part : parts) {
      if (part instanceof WordPart.Variable variable) {
        names = names.add(variable.name()).addAll(names(variable.argument()));
      }
    }
    return names;
  }

  static boolean hasEffects(List<WordPart> parts) {
    for (WordPart part : parts) {
      if (part instanceof WordPart.Computed computed && computed.runsCommands()) {
        return true;
      }
      if (part instanceof WordPart.Variable variable
          && (variable.operator().endsWith("=")
              || variable.operator().endsWith("?")
              || hasEffects(variable.argument()))) {
        return true;
      }
    }
    return false;
  }
}
