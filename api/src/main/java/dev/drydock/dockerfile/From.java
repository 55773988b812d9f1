package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * {@code FROM [--platform=…] image [AS name]}: begins a stage.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseFrom}.
 */
public final class From extends Instruction {

  From(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.FROM;
  }

  /** {@code FROM image}. */
  public static From image(String image) {
    return Detached.one(From.class, "FROM " + image + "\n");
  }

  /** The image or the earlier stage that it names, as written. */
  public ImageReference image() {
    return ImageReference.parse(argument(0));
  }

  /** The name of the stage, lower-cased as BuildKit does. */
  public Option<String> name() {
    return parts().arguments.size() == 3
        ? Option.some(argument(2).toLowerCase(Locale.ROOT))
        : Option.none();
  }

  /** The platform, as written. */
  public Option<String> platform() {
    return flag("platform");
  }

  /** The same stage from another image. */
  public From withImage(String image) {
    if (parts().arguments.isEmpty()) {
      throw new IllegalArgumentException("no image to replace in: " + text().strip());
    }
    return (From) spliced(parts().arguments.head().span(), image);
  }
}
