package dev.drydock.dockerfile;

import dev.drydock.shell.ShellScript;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script that a RUN hands to its shell, and the way back to the instruction's text.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/dockerfile2llb/convert.go}, {@code dispatchRun}: a
 * heredoc that is the only argument is the script; otherwise the joined line is, followed by the heredocs.
 */
final class RunScript {

  private static final Pattern ONLY_HEREDOC =
      Pattern.compile("\\d*<<-?\\s*(?:[^\\s<\"']++|\"[^\"<]*+\"|'[^'<]*+'){1,64}+\\s*");
  private static final Pattern INTERPRETER =
      Pattern.compile("#![ \\t]*(?:\\S*/)?(?:env[ \\t]+(?:-\\S+[ \\t]+)*)?(?:\\S*/)?(\\S+)");

  private RunScript() {}

  static Option<ShellScript> of(Run run) {
    InstructionParts parts = run.parts();
    if (parts.execForm) {
      return Option.some(ExecWords.script(run));
    }
    String command = parts.command();
    int commandStart = parts.argumentsStart;
    LogicalLine line = parts.line;
    if (run.heredocs().isEmpty()) {
      return Option.some(
          ShellScript.parse(command, offset -> line.textOffset(commandStart + offset)));
    }
    Heredoc first = run.heredocs().head();
    if (run.heredocs().size() == 1 && ONLY_HEREDOC.matcher(command).matches()) {
      return interpretedBySh(first.content())
          ? Option.some(ShellScript.parse(first.content(), offset -> first.body().start() + offset))
          : Option.none();
    }
    String bodies = run.text().substring(first.body().start());
    int bodiesStart = command.length() + 1;
    return Option.some(
        ShellScript.parse(
            command + "\n" + bodies,
            offset ->
                offset < command.length()
                    ? line.textOffset(commandStart + offset)
                    : first.body().start() + offset - bodiesStart));
  }

  private static boolean interpretedBySh(String content) {
    Matcher matcher = INTERPRETER.matcher(content);
    return !content.startsWith("#!")
        || (matcher.lookingAt() && ShellScript.isShell(matcher.group(1)));
  }
}
