package dev.drydock.impl.shell;

import java.util.regex.Pattern;

/** Where bash 5.2 or shfmt 3.6 is known to read otherwise than we do, and why we do not follow. */
enum Dialect {
  /** {@code $(time (a))} and {@code $(time for …)}: what {@code time} runs in a substitution is refused. */
  TIME_IN_SUBSTITUTION(Pattern.compile("[$<>]\\(\\s*time\\b"), true),

  /** {@code $(a=(\'))}: an array in a substitution is read twice, without its quotes the second time. */
  ARRAY_IN_SUBSTITUTION(Pattern.compile("[$<>]\\([^)]*=\\([^)]*\\\\"), true),

  /** {@code $(a <&--)}: written out within a substitution as something else, which is refused. */
  CLOSED_DESCRIPTOR_IN_SUBSTITUTION(Pattern.compile("[$<>]\\((?s).*[<>]&-\\S"), true),

  /** {@code "a"#b}: a comment to shfmt; to bash and POSIX one begins only where a word does. */
  NUMBER_SIGN_IN_WORD(Pattern.compile("[^\\s;&|()]#"), false),

  /** {@code a <<E | (b}: shfmt looks for the lines behind the subshell; bash and dash behind the line. */
  HEREDOC_BEFORE_PARENTHESIS(Pattern.compile("<<[^\\n]*[({]"), false),

  /** {@code !(a)}: a pattern to shfmt; to bash only where {@code extglob} is set, else {@code !} and a subshell. */
  EXTENDED_PATTERN(Pattern.compile("[?*+@!]\\("), false),

  /** {@code \r\n}: one line end to shfmt; to a shell the carriage return belongs to the word. */
  CARRIAGE_RETURN(Pattern.compile("\\r\\n"), false);

  private final Pattern pattern;
  private final boolean ofBash;

  Dialect(Pattern pattern, boolean ofBash) {
    this.pattern = pattern;
    this.ofBash = ofBash;
  }

  /** Whether a script is one that bash refuses for this reason. */
  boolean refusedByBash(String script) {
    return ofBash && pattern.matcher(script).find();
  }

  /** Whether a script is one that shfmt reads otherwise for this reason. */
  boolean readOtherwiseByShfmt(String script) {
    return !ofBash && pattern.matcher(script).find();
  }
}
