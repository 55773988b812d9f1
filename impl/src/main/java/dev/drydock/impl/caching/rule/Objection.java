package dev.drydock.impl.caching.rule;

/** A rule that may decline a mount. */
public interface Objection {

  /** Its id, with a star for the package manager: what its page in {@code docs/rules/} is headed with. */
  String rule();
}
