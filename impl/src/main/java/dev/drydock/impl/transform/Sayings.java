package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which instructions of a file say something, found once for each pattern. Used by one rewrite. */
final class Sayings {

  private final Dockerfile dockerfile;
  private final Map<String, Vector<Instruction>> found = new HashMap<>();

  Sayings(Dockerfile dockerfile) {
    this.dockerfile = dockerfile;
  }

  /** The instructions in whose text all of these are found. */
  Vector<Instruction> of(Pattern... patterns) {
    Vector<Pattern> all = Vector.of(patterns);
    return found.computeIfAbsent(
        all.mkString("\n"),
        key ->
            dockerfile
                .instructions()
                .filter(
                    instruction -> {
                      String text = instruction.text();
                      return all.forAll(pattern -> pattern.matcher(text).find());
                    }));
  }
}
