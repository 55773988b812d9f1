package dev.drydock.caching;

import dev.drydock.dockerfile.ImageReference;
import dev.drydock.dockerfile.Stage;
import java.util.regex.Pattern;

/** What names the release that a stage is built on, such that two that are known to be different have two names. */
final class ReleaseId {

  private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^}]*}|\\w+)");

  private ReleaseId() {}

  static String of(Stage stage) {
    ImageReference written = stage.lineage().head().from().image();
    boolean parentChosen = stage.lineage().tail().exists(later -> later.from().image().hasVariables());
    if (!parentChosen) {
      ImageReference literal = ImageReference.parse(VARIABLE.matcher(written.text()).replaceAll("?"));
      Distribution told = Distribution.of(literal).getOrNull();
      if (told != null && told.release().isDefined()) {
        return name(told);
      }
    }
    boolean chosen = parentChosen || written.hasVariables();
    return chosen ? "by-argument/" + named(stage.rootImage()) : named(written);
  }

  private static String named(ImageReference image) {
    return Distribution.of(image)
        .filter(told -> told.release().isDefined() && !image.hasVariables())
        .map(ReleaseId::name)
        .getOrElse(() -> CacheId.escaped(image.text()));
  }

  private static String name(Distribution distribution) {
    return distribution.family() + "-" + distribution.release().get();
  }
}
