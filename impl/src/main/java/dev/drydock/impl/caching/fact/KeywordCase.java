package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.effect.Recent;
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

  private static final Recent<Boolean> IN_LOWER = new Recent<>(word -> word.equals(word.toLowerCase(Locale.ROOT)));
  private static final Recent<Boolean> IN_UPPER = new Recent<>(word -> word.equals(word.toUpperCase(Locale.ROOT)));

  public static KeywordCase of(Dockerfile dockerfile) {
    Vector<String> keywords =
        dockerfile
            .instructions()
            .dropUntil(From.class::isInstance)
            .map(Instruction::writtenKeyword);
    int lower = keywords.count(IN_LOWER::of);
    int upper = keywords.count(IN_UPPER::of);
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
