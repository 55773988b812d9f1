package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.ArrayList;
import java.util.List;

/** All lexical parts of one instruction, read once for those who report them and those who judge them. */
record InstructionParts(
    LogicalLine line,
    CommandSplit command,
    ArgumentReader.Arguments arguments,
    List<HeredocWord> heredocs,
    List<HeredocBody> bodies) {

  /** Reads the instruction in this range of a text; offsets are those of the text. */
  static InstructionParts read(String text, int start, int end, char escape) {
    LogicalLine line = LogicalLine.read(text, start, end, escape);
    String joined = line.joined();
    CommandSplit command = CommandSplit.of(joined, 0, joined.length(), escape);
    ArgumentReader.Arguments arguments =
        ArgumentReader.read(
            command.kind(), joined, command.argumentsStart(), command.argumentsEnd(), escape);
    List<HeredocWord> heredocs = HeredocWords.of(joined, command, escape);
    return new InstructionParts(line, command, arguments, heredocs, bodies(text, line.end(), end, heredocs));
  }

  private static List<HeredocBody> bodies(String text, int start, int end, List<HeredocWord> heredocs) {
    if (heredocs.isEmpty()) {
      return List.of();
    }
    List<HeredocBody> bodies = new ArrayList<>(heredocs.size());
    int at = start;
    for (HeredocWord word : heredocs) {
      HeredocBody body =
          word.broken() ? new HeredocBody(at, at, at, false) : HeredocBody.read(text, at, end, word);
      bodies.add(body);
      at = body.end();
    }
    return bodies;
  }

  Kind kind() {
    return command.kind();
  }

  /** The instruction that this one holds if it is an ONBUILD with arguments. */
  boolean holdsAnother() {
    return command.kind() == Kind.ONBUILD && command.argumentsStart() < command.argumentsEnd();
  }
}
