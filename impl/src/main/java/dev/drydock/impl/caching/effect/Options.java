package dev.drydock.impl.caching.effect;

import io.vavr.collection.Vector;

/**
 * Reads the options of a command as its users spell them: {@code -rf}, {@code -r -f}, {@code --recursive}, or cut short
 * {@code --rec} (GNU getopt, "Program Argument Syntax Conventions").
 */
public final class Options {

  private Options() {}

  /**
   * Whether an option is given: by this letter, alone or among others, or by this name, whole or cut short, with or without a
   * value.
   */
  public static boolean has(Vector<Argument> arguments, char letter, String name) {
    return arguments.exists(argument -> isOne(argument.text(), letter, name));
  }

  private static boolean isOne(String text, char letter, String name) {
    if (text.startsWith("--")) {
      String written = LongOptions.name(text).substring(2);
      return !written.isEmpty() && name.startsWith(written);
    }
    return text.startsWith("-") && text.indexOf(letter) > 0 && areLetters(text, 1);
  }

  private static boolean areLetters(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
        return false;
      }
    }
    return true;
  }

  /** What is no option. */
  public static Vector<Argument> operands(Vector<Argument> arguments) {
    return arguments.filter(argument -> !argument.isOption());
  }
}
