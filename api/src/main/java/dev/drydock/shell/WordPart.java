package dev.drydock.shell;

import java.util.List;

/** A piece of a word: what it stands for, not how it is spelled. */
sealed interface WordPart {

  /** Characters that stand for themselves; {@code quoted} where quotes or a backslash protect them. */
  record Literal(String text, boolean quoted) implements WordPart {}

  /**
   * A parameter expansion (POSIX XCU 2.6.2).
   *
   * @param operator what follows the name within the braces, such as {@code :-}; empty for {@code $X}
   * @param argument what follows the operator
   */
  record Variable(String name, String operator, List<WordPart> argument, boolean quoted)
      implements WordPart {}

  /** What only running can tell: a command substitution, arithmetic, an array. */
  record Computed(boolean runsCommands) implements WordPart {}
}
