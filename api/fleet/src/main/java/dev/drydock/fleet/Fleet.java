package dev.drydock.fleet;

import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Function;

/**
 * The Dockerfiles below some paths: where to look, and what to leave out. Nothing is read before somebody visits it,
 * and each visit looks anew.
 *
 * <p>A directory is searched for {@code Dockerfile}, {@code Dockerfile.*}, {@code Dockerfile-*}, {@code Dockerfile_*} and
 * {@code *.Dockerfile}, the same with {@code Containerfile}, in upper or lower case; not for templates and copies such
 * as {@code Dockerfile.j2} and {@code Dockerfile.orig}. A file that is named is taken whatever its name.
 */
public final class Fleet {

  private final Seq<Path> paths;
  private final Seq<Ignore> ignoring;
  private final Seq<String> without;
  private final Seq<PathPatterns> alsoWithout;
  private final Seq<String> with;
  private final boolean forced;

  private Fleet(
      Seq<Path> paths,
      Seq<Ignore> ignoring,
      Seq<String> without,
      Seq<PathPatterns> alsoWithout,
      Seq<String> with,
      boolean forced) {
    this.paths = paths;
    this.ignoring = ignoring;
    this.without = without;
    this.alsoWithout = alsoWithout;
    this.with = with;
    this.forced = forced;
  }

  /** The Dockerfiles below a directory, or one file; what the files of these kinds ignore is left out. */
  public static Fleet under(Path path, Ignore... ignoring) {
    return of(List.of(Objects.requireNonNull(path, "path")), ignoring);
  }

  /** Those below several directories, and several files. */
  public static Fleet of(Iterable<Path> paths, Ignore... ignoring) {
    return new Fleet(
        List.ofAll(Objects.requireNonNull(paths, "paths")), List.of(ignoring), List.empty(), List.empty(), List.empty(), false);
  }

  /**
   * Without files and directories of these patterns, written as in a {@code .gitignore} at each path. They are asked before
   * the ignore files, so that one with an exclamation mark takes in what those leave out.
   */
  public Fleet excluding(Iterable<String> patterns) {
    return new Fleet(paths, ignoring, without.appendAll(patterns), alsoWithout, with, forced);
  }

  /** Without files and directories of these patterns, which are of a directory of their own. */
  public Fleet excluding(PathPatterns patterns) {
    Objects.requireNonNull(patterns, "patterns");
    return new Fleet(paths, ignoring, without, alsoWithout.append(patterns), with, forced);
  }

  /** Also files of these patterns, written as in a {@code .gitignore} at each path, whatever their names say. */
  public Fleet including(Iterable<String> patterns) {
    return new Fleet(paths, ignoring, without, alsoWithout, with.appendAll(patterns), forced);
  }

  /** Also files that BuildKit would refuse: what in them can be read is rewritten. */
  public Fleet forced() {
    return new Fleet(paths, ignoring, without, alsoWithout, with, true);
  }

  Seq<Path> paths() {
    return paths;
  }

  Seq<Ignore> ignoring() {
    return ignoring;
  }

  Seq<String> without() {
    return without;
  }

  boolean excludes(Path real, boolean isDirectory) {
    return alsoWithout.exists(patterns -> patterns.matchEntry(real, isDirectory));
  }

  Seq<String> with() {
    return with;
  }

  boolean isForced() {
    return forced;
  }

  /**
   * The files that are found, sorted by name within each path; none is read.
   *
   * @throws java.io.UncheckedIOException where a directory cannot be searched, or a path is no regular file
   */
  public Seq<FleetFile> files() {
    java.util.List<FleetFile> files = new ArrayList<>();
    Failures failures = new Failures();
    new Search(
            this,
            new Search.Listener() {
              @Override
              public void found(FleetFile file) {
                files.add(file);
              }

              @Override
              public void failed(FleetFile file, String reason) {
                failures.add(reason);
              }
            })
        .run();
    failures.throwIfAny();
    return List.ofAll(files);
  }

  /** What a transform makes of each file. */
  public FleetRefit refit(Transform transform) {
    Objects.requireNonNull(transform, "transform");
    return refitEach(file -> transform);
  }

  /**
   * What the transform that is chosen for each file makes of it. Where the function throws, or gives null, {@link
   * FleetVisitor#failed} is told of that file.
   */
  public FleetRefit refitEach(Function<? super FleetFile, ? extends Transform> transforms) {
    return new FleetRefit(this, Objects.requireNonNull(transforms, "transforms"));
  }

  /** Visits each file as it is: each comes as the rewrite that changes nothing. */
  public void visit(FleetVisitor visitor) {
    FleetReader.visit(this, file -> Rewrite::unchanged, Objects.requireNonNull(visitor, "visitor"));
  }

  /** The paths. */
  @Override
  public String toString() {
    return paths.mkString("Dockerfiles below ", ", ", "");
  }
}
