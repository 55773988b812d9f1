package dev.drydock.caching;

import dev.drydock.given.Given;
import dev.drydock.caching.ImmutableCacheDirectory;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * A directory in which a package manager keeps what it has downloaded: where it lies, what moves it, and how
 * concurrent builds may use it.
 *
 * <pre>{@code
 * CacheDirectory.shared("~/go/pkg/mod")
 *     .movedBy("GOMODCACHE").movedBelow("GOPATH", "pkg/mod").onImages("golang", "/go/pkg/mod")
 * }</pre>
 */
@Value.Immutable
public abstract class CacheDirectory implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The folder of a home in which all programs keep their caches. */
  private static final String OF_ALL_PROGRAMS = "/.cache";

  CacheDirectory() {}

  /**
   * An option or a variable that moves the directory.
   *
   * @param name {@code --cache-dir}, {@code GOPATH}
   * @param below what is appended to its value, without a slash at its ends; empty where it is the directory itself
   */
  public record Move(String name, String below) implements Serializable {

    /** The parts, none of which is null. */
    public Move {
      Given.notNull(name, "name");
      Given.notNull(below, "below");
    }

    /** Whether it is an option, and no variable. */
    public boolean isOption() {
      return name.startsWith("-");
    }

    /** The directory under a value. */
    public String under(String value) {
      Given.notNull(value, "value");
      return below.isEmpty() ? value : value + (value.endsWith("/") ? "" : "/") + below;
    }
  }

  /**
   * Images whose configuration moves the directory, which a Dockerfile does not show.
   *
   * @param images their repositories, without the registry: {@code continuumio/miniconda3}
   * @param path where it lies there
   */
  public record Place(TextPattern images, String path) implements Serializable {

    /** The parts, none of which is null. */
    public Place {
      Given.notNull(images, "images");
      Given.notNull(path, "path");
    }
  }

  /**
   * A variable that must have a value for the directory to be mounted.
   *
   * @param reason what the danger is otherwise
   */
  public record Condition(String variable, String value, String reason) implements Serializable {

    /** The parts, none of which is null. */
    public Condition {
      Given.notNull(variable, "variable");
      Given.notNull(value, "value");
      Given.notNull(reason, "reason");
    }
  }

  /** The path: absolute, or in the user's home where it begins with {@code ~/}. */
  public abstract String path();

  /** BuildKit's {@code sharing}; without it {@code shared}. {@code locked} for tools that lock the directory. */
  @Value.Default
  public Option<String> sharing() {
    return Option.none();
  }

  /** What moves it, the strongest first. */
  @Value.Default
  public Vector<Move> moves() {
    return Vector.empty();
  }

  /** Where it lies on images that move it themselves. */
  @Value.Default
  public Vector<Place> places() {
    return Vector.empty();
  }

  /** Where it lies for root, if elsewhere than for others. */
  @Value.Default
  public Option<String> rootPath() {
    return Option.none();
  }

  /** Whether it is known only where a move or an image says so, and {@link #path} is but the usual place. */
  @Value.Default
  public boolean onlyWhereSaid() {
    return false;
  }

  /** Whether downloads need an index that lies in it, so that a RUN must fetch that itself. */
  @Value.Default
  public boolean holdsIndex() {
    return false;
  }

  /**
   * The folder in it where packages lie that were built here from source, apart from what was downloaded: {@code wheels}.
   * A RUN whose builds must not be shared gets an empty directory there.
   */
  @Value.Default
  public Option<String> builds() {
    return Option.none();
  }

  /** The calls that empty this directory, and none of the package manager's others: {@code clean -cache}. */
  @Value.Default
  public Set<String> empties() {
    return HashSet.empty();
  }

  /** What must be set for it to be mounted. */
  @Value.Default
  public Option<Condition> condition() {
    return Option.none();
  }

  /** Whether a path is named like it, in whatever home: by its whole name, or by a folder that is for its program alone. */
  boolean isNamedLike(String path) {
    if (!inHome()) {
      return !onlyWhereSaid() && isWithin(path, path());
    }
    String usual = path().substring(1);
    String above = usual.substring(0, usual.lastIndexOf('/'));
    return path.endsWith(usual)
        || (!above.isEmpty() && !above.equals(OF_ALL_PROGRAMS) && path.endsWith(above))
        || rootPath().contains(path)
        || places().exists(place -> place.path().equals(path));
  }

  /** Whether it is known to lie below a path, in whatever image. */
  boolean isKnownBelow(String path) {
    return !inHome() && !onlyWhereSaid() && isWithin(path(), path);
  }

  private boolean inHome() {
    return path().startsWith("~/");
  }

  private static boolean isWithin(String path, String directory) {
    return path.equals(directory) || path.startsWith(directory.endsWith("/") ? directory : directory + "/");
  }

  /** A directory that concurrent builds may use at the same time. */
  public static CacheDirectory shared(String path) {
    return ImmutableCacheDirectory.builder().path(place(path)).build();
  }

  /** A directory that one build at a time may use. */
  public static CacheDirectory locked(String path) {
    return ImmutableCacheDirectory.builder().path(place(path)).sharing(Option.some("locked")).build();
  }

  /** A path that is not relative to whatever directory a RUN is in. */
  private static String place(String path) {
    if (!Given.notNull(path, "path").startsWith("/") && !path.startsWith("~/")) {
      throw Given.refused("path", "an absolute path, or one in the user's home as ~/.cache/pip, since a RUN may be anywhere", path);
    }
    return path;
  }

  /** This one, which the variable names. */
  public CacheDirectory movedBy(String variable) {
    Given.notNull(variable, "variable");
    return movedBelow(variable, "");
  }

  /** This one, which lies below the directory that the variable names. */
  public CacheDirectory movedBelow(String variable, String below) {
    Given.notNull(below, "below");
    Given.notNull(variable, "variable");
    return withMoves(moves().append(new Move(variable, below)));
  }

  /** This one, which the option's value names: {@code --cache-dir X} or {@code --cache-dir=X}. */
  public CacheDirectory movedByOption(String option) {
    Given.notNull(option, "option");
    return movedBelow(option, "");
  }

  /** This one, moved by these before anything else. */
  CacheDirectory movedFirst(Vector<Move> moves) {
    return withMoves(moves.appendAll(moves()));
  }

  private CacheDirectory withMoves(Vector<Move> moves) {
    return ImmutableCacheDirectory.copyOf(this).withMoves(moves);
  }

  /** This one, which lies elsewhere on the images of a repository, without the registry: {@code golang}. */
  public CacheDirectory onImages(String repository, String path) {
    Given.notNull(path, "path");
    Given.notNull(repository, "repository");
    return onImages(TextPattern.anyOf(repository), path);
  }

  /** This one, which lies elsewhere on the images of these repositories, without the registry. */
  public CacheDirectory onImages(TextPattern images, String path) {
    Given.notNull(images, "images");
    return ImmutableCacheDirectory.copyOf(this).withPlaces(places().append(new Place(images, place(path))));
  }

  /** This one, which lies elsewhere for root. */
  public CacheDirectory forRoot(String path) {
    Given.notNull(path, "path");
    return ImmutableCacheDirectory.copyOf(this).withRootPath(Option.some(place(path)));
  }

  /** This one, which is known only where a move or an image says so. */
  public CacheDirectory nowhereElse() {
    return ImmutableCacheDirectory.copyOf(this).withOnlyWhereSaid(true);
  }

  /** This one, with the index in it that downloads need. */
  public CacheDirectory holdingIndex() {
    return ImmutableCacheDirectory.copyOf(this).withHoldsIndex(true);
  }

  /** This one, with what was built from source in a folder of its own, by its path in here. */
  public CacheDirectory keepingBuildsIn(String folder) {
    Given.notNull(folder, "folder");
    return ImmutableCacheDirectory.copyOf(this).withBuilds(Option.some(folder));
  }

  /** This one, which these calls empty, but none of the package manager's other directories. */
  public CacheDirectory emptiedWith(String... subcommands) {
    Given.noneNull(subcommands, "subcommands");
    return ImmutableCacheDirectory.copyOf(this).withEmpties(HashSet.of(subcommands));
  }

  /** This one, mounted only where the variable has this value; the reason says why. */
  public CacheDirectory onlyWith(String variable, String value, String reason) {
    Given.notNull(reason, "reason");
    Given.notNull(value, "value");
    Given.notNull(variable, "variable");
    return ImmutableCacheDirectory.copyOf(this)
        .withCondition(Option.some(new Condition(variable, value, reason)));
  }
}
