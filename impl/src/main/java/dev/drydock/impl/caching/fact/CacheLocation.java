package dev.drydock.impl.caching.fact;

import dev.drydock.caching.Account;
import dev.drydock.caching.CacheDirectory;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Where a call of a package manager keeps its cache.
 *
 * @param path absolute and clean
 * @param owner whose directory it must be, where that is not root
 * @param home the owner's home directory, where the path lies in it
 * @param parent the directory that what moved the cache there takes for granted: a HOME, or the one that holds a directory
 *     that a variable names. With {@code PIP_CACHE_DIR=/opt/pip} it is {@code /opt}, which a mount would create where it is
 *     missing
 */
public record CacheLocation(
    CacheDirectory cache, String path, Option<Account> owner, Option<String> home, Option<String> parent) {

  /** Why a location is not known. */
  public enum Cause {
    /** The package manager's description wants a setting that is not there. */
    CONDITION,
    /** Whose cache it is cannot be told. */
    USER,
    /** Something moves the cache, and where to cannot be told. */
    MOVED
  }

  /** A location that is not known: why not, and what a note says of it. */
  public record Unknown(Cause cause, String subject, String reason) {}

  /** A path, and the directory that it takes for granted. */
  private record Path(String path, Option<String> parent) {

    static Path usual(String path) {
      return new Path(path, Option.none());
    }

    static Path below(String home, String path) {
      return new Path(home + path, Option.some(home));
    }

    /** Where a variable or an option says: the directory that holds it must be there. */
    static Path moved(CacheDirectory.Move move, String value) {
      return new Path(move.under(value), Option.some(Paths.parent(Paths.clean(value))));
    }
  }

  /** Whether apt's lists lie in it. */
  public boolean holdsAptLists() {
    return Paths.within(ImageDirectories.APT_LISTS, path);
  }

  /** The locations of the package manager's caches in a call, as far as they can be told. */
  public static Vector<CacheLocation> of(FileFacts file, RunFacts run, PackageCall call) {
    return call.manager().caches().flatMap(cache -> of(file, run, call, cache).toOption());
  }

  /**
   * The location of one of the package manager's caches in a call, or why it cannot be told. What the cache is mounted under
   * is not asked where somebody has mounted it already.
   */
  public static Either<Unknown, CacheLocation> of(FileFacts file, RunFacts run, PackageCall call, CacheDirectory cache) {
    boolean fixed = !cache.path().startsWith("~/") && cache.moves().isEmpty() && cache.places().isEmpty();
    Either<Unknown, CacheLocation> location = fixed ? fixed(run, call, cache) : movable(file, run, call, cache);
    Option<CacheDirectory.Condition> unmet =
        cache
            .condition()
            .filter(wanted -> !run.environment(call.command()).value(wanted.variable()).contains(wanted.value()))
            .filter(wanted -> !location.toOption().exists(known -> run.hasCacheAt(known.path())));
    return unmet.isDefined()
        ? Either.left(new Unknown(Cause.CONDITION, cache.path(), unmet.get().reason()))
        : location;
  }

  private static Either<Unknown, CacheLocation> fixed(RunFacts run, PackageCall call, CacheDirectory cache) {
    SimpleCommand command = call.command();
    boolean root = command.changesUser() ? command.user().contains("root") : run.mayBeRoot();
    return root
        ? Either.right(new CacheLocation(cache, cache.path(), Option.none(), Option.none(), Option.none()))
        : Either.left(
            unknown(Cause.USER, call, "it runs as " + userName(run) + ", and " + cache.path() + " is root's"));
  }

  private static Either<Unknown, CacheLocation> movable(FileFacts file, RunFacts run, PackageCall call, CacheDirectory cache) {
    SimpleCommand command = call.command();
    if (command.changesUser() && !(command.user().contains("root") && run.mayBeRoot())) {
      return Either.left(
          unknown(Cause.USER, call, "a command before it changes the user, so whose cache it uses cannot be told"));
    }
    return path(file, run, call, cache).flatMap(path -> owned(run, call, cache, path));
  }

  private static Either<Unknown, CacheLocation> owned(
      RunFacts run, PackageCall call, CacheDirectory cache, Path place) {
    String path = Paths.clean(place.path());
    Option<String> parent = place.parent().map(Paths::clean);
    if (run.mayBeRoot()) {
      return Either.right(new CacheLocation(cache, path, Option.none(), Option.none(), parent));
    }
    Option<Account> account = run.user();
    if (account.flatMap(Account::uid).isEmpty() || account.flatMap(Account::gid).isEmpty()) {
      return Either.left(unknownUser(run, call));
    }
    return Either.right(new CacheLocation(cache, path, account, account.get().home(), parent));
  }

  private static Unknown unknownUser(RunFacts run, PackageCall call) {
    return unknown(
        Cause.USER,
        call,
        "it runs as "
            + userName(run)
            + ", whose home directory and numeric ids are not known, and a mount without them would be root's;"
            + " useradd -m with -u and -g before it would tell");
  }

  private static String userName(RunFacts run) {
    return run.user().map(Account::name).getOrElse("the base image's user");
  }

  private static Unknown unknown(Cause cause, PackageCall call, String reason) {
    return new Unknown(cause, call.command().text(), reason);
  }

  /** The path: what moves it says, then what a configuration or the image does, then the home directory. */
  private static Either<Unknown, Path> path(FileFacts file, RunFacts run, PackageCall call, CacheDirectory cache) {
    Environment environment = run.environment(call.command());
    GivenVariables given = GivenVariables.before(file, run, call);
    for (CacheDirectory.Move move : cache.moves()) {
      if (move.isOption()) {
        Option<Option<String>> value = call.valueOf(move.name());
        if (value.isDefined()) {
          return absolute(
              call, value.get().map(at -> Path.moved(move, at)), "the cache directory that an option names");
        }
      } else if (given.has(move.name())) {
        return absolute(call, Option.none(), move.name());
      } else if (environment.sets(move.name()) && !environment.value(move.name()).contains("")) {
        return absolute(call, environment.value(move.name()).map(at -> Path.moved(move, at)), move.name());
      }
    }
    Option<Instruction> configured = file.configuration(call.manager()).moving(run);
    if (configured.isDefined()) {
      String source = "the cache directory that " + FirstLine.of(configured.get()) + " configures";
      return absolute(call, Option.none(), source);
    }
    Option<String> placed = run.image().placeOf(cache);
    if (placed.isDefined()) {
      return Either.right(Path.usual(placed.get()));
    }
    return cache.onlyWhereSaid() ? Either.left(nowhere(call, cache)) : usual(run, call, cache, environment);
  }

  /** Where it lies by default. */
  private static Either<Unknown, Path> usual(
      RunFacts run, PackageCall call, CacheDirectory cache, Environment environment) {
    if (cache.rootPath().isDefined() && run.mayBeRoot()) {
      return Either.right(Path.usual(cache.rootPath().get()));
    }
    if (!cache.path().startsWith("~/")) {
      return Either.right(Path.usual(cache.path()));
    }
    boolean moved = environment.sets("HOME") || run.image().home().isDefined();
    Option<String> home = environment.value("HOME");
    if (home.isEmpty() && !run.mayBeRoot()) {
      return Either.left(unknownUser(run, call));
    }
    String below = cache.path().substring(1);
    Option<Path> path = home.map(at -> moved ? Path.below(at, below) : Path.usual(at + below));
    return absolute(call, path, "the home directory of its user");
  }

  private static Unknown nowhere(PackageCall call, CacheDirectory cache) {
    Option<String> variable = cache.moves().find(move -> !move.isOption()).map(CacheDirectory.Move::name);
    return unknown(
        Cause.MOVED,
        call,
        "where its cache lies on this base image is not known"
            + variable.map(name -> "; " + name + " in an ENV before it would tell").getOrElse(""));
  }

  private static Either<Unknown, Path> absolute(PackageCall call, Option<Path> place, String source) {
    Option<String> path = place.map(Path::path);
    boolean known =
        path.exists(
            p ->
                p.startsWith("/")
                    && p.length() > 1
                    && !Paths.within(Paths.clean(p), "/dev")
                    && standsInAFlag(p));
    return known
        ? Either.right(place.get())
        : Either.left(
            unknown(
                Cause.MOVED,
                call,
                "where its cache lies cannot be told for every build: "
                    + source
                    + path.map(p -> " is " + p).getOrElse(" is not known")));
  }

  /** BuildKit reads flags byte by byte, so that what is not ASCII would mount another directory. */
  private static boolean standsInAFlag(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c >= 0x7F || ",\"'\\$".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}
