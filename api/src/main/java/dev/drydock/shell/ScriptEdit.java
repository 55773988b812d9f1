package dev.drydock.shell;

import dev.drydock.given.Given;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What is to be written into a script: other words, further words, assignments and commands. Everything else keeps its
 * characters. Immutable.
 *
 * <pre>{@code
 * run.edit(ScriptEdit.replace(name, "apt-fast").and(ScriptEdit.insertAfter(install, "--no-install-recommends")));
 * }</pre>
 *
 * <p>A word is given as the shell reads it: {@code "$HOME/x"} with its quotes, {@code 'a b'}; {@link Word#quoted} makes
 * one of a value. Within quotes ({@code bash -c '…'}, {@code bash <<EOF}, an exec form) it is quoted once more. The
 * result is read again: an edit is made only where that gives just what was asked.
 */
public final class ScriptEdit {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** What is to be done at one place. */
  sealed interface Part permits WordPart, AssignmentPart, CommandPart {}

  /** Words before one, in its place and after it. */
  record WordPart(Word word, Vector<String> before, Option<String> text, Vector<String> after) implements Part {

    @Override
    public String toString() {
      return text.map(other -> "replace " + word + " by " + other)
          .getOrElse(() -> "insert " + before.appendAll(after).mkString(" ") + (before.isEmpty() ? " after " : " before ") + word);
    }
  }

  /** A variable for one command; its value as a word. */
  record AssignmentPart(SimpleCommand command, String name, String value) implements Part {

    String text() {
      return name + "=" + value;
    }

    /** The value that the command gives the variable already. */
    Option<Word> there() {
      return command.assignments().findLast(one -> one.name().equals(name)).map(Assignment::value);
    }

    /** That value, or the word that the assignment goes before. */
    Word place() {
      return there().getOrElse(() -> command.words().head());
    }

    @Override
    public String toString() {
      return "assign " + text() + " to " + command;
    }
  }

  /** Commands before all others, or after them. */
  record CommandPart(String commands, boolean first) implements Part {

    @Override
    public String toString() {
      return (first ? "prepend " : "append ") + commands;
    }
  }

  private final Vector<Part> parts;

  private ScriptEdit(Vector<Part> parts) {
    this.parts = parts;
  }

  /** Nothing: where to begin when edits are collected. */
  public static ScriptEdit none() {
    return new ScriptEdit(Vector.empty());
  }

  /**
   * Another word in the place of one; the value of an assignment is one too.
   *
   * @throws IllegalArgumentException where the text is not one word
   */
  public static ScriptEdit replace(Word word, String text) {
    Given.notNull(word, "word");
    return of(new WordPart(word, Vector.empty(), Option.some(word(text, "text")), Vector.empty()));
  }

  /**
   * Further words directly after one; each on a line of its own where that one is.
   *
   * @throws IllegalArgumentException where one of the texts is not one word
   */
  public static ScriptEdit insertAfter(Word word, String... texts) {
    Given.notNull(word, "word");
    return of(new WordPart(word, Vector.empty(), Option.none(), words(texts)));
  }

  /**
   * Further words directly before one.
   *
   * @throws IllegalArgumentException where one of the texts is not one word
   */
  public static ScriptEdit insertBefore(Word word, String... texts) {
    Given.notNull(word, "word");
    return of(new WordPart(word, words(texts), Option.none(), Vector.empty()));
  }

  /**
   * A variable for one command alone: {@code UV_LINK_MODE=copy uv sync}. A command that has it already gets this value.
   *
   * @param value what the command gets; it is quoted where needed
   * @throws IllegalArgumentException where the name is none of a shell variable
   */
  public static ScriptEdit assign(String name, String value, SimpleCommand command) {
    Given.notNull(command, "command");
    Given.notNull(value, "value");
    if (!NAME.matcher(Given.notNull(name, "name")).matches()) {
      throw Given.refused("name", "the name of a shell variable", name);
    }
    return of(new AssignmentPart(command, name, word(Word.quoted(value), "value")));
  }

  /**
   * Commands at the end, which run where those before succeed: after {@code &&}, or on a line of their own where the
   * script has lines.
   *
   * @throws IllegalArgumentException where they are none that the shell can read for themselves, on one line
   */
  public static ScriptEdit append(String commands) {
    return of(new CommandPart(commands(commands), false));
  }

  /**
   * Commands at the beginning, on whose success the others depend: before {@code &&}, or on a line of their own where the
   * script has lines.
   *
   * @throws IllegalArgumentException where they are none that the shell can read for themselves, on one line
   */
  public static ScriptEdit prepend(String commands) {
    return of(new CommandPart(commands(commands), true));
  }

  /** Both at one time: words of both are those of the script before. Of two at one place this one comes first. */
  public ScriptEdit and(ScriptEdit other) {
    return new ScriptEdit(parts.appendAll(Given.notNull(other, "other").parts));
  }

  /**
   * The text with this edit.
   *
   * @param enclosing the text that spans of the script are ranges of, such as that of a {@code RUN}
   * @param json whether the script is the words of a JSON array
   * @param reading how the script of such a text is read; none where it has none
   * @return none where a word or a command is not of the script, or no way of writing it is read as what was asked
   */
  public Option<String> apply(
      ShellScript script, String enclosing, boolean json, Function<String, Option<ShellScript>> reading) {
    Given.notNull(script, "script");
    Given.notNull(enclosing, "enclosing");
    Given.notNull(reading, "reading");
    return new ScriptEditing(script, enclosing, json, reading).apply(parts);
  }

  private static ScriptEdit of(Part part) {
    return new ScriptEdit(Vector.of(part));
  }

  private static Vector<String> words(String... texts) {
    Vector<String> all = Vector.of(Given.noneNull(texts, "texts"));
    all.forEach(text -> word(text, "texts"));
    return all;
  }

  private static String word(String text, String name) {
    Vector<SimpleCommand> read = ShellScript.parse("command " + Given.notNull(text, name)).commands();
    boolean isOne =
        read.nonEmpty() && read.head().arguments().map(Word::text).equals(Vector.of(text)) && text.indexOf('\n') < 0;
    if (!isOne) {
      throw Given.refused(name, "one word as the shell reads it; Word.quoted makes one of a value", text);
    }
    return text;
  }

  private static String commands(String commands) {
    Given.notBlank(commands, "commands", "commands for the shell");
    if (commands.indexOf('\n') >= 0 || commands.indexOf('\r') >= 0 || !ShellScript.parse(commands).complete()) {
      throw Given.refused("commands", "commands that the shell can read for themselves, on one line", commands);
    }
    return commands.strip();
  }

  /** What it does, each part by its own words: {@code replace apt-get by apt-fast, insert -y after install}. */
  @Override
  public String toString() {
    return parts.isEmpty() ? "nothing" : parts.mkString(", ");
  }
}
