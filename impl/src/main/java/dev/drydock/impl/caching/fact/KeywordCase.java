package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import io.vavr.collection.Vector;
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

  public static KeywordCase of(Dockerfile dockerfile) {
    Vector<String> keywords =
        dockerfile
            .instructions()
            .dropUntil(From.class::isInstance)
            .map(Instruction::writtenKeyword);
    int lower = keywords.count(keyword -> keyword.equals(keyword.toLowerCase(Locale.ROOT)));
    int upper = keywords.count(keyword -> keyword.equals(keyword.toUpperCase(Locale.ROOT)));
    return lower > upper ? LOWER : UPPER;
  }

  /** An instruction that is in no file yet, with its keyword in this case. */
  public Instruction spelled(Instruction instruction) {
    String keyword = instruction.writtenKeyword();
    return this == UPPER
        ? instruction
        : Instruction.parse(instruction.text().replaceFirst(keyword, keyword.toLowerCase(Locale.ROOT)));
  }
}
