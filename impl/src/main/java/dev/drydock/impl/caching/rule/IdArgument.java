package dev.drydock.impl.caching.rule;

/** An ARG is declared for a variable that the id of a cache mount names (hazard 11). */
public final class IdArgument {

  private IdArgument() {}

  /** What there is to say of it. */
  public static Finding of(String variable) {
    return Finding.changed(
        "mount-cache/*/argument",
        "$" + variable,
        "declared for the id of a cache mount: without it the variable would be empty there");
  }
}
