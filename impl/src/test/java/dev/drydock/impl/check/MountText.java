package dev.drydock.impl.check;

import java.util.Map;
import java.util.TreeMap;

/** A {@code --mount} flag, taken apart at commas. */
public record MountText(String flag, Map<String, String> values) {

  /** Of the flag as it is written. */
  public static MountText of(String flag) {
    Map<String, String> values = new TreeMap<>();
    for (String field : flag.substring("--mount=".length()).replaceAll("[\"']", "").split(",", -1)) {
      int equals = field.indexOf('=');
      values.put(equals < 0 ? field : field.substring(0, equals), equals < 0 ? "" : field.substring(equals + 1));
    }
    return new MountText(flag, values);
  }

  /** What is mounted: {@code bind} where the flag does not say. */
  public String type() {
    return values.getOrDefault("type", "bind");
  }

  /** Whether it is a cache. */
  public boolean isCache() {
    return type().equals("cache");
  }

  /** The directory in the container, without a slash at its end. */
  public String target() {
    String target =
        values.getOrDefault("target", values.getOrDefault("dst", values.getOrDefault("destination", "")));
    return target.length() > 1 && target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
  }

  /** Whether the two are the same mount, which others may share in another way. */
  public boolean isButForSharing(MountText other) {
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
  public static boolean touch(String one, String other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && ((one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/"));
  }
}
