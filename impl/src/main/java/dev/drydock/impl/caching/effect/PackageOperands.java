package dev.drydock.impl.caching.effect;

import dev.drydock.caching.PackageManager;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages that a call names to be installed. */
public final class PackageOperands {

  /**
   * A package.
   *
   * @param version what is asked for, as it is written
   * @param word the word that names it
   */
  public record Operand(String name, Option<String> version, Word word) {}

  private static final String VERSION = "version";

  private PackageOperands() {}

  /** Those of a call, in order; none where it installs nothing, or only what lies in files. */
  public static Vector<Operand> of(PackageCall call, Surroundings surroundings) {
    PackageManager manager = call.manager();
    Option<String> subcommand = call.installing();
    if (subcommand.isEmpty() || manager.packages().isEmpty() || call.isOff()) {
      return Vector.empty();
    }
    Pattern written = manager.packages().get().pattern();
    int words = subcommand.get().split(" ", -1).length;
    return operands(manager, call.options())
        .drop(words)
        .flatMap(
            argument ->
                texts(argument, surroundings)
                    .flatMap(text -> operand(written, text, argument.word())));
  }

  /** The words that the call gets of an argument; what is not known stays as it is written. */
  private static Vector<String> texts(Argument argument, Surroundings surroundings) {
    Vector<String> words = Vector.ofAll(argument.words(surroundings::fileValue));
    return argument.value().isDefined() ? words : words.map(word -> word.replaceAll("[\"']", ""));
  }

  /** The words of a call that are no options, nor values of such. */
  private static Vector<Argument> operands(PackageManager manager, Vector<Argument> words) {
    Vector<Argument> operands = Vector.empty();
    for (int i = 0; i < words.size(); i++) {
      Argument word = words.get(i);
      if (!word.isOption()) {
        operands = operands.append(word);
      } else if (manager.valueOptions().contains(word.inFull()) || manager.installOptions().contains(word.inFull())) {
        i++;
      }
    }
    return operands;
  }

  private static Option<Operand> operand(Pattern written, String text, Word word) {
    Matcher matcher = written.matcher(text);
    if (!matcher.matches()) {
      return Option.none();
    }
    boolean hasVersion = written.pattern().contains("(?<" + VERSION + ">");
    return Option.some(
        new Operand(matcher.group("name"), hasVersion ? Option.of(matcher.group(VERSION)) : Option.none(), word));
  }
}
