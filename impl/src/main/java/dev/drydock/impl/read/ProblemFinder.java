package dev.drydock.impl.read;

import dev.drydock.impl.read.DirectiveRegion.Directive;
import dev.drydock.spi.ConstructSink;
import dev.drydock.spi.InstructionSink;
import dev.drydock.spi.Kind;
import dev.drydock.spi.ProblemSink;
import java.util.HashSet;
import java.util.Set;

/**
 * Reports what BuildKit would refuse: the errors of {@code frontend/dockerfile/parser/parser.go}, and those of
 * {@code frontend/dockerfile/instructions/parse.go} behind it. BuildKit stops at the first; this goes on, and says
 * only once what follows from one fault.
 */
public final class ProblemFinder implements ConstructSink {

  private final String source;
  private final ProblemSink sink;
  private final Problems problems = new Problems();
  private char escape = '\\';
  private boolean anyInstruction;
  private boolean inStage;
  private boolean stageMissed;

  private ProblemFinder(String source, ProblemSink sink) {
    this.source = source;
    this.sink = sink;
  }

  public static void find(String source, ProblemSink sink) {
    ProblemFinder finder = new ProblemFinder(source, sink);
    finder.directives();
    finder.longLines();
    ConstructReader.read(source, finder);
    if (!finder.anyInstruction && finder.problems.isEmpty()) {
      finder.problems.add("no-instructions", 0, "file with no instructions");
    }
    finder.problems.report(sink);
  }

  private void directives() {
    Set<String> seen = new HashSet<>();
    for (Directive directive : DirectiveRegion.of(source).directives()) {
      String key = directive.key();
      if (!seen.add(key)) {
        problems.add(
            "duplicate-parser-directive",
            directive.offset(),
            "only one " + key + " parser directive can be used");
      } else if (key.equals("escape") && !directive.value().equals("\\") && !directive.value().equals("`")) {
        problems.add(
            "invalid-escape",
            directive.offset(),
            "invalid escape token '" + directive.value() + "' does not match ` or \\");
      }
    }
  }

  private void longLines() {
    int start = !source.isEmpty() && source.charAt(0) == PhysicalLine.BYTE_ORDER_MARK ? 1 : 0;
    int line = 0;
    while (line < source.length()) {
      int feed = PhysicalLine.feed(source, line, source.length());
      if (Utf8Length.exceeds(source, line, feed, Utf8Length.LONGEST_LINE)) {
        problems.add(
            "line-too-long",
            Math.max(start, line),
            "dockerfile line greater than max allowed size of " + Utf8Length.LONGEST_LINE);
      }
      line = feed + 1;
    }
  }

  @Override
  public void escape(char escape) {
    this.escape = escape;
  }

  @Override
  public void construct(Kind kind, int start, int end) {
    if (kind == Kind.PARSER_DIRECTIVE || kind == Kind.COMMENT || kind == Kind.BLANK_LINE) {
      return;
    }
    anyInstruction = true;
    InstructionParts parts = InstructionParts.read(source, start, end, escape);
    sink.instruction(heard -> report(parts, start, end, heard));
    InstructionProblems instruction = new InstructionProblems(source, start, parts, problems);
    if (!LineRules.check(instruction, escape)) {
      // BuildKit never comes to judge such a file's instructions; what this one lacks is said already.
      inStage |= kind == Kind.FROM;
      return;
    }
    InstructionRules.check(instruction);
    stage(instruction);
  }

  /** Tells the parts as they are in the instruction's own text, at the beginning of which a mark of byte order is none of it. */
  private void report(InstructionParts parts, int start, int end, InstructionSink heard) {
    if (start > 0 && source.charAt(start) == PhysicalLine.BYTE_ORDER_MARK) {
      InstructionReader.read(source.substring(start, end), escape, heard);
    } else {
      InstructionReader.report(parts, start, escape, heard);
    }
  }

  /** An instruction other than ARG needs a FROM before it; said once, and not where a template may hold the FROM. */
  private void stage(InstructionProblems instruction) {
    Kind kind = instruction.kind();
    if (kind == Kind.FROM) {
      inStage = true;
    } else if (kind == Kind.UNKNOWN) {
      stageMissed = true;
    } else if (!inStage && !stageMissed && kind != Kind.ARG) {
      instruction.add("no-build-stage", "no build stage in current context: " + kind + " before the first FROM");
      stageMissed = true;
    }
  }
}
