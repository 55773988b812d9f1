package dev.drydock.caching;

import dev.drydock.given.Given;
import dev.drydock.caching.ImmutablePackageManager;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.Serializable;
import java.util.Locale;
import org.immutables.value.Value;

/**
 * What is known of a package manager, as data: how it is called, which calls download, where it keeps what it
 * downloaded, what moves that place, and what keeps it from being used.
 *
 * <p>Describe another one in a few lines:
 *
 * <pre>{@code
 * PackageManager pdm = PackageManager.named("pdm").runAs("pdm").downloadingWith("install", "sync", "add")
 *     .cachingIn(CacheDirectory.shared("~/.cache/pdm")).movedBy("PDM_CACHE_DIR").build();
 * }</pre>
 *
 * <p>A <em>subcommand</em> here is one word or two, {@code install} or {@code pip install}, and may be followed by
 * options that must be there too: {@code clean -modcache}. The empty one is a call without any, and {@code *} any
 * call at all.
 */
@Value.Immutable
public abstract class PackageManager implements Serializable {

  private static final long serialVersionUID = 1L;

  PackageManager() {}

  /**
   * A setting that decides whether its caches are of use, or do harm.
   *
   * @param pattern the setting as it is written
   * @param reason what happens where it is given, or where it is missing
   */
  public record Setting(TextPattern pattern, String reason) implements Serializable {

    /** The parts, none of which is null. */
    public Setting {
      Given.notNull(pattern, "pattern");
      Given.notNull(reason, "reason");
    }
  }

  /**
   * How it knows what it has built from a directory of sources: by a few files alone, so that a change of others is not
   * seen.
   *
   * @param setting the option or {@code NAME=value} with which it builds them
   * @param unless the option or {@code NAME=value} with which it does not after all
   * @param keys the names of those files
   */
  public record Sources(TextPattern setting, TextPattern unless, TextPattern keys) implements Serializable {

    /** The parts, none of which is null. */
    public Sources {
      Given.notNull(setting, "setting");
      Given.notNull(unless, "unless");
      Given.notNull(keys, "keys");
    }
  }

  /**
   * Packages that lie here already, ready to be installed: {@code ./x.whl} with {@code --no-deps}.
   *
   * @param packages the words that name them
   * @param option what must be said for nothing else to be downloaded
   */
  public record Local(TextPattern packages, String option) implements Serializable {

    /** The parts, none of which is null. */
    public Local {
      Given.notNull(packages, "packages");
      Given.notNull(option, "option");
    }
  }

  /**
   * Calls that download nothing: {@code run --no-sync}, {@code PIP_NO_INDEX=1}.
   *
   * @param words what the words of such a call hold, with {@code NAME=value} after them for each of the variables that is set
   * @param variables the names of these variables
   */
  public record Idle(TextPattern words, Vector<String> variables) implements Serializable {

    /** The parts, none of which is null. */
    public Idle {
      Given.notNull(words, "words");
      Given.notNull(variables, "variables");
    }
  }

  /** What it is called, in notes and on the command line. */
  public abstract String name();

  /** The base names of its program: {@code pip[0-9.]*}. */
  public abstract TextPattern programs();

  /** Its own documentation that this was taken from, by the titles of its pages. */
  @Value.Default
  public String documentation() {
    return "";
  }

  /** The Python module that {@code python -m} runs it by. */
  @Value.Default
  public Option<String> module() {
    return Option.none();
  }

  /** Programs that stand for a subcommand of this one: {@code uvx} for {@code tool run}. */
  @Value.Default
  public Map<String, String> aliases() {
    return HashMap.empty();
  }

  /** The subcommands whose further words belong to another program: {@code run}. */
  @Value.Default
  public Set<String> passesOn() {
    return HashSet.empty();
  }

  /** The subcommands that download. */
  @Value.Default
  public Set<String> downloads() {
    return HashSet.empty();
  }

  /**
   * How a call names a package that it installs: a whole word, in which the group {@code name} is the package and the group
   * {@code version}, where there is one, what is asked for. Words that it does not match name none: files, addresses.
   */
  @Value.Default
  public Option<TextPattern> packages() {
    return Option.none();
  }

  /** The subcommands that install the packages that they name. */
  @Value.Default
  public Set<String> installing() {
    return HashSet.empty();
  }

  /** The options of these that take the next word as their value, besides {@link #valueOptions}. */
  @Value.Default
  public Set<String> installOptions() {
    return HashSet.empty();
  }

  /** What nothing is downloaded for, where nothing else is named. */
  @Value.Default
  public Option<Local> local() {
    return Option.none();
  }

