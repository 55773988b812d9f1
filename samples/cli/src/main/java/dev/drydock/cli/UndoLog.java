package dev.drydock.cli;

import dev.drydock.cli.format.Sha256;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What files were before they were written, so that the last writes can be taken back. It lies in {@code
 * $XDG_STATE_HOME/drydock/undo}, or below {@code ~/.local/state}: a folder for each run, which holds the bytes of each
 * file, and a list of which file they are of and what it was written as.
 */
final class UndoLog {

  private static final int RUNS_KEPT = 20;
  private static final String LIST = "files";

  /** A file that was written: the bytes before, by the name of their file, and a digest of those after. */
  private record Entry(Path run, String saved, String digest, Path file) {

    String line() {
      return saved + "\t" + digest + "\t" + file.toUri().getRawPath() + "\n";
    }
  }

  private final Path folder;
  private @Nullable Path run;
  private int count;

  /** One in this folder, which is made where it is not there. */
  UndoLog(Path folder) {
    this.folder = folder;
  }

  /** That of this person. */
  static UndoLog ofProcess() {
    String state = System.getProperty("drydock.state", System.getenv().getOrDefault("XDG_STATE_HOME", ""));
    // A user without a name, as containers have them, has a home by the variable alone.
    String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
    Path base = state.isEmpty() ? Path.of(home, ".local", "state") : Path.of(state);
    return new UndoLog(base.resolve("drydock").resolve("undo"));
  }

  /**
   * Keeps what a file is before it is written.
   *
   * @throws UncheckedIOException where it cannot be kept
   */
  void keep(Path file, Dockerfile before, Dockerfile after) {
    try {
      Path into = run();
      String saved = String.valueOf(count++);
      Files.write(into.resolve(saved), before.encode());
      Entry entry = new Entry(into, saved, digest(after.encode()), file.toRealPath());
      Files.writeString(into.resolve(LIST), entry.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep what --undo needs: " + e, e);
    }
  }

  private Path run() throws IOException {
    Path known = run;
    if (known == null) {
      if (!folder.isAbsolute()) {
        throw new IOException("there is no home directory; XDG_STATE_HOME names another");
      }
      Files.createDirectories(folder);
      List<Path> runs = runs();
      for (Path old : runs.subList(Math.min(runs.size(), RUNS_KEPT - 1), runs.size())) {
        remove(old);
      }
      known = Files.createTempDirectory(folder, "%015d-".formatted(System.currentTimeMillis()));
      run = known;
    }
    return known;
  }

  /** The runs that are kept, the last one first. */
  private List<Path> runs() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted(Comparator.comparing(Path::toString).reversed()).toList();
    }
  }

  /** Removes what a run has kept. Another process may be at it as well, so what is gone already is no failure. */
  private static void remove(Path run) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(run)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      return;
    }
    Files.deleteIfExists(run);
  }

  /** Takes back the last run that wrote files below these paths; what was changed since stays, and is said. */
  void undo(List<Path> paths, Console console) {
    try {
      for (Path each : runs()) {
        List<Entry> entries = entries(each);
        List<Entry> meant = entries.stream().filter(entry -> paths.stream().anyMatch(path -> isBelow(entry.file(), path))).toList();
        if (!meant.isEmpty()) {
          List<Entry> kept = new ArrayList<>(entries);
          kept.removeIf(entry -> meant.contains(entry) && restore(entry, name(entry.file(), paths), console));
          if (kept.isEmpty()) {
            remove(each);
          } else {
            Files.writeString(each.resolve(LIST), String.join("", kept.stream().map(Entry::line).toList()));
          }
          return;
        }
      }
      console.fail("there is nothing to take back: no file below these paths was written with --write");
    } catch (IOException e) {
      console.fail("cannot read what --undo needs: " + e);
    }
  }

  /** What a file is called by the path that it was found below. */
  private static String name(Path file, List<Path> paths) {
    Path path = paths.stream().filter(each -> isBelow(file, each)).findFirst().orElse(file);
    return FleetFile.printable(path.resolve(FleetFile.real(path).relativize(file)).normalize().toString());
  }

  private static boolean isBelow(Path file, Path path) {
    try {
      return file.startsWith(path.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean restore(Entry entry, String name, Console console) {
    try {
      if (!digest(Files.readAllBytes(entry.file())).equals(entry.digest())) {
        console.fail(name + " has changed since; it is left as it is");
        return false;
      }
      Dockerfile.decode(Files.readAllBytes(entry.run().resolve(entry.saved()))).write(entry.file());
      console.print(name + " is as it was\n");
      return true;
    } catch (IOException | UncheckedIOException e) {
      console.fail("cannot take back " + name + ": " + e.getMessage());
      return false;
    }
  }

  private static List<Entry> entries(Path run) throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (Files.isRegularFile(run.resolve(LIST))) {
      for (String line : Files.readString(run.resolve(LIST)).split("\n", -1)) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 3) {
          entries.add(new Entry(run, parts[0], parts[1], Path.of(URI.create("file://" + parts[2]))));
        }
      }
    }
    return entries;
  }

  private static String digest(byte[] bytes) {
    return new BigInteger(1, Sha256.of(bytes)).toString(16);
  }
}
