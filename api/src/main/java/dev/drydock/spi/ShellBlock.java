package dev.drydock.spi;

/** What holds a list of commands. */
public enum ShellBlock {
  /** A whole script, also one that a command runs: {@code bash -c '…'}. */
  SCRIPT,
  /** The words of {@code eval '…'}: a script that the same shell runs. */
  EVALUATED,
  /** {@code trap '…' EXIT}: a script that runs later, if at all. */
  DEFERRED,
  /** {@code (…)}. */
  SUBSHELL,
  /** {@code {…}}. */
  GROUP,
  /** {@code $(…)}, {@code `…`}, {@code <(…)}. */
  SUBSTITUTION,
  /** Between {@code if} and {@code then}. */
  CONDITION,
  /** Between {@code elif} and {@code then}. */
  LATER_CONDITION,
  /** Between {@code while} or {@code until} and {@code do}. */
  LOOP_CONDITION,
  /** After {@code then} or {@code else}, or one branch of {@code case}. */
  BRANCH,
  /** After {@code do}. */
  LOOP_BODY,
  /** What a function runs when it is called. */
  FUNCTION
}
