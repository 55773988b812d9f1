package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Account;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.shell.RunAs;
import dev.drydock.transform.CacheDirectory;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Where a call of a package manager keeps its cache.
 *
 * @param path absolute
 * @param owner whose directory it must be, where that is not root
 * @param home the owner's home directory, where the path lies in it
 */
record Target(CacheDirectory cache, String path, Option<Account> owner, Option<String> home) {

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
    RunAs user = call.command().user();
    boolean root = user.changed() ? user.user().exists(name -> name.equals("root")) : Users.mayBeRoot(site);
    return root
        ? Either.right(new Target(cache, cache.path(), Option.none(), Option.none()))
        : Either.left(
            Finding.kept(
                Rule.USER,
                call.command().text(),
                "it runs as " + userName(site) + ", and " + cache.path() + " is root's"));
  }

  private static Either<Finding, Target> movable(Site site, Call call, CacheDirectory cache) {
    RunAs user = call.command().user();
    if (user.changed() && !(user.user().contains("root") && Users.mayBeRoot(site))) {
      return Either.left(
          Finding.kept(
              Rule.USER,
              call.command().text(),
              "a command before it changes the user, so whose cache it uses cannot be told"));
    }
    Either<Finding, String> path = path(site, call, cache);
    return path.flatMap(known -> owned(site, call, cache, Paths.clean(known)));
  }

  private static Either<Finding, Target> owned(
      Site site, Call call, CacheDirectory cache, String path) {
    if (Users.mayBeRoot(site)) {
      return Either.right(new Target(cache, path, Option.none(), Option.none()));
    }
    Option<Account> account = site.scope.user();
    if (account.flatMap(Account::uid).isEmpty() || account.flatMap(Account::gid).isEmpty()) {
      return Either.left(unknownUser(site, call));
    }
    return Either.right(new Target(cache, path, account, account.get().home()));
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
    return site.scope.user().map(Account::name).getOrElse("the base image's user");
  }

  /** The path: what moves it says, then what a configuration or the image does, then the home directory. */
  private static Either<Finding, String> path(Site site, Call call, CacheDirectory cache) {
    Environment environment = new Environment(site, call.command());
    for (CacheDirectory.Move move : cache.moves()) {
      if (move.isOption()) {
        Option<Option<String>> value = call.valueOf(move.name(), word -> site.value(call.command(), word));
        if (value.isDefined()) {
          return absolute(call, value.get().map(move::under), "the cache directory that an option names");
        }
      } else if (environment.sets(move.name()) && !environment.value(move.name()).contains("")) {
        return absolute(call, environment.value(move.name()).map(move::under), move.name());
      }
    }
    Option<Instruction> configured = Configuration.moving(site, call.manager());
    if (configured.isDefined()) {
      String source = "the cache directory that " + Contents.firstLine(configured.get()) + " configures";
      return absolute(call, Option.none(), source);
    }
    Option<String> placed = BaseImages.placeOf(site.stage, cache);
    if (placed.isDefined()) {
      return Either.right(placed.get());
    }
    return cache.onlyWhereSaid() ? Either.left(nowhere(call, cache)) : usual(site, call, cache, environment);
  }

  /** Where it lies by default. */
  private static Either<Finding, String> usual(
      Site site, Call call, CacheDirectory cache, Environment environment) {
    if (cache.rootPath().isDefined() && Users.mayBeRoot(site)) {
      return Either.right(cache.rootPath().get());
    }
    if (!cache.path().startsWith("~/")) {
      return Either.right(cache.path());
    }
    Option<String> home = environment.sets("HOME") ? environment.value("HOME") : Users.home(site);
    if (home.isEmpty() && !Users.mayBeRoot(site)) {
      return Either.left(unknownUser(site, call));
    }
    return absolute(
        call, home.map(at -> at + cache.path().substring(1)), "the home directory of its user");
  }

  private static Finding nowhere(Call call, CacheDirectory cache) {
    Option<String> variable = cache.moves().find(move -> !move.isOption()).map(CacheDirectory.Move::name);
    return Finding.kept(
        Rule.RELOCATED,
        call.command().text(),
        "where its cache lies on this base image is not known"
            + variable.map(name -> "; " + name + " in an ENV before it would tell").getOrElse(""));
  }

  private static Either<Finding, String> absolute(
      Call call, Option<String> path, String source) {
    boolean known =
        path.exists(
            p ->
                p.startsWith("/")
                    && p.length() > 1
                    && !Paths.within(Paths.clean(p), "/dev")
                    && p.chars().allMatch(Target::standsInAFlag));
    return known
        ? Either.right(path.get())
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
