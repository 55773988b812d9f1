package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.given.Given;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * How large a file may be that a transform looks at, for a caller who reads the files of strangers. Immutable.
 *
 * <pre>{@code
 * Transforms.pythonCaching().within(Budget.unlimited().characters(1_000_000).commands(10_000));
 * }</pre>
 *
 * <p>The work of a built-in transform grows with the length of the file and no faster, so that a bound of characters
 * bounds it. Reading has a bound of its own: a script that is nested deeper than 150 lists and quotes is not read.
 *
 * @param characters how many characters the file may have
 * @param commands how many commands its RUNs may have together
 * @param nesting how deep a command may stand: 1 in the script itself, 2 within {@code (…)} or {@code bash -c '…'}
 */
public record Budget(int characters, int commands, int nesting) {

  /**
   * A budget.
   *
   * @throws IllegalArgumentException where a number is negative
   */
  public Budget {
    Given.atLeast(0, characters, "characters", "it counts characters");
    Given.atLeast(0, commands, "commands", "it counts commands");
    Given.atLeast(0, nesting, "nesting", "it counts levels");
  }

  /** The one that every file is within. */
  public static Budget unlimited() {
    return new Budget(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** With another bound of characters. */
  public Budget characters(int most) {
    return new Budget(most, commands, nesting);
  }

  /** With another bound of commands. */
  public Budget commands(int most) {
    return new Budget(characters, most, nesting);
  }

  /** With another bound of nesting. */
  public Budget nesting(int most) {
    return new Budget(characters, commands, most);
  }

  /** What a file has too much of; none where it is within the budget. Nothing is read that a bound before forbids. */
  Option<String> excess(Dockerfile file) {
    if (file.text().length() > characters) {
      return Option.some(excess(file.text().length(), "characters", characters));
    }
    if (commands == Integer.MAX_VALUE && nesting == Integer.MAX_VALUE) {
      return Option.none();
    }
    int count = 0;
    for (Construct construct : file.constructs()) {
      for (SimpleCommand command : commands(construct)) {
        count++;
        if (command.nesting() > nesting) {
          return Option.some("a command stands " + command.nesting() + " levels deep, and " + nesting + " are allowed");
        }
      }
    }
    return count > commands ? Option.some(excess(count, "commands", commands)) : Option.none();
  }

  private static String excess(int count, String what, int most) {
    return "it has " + count + " " + what + ", and " + most + " are allowed";
  }

  private static Vector<SimpleCommand> commands(Construct construct) {
    Construct held = construct instanceof OnBuild trigger ? trigger.instruction().<Construct>map(inner -> inner).getOrElse(construct) : construct;
    return held instanceof Run run ? run.script().map(ShellScript::commands).getOrElse(Vector.empty()) : Vector.empty();
  }
}
