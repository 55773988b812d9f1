package dev.drydock.spi;

/** Hears where each construct of a source begins and ends, in order and without gaps. */
public interface ConstructSink {

  /** The escape character in force, reported once, before any construct. */
  void escape(char escape);

  /**
   * One construct: its complete text, with the line ending that closes it and everything that belongs to it
   * (continuation lines, comments and blank lines inside a continuation, heredoc bodies and terminators).
   * A byte order mark belongs to the first construct.
   */
  void construct(Kind kind, int start, int end);
}
