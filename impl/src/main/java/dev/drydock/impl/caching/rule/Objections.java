package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;

/** The rules that may decline a mount, in the order in which they are asked: the first that has a reason gives it. */
public final class Objections {

  private static final AlreadyMounted ALREADY_MOUNTED = new AlreadyMounted();
  private static final Occupied OCCUPIED = new Occupied();
  private static final OldFrontend OLD_FRONTEND = new OldFrontend();
  private static final Concealed CONCEALED = new Concealed();
  private static final UnreadCall UNREAD_CALL = new UnreadCall();
  private static final BuildSettings BUILD_SETTINGS = new BuildSettings();
  private static final PackageLists PACKAGE_LISTS = new PackageLists();
  private static final Content CONTENT = new Content();
  private static final RefusedSetting REFUSED_SETTING = new RefusedSetting();

  /** Those against any mount of a package manager's in a RUN. */
  private static final List<RunObjection> TO_RUN =
      List.of(
          new NoDownload(),
          PACKAGE_LISTS,
          UNREAD_CALL,
          new AnotherApt(),
          new Windows(),
          OLD_FRONTEND,
          OCCUPIED,
          CONTENT,
          REFUSED_SETTING,
          new LocalSources(),
          BUILD_SETTINGS);

  /** Those against the mount of a cache that lies nobody knows where. */
  private static final List<LocationObjection> TO_LOCATION =
      List.of(BUILD_SETTINGS, new CacheUser(), new Relocated());

  /** Those that tell why no call was seen. */
  private static final List<CallObjection> TO_CALL =
      List.of(new NonPosixShell(), new Interpreter(), UNREAD_CALL);

  /** Those against the mount of one cache. */
  private static final List<CacheObjection> TO_CACHE =
      List.of(
          BUILD_SETTINGS,
          ALREADY_MOUNTED,
          OCCUPIED,
          OLD_FRONTEND,
          REFUSED_SETTING,
          PACKAGE_LISTS,
          new ForeignRepository(),
          CONTENT,
          new Reader(),
          new CacheUsedInPlace(Objections::to),
          new RunTime(),
          new RemovesMountPoint(),
          new CleanupHook(),
          new Parents(),
          new MountId());

  /** All of them, in order. */
  public static final Vector<Objection> ALL =
      Vector.<Objection>ofAll(TO_CALL)
          .append(CONCEALED)
          .appendAll(TO_RUN)
          .appendAll(TO_CACHE)
          .appendAll(TO_LOCATION)
          .distinct();

  private Objections() {}

  /** Why nothing of a package manager's is mounted in a RUN; none where the caches are to be looked at. */
  public static Option<Finding> to(Candidate candidate) {
    return first(TO_RUN, rule -> rule.to(candidate));
  }

  /** Why one cache is not mounted; none where it is. */
  public static Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    return first(TO_CACHE, rule -> rule.to(candidate, cache, before));
  }

  /** Why a cache is not mounted whose directory or owner cannot be told. */
  public static Option<Finding> to(CacheLocation.Unknown unknown) {
    return first(TO_LOCATION, rule -> rule.to(unknown));
  }

  /** Why no call of a package manager was seen in a RUN; none where it is no call that it is named for, or none is concealed. */
  public static Option<Finding> to(FileFacts file, RunFacts run, PackageManager manager) {
    Option<Finding> named = run.names(manager) ? first(TO_CALL, rule -> rule.to(run, manager)) : Option.none();
    return named.orElse(() -> CONCEALED.to(file, run, manager));
  }

  private static <R> Option<Finding> first(List<R> rules, Function<R, Option<Finding>> asked) {
    for (R rule : rules) {
      Option<Finding> finding = asked.apply(rule);
      if (finding.isDefined()) {
        return finding;
      }
    }
    return Option.none();
  }
}
