package dev.drydock.shell;

import dev.drydock.given.Given;
import dev.drydock.spi.Engine;
import dev.drydock.text.TextEdit;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * A shell script: the commands in it, each with its place, and what it takes to remove one.
 *
 * <p>Reading is total and never guesses: any text gives a script, and what was not understood is in {@link
 * #unread()}. The script is read as bash reads it, of which POSIX is the greater part.
 */
public final class ShellScript {

  /** A first line that starts the shell with {@code -e}: {@code #!/bin/bash -e}, {@code #!/usr/bin/env -S bash -euo pipefail}. */
  private static final Pattern INTERPRETER_WITH_ERREXIT =
      Pattern.compile("#!.*(?:\\s-[a-zA-Z]*e|\\berrexit\\b)");


  private final Source source;
  private final Vector<SimpleCommand> commands;
  private final Vector<Unread> unread;

  private ShellScript(Source source, Vector<SimpleCommand> commands, Vector<Unread> unread) {
    this.source = source;
    this.commands = commands;
    this.unread = unread;
  }

  /**
   * Whether a program is a shell whose scripts are read here: {@code sh}, {@code bash}, {@code dash}, {@code ash}, {@code
   * ksh} or {@code zsh}.
   *
   * @param program its name, without a folder
   */
  public static boolean isShell(String program) {
    Given.notNull(program, "program");
    return switch (program) {
      case "sh", "bash", "dash", "ash", "ksh", "zsh" -> true;
      default -> false;
    };
  }

  /** Reads a script; every span is one of this text. */
  public static ShellScript parse(String text) {
    Given.notNull(text, "text");
    return parse(text, offset -> offset);
  }

  /**
   * Reads a script that stands in an enclosing text; every span is one of that text.
   *
   * @param position where in the enclosing text a character of {@code text} lies, by its offset; ascending. A
   *     span ends behind the place of its last character, so that what lies between two characters there
   *     (the line end of a continuation, a comment) is within a span only where both of them are.
   */
  public static ShellScript parse(String text, IntUnaryOperator position) {
    Given.notNull(position, "position");
    Given.notNull(text, "text");
    return parse(text, position, offset -> position.applyAsInt(offset) + 1);
  }

  /**
   * Reads a script that stands in an enclosing text, in which a character may take more than one, as in JSON.
   *
   * @param starts where in the enclosing text a character of {@code text} begins, by its offset; ascending
   * @param ends where it ends there
   */
  public static ShellScript parse(String text, IntUnaryOperator starts, IntUnaryOperator ends) {
    Given.notNull(ends, "ends");
    Given.notNull(starts, "starts");
    Given.notNull(text, "text");
    Source source = new Source(text, Coordinates.of(starts, ends));
    if (text.startsWith("#!") && INTERPRETER_WITH_ERREXIT.matcher(text).lookingAt()) {
      source.mentionErrexit();
    }
    return read(source, false);
  }

  private static ShellScript read(Source source, boolean errexit) {
    ScriptBuilder builder = new ScriptBuilder(source, errexit);
    Engine.get().shell(source.text(), builder);
    return new ShellScript(source, builder.commands(), builder.unread());
  }

  /**
   * The same script, for a shell that is started with {@code -e} and so ends where a command fails. A script that names its
   * interpreter, by a {@code #!} line, stays as it is.
   */
  public ShellScript underErrexit() {
    if (source.text().startsWith("#!")) {
      return this;
    }
    Source again = new Source(source.text(), source.coordinates());
    again.mentionErrexit();
    return read(again, true);
  }

  Source source() {
    return source;
  }

  /** The text that was read. */
  public String text() {
    return source.text();
  }

  /**
   * Whether everything was understood.
   * A command whose name is a variable, or that runs a file, is understood as a command: see {@link
   * SimpleCommand#name()}.
   */
  public boolean complete() {
    return unread.isEmpty();
  }

  /** What was not understood, in text order. */
  public Vector<Unread> unread() {
    return unread;
  }

  /**
   * Every simple command, in text order, at any depth: in lists, pipelines, subshells, groups, conditions,
   * branches, loops, functions and substitutions, and those that a command runs: {@code sudo apt-get …},
   * {@code env A=b pip …}, {@code bash -c '…'}, {@code bash <<EOF}.
   */
  public Vector<SimpleCommand> commands() {
    return commands;
  }

  /**
   * What to cut from the enclosing text so that the script does the same but for this command, which is taken
   * to be one that succeeds. A connector goes with it; where the exit status depends on its success, {@code
   * true} takes its place. A command that a wrapper runs goes with the wrapper. A compound command that would do nothing
   * without it goes too: a group, an {@code if} that only asks, an {@code else}, a loop over words, {@code bash -c}.
   *
   * <p>Empty where that cannot be done safely: in a pipeline or a substitution, in the background, negated, as
   * a condition, redirected to a file, where expanding its words has effects, where its name is not known,
   * where a {@code $?} is near, and where the script around it was not understood.
   *
   * @return edits of the enclosing text, in ascending order
   * @throws IllegalArgumentException where the command is not one of this script
   */
  public Vector<TextEdit> without(SimpleCommand command) {
    Given.notNull(command, "command");
    return Removal.of(own(command), Layout.of(command));
  }

  /**
   * What to cut so that the command has these words no more: each argument with the blanks before it, and each assignment
   * that one of them is the value of with the blanks after it. Empty where one of them is neither.
   *
   * @throws IllegalArgumentException where the command is not one of this script
   */
  public Vector<TextEdit> without(SimpleCommand command, Seq<Word> arguments) {
    Given.noneNull(arguments, "arguments");
    Given.notNull(command, "command");
    return WordRemoval.of(own(command), arguments, Layout.of(command));
  }

  /**
   * The enclosing text after {@link #without(SimpleCommand)}, laid out as a careful person would leave it: the
   * command's own lines go entirely, with comments directly above them; no line is left blank, and none ends
   * in an escape character without reason.
   *
   * @param enclosing the text that spans of this script are ranges of, such as that of a {@code RUN}
   * @return the new text; none where the command cannot be removed safely
   * @throws IllegalArgumentException where the command is not one of this script
   */
  public Option<String> textWithout(String enclosing, SimpleCommand command) {
    Given.notNull(command, "command");
    Given.notNull(enclosing, "enclosing");
    return applied(enclosing, Removal.of(own(command), Layout.of(command, enclosing)));
  }

  /**
   * The enclosing text after {@link #without(SimpleCommand, Seq)}: an argument that stands alone on its line
   * takes the line with it, and comments directly above.
   *
   * @return the new text; none where one of the words is not an argument of the command
   * @throws IllegalArgumentException where the command is not one of this script
   */
  public Option<String> textWithout(String enclosing, SimpleCommand command, Seq<Word> arguments) {
    Given.noneNull(arguments, "arguments");
    Given.notNull(command, "command");
    Given.notNull(enclosing, "enclosing");
    return applied(enclosing, WordRemoval.of(own(command), arguments, Layout.of(command, enclosing)));
  }

  /**
   * What to cut from the enclosing text so that the script does the same but for several commands, or arguments of
   * commands, as far as they can go at one time: of two that stand next to each other the second has to wait for another
   * round, on the script that results. Laid out as {@link #textWithout(String, SimpleCommand)} does.
   *
   * @param enclosing the text that spans of this script are ranges of, such as that of a {@code RUN}
   * @param parts commands, each with the arguments that are to go; none where the whole command is
   * @return the cuts in ascending order, and the commands that are looked after by them
   * @throws IllegalArgumentException where a command is not one of this script
   */
  public Tuple2<Vector<TextEdit>, Vector<SimpleCommand>> without(
      String enclosing, Map<SimpleCommand, ? extends Seq<Word>> parts) {
    Given.notNull(enclosing, "enclosing");
    Given.notNull(parts, "parts");
    return CutRounds.first(this, enclosing, parts);
  }

  /** The cuts that take out a command, or some of its arguments; empty where that cannot be done. */
  Vector<TextEdit> cuts(String enclosing, SimpleCommand command, Seq<Word> arguments) {
    Layout layout = Layout.of(own(command), enclosing);
    return arguments.isEmpty() ? Removal.of(command, layout) : WordRemoval.of(command, arguments, layout);
  }

  /** The cuts that take out whole commands that {@code &&} joins; empty where that cannot be done. */
  Vector<TextEdit> cuts(String enclosing, Vector<SimpleCommand> joined) {
    return Removal.of(joined, Layout.of(own(joined.head()), enclosing));
  }

  private static Option<String> applied(String enclosing, Vector<TextEdit> cuts) {
    return cuts.isEmpty() ? Option.none() : Option.some(TextEdit.apply(enclosing, cuts));
  }

  private SimpleCommand own(SimpleCommand command) {
    if (command.place().block().source().outermost() != source) {
      throw new IllegalArgumentException("not a command of this script: " + command.text());
    }
    return command;
  }

  /** The text that was read. */
  @Override
  public String toString() {
    return source.text();
  }
}
