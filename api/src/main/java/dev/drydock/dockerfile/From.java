package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code FROM [--platform=…] image [AS name]}: begins a stage.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseFrom}.
 */
public final class From extends Instruction {

  private static final Pattern STAGE_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-_.]*");
  private static final String STAGE = "a stage's name: a letter, then letters, digits, -, _ and .";

  From(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.FROM;
  }

  /**
   * {@code FROM image}: an image, or the name of an earlier stage; variables are those of ARGs before the first FROM.
   *
   * @throws IllegalArgumentException where it is no word
   */
  public static From of(String image) {
    return InstructionWriter.words(From.class, "FROM", Vector.of(imageWord(image)));
  }

  /** {@code FROM image}. */
  public static From of(ImageReference image) {
    return of(Given.notNull(image, "image").text());
  }

  private static String imageWord(String image) {
    Words.word(image, "image", "an image or a stage, such as python:3.12-slim");
    if (image.startsWith("--")) {
      throw Given.refused("image", "an image or a stage, which does not begin as a flag does", image);
    }
    return image;
  }

  /** The image or the earlier stage that it names, as written. */
  public ImageReference image() {
    return ImageReference.parse(imageText());
  }

  /** The image as written, which is the text of its reference. */
  String imageText() {
    return argument(0);
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
   * {@code FROM image AS name}: with this name, or with another one than it has.
   *
   * @throws IllegalArgumentException where it is no name of a stage, or this has no image
   */
  public From as(String name) {
    Words.word(name, "name", STAGE);
    if (!STAGE_NAME.matcher(name).matches()) {
      throw Given.refused("name", STAGE, name);
    }
    Vector<String> arguments = arguments();
    if (arguments.size() != 1 && arguments.size() != 3) {
      throw Given.refused("name", "a FROM with an image to name", text().strip());
    }
    Span last = parts().argumentSpan(arguments.size() - 1);
    Span place = arguments.size() == 3 ? last : new Span(last.end(), last.end());
    return (From) spliced(place, arguments.size() == 3 ? name : " AS " + name);
  }

  /** With {@code --platform}: {@code os/architecture[/variant]}, such as {@code linux/arm64}, or a variable. */
  public From platform(String platform) {
    Words.word(platform, "platform", "os/architecture[/variant], such as linux/arm64, or a variable");
    return (From) withFlag("platform", Words.flag(platform, "platform", "os/architecture"));
  }

  /**
   * The same stage from another image.
   *
   * @throws IllegalArgumentException where it is no word, or this has no image
   */
  public From withImage(String image) {
    imageWord(image);
    if (arguments().isEmpty()) {
      throw Given.refused("image", "a FROM with an image to replace", text().strip());
    }
    return (From) spliced(parts().argumentSpan(0), image);
  }

  /** The same stage from another image: {@code from.withImage(from.image().withTag("3.13-slim"))}. */
  public From withImage(ImageReference image) {
    return withImage(Given.notNull(image, "image").text());
  }
}
