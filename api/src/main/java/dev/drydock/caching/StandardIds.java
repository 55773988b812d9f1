package dev.drydock.caching;

import dev.drydock.dockerfile.Stage;
import io.vavr.control.Option;

/** The policies that need nothing to be said: {@link CacheIds} says what each gives. */
enum StandardIds implements CacheIds {
  BY_TARGET("byTarget()") {
    @Override
    Option<String> name(Stage stage) {
      return Option.none();
    }
  },
  EXPLICIT("explicit()") {
    @Override
    Option<String> name(Stage stage) {
      return Option.none();
    }

    @Override
    public Option<String> id(String target, Stage stage) {
      return Option.some(target);
    }
  },
  BY_RELEASE("byRelease()") {
    @Override
    Option<String> name(Stage stage) {
      return Option.some(ReleaseId.of(stage));
    }
  },
  BY_PLATFORM("byPlatform()") {
    @Override
    Option<String> name(Stage stage) {
      return Option.some(PlatformId.of(stage));
    }
  };

  private final String call;

  StandardIds(String call) {
    this.call = call;
  }

  /** What stands before the target. */
  abstract Option<String> name(Stage stage);

  @Override
  public Option<String> id(String target, Stage stage) {
    return name(stage).map(name -> target.startsWith("/") ? name + target : name + "/" + target);
  }

  /** The call that gives it. */
  @Override
  public String toString() {
    return call;
  }
}
