package dev.drydock.fleet;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a transform makes of a fleet. Nothing is kept: each of these methods reads the files, and the answers are as
 * the files are at that time.
 *
 * <p>An answer is for all files: where one cannot be read, or a directory cannot be searched, an {@link
 * java.io.UncheckedIOException} says so when the others are done. To go on without them, {@link #visit} them with a
 * {@link CacheUses}, {@link PackageRequests} or {@link LeftAloneCount}, and be told by {@link FleetVisitor#failed}.
 */
public final class FleetRefit {

  private final Fleet fleet;
  private final Function<? super FleetFile, ? extends Transform> transforms;

  FleetRefit(Fleet fleet, Function<? super FleetFile, ? extends Transform> transforms) {
    this.fleet = fleet;
    this.transforms = transforms;
  }

  /** Visits each file with its rewrite. */
  public void visit(FleetVisitor visitor) {
    FleetReader.visit(fleet, transforms, Objects.requireNonNull(visitor, "visitor"));
  }

  /**
   * Tells the visitor of a Dockerfile that somebody else read, such as one from standard input, as if it lay at this path.
   * What the transform or the visitor throws is thrown.
   */
  public void visit(FleetFile file, Dockerfile dockerfile, FleetVisitor visitor) {
    Objects.requireNonNull(dockerfile, "dockerfile");
    Objects.requireNonNull(visitor, "visitor");
    FleetReader.outcome(Objects.requireNonNull(file, "file"), dockerfile, transforms.apply(file), fleet.isForced(), visitor::prepare)
        .accept(visitor);
  }

  /**
   * The caches that the files mount after the rewrite, that with the most files first.
   *
   * @throws java.io.UncheckedIOException where a file cannot be read
   */
  public Seq<SharedCache> caches() {
    CacheUses uses = new CacheUses();
    visitAll(uses::add);
    return uses.caches();
  }

  /**
   * The packages that the files ask for by name, by package manager.
   *
   * @throws java.io.UncheckedIOException where a file cannot be read
   */
  public Seq<RequestedPackages> packages() {
    PackageRequests requests = new PackageRequests();
    visitAll(requests);
    return requests.packages();
  }

  /**
   * What was left alone, by what would settle it, the most frequent first.
   *
   * @throws java.io.UncheckedIOException where a file cannot be read
   */
  public Seq<LeftAlone> leftAlone() {
    LeftAloneCount count = new LeftAloneCount();
    visitAll(count);
    return count.groups();
  }

  /**
   * Writes the files that change, each all at once or not at all.
   *
   * @return those that were written
   * @throws java.io.UncheckedIOException where a file cannot be read or written, or was edited since it was read; all others
   *     are written
   */
  public Seq<FleetFile> write() {
    java.util.List<FleetFile> written = new java.util.ArrayList<>();
    visitAll(
        (file, rewrite) -> {
          if (rewrite.changed()) {
            file.write(rewrite);
            written.add(file);
          }
        });
    return io.vavr.collection.List.ofAll(written);
  }

  private void visitAll(FleetVisitor visitor) {
    Failures failures = new Failures();
    visit(failures.keptFor(visitor));
    failures.throwIfAny();
  }

  /** The fleet; what a file becomes is said by {@link #visit}. */
  @Override
  public String toString() {
    return "refit of " + fleet;
  }
}