  /** The subcommands that fetch the index that later downloads need: apt's {@code update}. */
  @Value.Default
  public Set<String> refreshes() {
    return HashSet.empty();
  }

  /** The subcommands that only read the index that is there: apt's {@code policy}. */
  @Value.Default
  public Set<String> consults() {
    return HashSet.empty();
  }

  /** The options with which a download fetches the index first: apk's {@code --update}. */
  @Value.Default
  public Set<String> refreshingOptions() {
    return HashSet.empty();
  }

  /**
   * What takes the place of an option that does without the cache, where nothing else fetches the index that lies in there:
   * apk's {@code -U} for {@code --no-cache}.
   */
  @Value.Default
  public Option<String> fetchingInstead() {
    return Option.none();
  }

  /** The subcommands that empty the cache, and may go where it is mounted: {@code clean}, {@code cache purge}. */
  @Value.Default
  public Set<String> empties() {
    return HashSet.empty();
  }

  /** The subcommands that remove the cache directory itself, which fails where that is a mount point. */
  @Value.Default
  public Set<String> removes() {
    return HashSet.empty();
  }

  /** The words of a call with which it puts into its cache what others need from there: {@code mvn install}. */
  @Value.Default
  public Option<TextPattern> publishes() {
    return Option.none();
  }

  /**
   * The words of a call whose whole result lies in its cache, so that a mount would keep it out of the image: {@code uv sync
   * --script}.
   */
  @Value.Default
  public Option<TextPattern> resultInCache() {
    return Option.none();
  }

  /** The options before or among the subcommand that take the next word as their value. */
  @Value.Default
  public Set<String> valueOptions() {
    return HashSet.empty();
  }

  /** The options with which nothing is downloaded: {@code --no-index}, {@code --dry-run}. */
  @Value.Default
  public Set<String> offlineOptions() {
    return HashSet.empty();
  }

  /** Calls that download nothing though their subcommand and options do not say so. */
  @Value.Default
  public Option<Idle> idle() {
    return Option.none();
  }

  /** The options with which all is taken from the cache: {@code --offline}. */
  @Value.Default
  public Set<String> cacheOnlyOptions() {
    return HashSet.empty();
  }

  /** The variables that do the same, as {@code NAME=value}: {@code UV_OFFLINE=1}. */
  @Value.Default
  public Option<TextPattern> cacheOnlyVariables() {
    return Option.none();
  }

  /** Whether later steps work with what lies in the cache, rather than with a copy of it: modules, crates, jars. */
  @Value.Default
  public boolean usesCacheInPlace() {
    return false;
  }

  /** The directories it keeps what it downloads in. */
  @Value.Default
  public Vector<CacheDirectory> caches() {
    return Vector.empty();
  }

  /** What stands in an instruction that moves its caches in a way that cannot be followed. */
  @Value.Default
  public Option<TextPattern> configuration() {
    return Option.none();
  }

  /** The options that keep the cache from being used, which may go where a mount holds the cache. */
  @Value.Default
  public Set<String> defeatingOptions() {
    return HashSet.empty();
  }

  /** The variables that keep the cache from being used where they have any value but the empty one. */
  @Value.Default
  public Set<String> defeatingVariables() {
    return HashSet.empty();
  }

  /** The variables that keep the cache from being used where they are true. */
  @Value.Default
  public Set<String> defeatingSwitches() {
    return HashSet.empty();
  }

  /** The paths whose removal empties the cache without being the cache directory itself. */
  @Value.Default
  public Vector<String> emptiedPaths() {
    return Vector.empty();
  }

  /** The setting without which packages do not stay in the cache: what stands in an instruction. */
  @Value.Default
  public Option<Setting> requirement() {
    return Option.none();
  }

  /**
   * The settings under which a mount would do harm: what stands in an option, in an option with the word after it, or in
   * {@code NAME=value}.
   */
  @Value.Default
  public Vector<Setting> refusals() {
    return Vector.empty();
  }

  /** The settings under which a call that fetches the index would do harm to a mount; other calls may have them. */
  @Value.Default
  public Vector<Setting> indexRefusals() {
    return Vector.empty();
  }

  /** How it knows what it has built from a directory of sources, where that is by a few files alone. */
  @Value.Default
  public Option<Sources> sources() {
    return Option.none();
  }

  /** What stands in a CMD, ENTRYPOINT or HEALTHCHECK that needs the cache at run time. */
  @Value.Default
  public Option<TextPattern> neededAtRunTime() {
    return Option.none();
  }

  /** What a command of a RUN is that calls it by itself, with options that nobody sees: {@code pipx install}. */
  @Value.Default
  public Option<TextPattern> calledBy() {
    return Option.none();
  }

