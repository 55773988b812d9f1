package dev.drydock.impl.caching.effect;

import dev.drydock.shell.Assignment;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command of a RUN as the call of a program: its words with their values, where it may stand, and what it does.
 * Everything is read once.
 */
public final class Invocation {

  private final SimpleCommand command;
  private final String name;
  private final Vector<Argument> words;
  private final Vector<Argument> arguments;
  private final Vector<Option<String>> directories;
  private final Function<Word, Option<String>> values;
  private final boolean runsAnother;
  private final boolean matchesHidden;
  private @Nullable Option<String> program;
  private @Nullable Option<PackageCall> knownCall;

  /**
   * A command where it stands.
   *
   * @param values what a word is when the command runs, as far as the RUN and the file tell
   * @param directories the directories that it may stand in, absolute; none for one that is not known
   * @param runsAnother whether it runs a command that is known, such as {@code sudo} and {@code bash -c} do
   * @param matchesHidden whether the shell's patterns match names that begin with a dot: bash's {@code dotglob}
   */
  public Invocation(
      SimpleCommand command,
      Function<Word, Option<String>> values,
      Vector<Option<String>> directories,
      boolean runsAnother,
      boolean matchesHidden) {
    this.command = command;
    this.name = command.name().getOrElse("");
    this.values = values;
    this.directories = directories;
    this.runsAnother = runsAnother;
    this.matchesHidden = matchesHidden;
    this.words = command.words().map(this::argument);
    this.arguments = words.drop(1);
  }

  private Argument argument(Word word) {
    return new Argument(word, values, directories, matchesHidden);
  }

  public SimpleCommand command() {
    return command;
  }

  /** The program, without its folder; empty where it is not known. */
  public String name() {
    return name;
  }

  /** The program and its arguments. */
  public Vector<Argument> words() {
    return words;
  }

  public Vector<Argument> arguments() {
    return arguments;
  }

  /** One of its assignments, before its words or among them, as what can be taken out of it. */
  public Option<Argument> assigning(Assignment assignment) {
    return arguments
        .find(argument -> argument.word().span().equals(assignment.span()))
        .orElse(
            () ->
                command
                    .assignments()
                    .find(own -> own.span().equals(assignment.span()))
                    .map(own -> argument(own.value()).assignedTo(own.name())));
  }

  /** The directories that it may stand in, each absolute, or none where it is not known. */
  public Vector<Option<String>> directories() {
    return directories;
  }

  /** The directories that it may stand in, as a place. */
  Place standsIn() {
    return Argument.place(directories, "");
  }

  /** Whether it runs another command of the RUN. */
  public boolean runsAnother() {
    return runsAnother;
  }

  /** Whether it is given a here-document or a here-string. */
  public boolean readsHereDocument() {
    return command.redirections().exists(redirection -> redirection.operator().startsWith("<<"));
  }

  /** The files that it is redirected to or from. */
  public Vector<Argument> redirected() {
    return command.redirections().isEmpty()
        ? Vector.empty()
        : command.redirections().map(redirection -> argument(redirection.target()));
  }

  /** Where its output goes: to something that may go by it, rather than into the log of the build. */
  public boolean isListenedTo() {
    return command.inPipeline()
        || command.inSubstitution()
        || command.redirections().exists(redirection -> redirection.operator().contains(">"));
  }

  /** The program that may be a package manager's, also where only its folder or its version is held by a variable. */
  Option<String> program() {
    Option<String> known = program;
    if (known == null) {
      known = PackageCall.program(command);
      program = known;
    }
    return known;
  }

  /** The call of a known package manager that it is. */
  public Option<PackageCall> knownCall() {
    Option<PackageCall> known = knownCall;
    if (known == null) {
      known = PackageCall.ofAnyKnown(this);
      knownCall = known;
    }
    return known;
  }

  /** What is no option among its arguments, the first of them. */
  public Option<Argument> firstOperand() {
    return arguments.find(argument -> !argument.isOption());
  }

  /** Its first line, for a note. */
  public String firstLine() {
    return FirstLine.of(command);
  }
}
