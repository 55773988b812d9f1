package dev.drydock.fleet;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a transform makes of a fleet. Nothing is kept: each of these methods reads the files, and the answers are as
 * the files are at that time.
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

  /** Tells the visitor of a Dockerfile that somebody else read, such as one from standard input, as if it lay at this path. */
  public void visit(FleetFile file, Dockerfile dockerfile, FleetVisitor visitor) {
    Objects.requireNonNull(dockerfile, "dockerfile");
    Objects.requireNonNull(visitor, "visitor");
    FleetReader.outcome(Objects.requireNonNull(file, "file"), dockerfile, transforms.apply(file), fleet.isForced(), visitor)
        .accept(visitor);
  }

  /** The caches that the files mount after the rewrite, that with the most files first. */
  public Seq<SharedCache> caches() {
    CacheUses uses = new CacheUses();
    visit(uses::add);
    return uses.caches();
  }

  /** The packages that the files ask for by name, by package manager. */
  public Seq<RequestedPackages> packages() {
    PackageRequests requests = new PackageRequests();
    visit(requests);
    return requests.packages();
  }

  /** What was left alone, by what would settle it, the most frequent first. */
  public Seq<LeftAlone> leftAlone() {
    LeftAloneCount count = new LeftAloneCount();
    visit(count);
    return count.groups();
  }

  /**
   * Writes the files that change, each all at once or not at all.
   *
   * @return those that were written
   * @throws java.io.UncheckedIOException where one cannot be written, or was edited since it was read; those before it are
   *     written
   */
  public Seq<FleetFile> write() {
    java.util.List<FleetFile> written = new java.util.ArrayList<>();
    visit(
        (file, rewrite) -> {
          if (rewrite.changed()) {
            file.write(rewrite);
            written.add(file);
          }
        });
    return io.vavr.collection.List.ofAll(written);
  }

  /** The fleet; what a file becomes is said by {@link #visit}. */
  @Override
  public String toString() {
    return "refit of " + fleet;
  }
}