  /** Whether it builds packages from source into its cache, so that compiler settings decide what is in there. */
  @Value.Default
  public boolean buildsFromSource() {
    return false;
  }

  /**
   * What decides how it builds packages, or which, and under whose name they are cached all the same: options in each of
   * their spellings, {@code --no-binary}, {@code -C}; and variables. A long option stands also for the variable and the
   * key of a configuration file that say the same.
   */
  @Value.Default
  public Set<String> buildSettings() {
    return HashSet.empty();
  }

  /** What stands for an archive that it builds and then knows by the address alone: {@code foo @ https://…/main-1.zip}. */
  @Value.Default
  public Option<TextPattern> addresses() {
    return Option.none();
  }

  /** The names of its configuration files: {@code pip.conf}. */
  @Value.Default
  public Set<String> configurationFiles() {
    return HashSet.of("conf", "ini", "toml").map(extension -> name() + "." + extension);
  }

  /** What the names of the variables begin with that say the same as its options: {@code PIP_}. */
  @Value.Default
  public Set<String> variablePrefixes() {
    return HashSet.of(name().toUpperCase(Locale.ROOT) + "_");
  }

  /** Whether a long option may be cut short, as Python's optparse allows: {@code --no-bin}. */
  @Value.Default
  public boolean abbreviatesOptions() {
    return false;
  }

  /** The long options that it has besides those that are named elsewhere: they tell which one an abbreviation stands for. */
  @Value.Default
  public Set<String> otherOptions() {
    return HashSet.empty();
  }

  /** Whether below {@code ~/.cache} it writes nothing but its caches, so that all there may be removed with them. */
  @Value.Default
  public boolean writesOnlyCaches() {
    return false;
  }

  /** How the ids of its mounts are chosen. */
  @Value.Default
  public CacheIds ids() {
    return CacheIds.byTarget();
  }

  /**
   * This one, with its caches known by a prefix and their target.
   *
   * @throws IllegalArgumentException where the prefix cannot stand in an id
   */
  public PackageManager withId(String prefix) {
    Given.notNull(prefix, "prefix");
    return withIds(CacheIds.prefixed(prefix));
  }

  /** This one, with ids chosen in this way: {@link CacheIds} says which policies there are, and which is for what. */
  public PackageManager withIds(CacheIds ids) {
    return ImmutablePackageManager.copyOf(this).withIds(ids);
  }

  /** This one, with other cache directories. */
  public PackageManager withCaches(CacheDirectory... caches) {
    Given.noneNull(caches, "caches");
    return ImmutablePackageManager.copyOf(this).withCaches(Vector.of(caches));
  }

  /**
   * For apt: the lists instead of the whole of {@code /var/lib/apt}, which also holds the marks of what was
   * installed automatically; with this the images stay the same. Others stay as they are.
   */
  public PackageManager listsOnly() {
    if (!caches().exists(cache -> cache.path().equals("/var/lib/apt"))) {
      return this;
    }
    return ImmutablePackageManager.copyOf(this)
        .withCaches(
            caches()
                .map(
                    cache ->
                        cache.path().equals("/var/lib/apt")
                            ? CacheDirectory.locked("/var/lib/apt/lists")
                            : cache));
  }

  /**
   * The packages that the RUNs of a file tell it to install by name, in the order in which they run: {@code
   * APT.installs(file)}. Variables have their values where these are known. What lies in a file of requirements, and what
   * only the build knows, is not among them.
   */
  public final Vector<InstalledPackage> installs(Dockerfile file) {
    return ImageFacts.of(file).installs(this);
  }

  /**
   * Whether its caches fit one distribution alone: they hold an index of the distribution's packages, or what was built
   * for it from source.
   */
  public final boolean cachesFitOneDistribution() {
    return refreshes().nonEmpty() || buildsFromSource();
  }

  /**
   * Its cache directories that a mount at this path seems to be for, by the path alone: {@code /home/app/.cache/pip} is
   * named like pip's, and {@code /root/.cache/pypoetry} like both of Poetry's.
   *
   * @param path in its shortest form
   */
  public final Vector<CacheDirectory> cachesNamedLike(String path) {
    Given.notNull(path, "path");
    return caches().filter(cache -> cache.isNamedLike(path) || (emptiedPaths().contains(path) && cache.isKnownBelow(path)));
  }

  /** Begins the description of a package manager. */
  public static PackageManagerDescription named(String name) {
    return new PackageManagerDescription(name);
  }

  /** The name. */
  @Override
  public final String toString() {
    return name();
  }

  /** By its name alone: equal ones have equal names, and few others share one. A manager is a key of many tables. */
  @Override
  public int hashCode() {
    return name().hashCode();
  }
}
