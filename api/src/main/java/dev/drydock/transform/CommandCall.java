package dev.drydock.transform;

import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.given.Given;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * One command of a RUN, as {@link Transform#eachCommand} visits it: alone, after {@code sudo} or {@code env}, in {@code
 * bash -c '…'}, in a here-document, or in a RUN that an ONBUILD holds.
 *
 * @param run the RUN; where an ONBUILD holds it, the RUN that is held
 * @param command the command, whose spans are ranges of the RUN's text
 * @param scope what is in force at the RUN
 */
public record CommandCall(Run run, SimpleCommand command, Scope scope) {

  /** The parts, none of which is null. */
  public CommandCall {
    Given.notNull(run, "run");
    Given.notNull(command, "command");
    Given.notNull(scope, "scope");
  }

  /**
   * Whether it is called with this subcommand: an argument before which only options stand, and values of options.
   * {@code apt-get -o Dpkg::Use-Pty=0 install vim} runs {@code install}.
   */
  public boolean runs(String subcommand) {
    Given.notNull(subcommand, "subcommand");
    boolean mayBeValue = false;
    for (Word word : command.arguments()) {
      String value = word.value().getOrElse("");
      boolean option = value.startsWith("-");
      if (value.equals(subcommand)) {
        return true;
      }
      if (!option && !mayBeValue) {
        return false;
      }
      mayBeValue = option;
    }
    return false;
  }

  /** Whether one of its arguments is this option, by itself or with a value: {@code --target} or {@code --target=/app}. */
  public boolean has(String option) {
    Given.notNull(option, "option");
    return command
        .arguments()
        .flatMap(Word::value)
        .exists(value -> value.equals(option) || (option.startsWith("--") && value.startsWith(option + "=")));
  }

  /** The first of its arguments that has this value. */
  public Option<Word> word(String value) {
    Given.notNull(value, "value");
    return command.arguments().find(word -> word.value().contains(value));
  }

  /** The arguments that are no options, as far as they are known before the command runs. */
  public Vector<String> operands() {
    return command.arguments().flatMap(Word::value).filter(value -> !value.startsWith("-"));
  }

  /**
   * Puts another word in the place of the first one that has this value: {@code call.replace("apt-get", "apt-fast")}.
   * This and the next three are edits of the RUN; where one cannot be written, it does nothing, and its note says so.
   */
  public Edit replace(String word, String text) {
    Given.notNull(text, "text");
    return atWord(word, found -> ScriptEdit.replace(found, text));
  }

  /** Puts further words after the first one that has this value. */
  public Edit insertAfter(String word, String... texts) {
    Given.noneNull(texts, "texts");
    return atWord(word, found -> ScriptEdit.insertAfter(found, texts));
  }

  /** Sets a variable for this command alone: {@code call.assign("UV_LINK_MODE", "copy")}. */
  public Edit assign(String name, String value) {
    return edit(ScriptEdit.assign(name, value, command));
  }

  /** Makes any edit of the RUN's script, such as one of several words. */
  public Edit edit(ScriptEdit edit) {
    return run.edit(edit).map(Edit::replace).getOrElse(() -> Edit.obstructed("it cannot be written in this RUN"));
  }

  private Edit atWord(String value, Function<Word, ScriptEdit> edit) {
    Given.notNull(value, "word");
    return command
        .words()
        .find(word -> word.value().contains(value))
        .map(word -> edit(edit.apply(word)))
        .getOrElse(() -> Edit.obstructed("there is no word " + value + " in the command"));
  }

  /** The command as written. */
  @Override
  public String toString() {
    return command.text();
  }
}
