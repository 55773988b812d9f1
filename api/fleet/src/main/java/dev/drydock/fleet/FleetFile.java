package dev.drydock.fleet;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import io.vavr.Lazy;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Dockerfile of a fleet: where it is, and where the search that found it began. Two are equal where both are. */
public final class FleetFile {

  private final Path path;
  private final SearchRoot root;
  private final Lazy<Path> inRepository;

  /** The file at this path, found below this one; below itself where it was named. */
  public FleetFile(Path path, Path root) {
    this(path, new SearchRoot(Objects.requireNonNull(root, "root")));
  }

  /** One of several that were found below one path. */
  FleetFile(Path path, SearchRoot root) {
    this.path = Objects.requireNonNull(path, "path");
    this.root = root;
    this.inRepository = Lazy.of(() -> root.relativize(real()));
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** The path of the fleet below which it was found; the file itself where it was named. */
  public Path root() {
    return root.path();
  }

  /** What it is called in all that is said of it: its path, without characters that end a line or command a terminal. */
  public String name() {
    return printable(path.toString());
  }

  /**
   * The two lines that name the file at the head of its diff: with its path in the repository, quoted as git does it.
   */
  public String diffHead() {
    return DiffHead.of(this);
  }

  /**
   * Its path for programs that look at the whole repository. It begins at the top of the repository; outside of one at
   * the working directory, or else at the path where the search began. It is the path of the file itself, and not of a
   * link to it.
   */
  public Path inRepository() {
    return inRepository.get();
  }

  /** {@link #inRepository()} as a relative URI: what cannot stand in one is its bytes, as {@code %20} is for a blank. */
  public String uri() {
    String base = Path.of("").toUri().getRawPath();
    String raw = inRepository().toUri().getRawPath();
    // With a colon in it the first part would be a scheme.
    return (raw.startsWith(base) ? raw.substring(base.length()) : raw).replace(":", "%3A");
  }

  /** The top of the repository that holds a path, which has an entry {@code .git}; none outside of a repository. */
  public static Option<Path> repository(Path path) {
    for (Path at = real(Objects.requireNonNull(path, "path")); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Option.some(at);
      }
    }
    return Option.none();
  }

  /** The file that is read and written: that at the end of all links. */
  Path real() {
    return real(path);
  }

  /** A path without links; where there is nothing, without {@code .} and {@code ..}. */
  public static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** This text without characters that end a line or command a terminal; each of them is a question mark. */
  public static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.chars().forEach(c -> printable.append(isPrintable(c) ? (char) c : '?'));
    return printable.toString();
  }

  /** For some readers U+2028 and U+2029 end a line. */
  private static boolean isPrintable(int c) {
    return !Character.isISOControl(c) && c != 0x2028 && c != 0x2029;
  }

  /**
   * Writes what a rewrite has made of this file, all of it or nothing.
   *
   * @throws UncheckedIOException where it cannot be written, its encoding has no bytes for a character, or {@link
   *     #requireUnchanged} objects; it is then as it was
   */
  public void write(Rewrite rewrite) {
    requireUnchanged(Objects.requireNonNull(rewrite, "rewrite").before());
    try {
      rewrite.after().write(path);
    } catch (IllegalArgumentException e) {
      throw cannotWrite(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Refuses to go on where somebody has edited the file since it was read, so that no edit is lost.
   *
   * @param read the Dockerfile as it was read
   * @throws UncheckedIOException where other bytes are there now, or none that can be read
   */
  public void requireUnchanged(Dockerfile read) {
    if (!Dockerfile.read(path).equals(Objects.requireNonNull(read, "read"))) {
      throw cannotWrite("it has changed since it was read; nothing was written");
    }
  }

  private UncheckedIOException cannotWrite(String why) {
    String reason = "cannot write " + name() + ": " + why;
    return new UncheckedIOException(reason, new IOException(reason));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FleetFile file && path.equals(file.path) && root().equals(file.root());
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, root());
  }

  /** Its name. */
  @Override
  public String toString() {
    return name();
  }
}
