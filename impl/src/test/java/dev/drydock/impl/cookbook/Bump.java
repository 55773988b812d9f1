package dev.drydock.impl.cookbook;

import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.dockerfile.Stage;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another version of a base image, where FROM says it and where a build argument does. */
final class Bump {

  private Bump() {}

  static Transform bumped(String repository, String version, String next) {
    Pattern whole = Pattern.compile("(?<![\\w.])" + Pattern.quote(version) + "(?![\\w.])");
    UnaryOperator<String> bump = text -> whole.matcher(text).replaceAll(Matcher.quoteReplacement(next));
    Predicate<ImageReference> due = image -> image.path().equals(repository) && image.tag().exists(whole.asPredicate());
    return Transform.sequence(
        Transform.eachBaseImage((from, image) -> due.test(image) && from.image().tag().exists(whole.asPredicate())
            ? Edit.replace(from.withImage(from.image().withTag(bump.apply(from.image().tag().get()))))
                .because("acme/bumped", image, "is not the version to use")
            : Edit.keep()),
        Transform.edits(file -> file.all(Arg.class).filter(arg -> file.stage(arg).isEmpty()).map(arg -> {
          Arg changed = (Arg) arg.withText(bump.apply(arg.text()));
          Vector<Stage> after = file.replace(arg, changed).stages();
          Vector<ImageReference> moved = file.stages().zip(after).map(pair -> pair.map(Stage::base, Stage::base))
              .filter(bases -> !bases._1.equals(bases._2)).map(bases -> bases._1);
          return (moved.isEmpty() ? Edit.keep()
              : moved.forAll(due) ? Edit.replace(changed).because("acme/bumped", arg.text().strip(), "is not the version to use")
              : Edit.keep().because("acme/bumped", arg.text().strip(), "it also chooses an image that is not to change")).at(arg);
        })));
  }
}
