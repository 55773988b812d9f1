package dev.drydock.impl.check;

import java.util.Map;
import java.util.TreeMap;

/** A {@code --mount} flag, taken apart at commas. */
record MountText(String flag, Map<String, String> values) {

  static MountText of(String flag) {
    Map<String, String> values = new TreeMap<>();
    for (String field : flag.substring("--mount=".length()).replaceAll("[\"']", "").split(",", -1)) {
      int equals = field.indexOf('=');
      values.put(equals < 0 ? field : field.substring(0, equals), equals < 0 ? "" : field.substring(equals + 1));
    }
    return new MountText(flag, values);
  }

  String type() {
    return values.getOrDefault("type", "bind");
  }

  boolean isCache() {
    return type().equals("cache");
  }

  String target() {
    String target =
        values.getOrDefault("target", values.getOrDefault("dst", values.getOrDefault("destination", "")));
    return target.length() > 1 && target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
  }

  /** Whether the two are the same mount, which others may share in another way. */
  boolean isButForSharing(MountText other) {
    return withoutSharing().equals(other.withoutSharing());
  }

  private Map<String, String> withoutSharing() {
    Map<String, String> rest = new TreeMap<>(values);
    rest.remove("sharing");
    return rest;
  }

  boolean isFor(String tool) {
    return isCache() && (target().endsWith("/" + tool) || target().contains("/" + tool + "/"));
  }

  /** Whether one of two directories is the other or lies in it. */
  static boolean touch(String one, String other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && ((one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/"));
  }
}
