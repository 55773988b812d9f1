package dev.drydock.cli.format;

/** How much something matters to a person. */
public enum Level {
  /** The configuration says that it must not be. */
  ERROR,
  /** It works, but not as well or as safely as a person would expect. */
  WARNING,
  /** It would change, or was left alone. */
  NOTE
}
