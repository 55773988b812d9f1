package dev.drydock.impl.caching.effect;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The options of Python itself, which may stand before {@code -m}: {@code python3 -I -W ignore -m pip}, {@code python
 * -Im pip}, {@code python -bmpip}. Letters can be joined; what follows {@code -m}, {@code -c}, {@code -W} or {@code -X} in
 * the same word is its value, else the next word is. After {@code -m} and {@code -c} all words are the program's.
 *
 * <p>Source of the rule: CPython {@code Python/getopt.c} and {@code Python/initconfig.c} ({@code SHORT_OPTS}, and the
 * long option {@code --check-hash-based-pycs} with a value); PyPy's are the same.
 */
final class PythonOptions {

  /** Letters that take no value and leave the program to run. */
  static final String LETTERS = "bBdEiIJOPqRsStuvx";

  private static final String LETTERS_WITH_VALUE = "WX";

  private PythonOptions() {}

  /** What follows {@code -m module} among a Python's arguments; none where it runs something else. */
  static Option<Vector<Argument>> afterModule(String module, Vector<Argument> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i).plain().getOrElse("");
      if (word.equals("--check-hash-based-pycs")) {
        i++;
      } else if (!word.startsWith("-") || word.startsWith("--") || word.length() == 1) {
        return Option.none();
      } else {
        int last = endOfLetters(word);
        char letter = last < word.length() ? word.charAt(last) : '-';
        boolean attached = last + 1 < word.length();
        if (letter == 'm') {
          Option<String> named = attached ? Option.some(word.substring(last + 1)) : value(arguments, i + 1);
          return named.contains(module) ? Option.some(arguments.drop(attached ? i + 1 : i + 2)) : Option.none();
        }
        if (LETTERS_WITH_VALUE.indexOf(letter) >= 0) {
          i += attached ? 0 : 1;
        } else if (last < word.length()) {
          return Option.none();
        }
      }
    }
    return Option.none();
  }

  private static int endOfLetters(String word) {
    int at = 1;
    while (at < word.length() && LETTERS.indexOf(word.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static Option<String> value(Vector<Argument> arguments, int index) {
    return index < arguments.size() ? arguments.get(index).plain() : Option.none();
  }
}
