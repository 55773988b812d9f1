package dev.drydock.caching;

import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Vector;

/** What names the platform that the RUNs of a stage run on: that of the FROM that its lineage begins with. */
final class PlatformId {

  private static final String TARGET = "$TARGETARCH$TARGETVARIANT";
  private static final String BUILD = "$BUILDARCH$BUILDVARIANT";

  private PlatformId() {}

  static String of(Stage stage) {
    String platform = stage.lineage().head().from().platform().getOrElse("");
    return switch (platform) {
      case "", "$TARGETPLATFORM", "${TARGETPLATFORM}" -> TARGET;
      case "$BUILDPLATFORM", "${BUILDPLATFORM}" -> BUILD;
      default -> {
        Vector<String> parts = Vector.of(platform.split("/", -1));
        yield CacheId.escaped((parts.size() > 1 ? parts.tail() : parts).mkString());
      }
    };
  }
}
