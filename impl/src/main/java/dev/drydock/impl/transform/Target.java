package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Account;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.shell.RunAs;
import dev.drydock.transform.CacheDirectory;
import dev.drydock.transform.PackageManager;
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
    return cache.path().startsWith("~/") ? inHome(site, call, cache) : fixed(site, call, cache);
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

  private static Either<Finding, Target> inHome(Site site, Call call, CacheDirectory cache) {
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

  /** The path: what an option says, then a variable of the tool, then XDG_CACHE_HOME, then the home directory. */
  private static Either<Finding, String> path(Site site, Call call, CacheDirectory cache) {
    PackageManager manager = call.manager();
    Environment environment = new Environment(site, call.command());
    Option<Option<String>> option = call.movedByOption(word -> site.value(call.command(), word));
    if (option.isDefined()) {
      return absolute(call, option.get(), "the cache directory that an option names");
    }
    for (String variable : manager.cacheVariables()) {
      if (environment.sets(variable) && !environment.value(variable).contains("")) {
        return absolute(call, environment.value(variable), variable);
      }
    }
    if (manager.xdgDirectory().isDefined()
        && environment.sets("XDG_CACHE_HOME")
        && !environment.value("XDG_CACHE_HOME").contains("")) {
      Option<String> below =
          environment.value("XDG_CACHE_HOME").map(base -> base + "/" + manager.xdgDirectory().get());
      return absolute(call, below, "XDG_CACHE_HOME");
    }
    Option<Instruction> moved = Configuration.moving(site, manager);
    if (moved.isDefined()) {
      return absolute(call, Option.none(), "the cache directory that " + Contents.firstLine(moved.get()) + " configures");
    }
    Option<String> home = environment.sets("HOME") ? environment.value("HOME") : Users.home(site);
    if (home.isEmpty() && !Users.mayBeRoot(site)) {
      return Either.left(unknownUser(site, call));
    }
    return absolute(
        call, home.map(at -> at + cache.path().substring(1)), "the home directory of its user");
  }

  private static Either<Finding, String> absolute(
      Call call, Option<String> path, String source) {
    boolean known =
        path.exists(p -> p.startsWith("/") && p.length() > 1 && p.chars().allMatch(Target::standsInAFlag));
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
