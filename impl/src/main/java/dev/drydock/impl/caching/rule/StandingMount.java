package dev.drydock.impl.caching.rule;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Mount;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.MountPoint;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * A cache mount that a file has, with the package manager whose cache it holds, or which it seems to be meant for.
 *
 * @param path where it is mounted; none where that is not known
 * @param caches the package manager's directories that it is for, at least one
 * @param holds whether it holds them, as far as calls of the RUN show: else it is only named like them
 */
public record StandingMount(
    FileFacts file,
    RunFacts run,
    Flag flag,
    CacheMount mount,
    Option<String> path,
    PackageManager manager,
    Vector<CacheDirectory> caches,
    boolean holds) {

  /** Those of a RUN, in the order of its flags. */
  public static Vector<StandingMount> of(FileFacts file, RunFacts run, Seq<PackageManager> managers) {
    return run.run().mountFlags().flatMap(flag -> of(file, run, flag, managers));
  }

  private static Option<StandingMount> of(FileFacts file, RunFacts run, Flag flag, Seq<PackageManager> managers) {
    Option<CacheMount> cache =
        flag.value()
            .flatMap(Mount::parse)
            .filter(CacheMount.class::isInstance)
            .map(CacheMount.class::cast)
            .filter(mount -> mount.from().isEmpty());
    return cache.flatMap(
        mount -> {
          Option<String> path = MountPoint.of(mount, run.scope()).map(MountPoint::path);
          Seq<PackageManager> called = managers.filter(manager -> run.calls(manager).nonEmpty());
          return first(called, manager -> held(file, run, manager, path))
              .map(found -> new StandingMount(file, run, flag, mount, path, found.manager, found.caches, true))
              .orElse(
                  () ->
                      first(called.appendAll(managers), manager -> namedLike(manager, mount, path))
                          .map(found -> new StandingMount(file, run, flag, mount, path, found.manager, found.caches, false)));
        });
  }

  /** A package manager, and some of its directories. */
  private record Found(PackageManager manager, Vector<CacheDirectory> caches) {}

  private static Option<Found> first(
      Seq<PackageManager> managers, Function<PackageManager, Vector<CacheDirectory>> caches) {
    return managers
        .toStream()
        .map(manager -> new Found(manager, caches.apply(manager)))
        .find(found -> found.caches.nonEmpty());
  }

  /** The directories that a mount holds, or that it is a part of, as the calls of the RUN use them. */
  private static Vector<CacheDirectory> held(FileFacts file, RunFacts run, PackageManager manager, Option<String> path) {
    return path.isEmpty()
        ? Vector.empty()
        : manager
            .caches()
            .filter(
                cache ->
                    run.calls(manager)
                        .flatMap(call -> CacheLocation.of(file, run, call, cache).toOption())
                        .exists(location -> overlap(location.path(), path.get())));
  }

  /** The directories that a mount is for by its name, wherever they lie in the RUN. */
  private static Vector<CacheDirectory> namedLike(PackageManager manager, CacheMount mount, Option<String> path) {
    return manager.cachesNamedLike(Paths.clean(path.orElse(mount.target()).getOrElse("")));
  }

  private static boolean overlap(String one, String other) {
    return Paths.within(one, other) || Paths.within(other, one);
  }

  /** Where the RUN's downloads have these caches, as far as that is known. */
  Vector<CacheLocation> locations() {
    return run.calls(manager)
        .filter(PackageCall::downloads)
        .flatMap(call -> caches.flatMap(cache -> CacheLocation.of(file, run, call, cache).toOption()))
        .distinctBy(CacheLocation::path);
  }

  /** The same with another mount in its place. */
  public StandingMount with(CacheMount other) {
    Option<String> there = MountPoint.of(other, run.scope()).map(MountPoint::path);
    return new StandingMount(file, run, flag, other, there, manager, caches, holds);
  }

  /** Whether the mount is as the file has it. */
  public boolean isWritten() {
    return flag.value().flatMap(Mount::parse).contains(mount);
  }

  /** What a note about it names. */
  public String subject() {
    return flag.value().getOrElse("");
  }
}
