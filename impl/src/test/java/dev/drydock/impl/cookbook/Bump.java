package dev.drydock.impl.cookbook;

import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.dockerfile.Stage;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another version of a base image, where FROM says it and where a build argument does. */
record Bump(String repository, Pattern version, String next) {

  static Transform bumped(String repository, String version, String next) {
    Pattern whole = Pattern.compile("(?<![\\w.])" + Pattern.quote(version) + "(?![\\w.])");
    Bump bump = new Bump(repository, whole, Matcher.quoteReplacement(next));
    return Transform.eachBaseImage((from, image) ->
        bump.isDue(image) && from.image().tag().exists(bump::says)
            ? Edit.replace(from.withImage(from.image().withTag(bump.made(from.image().tag().get()))))
                .because("acme/bumped", image, "is the version to use")
            : Edit.keep())
        .andThen(Transform.edits(bump::arguments));
  }

  private boolean says(String text) {
    return version.matcher(text).find();
  }

  private String made(String text) {
    return version.matcher(text).replaceAll(next);
  }

  private boolean isDue(ImageReference image) {
    return image.path().equals(repository) && image.tag().exists(this::says);
  }

  /** The build arguments before the first FROM that choose the image. */
  private Vector<Edit> arguments(Dockerfile file) {
    return file.constructs().takeWhile(construct -> file.stage(construct).isEmpty())
        .filter(Arg.class::isInstance)
        .filter(arg -> says(arg.text()))
        .map(arg -> argument(file, (Arg) arg).at(arg));
  }

  private Edit argument(Dockerfile file, Arg arg) {
    Arg changed = (Arg) arg.withText(made(arg.text()));
    Vector<Stage> after = file.replace(arg, changed).stages();
    Vector<Stage> others = file.stages().filter(stage -> !stage.base().equals(after.get(stage.number()).base()));
    if (others.isEmpty()) {
      return Edit.keep();
    }
    return others.forAll(stage -> isDue(stage.base()))
        ? Edit.replace(changed).because("acme/bumped", arg.text().strip(), "is the version to use")
        : Edit.keep().because("acme/bumped", arg.text().strip(), "it also chooses an image that is not to change");
  }
}
