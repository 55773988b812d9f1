package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which flags each instruction takes: {@code frontend/dockerfile/instructions/bflag.go} and {@code parse.go}. */
final class FlagRules {

  private enum Type {
    /** True without a value. */
    SWITCH,
    VALUE,
    /** A value, and the flag may be repeated. */
    VALUES
  }

  private static final Map<String, Type> RUN =
      Map.of("mount", Type.VALUES, "network", Type.VALUE, "security", Type.VALUE, "device", Type.VALUES);
  private static final Map<String, Type> COPY =
      Map.of(
          "chown", Type.VALUE,
          "chmod", Type.VALUE,
          "from", Type.VALUE,
          "link", Type.SWITCH,
          "parents", Type.SWITCH,
          "exclude", Type.VALUES);
  private static final Map<String, Type> ADD =
      Map.of(
          "chown", Type.VALUE,
          "chmod", Type.VALUE,
          "link", Type.SWITCH,
          "keep-git-dir", Type.SWITCH,
          "checksum", Type.VALUE,
          "unpack", Type.SWITCH,
          "exclude", Type.VALUES);
  private static final Map<String, Type> HEALTHCHECK =
      Map.of(
          "interval", Type.VALUE,
          "timeout", Type.VALUE,
          "start-period", Type.VALUE,
          "start-interval", Type.VALUE,
          "retries", Type.VALUE);
  private static final Map<String, Type> FROM = Map.of("platform", Type.VALUE);

  private FlagRules() {}

  static void check(InstructionProblems instruction) {
    Kind kind = instruction.kind();
    if (instruction.parts().command().flags().isEmpty()
        || kind == Kind.ARG
        || kind == Kind.STOPSIGNAL
        || kind == Kind.UNKNOWN
        || (kind == Kind.HEALTHCHECK && !HealthCheckRules.readsFlags(instruction))) {
      return;
    }
    Map<String, Type> known = known(kind);
    Set<String> used = new HashSet<>();
    for (CommandSplit.Flag flag : instruction.parts().command().flags()) {
      check(instruction, flag, known, used);
    }
  }

  private static Map<String, Type> known(Kind kind) {
    return switch (kind) {
      case RUN -> RUN;
      case COPY -> COPY;
      case ADD -> ADD;
      case FROM -> FROM;
      case HEALTHCHECK -> HEALTHCHECK;
      default -> Map.of();
    };
  }

  private static void check(
      InstructionProblems instruction, CommandSplit.Flag flag, Map<String, Type> known, Set<String> used) {
    String name = name(flag);
    String value = value(flag);
    Type type = known.get(name);
    if (type == null) {
      String kind = instruction.kind().name();
      instruction.addAt(flag.start(), "unknown-flag", "unknown flag: --" + name + " (" + kind + takes(known) + ')');
    } else if (!used.add(name) && type != Type.VALUES) {
      instruction.addAt(flag.start(), "duplicate-flag", "duplicate flag specified: --" + name);
    } else if (type != Type.SWITCH ? value == null : "".equals(value)) {
      instruction.addAt(flag.start(), "flag-without-value", "missing a value on flag: --" + name);
    } else if (type == Type.SWITCH && value != null && !isBoolean(value)) {
      instruction.addAt(
          flag.start(), "flag-value", "expecting boolean value for flag --" + name + ", not: " + value);
    }
  }

  private static String takes(Map<String, Type> known) {
    return known.isEmpty() ? " takes no flags" : " takes --" + String.join(", --", known.keySet().stream().sorted().toList());
  }

  private static boolean isBoolean(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.equals("true") || lower.equals("false");
  }

  /** The flag's name, without its dashes. */
  static String name(CommandSplit.Flag flag) {
    int equals = flag.value().indexOf('=');
    return flag.value().substring(2, equals < 0 ? flag.value().length() : equals);
  }

  /** What stands behind the flag's first equals sign; {@code null} where there is none. */
  static @Nullable String value(CommandSplit.Flag flag) {
    int equals = flag.value().indexOf('=');
    return equals < 0 ? null : flag.value().substring(equals + 1);
  }
}
