package dev.drydock.fleet;

import io.vavr.Lazy;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Path;

/** A path of a fleet: where a search begins, and from where files below it are named, which is looked up once for all. */
final class SearchRoot {

  private final Path path;
  private final Lazy<Seq<Path>> bases = Lazy.of(this::findBases);

  SearchRoot(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** The top of the repository, the working directory, and the path itself, without links: paths begin at the first that holds them. */
  private Seq<Path> findBases() {
    Path real = FleetFile.real(path);
    return List.ofAll(FleetFile.repository(real)).append(FleetFile.real(Path.of(""))).append(real);
  }

  /** The path of a file for programs that look at the whole repository. */
  Path relativize(Path real) {
    return bases.get()
        .find(base -> real.startsWith(base) && !real.equals(base))
        .map(base -> base.relativize(real))
        .getOrElse(() -> real.getFileName() == null ? real : real.getFileName());
  }
}
