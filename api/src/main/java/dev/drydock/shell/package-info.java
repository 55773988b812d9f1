/**
 * What a {@code RUN} executes: shell text as values, each with its place in the text it came from.
 *
 * <p>A {@link dev.drydock.shell.ShellScript} is read once and holds every {@link
 * dev.drydock.shell.SimpleCommand} in it, at any depth, with what is known about it: who runs it, what
 * stands before and after it, whether it may be skipped, which variables are set for it. What could not be
 * read is listed, never guessed.
 *
 * <pre>{@code
 * ShellScript script = ShellScript.parse("apt-get update && sudo apt-get clean");
 * script.commands().map(SimpleCommand::text);  // apt-get update, sudo apt-get clean, apt-get clean
 * script.without(script.commands().last());    // cut " && sudo apt-get clean"
 * }</pre>
 *
 * <h2>What is told of a command</h2>
 *
 * <p>Commands come in text order, at whatever depth they stand; where each stands is told by questions: {@link
 * dev.drydock.shell.SimpleCommand#conditional()}, {@link dev.drydock.shell.SimpleCommand#inPipeline()}, {@link
 * dev.drydock.shell.SimpleCommand#before()}. A command that another runs ({@code sudo}, {@code env}, {@code bash
 * -c}, {@code bash <<EOF}) is a command of its own, which names its runner, its user and its environment. A {@link
 * dev.drydock.shell.Word} has a value where it is the same each time the script runs, or where the caller says what
 * variables hold:
 *
 * <pre>{@code
 * word.value();                                // none for "$HOME/x"
 * word.value(name -> scope.fixedValue(name));  // /root/x, where HOME is known
 * }</pre>
 *
 * <h2>Removing</h2>
 *
 * <p>{@link dev.drydock.shell.ShellScript#without(SimpleCommand)} says what to cut so that the rest does the same:
 * the connector goes too, and what would do nothing any more: a group, an {@code if}, an {@code else}, a loop. {@code
 * true} takes the place of a command whose status counts, and where it is not safe nothing is cut. {@link
 * dev.drydock.shell.ShellScript#textWithout(String, SimpleCommand)} also lays the result out. A {@code RUN} offers both as {@code run.without(command)}.
 *
 * <h2>Writing</h2>
 *
 * <p>A {@link dev.drydock.shell.ScriptEdit} puts other words, further words, assignments and commands into a script. A
 * {@code RUN} takes it: {@code run.edit(edit)}, {@code run.replace(word, "apt-fast")}. Words within quotes are quoted once
 * more, and what would be read otherwise is not written.
 *
 * <h2>The language</h2>
 *
 * <p>It is that of POSIX (Shell Command Language, XCU chapter 2) with what bash adds and Dockerfiles use: arrays,
 * {@code [[ ]]}, {@code (( ))}, {@code $'…'}, {@code <<<}, {@code &>}, {@code |&}, process substitution. Not read:
 * {@code coproc}, extended globs, aliases, and what shells read differently: {@code "${x:-it's}"}, {@code $[ ]}.
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * ShellScript   = SimpleCommand* Unread*
 * SimpleCommand = Assignment* Word* Redirection*     Span, Connector before and after, runBy?, user?, changesUser
 * Assignment    = name Word                          certain, appends
 * Word          = text value?                        Span, globs
 * Redirection   = descriptor operator Word
 * Connector     = NONE | AND | OR | SEMICOLON | NEWLINE | BACKGROUND | PIPE
 * Unread        = Span reason
 * ScriptEdit    = (word | assignment | commands)*    to be written
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.shell;
