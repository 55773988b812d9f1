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
 * <p>The language is that of POSIX (Shell Command Language, XCU chapter 2) with what bash adds and
 * Dockerfiles use: arrays, {@code [[ ]]}, {@code (( ))}, {@code $'…'}, {@code <<<}, {@code &>}, {@code |&},
 * process substitution. Not read: {@code coproc}, extended globs, aliases.
 *
 * <pre>
 * ShellScript   = SimpleCommand* Unread*
 * SimpleCommand = Assignment* Word* Redirection*
 * Assignment    = name Word
 * Redirection   = operator Word
 * Cut           = Span replacement
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.shell;
