package dev.drydock.impl.transform;

import dev.drydock.caching.Account;
import dev.drydock.caching.CacheDirectory;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Where a call of a package manager keeps its cache.
 *
 * @param path absolute
 * @param owner whose directory it must be, where that is not root
 * @param home the owner's home directory, where the path lies in it
 * @param holder the directory that what moved it there takes for granted: a HOME, or the one that holds a directory that a
 *     variable names; a mount would make it where it is missing
 */
record Target(
    CacheDirectory cache, String path, Option<Account> owner, Option<String> home, Option<String> holder) {

  /** A place, and the directory that it takes for granted. */
  private record Place(String path, Option<String> holder) {

    static Place usual(String path) {
      return new Place(path, Option.none());
    }

    static Place below(String home, String path) {
      return new Place(home + path, Option.some(home));
    }

    /** Where a variable or an option says: what holds that must be there. */
    static Place moved(CacheDirectory.Move move, String value) {
      String at = Paths.clean(value);
      return new Place(move.under(value), Option.some(at.substring(0, Math.max(at.lastIndexOf('/'), 1))));
    }
  }

  /** The targets of the package manager's caches in a call, as far as they can be told. */
  static Vector<Target> of(Site site, Call call) {
    return call.manager().caches().flatMap(cache -> of(site, call, cache).toOption());
  }

  /** The target of one of the package manager's caches in a call, or why it cannot be told. */
  static Either<Finding, Target> of(Site site, Call call, CacheDirectory cache) {
    Option<CacheDirectory.Condition> condition = cache.condition();
    if (condition.isDefined()
        && !new Environment(site, call.command())
            .value(condition.get().variable())
            .contains(condition.get().value())) {
      return Either.left(Finding.kept(Rule.BUILD_SETTINGS, cache.path(), condition.get().reason()));
    }
    boolean fixed = !cache.path().startsWith("~/") && cache.moves().isEmpty() && cache.places().isEmpty();
    return fixed ? fixed(site, call, cache) : movable(site, call, cache);
  }

  private static Either<Finding, Target> fixed(Site site, Call call, CacheDirectory cache) {
    SimpleCommand command = call.command();
    boolean root = command.changesUser() ? command.user().contains("root") : Users.mayBeRoot(site);
    return root
        ? Either.right(new Target(cache, cache.path(), Option.none(), Option.none(), Option.none()))
        : Either.left(
            Finding.kept(
                Rule.USER,
                call.command().text(),
                "it runs as " + userName(site) + ", and " + cache.path() + " is root's"));
  }

  private static Either<Finding, Target> movable(Site site, Call call, CacheDirectory cache) {
    SimpleCommand command = call.command();
    if (command.changesUser() && !(command.user().contains("root") && Users.mayBeRoot(site))) {
      return Either.left(
          Finding.kept(
              Rule.USER,
              call.command().text(),
              "a command before it changes the user, so whose cache it uses cannot be told"));
    }
    return place(site, call, cache).flatMap(place -> owned(site, call, cache, place));
  }

  private static Either<Finding, Target> owned(
      Site site, Call call, CacheDirectory cache, Place place) {
    String path = Paths.clean(place.path());
    Option<String> holder = place.holder().map(Paths::clean);
    if (Users.mayBeRoot(site)) {
      return Either.right(new Target(cache, path, Option.none(), Option.none(), holder));
    }
    Option<Account> account = site.before.user();
    if (account.flatMap(Account::uid).isEmpty() || account.flatMap(Account::gid).isEmpty()) {
      return Either.left(unknownUser(site, call));
    }
    return Either.right(new Target(cache, path, account, account.get().home(), holder));
  }

  private static Finding unknownUser(Site site, Call call) {
    return Finding.kept(
        Rule.USER,
        call.command().text(),
        "it runs as "
            + userName(site)
            + ", whose home directory and numeric ids are not known, and a mount without them would be root's;"
            + " useradd -m with -u and -g before it would tell");
  }

  private static String userName(Site site) {
    return site.before.user().map(Account::name).getOrElse("the base image's user");
  }

  /** The place: what moves it says, then what a configuration or the image does, then the home directory. */
  private static Either<Finding, Place> place(Site site, Call call, CacheDirectory cache) {
    Environment environment = new Environment(site, call.command());
    for (CacheDirectory.Move move : cache.moves()) {
      if (move.isOption()) {
        Option<Option<String>> value = call.valueOf(move.name(), word -> site.value(call.command(), word));
        if (value.isDefined()) {
          return absolute(call, value.get().map(at -> Place.moved(move, at)), "the cache directory that an option names");
        }
      } else if (environment.sets(move.name()) && !environment.value(move.name()).contains("")) {
        return absolute(call, environment.value(move.name()).map(at -> Place.moved(move, at)), move.name());
      }
    }
    Option<Instruction> configured = Configuration.moving(site, call.manager());
    if (configured.isDefined()) {
      String source = "the cache directory that " + Contents.firstLine(configured.get()) + " configures";
      return absolute(call, Option.none(), source);
    }
    Option<String> placed = BaseImages.placeOf(site.stage, cache);
    if (placed.isDefined()) {
      return Either.right(Place.usual(placed.get()));
    }
    return cache.onlyWhereSaid() ? Either.left(nowhere(call, cache)) : usual(site, call, cache, environment);
  }

  /** Where it lies by default. */
  private static Either<Finding, Place> usual(
      Site site, Call call, CacheDirectory cache, Environment environment) {
    if (cache.rootPath().isDefined() && Users.mayBeRoot(site)) {
      return Either.right(Place.usual(cache.rootPath().get()));
    }
    if (!cache.path().startsWith("~/")) {
      return Either.right(Place.usual(cache.path()));
    }
    boolean moved = environment.sets("HOME") || BaseImages.home(site.stage).isDefined();
    Option<String> home = environment.sets("HOME") ? environment.value("HOME") : Users.home(site);
    if (home.isEmpty() && !Users.mayBeRoot(site)) {
      return Either.left(unknownUser(site, call));
    }
    String below = cache.path().substring(1);
    Option<Place> place = home.map(at -> moved ? Place.below(at, below) : Place.usual(at + below));
    return absolute(call, place, "the home directory of its user");
  }

  private static Finding nowhere(Call call, CacheDirectory cache) {
    Option<String> variable = cache.moves().find(move -> !move.isOption()).map(CacheDirectory.Move::name);
    return Finding.kept(
        Rule.RELOCATED,
        call.command().text(),
        "where its cache lies on this base image is not known"
            + variable.map(name -> "; " + name + " in an ENV before it would tell").getOrElse(""));
  }

  private static Either<Finding, Place> absolute(
      Call call, Option<Place> place, String source) {
    Option<String> path = place.map(Place::path);
    boolean known =
        path.exists(
            p ->
                p.startsWith("/")
                    && p.length() > 1
                    && !Paths.within(Paths.clean(p), "/dev")
                    && p.chars().allMatch(Target::standsInAFlag));
    return known
        ? Either.right(place.get())
        : Either.left(
            Finding.kept(
                Rule.RELOCATED,
                call.command().text(),
                "where its cache lies cannot be told for every build: "
                    + source
                    + path.map(p -> " is " + p).getOrElse(" is not known")));
  }

  /** BuildKit reads flags byte by byte, so that what is not ASCII would mount another directory. */
  private static boolean standsInAFlag(int c) {
    return c > ' ' && c < 0x7F && ",\"'\\$".indexOf(c) < 0;
  }
}
