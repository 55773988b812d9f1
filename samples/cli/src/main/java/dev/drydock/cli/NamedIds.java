package dev.drydock.cli;

import dev.drydock.caching.CacheIds;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** The policies for cache ids by name; the prefix is given behind an equals sign. */
final class NamedIds {

  private static final String PREFIX = "prefix=";

  private NamedIds() {}

  /** The names that there are. */
  static Seq<String> names() {
    return List.of("release", "platform", "target", PREFIX + "NAME");
  }

  /**
   * The policy of this name.
   *
   * @throws IllegalArgumentException where the prefix cannot stand in an id
   */
  static Option<CacheIds> named(String name) {
    if (name.startsWith(PREFIX)) {
      return Option.some(CacheIds.prefixed(name.substring(PREFIX.length())));
    }
    return switch (name) {
      case "release" -> Option.some(CacheIds.byRelease());
      case "target" -> Option.some(CacheIds.explicit());
      case "platform" -> Option.some(CacheIds.byPlatform());
      default -> Option.none();
    };
  }
}
