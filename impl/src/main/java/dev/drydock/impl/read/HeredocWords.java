package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the heredocs that a logical line opens: {@code canContainHeredoc} and {@code heredocsFromLine} in
 * {@code frontend/dockerfile/parser/parser.go}.
 */
final class HeredocWords {

  private HeredocWords() {}

  /** Whether an instruction of this kind may open a heredoc, itself or in the instruction it holds. */
  static boolean mayOpen(Kind kind) {
    return kind == Kind.RUN || kind == Kind.COPY || kind == Kind.ADD || kind == Kind.ONBUILD;
  }

  /** The words that open heredocs, in order; none in exec form, none where BuildKit cannot lex the line. */
  static List<HeredocWord> of(String line, CommandSplit command, char escape) {
    if (!mayOpen(command.kind()) || !line.contains("<<")) {
      return List.of();
    }
    CommandSplit holder = command;
    if (command.kind() == Kind.ONBUILD) {
      holder = CommandSplit.of(line, command.argumentsStart(), command.argumentsEnd(), escape);
      if (holder.kind() == Kind.ONBUILD || !mayOpen(holder.kind())) {
        return List.of();
      }
    }
    ShellWords words =
        ExecForm.read(line, holder.argumentsStart(), holder.argumentsEnd()) == null
            ? ShellLexer.words(line, true, true)
            : null;
    if (words == null) {
      return List.of();
    }
    List<HeredocWord> heredocs = new ArrayList<>(2);
    for (ShellWords.Word word : words.list()) {
      HeredocWord heredoc = HeredocWord.of(word.text(), word.start(), word.end());
      if (heredoc != null) {
        heredocs.add(heredoc);
        if (heredoc.broken()) {
          return List.of(heredoc);
        }
      }
    }
    return heredocs;
  }
}
