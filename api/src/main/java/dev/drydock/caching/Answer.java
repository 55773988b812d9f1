package dev.drydock.caching;

/** The answer to a question that a file does not always tell: who asks decides what an unknown answer means to them. */
public enum Answer {
  /** It is known to be so, in every build. */
  YES,
  /** It is known not to be so. */
  NO,
  /** Neither is known. */
  UNKNOWN;

  /** Whether it is known to be so. */
  public boolean isYes() {
    return this == YES;
  }

  /** Whether it is known not to be so. */
  public boolean isNo() {
    return this == NO;
  }

  /** Whether neither is known. */
  public boolean isUnknown() {
    return this == UNKNOWN;
  }
}
