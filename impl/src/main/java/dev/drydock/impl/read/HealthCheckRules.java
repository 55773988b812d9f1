package dev.drydock.impl.read;

import java.util.List;
import java.util.Locale;

/** {@code parseHealthcheck} in {@code frontend/dockerfile/instructions/parse.go}. */
final class HealthCheckRules {

  private HealthCheckRules() {}

  /** HEALTHCHECK NONE, and one without a type, never come to their flags. */
  static boolean readsFlags(InstructionProblems instruction) {
    return !instruction.arguments().isEmpty() && !type(instruction).equals("NONE");
  }

  static void checkArguments(InstructionProblems instruction) {
    instruction.atLeastOneArgument();
    if (instruction.arguments().isEmpty()) {
      return;
    }
    boolean alone = instruction.arguments().size() == 1;
    String type = type(instruction);
    if (type.equals("NONE")) {
      if (!alone) {
        instruction.add("healthcheck-none", "HEALTHCHECK NONE takes no arguments");
      }
    } else if (!type.equals("CMD")) {
      instruction.add("healthcheck-type", "Unknown type \"" + type + "\" in HEALTHCHECK (try CMD)");
    } else if (alone) {
      instruction.add("missing-argument", "Missing command after HEALTHCHECK CMD");
    }
  }

  static void checkFlags(InstructionProblems instruction) {
    if (!readsFlags(instruction)) {
      return;
    }
    for (CommandSplit.Flag flag : instruction.parts().command().flags()) {
      String name = FlagRules.name(flag);
      String value = FlagRules.value(flag);
      if (value != null && !value.isEmpty()) {
        if (name.equals("retries")) {
          retries(instruction, flag, value);
        } else if (List.of("interval", "timeout", "start-period", "start-interval").contains(name)) {
          interval(instruction, flag, name, value);
        }
      }
    }
  }

  private static void interval(
      InstructionProblems instruction, CommandSplit.Flag flag, String name, String value) {
    GoDuration duration = GoDuration.read(value);
    if (!duration.isValid()) {
      instruction.addAt(flag.start(), "invalid-duration", "time: invalid duration \"" + value + '"');
    } else if (duration.isNonZero() && duration.isBelowMillisecond()) {
      instruction.addAt(
          flag.start(), "invalid-duration", "Interval \"" + name + "\" cannot be less than 1ms");
    }
  }

  private static void retries(InstructionProblems instruction, CommandSplit.Flag flag, String value) {
    try {
      // Go takes a sign here, and ASCII digits alone.
      int retries = value.matches("[+-]?[0-9]+") ? Integer.parseInt(value) : Integer.parseInt("");
      if (retries < 0) {
        instruction.addAt(
            flag.start(), "invalid-retries", "--retries cannot be negative (" + retries + ')');
      }
    } catch (NumberFormatException e) {
      instruction.addAt(
          flag.start(), "invalid-retries", "parsing \"" + value + "\": --retries takes a whole number");
    }
  }

  private static String type(InstructionProblems instruction) {
    return instruction.argument(0).toUpperCase(Locale.ROOT);
  }
}
