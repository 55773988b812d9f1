package dev.drydock.cli.format;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.Place;
import dev.drydock.transform.Rewrite;

/** A format of another tool, which knows places with a message and nothing else. */
abstract class AnnotationFormat implements Format {

  private final Levels levels;

  AnnotationFormat(Levels levels) {
    this.levels = levels;
  }

  /** Writes one. */
  abstract void annotation(FleetFile file, Annotation annotation);

  @Override
  public final void rewrite(FleetFile file, Rewrite rewrite) {
    Annotations.of(file, rewrite, levels).forEach(each -> annotation(file, each));
  }

  @Override
  public final void refused(FleetFile file, Dockerfile dockerfile, String reason) {
    Annotations.of(file, dockerfile).forEach(each -> annotation(file, each));
  }

  @Override
  public final void shared(Place place, String rule, String reason) {
    annotation(place.file(), Annotations.of(place, rule, reason));
  }
}
