package dev.drydock.impl.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of {@code RUN --mount}: {@code frontend/dockerfile/instructions/commands_runmount.go}. Fields count in
 * their order: {@code required} before {@code type=secret} is refused, since the type is still bind.
 *
 * <p>BuildKit reads a broken record, and a variable in {@code from}, with the line; all else it judges once it
 * expands variables, and then names no line. Values are judged as written, and a value with a variable is not judged:
 * the build may give that variable any value.
 */
final class MountRules {

  private static final String ID = "invalid-mount";
  private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");
  private static final Set<String> SHARINGS = Set.of("shared", "private", "locked");
  private static final Set<String> OWNED = Set.of("secret", "ssh", "cache");

  /** BuildKit's own pattern: a dollar at the end of a value begins no variable. */
  private static final Pattern VARIABLE = Pattern.compile("\\$[^\\n]");

  private final InstructionProblems run;
  private final CommandSplit.Flag flag;
  private final Map<String, String> seen = new HashMap<>();

  /** The type so far; {@code null} where a variable names it. */
  private @Nullable String type = "bind";
  private @Nullable String message;

  MountRules(InstructionProblems run, CommandSplit.Flag flag) {
    this.run = run;
    this.flag = flag;
  }

  void check(String value) {
    String fault = CsvRecord.read(value, this::field);
    String from = seen.get("from");
    if (fault != null) {
      run.addAt(flag.start(), ID, "failed to parse csv mounts: " + fault);
    } else if (from != null && hasVariable(from)) {
      run.addAt(flag.start(), ID, "'from' doesn't support variable expansion, define alias stage instead");
    } else {
      if (message == null) {
        message = together();
      }
      if (message != null) {
        run.addExactly(flag.start(), ID, message);
      }
    }
  }

  private void field(String field) {
    int equals = field.indexOf('=');
    String key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
    String fault = equals < 0 ? bare(field, key) : pair(field, key, field.substring(equals + 1));
    if (message == null) {
      message = fault;
    }
  }

  private @Nullable String bare(String field, String key) {
    return switch (key) {
      case "readonly", "ro", "readwrite", "rw" -> null;
      case "required" -> mayBeRequired() ? null : misplaced(key);
      default -> "invalid field '" + field + "' must be a key=value pair";
    };
  }

  private @Nullable String pair(String field, String key, String value) {
    return switch (key) {
      case "type" -> type(value);
      case "source", "src" -> keep("source", value);
      case "target", "dst", "destination" -> keep("target", value);
      // A later field does not hide a variable in an earlier one.
      case "from" -> hasVariable(seen.getOrDefault(key, "")) ? null : keep(key, value);
      case "id", "env" -> keep(key, value);
      case "readonly", "ro", "readwrite", "rw" -> bool(key, value);
      case "required" -> mayBeRequired() ? bool(key, value) : misplaced(key);
      case "size" -> size(key, value);
      case "sharing" -> sharing(key, value);
      case "mode", "uid", "gid" -> number(key, value);
      default -> "unexpected key '" + key + "' in '" + field + "'";
    };
  }

  private @Nullable String type(String value) {
    if (hasVariable(value)) {
      type = null;
      return null;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (!TYPES.contains(lower)) {
      return "unsupported mount type \"" + value + "\": expected bind, cache, tmpfs, secret or ssh";
    }
    type = lower;
    return null;
  }

  private @Nullable String keep(String key, String value) {
    seen.put(key, value);
    return null;
  }

  private static @Nullable String bool(String key, String value) {
    return hasVariable(value) || GoNumber.isBoolean(value) ? null : invalid(key, value);
  }

  private @Nullable String size(String key, String value) {
    if (!mayBe("tmpfs")) {
      return misplaced(key);
    }
    return hasVariable(value) || GoNumber.isSize(value) ? null : invalid(key, value);
  }

  private @Nullable String sharing(String key, String value) {
    seen.put(key, value);
    return hasVariable(value) || SHARINGS.contains(value.toLowerCase(Locale.ROOT))
        ? null
        : "unsupported sharing value \"" + value + "\": expected shared, private or locked";
  }

  private @Nullable String number(String key, String value) {
    seen.put(key, value);
    boolean octal = key.equals("mode");
    return hasVariable(value) || GoNumber.isUnsigned(value, octal ? 8 : 10)
        ? null
        : "invalid value " + value + " for " + key + (octal ? ": expected octal digits" : ": expected a number");
  }

  /** What is wrong with the fields taken together. */
  private @Nullable String together() {
    if (type == null) {
      return null;
    }
    for (String key : new String[] {"mode", "uid", "gid"}) {
      if (seen.containsKey(key) && !OWNED.contains(type)) {
        return key + " not allowed for \"" + type + "\" type mounts";
      }
    }
    if (type.equals("secret")) {
      String secret = secret();
      if (secret != null) {
        return secret;
      }
    }
    return seen.containsKey("sharing") && !type.equals("cache")
        ? "invalid cache sharing set for " + type + " mount"
        : null;
  }

  private @Nullable String secret() {
    if (isGiven("from")) {
      return "secret mount should not have a from";
    }
    if (seen.containsKey("sharing")) {
      return "secret mount should not define sharing";
    }
    if (!mayBeGiven("source") && !mayBeGiven("target") && !mayBeGiven("id")) {
      return "invalid secret mount. one of source, target required";
    }
    return isGiven("source") && isGiven("id") ? "both source and id can't be set" : null;
  }

  /** Whether a field has a value other than the empty one in every build. */
  private boolean isGiven(String key) {
    return mayBeGiven(key) && !hasVariable(seen.getOrDefault(key, ""));
  }

  private boolean mayBeGiven(String key) {
    return !seen.getOrDefault(key, "").isEmpty();
  }

  private boolean mayBeRequired() {
    return mayBe("secret") || mayBe("ssh");
  }

  private boolean mayBe(String wanted) {
    return type == null || type.equals(wanted);
  }

  private static boolean hasVariable(String value) {
    return VARIABLE.matcher(value).find();
  }

  private String misplaced(String key) {
    return "unexpected key '" + key + "' for mount type '" + type + "'";
  }

  private static String invalid(String key, String value) {
    return "invalid value for " + key + ": " + value;
  }
}
