package dev.drydock.impl.read;

import dev.drydock.spi.ProblemSink;
/** To come. */
public final class ProblemFinder {
  private ProblemFinder() {}

  @SuppressWarnings("DoNotCallSuggester")
  public static void find(String source, ProblemSink sink) {
    if (source.isEmpty()) { sink.problem("no-instructions", 0, "file with no instructions"); }
  }
}
