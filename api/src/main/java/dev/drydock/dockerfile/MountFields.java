package dev.drydock.dockerfile;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one mount value under one name each, then makes the mount of its type; and writes the value. */
final class MountFields {

  private static final Map<String, String> SYNONYMS =
      Map.of(
          "src", "source", "dst", "target", "destination", "target", "ro", "readonly", "rw", "readwrite");

  /** The fields that count as true where they have no value. */
  private static final Set<String> SWITCHES = Set.of("readonly", "readwrite", "required");

  /** What Go's {@code strconv.ParseBool} takes for true, and for false: BuildKit reads a switch with it. */
  private static final Set<String> ON = Set.of("1", "t", "T", "TRUE", "true", "True");

  private static final Set<String> OFF = Set.of("0", "f", "F", "FALSE", "false", "False");

  private final Map<String, String> values = new HashMap<>();
  private boolean failed;

  /** The name of a written field, whichever of its names stands there. */
  static String nameOf(String field) {
    int equals = field.indexOf('=');
    String key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
    String name = SYNONYMS.getOrDefault(key, key);
    return switch (name) {
      case "readonly" -> "ro";
      case "readwrite" -> "rw";
      default -> name;
    };
  }

  void put(String key, @Nullable String value) {
    String name = SYNONYMS.getOrDefault(key, key);
    boolean isSwitch = SWITCHES.contains(name);
    failed |= value == null && !isSwitch;
    String given = value == null ? "true" : isSwitch ? switched(value) : value;
    if (name.equals("readwrite")) {
      values.put("readonly", given.equals("true") ? "false" : "true");
    } else {
      values.put(name, given);
    }
  }

  private static String switched(String value) {
    return ON.contains(value) ? "true" : OFF.contains(value) ? "false" : value;
  }

  void fail() {
    failed = true;
  }

  Option<Mount> mount() {
    if (failed) {
      return Option.none();
    }
    String type = values.getOrDefault("type", "bind").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "bind" -> Option.some(new BindMount(fields(BindMount.NAMES)));
      case "cache" -> Option.some(new CacheMount(fields(CacheMount.NAMES)));
      case "tmpfs" -> Option.some(new TmpfsMount(fields(TmpfsMount.NAMES)));
      case "secret" -> Option.some(new SecretMount(fields(SecretMount.NAMES)));
      case "ssh" -> Option.some(new SshMount(fields(SshMount.NAMES)));
      default -> Option.none();
    };
  }

  /** The fields of a type; what a mount of that type does not have is left out, and so is a switch that is off. */
  private io.vavr.collection.Map<String, String> fields(Vector<String> names) {
    return names.foldLeft(
        io.vavr.collection.HashMap.<String, String>empty(),
        (fields, name) -> value(name).map(value -> fields.put(name, value)).getOrElse(fields));
  }

  private Option<String> value(String name) {
    return switch (name) {
      case "ro" -> Option.of(values.get("readonly")).filter("true"::equals);
      case "rw" -> Option.of(values.get("readonly")).filter("false"::equals).map(off -> "true");
      case "required" -> Option.of(values.get("required")).filter("true"::equals);
      case "sharing" -> Option.of(values.get("sharing")).map(sharing -> sharing.toLowerCase(Locale.ROOT));
      default -> Option.of(values.get(name));
    };
  }

  /** The text of a mount's value: a record of comma-separated fields. */
  static String text(Mount mount) {
    StringBuilder text = new StringBuilder("type=").append(mount.type());
    for (String name : mount.names()) {
      boolean isSwitch = name.equals("ro") || name.equals("rw") || name.equals("required");
      mount.field(name).forEach(value -> append(isSwitch ? name : name + "=" + value, text));
    }
    return text.toString();
  }

  private static void append(String field, StringBuilder text) {
    text.append(',');
    if (field.indexOf(',') >= 0 || field.indexOf('"') >= 0) {
      text.append('"').append(field.replace("\"", "\"\"")).append('"');
    } else {
      text.append(field);
    }
  }
}
