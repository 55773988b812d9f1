package dev.drydock.impl.read;

import dev.drydock.spi.Kind;

/** What BuildKit's line parser refuses: {@code frontend/dockerfile/parser/parser.go} and its neighbours. */
final class LineRules {

  private LineRules() {}

  /** Reports the instruction's first fault; true where there is none. */
  static boolean check(InstructionProblems instruction, char escape) {
    InstructionParts parts = instruction.parts();
    LineFault fault = parts.holdsAnother() ? innermostFault(parts, escape) : parts.arguments().fault();
    if (fault != null) {
      instruction.add(fault.id(), fault.message());
      return false;
    }
    for (int i = 0; i < parts.heredocs().size(); i++) {
      HeredocWord word = parts.heredocs().get(i);
      if (word.broken()) {
        instruction.addAt(
            word.start(), "unreadable-heredoc", "unreadable heredoc word: failed to process \"" + word.name() + '"');
        return false;
      }
      if (!parts.bodies().get(i).terminated()) {
        instruction.addAt(
            word.start(),
            "unterminated-heredoc",
            "unterminated heredoc: no line holds just \"" + word.name() + '"');
        return false;
      }
    }
    return true;
  }

  /** BuildKit reads what an ONBUILD holds as an instruction, however deep; only the innermost can be at fault. */
  private static @org.jspecify.annotations.Nullable LineFault innermostFault(InstructionParts parts, char escape) {
    String line = parts.line().joined();
    CommandSplit command = parts.command();
    while (command.kind() == Kind.ONBUILD && command.argumentsStart() < command.argumentsEnd()) {
      command = CommandSplit.of(line, command.argumentsStart(), command.argumentsEnd(), escape);
    }
    return ArgumentReader.read(
            command.kind(), line, command.argumentsStart(), command.argumentsEnd(), escape)
        .fault();
  }
}
