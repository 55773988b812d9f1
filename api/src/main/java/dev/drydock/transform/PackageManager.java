package dev.drydock.transform;

import dev.drydock.transform.ImmutablePackageManager;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
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
 */
@Value.Immutable
public abstract class PackageManager {

  PackageManager() {}

  /** What it is called, in notes and on the command line. */
  public abstract String name();

  /** The base names of its program, as a regular expression: {@code pip[0-9.]*}. */
  public abstract String programs();

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

  /** The subcommands that download, each a word or several: {@code install}, {@code pip install}. */
  @Value.Default
  public Set<String> downloads() {
    return HashSet.empty();
  }

  /** The subcommands that fetch the index that later downloads need: apt's {@code update}. */
  @Value.Default
  public Set<String> refreshes() {
    return HashSet.empty();
  }

  /** The subcommands that empty the cache: {@code clean}, {@code cache purge}. */
  @Value.Default
  public Set<String> empties() {
    return HashSet.empty();
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

  /** The directories it keeps what it downloads in. */
  @Value.Default
  public Vector<CacheDirectory> caches() {
    return Vector.empty();
  }

  /** The variables that hold the cache directory itself, the strongest first. */
  @Value.Default
  public Vector<String> cacheVariables() {
    return Vector.empty();
  }

  /** The options whose value is the cache directory itself. */
  @Value.Default
  public Set<String> cacheOptions() {
    return HashSet.empty();
  }

  /** The directory below {@code XDG_CACHE_HOME} that it uses where that is set. */
  @Value.Default
  public Option<String> xdgDirectory() {
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

  /** Options and {@code NAME=value} settings under which a mount would do harm, each with the reason. */
  @Value.Default
  public Vector<Refusal> refusals() {
    return Vector.empty();
  }

  /** What a CMD, ENTRYPOINT or HEALTHCHECK holds that needs the cache at run time, as a regular expression. */
  @Value.Default
  public Option<String> neededAtRunTime() {
    return Option.none();
  }

  /** Whether it builds packages from source into its cache, so that compiler settings decide what is in there. */
  @Value.Default
  public boolean buildsFromSource() {
    return false;
  }

  /** How the ids of its mounts are chosen. */
  @Value.Default
  public CacheIds ids() {
    return CacheIds.byTarget();
  }

  /**
   * A setting under which no mount is made.
   *
   * @param setting a regular expression that finds it in an option or in {@code NAME=value}
   * @param reason why not
   */
  public record Refusal(String setting, String reason) {}

  /**
   * This one, with its caches known by a prefix and their target.
   *
   * @throws IllegalArgumentException where the prefix cannot stand in an id
   */
  public PackageManager withId(String prefix) {
    return withIds(CacheIds.prefixed(prefix));
  }

  /** This one, with ids chosen in this way: {@link CacheIds} says which policies there are, and which is for what. */
  public PackageManager withIds(CacheIds ids) {
    return ImmutablePackageManager.copyOf(this).withIds(ids);
  }

  /** This one, with other cache directories. */
  public PackageManager withCaches(CacheDirectory... caches) {
    return ImmutablePackageManager.copyOf(this).withCaches(Vector.of(caches));
  }

  /**
   * For apt: the lists instead of the whole of {@code /var/lib/apt}, which also holds the marks of what was
   * installed automatically; with this the images stay the same. Others stay as they are.
   */
  public PackageManager listsOnly() {
    return ImmutablePackageManager.copyOf(this)
        .withCaches(
            caches()
                .map(
                    cache ->
                        cache.path().equals("/var/lib/apt")
                            ? CacheDirectory.locked("/var/lib/apt/lists")
                            : cache));
  }

  /** Begins the description of a package manager. */
  public static Description named(String name) {
    return new Description(name);
  }

  /** The name. */
  @Override
  public final String toString() {
    return name();
  }

  /** The description of a package manager in the making; each call gives what it says one more fact. */
  public static final class Description {

    private final ImmutablePackageManager.Builder facts = ImmutablePackageManager.builder();

    private Description(String name) {
      facts.name(name).programs(java.util.regex.Pattern.quote(name));
    }

    /** The base names of its program, as a regular expression. */
    public Description runAs(String programs) {
      facts.programs(programs);
      return this;
    }

    /** The Python module that {@code python -m} runs it by. */
    public Description runAsModule(String module) {
      facts.module(Option.some(module));
      return this;
    }

    /** A program that stands for a subcommand of this one. */
    public Description alsoRunAs(String program, String subcommand) {
      facts.aliases(HashMap.of(program, subcommand));
      return this;
    }

    /** The subcommands whose further words belong to another program. */
    public Description passingOnWith(String... subcommands) {
      facts.passesOn(HashSet.of(subcommands));
      return this;
    }

    /** What a CMD, ENTRYPOINT or HEALTHCHECK holds that needs the cache at run time, as a regular expression. */
    public Description neededAtRunTimeBy(String commands) {
      facts.neededAtRunTime(Option.some(commands));
      return this;
    }

    /** The subcommands that download. */
    public Description downloadingWith(String... subcommands) {
      facts.downloads(HashSet.of(subcommands));
      return this;
    }

    /** The subcommands that fetch the index. */
    public Description refreshingWith(String... subcommands) {
      facts.refreshes(HashSet.of(subcommands));
      return this;
    }

    /** The subcommands that empty the cache. */
    public Description emptiedWith(String... subcommands) {
      facts.empties(HashSet.of(subcommands));
      return this;
    }

    /** The options that take the next word as their value. */
    public Description takingValues(String... options) {
      facts.valueOptions(HashSet.of(options));
      return this;
    }

    /** The options with which nothing is downloaded. */
    public Description offlineWith(String... options) {
      facts.offlineOptions(HashSet.of(options));
      return this;
    }

    /** The directories it keeps what it downloads in. */
    public Description cachingIn(CacheDirectory... caches) {
      facts.caches(Vector.of(caches));
      return this;
    }

    /** The variables that hold the cache directory itself, the strongest first. */
    public Description movedBy(String... variables) {
      facts.cacheVariables(Vector.of(variables));
      return this;
    }

    /** The options whose value is the cache directory itself. */
    public Description movedByOption(String... options) {
      facts.cacheOptions(HashSet.of(options));
      return this;
    }

    /** The directory below {@code XDG_CACHE_HOME} that it uses where that is set. */
    public Description belowXdgCacheHome(String directory) {
      facts.xdgDirectory(Option.some(directory));
      return this;
    }

    /** The options that keep the cache from being used. */
    public Description defeatedByOption(String... options) {
      facts.defeatingOptions(HashSet.of(options));
      return this;
    }

    /** The variables that keep the cache from being used where they have any value but the empty one. */
    public Description defeatedByAnyValueOf(String... variables) {
      facts.defeatingVariables(HashSet.of(variables));
      return this;
    }

    /** The variables that keep the cache from being used where they are true. */
    public Description defeatedBySwitch(String... variables) {
      facts.defeatingSwitches(HashSet.of(variables));
      return this;
    }

    /** The paths whose removal empties the cache. */
    public Description emptiedByRemoving(String... paths) {
      facts.emptiedPaths(Vector.of(paths));
      return this;
    }

    /** Settings under which a mount would do harm. */
    public Description refusing(Refusal... refusals) {
      facts.refusals(Vector.of(refusals));
      return this;
    }

    /** It builds packages from source into its cache. */
    public Description buildingFromSource() {
      facts.buildsFromSource(true);
      return this;
    }

    /** The package manager. */
    public PackageManager build() {
      return facts.build();
    }
  }
}
