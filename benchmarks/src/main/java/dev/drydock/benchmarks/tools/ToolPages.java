package dev.drydock.benchmarks.tools;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command: writes the page of each package manager anew, with the counts that it reads from standard input. */
public final class ToolPages {

  private ToolPages() {}

  /** The argument is the folder of the pages. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Counts counts = new Counts(Vector.ofAll(new String(System.in.readAllBytes(), StandardCharsets.UTF_8).lines()));
    for (PackageManager manager : PackageManagers.ALL) {
      Path file = file(folder, manager);
      String peculiar = Files.exists(file) ? ToolPage.read(manager, Files.readString(file)).peculiar() : "";
      Files.writeString(file, new ToolPage(manager, peculiar, counts.chapter(manager.name())).text());
    }
  }

  static Path file(Path folder, PackageManager manager) {
    return folder.resolve(manager.name() + ".md");
  }
}
