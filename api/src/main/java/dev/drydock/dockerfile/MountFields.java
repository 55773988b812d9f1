package dev.drydock.dockerfile;

import dev.drydock.dockerfile.ImmutableBindMount;
import dev.drydock.dockerfile.ImmutableCacheMount;
import dev.drydock.dockerfile.ImmutableSecretMount;
import dev.drydock.dockerfile.ImmutableSshMount;
import dev.drydock.dockerfile.ImmutableTmpfsMount;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one mount value under one name each, then makes the mount of its type. */
final class MountFields {

  private static final Map<String, String> SYNONYMS =
      Map.of(
          "src", "source", "dst", "target", "destination", "target", "ro", "readonly", "rw", "readwrite");

  /** The fields that count as true where they have no value. */
  private static final Set<String> SWITCHES = Set.of("readonly", "readwrite", "required");

  private final Map<String, String> values = new HashMap<>();
  private boolean failed;

  void put(String key, @Nullable String value) {
    String name = SYNONYMS.getOrDefault(key, key);
    failed |= value == null && !SWITCHES.contains(name);
    String given = value == null ? "true" : value;
    if (name.equals("readwrite")) {
      values.put("readonly", given.equals("true") ? "false" : "true");
    } else {
      values.put(name, given);
    }
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
      case "bind" ->
          Option.some(
              ImmutableBindMount.builder()
                  .target(value("target"))
                  .source(value("source"))
                  .from(value("from"))
                  .readOnly(!"false".equals(values.get("readonly")))
                  .build());
      case "cache" ->
          Option.some(
              ImmutableCacheMount.builder()
                  .target(value("target"))
                  .id(value("id"))
                  .sharing(value("sharing").map(s -> s.toLowerCase(Locale.ROOT)))
                  .from(value("from"))
                  .source(value("source"))
                  .readOnly("true".equals(values.get("readonly")))
                  .mode(value("mode"))
                  .uid(value("uid"))
                  .gid(value("gid"))
                  .build());
      case "tmpfs" ->
          Option.some(
              ImmutableTmpfsMount.builder().target(value("target")).size(value("size")).build());
      case "secret" ->
          Option.some(
              ImmutableSecretMount.builder()
                  .target(value("target"))
                  .source(value("source"))
                  .id(value("id"))
                  .env(value("env"))
                  .required("true".equals(values.get("required")))
                  .mode(value("mode"))
                  .uid(value("uid"))
                  .gid(value("gid"))
                  .build());
      case "ssh" ->
          Option.some(
              ImmutableSshMount.builder()
                  .target(value("target"))
                  .id(value("id"))
                  .required("true".equals(values.get("required")))
                  .mode(value("mode"))
                  .uid(value("uid"))
                  .gid(value("gid"))
                  .build());
      default -> Option.none();
    };
  }

  private Option<String> value(String name) {
    return Option.of(values.get(name));
  }

  /** One value's text from its fields, in the order they are given. */
  static final class Writer {

    private final StringBuilder text;

    Writer(String type) {
      text = new StringBuilder("type=").append(type);
    }

    Writer field(String key, Option<String> value) {
      value.forEach(given -> append(key + "=" + given));
      return this;
    }

    Writer flag(String key, boolean set) {
      if (set) {
        append(key);
      }
      return this;
    }

    private void append(String field) {
      text.append(',');
      if (field.indexOf(',') >= 0 || field.indexOf('"') >= 0) {
        text.append('"').append(field.replace("\"", "\"\"")).append('"');
      } else {
        text.append(field);
      }
    }

    /** The value as a word of the RUN line: in single quotes where it holds what would end or change it. */
    @Override
    public String toString() {
      String value = text.toString();
      boolean plain = value.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '\'' || c == '\\' || c == '`');
      return plain ? value : "'" + value + "'";
    }
  }
}
