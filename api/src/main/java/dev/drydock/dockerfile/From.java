package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
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
    return Written.words(From.class, "FROM", Vector.of(image));
  }

  /** The image or the earlier stage that it names, as written. */
  public ImageReference image() {
    return ImageReference.parse(argument(0));
  }

  /** The name of the stage, lower-cased as BuildKit does. */
  public Option<String> name() {
    return arguments().size() == 3
        ? Option.some(argument(2).toLowerCase(Locale.ROOT))
        : Option.none();
  }

  /** The platform, as written. */
  public Option<String> platform() {
    return flag("platform");
  }

  /**
   * With this name, or with another one than it has.
   *
   * @throws IllegalArgumentException where it has no image, or the name has a blank in it
   */
  public From withName(String name) {
    Vector<String> arguments = arguments();
    if (arguments.size() != 1 && arguments.size() != 3) {
      throw new IllegalArgumentException("no image to name in: " + text().strip());
    }
    Span last = parts().argumentSpan(arguments.size() - 1);
    Span place = arguments.size() == 3 ? last : new Span(last.end(), last.end());
    From made = (From) spliced(place, arguments.size() == 3 ? name : " AS " + name);
    if (name.indexOf('\n') >= 0 || !made.arguments().take(1).append("AS").append(name).equals(made.arguments().update(1, "AS"))) {
      throw new IllegalArgumentException("no name of a stage: " + name);
    }
    return made;
  }

  /** With {@code --platform}: {@code os/architecture[/variant]}, such as {@code linux/arm64}, or a variable. */
  public From withPlatform(String platform) {
    return (From) withFlag("platform", platform);
  }

  /** The same stage from another image. */
  public From withImage(String image) {
    if (arguments().isEmpty()) {
      throw new IllegalArgumentException("no image to replace in: " + text().strip());
    }
    return (From) spliced(parts().argumentSpan(0), image);
  }
}
