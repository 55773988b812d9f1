package dev.drydock.impl.read;

import dev.drydock.spi.ConstructSink;
import dev.drydock.spi.Kind;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the reader reports of a source, and checks that nothing is left out. */
final class Constructs implements ConstructSink {

  /** One construct. */
  record Cut(Kind kind, int start, int end, String text) {}

  private final String source;
  private int end;
  char escape;
  final List<Cut> list = new ArrayList<>();

  private Constructs(String source) {
    this.source = source;
  }

  static Constructs of(String source) {
    Constructs constructs = new Constructs(source);
    ConstructReader.read(source, constructs);
    if (constructs.end != source.length()) {
      throw new AssertionError("The constructs end at " + constructs.end + " of " + source.length());
    }
    return constructs;
  }

  List<String> texts() {
    return list.stream().map(Cut::text).toList();
  }

  List<Kind> kinds() {
    return list.stream().map(Cut::kind).toList();
  }

  @Override
  public void escape(char escape) {
    this.escape = escape;
  }

  @Override
  public void construct(Kind kind, int start, int end) {
    if (start != this.end || end <= start) {
      throw new AssertionError("A construct from " + start + " to " + end + " follows " + this.end);
    }
    this.end = end;
    list.add(new Cut(kind, start, end, source.substring(start, end)));
  }
}
