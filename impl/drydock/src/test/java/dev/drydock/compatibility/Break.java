package dev.drydock.compatibility;

/**
 * Something that users could rely on and no longer can.
 *
 * @param kind whom it breaks
 * @param subject the type, the member or the default
 * @param before what was recorded
 * @param now what is there; {@code gone} where nothing is
 */
record Break(Kind kind, String subject, String before, String now) {

  /** Whom a change breaks. */
  enum Kind {
    /** What was compiled before no longer links. */
    BINARY,
    /** What compiled before no longer does. */
    SOURCE,
    /** What compiled and links gives another result. */
    BEHAVIOUR
  }

  static final String GONE = "gone";

  /** How the list of what is allowed names it. */
  String name() {
    return kind + " " + subject;
  }
}
