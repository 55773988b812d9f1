package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.List;

/**
 * One instruction under judgement: its parts, and where its problems go.
 *
 * <p>BuildKit names the first line of an instruction, so a problem lies where it arises only if that is on the
 * first line, and otherwise where the instruction begins.
 */
final class InstructionProblems {

  private final InstructionParts parts;
  private final Problems problems;
  private final int first;
  private final int lineEnd;

  InstructionProblems(String source, int start, InstructionParts parts, Problems problems) {
    this.parts = parts;
    this.problems = problems;
    boolean marked = start == 0 && source.charAt(0) == PhysicalLine.BYTE_ORDER_MARK;
    this.first = PhysicalLine.indent(source, marked ? 1 : start, source.length());
    this.lineEnd = PhysicalLine.feed(source, first, source.length());
  }

  InstructionParts parts() {
    return parts;
  }

  Kind kind() {
    return parts.kind();
  }

  List<Argument> arguments() {
    return parts.arguments().list();
  }

  /** An argument's value in the order that BuildKit counts them. */
  String argument(int index) {
    return arguments().get(index).value();
  }

  /** Adds a problem of the instruction as a whole. */
  void add(String kind, String message) {
    problems.add(kind, first, message);
  }

  /** Adds a problem that arises at an offset of the joined line. */
  void addAt(int joined, String kind, String message) {
    int at = parts.line().textStart(joined);
    problems.add(kind, at < lineEnd ? at : first, message);
  }

  /** Adds a problem for which BuildKit names no line, so that it can lie exactly where it arises. */
  void addExactly(int joined, String kind, String message) {
    problems.add(kind, parts.line().textStart(joined), message);
  }

  void atLeastOneArgument() {
    if (arguments().isEmpty()) {
      add("missing-argument", kind() + " requires at least one argument");
    }
  }

  void exactlyOneArgument() {
    if (arguments().size() != 1) {
      add("missing-argument", kind() + " requires exactly one argument");
    }
  }
}
