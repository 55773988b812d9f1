package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import java.util.Locale;

/**
 * The case of a file's keywords, which what is inserted follows: under {@code # check=error=true} one that differs fails
 * the build.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/dockerfile2llb/convert.go}, {@code validateCommandCasing}
 * (the check {@code ConsistentInstructionCasing}): from the first FROM on, lower case where more keywords are wholly in
 * lower case than wholly in upper case.
 */
public enum KeywordCase {
  UPPER,
  LOWER;

  static KeywordCase of(Dockerfile dockerfile) {
    int lower = 0;
    int upper = 0;
    boolean begun = false;
    for (Instruction instruction : dockerfile.instructions()) {
      begun |= instruction instanceof From;
      if (begun) {
        String keyword = instruction.writtenKeyword();
        lower += keyword.equals(keyword.toLowerCase(Locale.ROOT)) ? 1 : 0;
        upper += keyword.equals(keyword.toUpperCase(Locale.ROOT)) ? 1 : 0;
      }
    }
    return lower > upper ? LOWER : UPPER;
  }

  /** A keyword in this case. */
  public String of(String keyword) {
    return this == UPPER ? keyword : keyword.toLowerCase(Locale.ROOT);
  }

  /** An instruction that is in no file yet, with its keyword in this case. */
  public Instruction spelled(Instruction instruction) {
    String keyword = instruction.writtenKeyword();
    return this == UPPER ? instruction : Instruction.parse(instruction.text().replaceFirst(keyword, of(keyword)));
  }
}
