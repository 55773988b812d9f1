package dev.drydock.caching;

import dev.drydock.given.Given;
import dev.drydock.caching.ImmutablePackageManager;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The description of a package manager in the making, begun by {@link PackageManager#named}; each call gives what it
 * says one more fact, and the names are those of {@link PackageManager}.
 */
public final class PackageManagerDescription {

  private final ImmutablePackageManager.Builder facts = ImmutablePackageManager.builder();
  private Vector<CacheDirectory> caches = Vector.empty();
  private Vector<CacheDirectory.Move> moves = Vector.empty();
  private Map<String, String> aliases = HashMap.empty();

  PackageManagerDescription(String name) {
    Given.notBlank(name, "name", "a name for notes and the command line");
    facts.name(name).programs(TextPattern.anyOf(name));
  }

  /** The base names of its program; without this, its own name. */
  public PackageManagerDescription runAs(String... programs) {
    Given.noneNull(programs, "programs");
    if (programs.length == 0) {
      throw Given.refused("programs", "at least one program, since nothing would call it otherwise", "[]");
    }
    for (String program : programs) {
      Given.notBlank(program, "programs", "the base names of programs");
      if (program.indexOf('/') >= 0) {
        throw Given.refused("programs", "base names, since a command may give any path", program);
      }
    }
    return runAs(TextPattern.anyOf(programs));
  }

  /** The base names of its program, where there are too many to list: {@code pip[0-9.]*}. */
  public PackageManagerDescription runAs(TextPattern programs) {
    Given.notNull(programs, "programs");
    facts.programs(programs);
    return this;
  }

  /** The Python module that {@code python -m} runs it by. */
  public PackageManagerDescription runAsModule(String module) {
    Given.notNull(module, "module");
    facts.module(Option.some(module));
    return this;
  }

  /** A program that stands for a subcommand of this one. */
  public PackageManagerDescription alsoRunAs(String program, String subcommand) {
    Given.notNull(program, "program");
    Given.notNull(subcommand, "subcommand");
    aliases = aliases.put(program, subcommand);
    return this;
  }

  /** The titles of the pages of its own documentation that this was taken from. */
  public PackageManagerDescription documentedIn(String pages) {
    Given.notNull(pages, "pages");
    facts.documentation(pages);
    return this;
  }

  /** The subcommands whose further words belong to another program. */
  public PackageManagerDescription passingOnWith(String... subcommands) {
    Given.noneNull(subcommands, "subcommands");
    facts.passesOn(HashSet.of(subcommands));
    return this;
  }

  /** What a CMD, ENTRYPOINT or HEALTHCHECK holds that needs the cache at run time. */
  public PackageManagerDescription neededAtRunTimeBy(TextPattern commands) {
    Given.notNull(commands, "commands");
    facts.neededAtRunTime(Option.some(commands));
    return this;
  }

  /** What a command of a RUN holds that calls it by itself, with options that nobody sees: {@code pipx install}. */
  public PackageManagerDescription calledBy(TextPattern commands) {
    Given.notNull(commands, "commands");
    facts.calledBy(Option.some(commands));
    return this;
  }

  /** The subcommands that download. */
  public PackageManagerDescription downloadingWith(String... subcommands) {
    Given.noneNull(subcommands, "subcommands");
    facts.downloads(HashSet.of(subcommands));
    return this;
  }

  /**
   * The subcommands that install the packages that they name, and how a package is written: see {@link
   * PackageManager#packages}.
   */
  public PackageManagerDescription installing(TextPattern packages, String... subcommands) {
    Given.notNull(packages, "packages");
    Given.noneNull(subcommands, "subcommands");
    if (!packages.pattern().pattern().contains("(?<name>")) {
      throw Given.refused("packages", "a pattern with a group (?<name>…)", packages);
    }
    facts.packages(Option.some(packages)).installing(HashSet.of(subcommands));
    return this;
  }

  /** The options of these subcommands that take the next word as their value. */
  public PackageManagerDescription takingValuesToInstall(String... options) {
    Given.noneNull(options, "options");
    facts.installOptions(HashSet.of(options));
    return this;
  }

  /** What it installs without a download: words that name packages which lie here, and the option that must be said. */
  public PackageManagerDescription installingLocally(TextPattern packages, String option) {
    Given.notNull(packages, "packages");
    Given.notNull(option, "option");
    facts.local(Option.some(new PackageManager.Local(packages, option)));
    return this;
  }

  /** The words of a call whose whole result lies in its cache. */
  public PackageManagerDescription leavingResultInCacheWith(TextPattern words) {
    Given.notNull(words, "words");
    facts.resultInCache(Option.some(words));
    return this;
  }

  /** The subcommands that fetch the index. */
  public PackageManagerDescription refreshingWith(String... subcommands) {
    Given.noneNull(subcommands, "subcommands");
    facts.refreshes(HashSet.of(subcommands));
    return this;
  }

  /** The subcommands that only read the index that is there. */
  public PackageManagerDescription consultingWith(String... subcommands) {
    Given.noneNull(subcommands, "subcommands");
    facts.consults(HashSet.of(subcommands));
    return this;
  }

  /** The options with which a download fetches the index first. */
  public PackageManagerDescription refreshingWithOption(String... options) {
    Given.noneNull(options, "options");
    facts.refreshingOptions(HashSet.of(options));
    return this;
  }

  /** What takes the place of an option that does without the cache, where nothing else fetches the index in there. */
  public PackageManagerDescription fetchingInsteadWith(String option) {
    Given.notNull(option, "option");
    facts.fetchingInstead(Option.some(option));
    return this;
  }

  /** The subcommands that empty the cache. */
  public PackageManagerDescription emptiedWith(String... subcommands) {
    Given.noneNull(subcommands, "subcommands");
    facts.empties(HashSet.of(subcommands));
    return this;
  }

  /** The subcommands that remove the cache directory itself. */
  public PackageManagerDescription removedWith(String... subcommands) {
    Given.noneNull(subcommands, "subcommands");
    facts.removes(HashSet.of(subcommands));
    return this;
  }

  /** The words of a call with which it puts into its cache what others need from there. */
  public PackageManagerDescription publishingWith(TextPattern words) {
    Given.notNull(words, "words");
    facts.publishes(Option.some(words));
    return this;
  }

  /** The options that take the next word as their value. */
  public PackageManagerDescription takingValues(String... options) {
    Given.noneNull(options, "options");
    facts.valueOptions(HashSet.of(options));
    return this;
  }

  /** The options with which nothing is downloaded. */
  public PackageManagerDescription offlineWith(String... options) {
    Given.noneNull(options, "options");
    facts.offlineOptions(HashSet.of(options));
    return this;
  }

  /**
   * The calls that download nothing, by what their words hold, with {@code NAME=value} after them for each of these variables
   * that is set.
   */
  public PackageManagerDescription idleWith(TextPattern words, String... variables) {
    Given.notNull(words, "words");
    Given.noneNull(variables, "variables");
    facts.idle(Option.some(new PackageManager.Idle(words, Vector.of(variables))));
    return this;
  }

  /** The options with which all is taken from the cache. */
  public PackageManagerDescription fromCacheOnlyWith(String... options) {
    Given.noneNull(options, "options");
    facts.cacheOnlyOptions(HashSet.of(options));
    return this;
  }

  /** The variables with which all is taken from the cache, as {@code NAME=value}. */
  public PackageManagerDescription fromCacheOnlyUnder(TextPattern settings) {
    Given.notNull(settings, "settings");
    facts.cacheOnlyVariables(Option.some(settings));
    return this;
  }

  /** Later steps work with what lies in the cache. */
  public PackageManagerDescription usingCacheInPlace() {
    facts.usesCacheInPlace(true);
    return this;
  }

  /** The directories it keeps what it downloads in. */
  public PackageManagerDescription cachingIn(CacheDirectory... directories) {
    Given.noneNull(directories, "directories");
    caches = Vector.of(directories);
    return this;
  }

  /** The variables that hold the cache directory itself, the strongest first; they move all of its directories. */
  public PackageManagerDescription movedBy(String... variables) {
    Given.noneNull(variables, "variables");
    moves = moves.appendAll(Vector.of(variables).map(variable -> new CacheDirectory.Move(variable, "")));
    return this;
  }

  /** The options whose value is the cache directory itself; they move all of its directories. */
  public PackageManagerDescription movedByOption(String... options) {
    Given.noneNull(options, "options");
    moves = Vector.of(options).map(option -> new CacheDirectory.Move(option, "")).appendAll(moves);
    return this;
  }

  /** The directory below {@code XDG_CACHE_HOME} that it uses where that is set. */
  public PackageManagerDescription belowXdgCacheHome(String directory) {
    Given.notNull(directory, "directory");
    moves = moves.append(new CacheDirectory.Move("XDG_CACHE_HOME", directory));
    return this;
  }

  /** What stands in an instruction that moves its caches in a way that cannot be followed. */
  public PackageManagerDescription configuredBy(TextPattern text) {
    Given.notNull(text, "text");
    facts.configuration(Option.some(text));
    return this;
  }

  /** The options that keep the cache from being used. */
  public PackageManagerDescription defeatedByOption(String... options) {
    Given.noneNull(options, "options");
    facts.defeatingOptions(HashSet.of(options));
    return this;
  }

  /** The variables that keep the cache from being used where they have any value but the empty one. */
  public PackageManagerDescription defeatedByAnyValueOf(String... variables) {
    Given.noneNull(variables, "variables");
    facts.defeatingVariables(HashSet.of(variables));
    return this;
  }

  /** The variables that keep the cache from being used where they are true. */
  public PackageManagerDescription defeatedBySwitch(String... variables) {
    Given.noneNull(variables, "variables");
    facts.defeatingSwitches(HashSet.of(variables));
    return this;
  }

  /** The paths whose removal empties the cache. */
  public PackageManagerDescription emptiedByRemoving(String... paths) {
    Given.noneNull(paths, "paths");
    facts.emptiedPaths(Vector.of(paths));
    return this;
  }

  /** What stands in an instruction that makes packages stay in the cache, and what happens otherwise. */
  public PackageManagerDescription keepingPackagesOnlyWith(TextPattern setting, String reason) {
    Given.notNull(reason, "reason");
    Given.notNull(setting, "setting");
    facts.requirement(Option.some(new PackageManager.Setting(setting, reason)));
    return this;
  }

  /** Settings under which a mount would do harm. */
  public PackageManagerDescription refusing(PackageManager.Setting... refusals) {
    Given.noneNull(refusals, "refusals");
    facts.refusals(Vector.of(refusals));
    return this;
  }

  /** Settings under which nothing is mounted where a call fetches the index. */
  public PackageManagerDescription refusingToFetchIndexWith(PackageManager.Setting... refusals) {
    Given.noneNull(refusals, "refusals");
    facts.indexRefusals(Vector.of(refusals));
    return this;
  }

  /** It knows what it has built from a directory of sources by a few files alone. */
  public PackageManagerDescription knowingSourcesBy(PackageManager.Sources sources) {
    Given.notNull(sources, "sources");
    facts.sources(Option.some(sources));
    return this;
  }

  /** It builds packages from source into its cache. */
  public PackageManagerDescription buildingFromSource() {
    facts.buildsFromSource(true);
    return this;
  }

  /** Options, in each of their spellings, and variables that decide how it builds packages, or which. */
  public PackageManagerDescription buildingOtherwiseWith(String... settings) {
    Given.noneNull(settings, "settings");
    facts.buildSettings(HashSet.of(settings));
    return this;
  }

  /** What stands for an archive that it builds and then knows by the address alone. */
  public PackageManagerDescription knowingByAddress(TextPattern archives) {
    Given.notNull(archives, "archives");
    facts.addresses(Option.some(archives));
    return this;
  }

  /** The names of its configuration files; without this, its own name with {@code .conf}, {@code .ini} and {@code .toml}. */
  public PackageManagerDescription configuredIn(String... files) {
    Given.noneNull(files, "files");
    facts.configurationFiles(HashSet.of(files));
    return this;
  }

  /** What the names of the variables begin with that say the same as its options; without this, its own name. */
  public PackageManagerDescription readingVariables(String... prefixes) {
    Given.noneNull(prefixes, "prefixes");
    facts.variablePrefixes(HashSet.of(prefixes));
    return this;
  }

  /** Its long options may be cut short. */
  public PackageManagerDescription abbreviatingOptions() {
    facts.abbreviatesOptions(true);
    return this;
  }

  /**
   * Its long options may be cut short, where only one begins so.
   *
   * @param others the long options that it has besides those that the description names elsewhere
   */
  public PackageManagerDescription abbreviatingOptions(String... others) {
    Given.noneNull(others, "others");
    facts.otherOptions(HashSet.of(others));
    return abbreviatingOptions();
  }

  /** Below {@code ~/.cache} it writes nothing but its caches. */
  public PackageManagerDescription writingOnlyCaches() {
    facts.writesOnlyCaches(true);
    return this;
  }

  /** The package manager. */
  public PackageManager build() {
    return facts.aliases(aliases).caches(caches.map(cache -> cache.movedFirst(moves))).build();
  }
}
