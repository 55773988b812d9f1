package dev.drydock.caching;

import dev.drydock.dockerfile.Stage;
import io.vavr.control.Option;

/** The policies that need nothing to be said: {@link CacheIds} says what each gives. */
final class StandardIds {

  private StandardIds() {}

  private static String joined(String name, String target) {
    return target.startsWith("/") ? name + target : name + "/" + target;
  }

  record ByTarget() implements CacheIds {

    @Override
    public Option<String> id(String target, Stage stage) {
      return Option.none();
    }

    @Override
    public String toString() {
      return "byTarget()";
    }
  }

  record ByRelease() implements CacheIds {

    @Override
    public Option<String> id(String target, Stage stage) {
      return Option.some(joined(ReleaseId.of(stage), target));
    }

    @Override
    public String toString() {
      return "byRelease()";
    }
  }

  record ByPlatform() implements CacheIds {

    @Override
    public Option<String> id(String target, Stage stage) {
      return Option.some(joined(PlatformId.of(stage), target));
    }

    @Override
    public String toString() {
      return "byPlatform()";
    }
  }
}
