package dev.drydock.dockerfile;

import dev.drydock.spi.InstructionSink;
import dev.drydock.spi.Kind;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lexical parts of one instruction, read once and then shared by all its views. */
final class InstructionParts {

  final String keyword;
  final int keywordStart;
  final int keywordEnd;
  final Vector<Flag> flags;
  final boolean execForm;
  final Vector<String> arguments;
  private final int[] argumentSpans;
  final Vector<Heredoc> heredocs;
  final LogicalLine line;
  final int argumentsStart;
  final int argumentsEnd;
  final @Nullable Kind nestedKind;
  final int nestedStart;

  private InstructionParts(Builder b) {
    keyword = b.keyword;
    keywordStart = b.keywordStart;
    keywordEnd = b.keywordEnd;
    flags = b.flags;
    execForm = b.execForm;
    arguments = b.arguments.isEmpty() ? Vector.empty() : Vector.ofAll(b.arguments);
    argumentSpans = b.argumentSpans;
    heredocs = b.heredocs;
    line = b.line;
    argumentsStart = b.argumentsStart;
    argumentsEnd = b.argumentsEnd;
    nestedKind = b.nestedKind;
    nestedStart = b.nestedStart;
  }

  /** Those of an instruction with this text, from what tells them. */
  static InstructionParts heard(String text, Consumer<InstructionSink> reading) {
    Builder builder = new Builder(text);
    reading.accept(builder);
    return new InstructionParts(builder);
  }

  /** Where an argument stands in the instruction's text. */
  Span argumentSpan(int index) {
    return new Span(argumentSpans[2 * index], argumentSpans[2 * index + 1]);
  }

  /** The text behind the flags, on one line, of a RUN in shell form: it is the one argument. */
  String command() {
    return arguments.isEmpty() ? "" : arguments.head();
  }

  private static final class Builder implements InstructionSink {

    private final String text;
    private String keyword = "";
    private int keywordStart;
    private int keywordEnd;
    private Vector<Flag> flags = Vector.empty();
    private boolean execForm;
    private final List<String> arguments = new ArrayList<>(1);
    private int[] argumentSpans = new int[2];
    private Vector<Heredoc> heredocs = Vector.empty();
    private LogicalLine line = LogicalLine.EMPTY;
    private int argumentsStart;
    private int argumentsEnd;
    private @Nullable Kind nestedKind;
    private int nestedStart;

    Builder(String text) {
      this.text = text;
    }

    @Override
    public void keyword(String word, int start, int end) {
      keyword = word;
      keywordStart = start;
      keywordEnd = end;
    }

    @Override
    public void line(String joined, int[] segments) {
      line = new LogicalLine(joined.length(), segments);
    }

    @Override
    public void flag(String value, int start, int end) {
      flags = flags.append(Flag.of(value, new Span(start, end)));
    }

    @Override
    public void arguments(boolean json, int joinedStart, int joinedEnd) {
      execForm = json;
      argumentsStart = joinedStart;
      argumentsEnd = joinedEnd;
    }

    @Override
    public void argument(String value, int start, int end) {
      int at = 2 * arguments.size();
      if (at == argumentSpans.length) {
        argumentSpans = Arrays.copyOf(argumentSpans, 2 * at);
      }
      argumentSpans[at] = start;
      argumentSpans[at + 1] = end;
      arguments.add(value);
    }

    @Override
    public void nested(Kind kind, int start) {
      nestedKind = kind;
      nestedStart = start;
    }

    @Override
    public void heredoc(
        String name,
        boolean expand,
        boolean chomp,
        int fileDescriptor,
        int wordStart,
        int wordEnd,
        int bodyStart,
        int bodyEnd,
        int end) {
      Span word = new Span(wordStart, wordEnd);
      Span body = new Span(bodyStart, bodyEnd);
      heredocs =
          heredocs.append(new Heredoc(name, expand, chomp, fileDescriptor, text.substring(bodyStart, bodyEnd), word, body));
    }
  }
}
