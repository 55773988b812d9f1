package dev.drydock.impl.read;

import dev.drydock.spi.InstructionSink;

/**
 * Reports the lexical parts of one instruction, as {@code newNodeFromLine} in
 * {@code frontend/dockerfile/parser/parser.go} finds them.
 */
public final class InstructionReader {

  private InstructionReader() {}

  public static void read(String text, char escape, InstructionSink sink) {
    report(InstructionParts.read(text, 0, text.length(), escape), 0, escape, sink);
  }

  /** Reports the parts of an instruction that begins here in the text that they were read from. */
  static void report(InstructionParts parts, int start, char escape, InstructionSink sink) {
    LogicalLine line = parts.line().from(start);
    CommandSplit command = parts.command();
    String joined = line.joined();
    int keywordStart = command.keywordStart();
    int keywordEnd = command.keywordEnd();
    sink.keyword(
        Keyword.written(command.kind(), joined, keywordStart, keywordEnd),
        line.textStart(keywordStart),
        line.textEnd(keywordStart, keywordEnd));
    sink.line(joined, line.segments());
    for (CommandSplit.Flag flag : command.flags()) {
      sink.flag(flag.value(), line.textStart(flag.start()), line.textEnd(flag.start(), flag.end()));
    }
    sink.arguments(parts.arguments().json(), command.argumentsStart(), command.argumentsEnd());
    if (parts.holdsAnother()) {
      CommandSplit held =
          CommandSplit.of(joined, command.argumentsStart(), command.argumentsEnd(), escape);
      sink.nested(held.kind(), line.textStart(held.keywordStart()));
    }
    for (Argument argument : parts.arguments().list()) {
      sink.argument(
          argument.value(),
          line.textStart(argument.start()),
          line.textEnd(argument.start(), argument.end()));
    }
    for (int i = 0; i < parts.heredocs().size(); i++) {
      heredoc(line, parts.heredocs().get(i), parts.bodies().get(i), start, sink);
    }
  }

  private static void heredoc(LogicalLine line, HeredocWord word, HeredocBody body, int start, InstructionSink sink) {
    sink.heredoc(
        word.name(),
        word.expand(),
        word.chomp(),
        word.fileDescriptor(),
        line.textStart(word.start()),
        line.textEnd(word.start(), word.end()),
        body.start() - start,
        body.bodyEnd() - start,
        body.end() - start);
  }
}
