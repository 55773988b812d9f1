package dev.drydock.impl.read;

import dev.drydock.spi.InstructionSink;
import dev.drydock.spi.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what the reader reports of one instruction. */
final class Parts implements InstructionSink {

  /** One heredoc and the text of its body. */
  record Doc(String name, boolean expand, boolean chomp, int fileDescriptor, String word, String body, int end) {}

  final String text;
  String keyword = "";
  String keywordText = "";
  String argumentText = "";
  String joined = "";
  int[] segments = {};
  boolean json;
  int argumentsStart;
  int argumentsEnd;
  @Nullable Kind nested;
  int nestedStart;
  final List<String> flags = new ArrayList<>();
  final List<String> flagTexts = new ArrayList<>();
  final List<String> arguments = new ArrayList<>();
  final List<String> argumentTexts = new ArrayList<>();
  final List<Doc> heredocs = new ArrayList<>();

  private Parts(String text) {
    this.text = text;
  }

  static Parts of(String text, char escape) {
    Parts parts = new Parts(text);
    InstructionReader.read(text, escape, parts);
    return parts;
  }

  static Parts of(String text) {
    return of(text, '\\');
  }

  @Override
  public void keyword(String keyword, int start, int end) {
    this.keyword = keyword;
    keywordText = text.substring(start, end);
  }

  @Override
  public void line(String joined, int[] segments) {
    this.joined = joined;
    this.segments = segments;
  }

  @Override
  public void flag(String value, int start, int end) {
    flags.add(value);
    flagTexts.add(text.substring(start, end));
  }

  @Override
  public void arguments(boolean json, int joinedStart, int joinedEnd) {
    this.json = json;
    this.argumentsStart = joinedStart;
    this.argumentsEnd = joinedEnd;
    argumentText = joined.substring(joinedStart, joinedEnd);
  }

  @Override
  public void argument(String value, int start, int end) {
    arguments.add(value);
    argumentTexts.add(text.substring(start, end));
  }

  @Override
  public void nested(Kind kind, int start) {
    nested = kind;
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
    heredocs.add(
        new Doc(
            name,
            expand,
            chomp,
            fileDescriptor,
            text.substring(wordStart, wordEnd),
            text.substring(bodyStart, bodyEnd),
            end));
  }
}
