package dev.drydock.fleet;

import dev.drydock.transform.Rule;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What would settle that something was left alone.
 *
 * @param rule a rule's id, with a star for the package manager
 * @param fact what is the case
 * @param action what a person can do; empty where there is nothing to do
 */
public record Remedy(String rule, String fact, String action) {

  private static final Map<String, Remedy> BY_RULE = read();

  /** The parts, none of which is null. */
  public Remedy {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(action, "action");
  }

  /** That of a rule; for a rule of another team's transform one that repeats this reason. */
  public static Remedy of(String rule, String reason) {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(reason, "reason");
    return Rule.of(rule)
        .flatMap(known -> Option.of(BY_RULE.get(known.id())))
        .getOrElse(() -> new Remedy(rule, reason, "see the rule " + rule));
  }

  /** Whether a person may want to do something. */
  public boolean isOpen() {
    return !action.isEmpty();
  }

  private static Map<String, Remedy> read() {
    try (InputStream table = Objects.requireNonNull(Remedy.class.getResourceAsStream("remedies.txt"), "remedies.txt")) {
      Map<String, Remedy> remedies = new HashMap<>();
      Pattern bar = Pattern.compile(" \\| ");
      for (String line : new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = bar.split(line, 3);
          remedies.put(parts[0], new Remedy(parts[0], parts[1], parts.length > 2 ? parts[2] : ""));
        }
      }
      return Map.copyOf(remedies);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code fact; action [rule]}. */
  @Override
  public String toString() {
    return fact + (isOpen() ? "; " + action : "") + " [" + rule + "]";
  }
}
