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
  abstract void annotation(RepositoryPath path, Annotation annotation);

  @Override
  public final void rewrite(FleetFile file, Rewrite rewrite) {
    RepositoryPath path = RepositoryPath.of(file);
    Annotations.of(path, rewrite, note -> levels.of(file, note)).forEach(each -> annotation(path, each));
  }

  @Override
  public final void refused(FleetFile file, Dockerfile dockerfile, String reason) {
    RepositoryPath path = RepositoryPath.of(file);
    Annotations.of(path, dockerfile).forEach(each -> annotation(path, each));
  }

  @Override
  public final void shared(Place place, String rule, String reason) {
    RepositoryPath path = RepositoryPath.of(place.file());
    annotation(path, Annotations.of(path, place.line(), rule, reason));
  }
}
