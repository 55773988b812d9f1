package dev.drydock.benchmarks.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page {@code docs/package-managers.md} says what the values say: where it differs, the test shows the table. */
class PackageManagersPageTest {

  private static final Vector<PackageManager> ALL = PackageManagers.ALL;

  @Test
  void theTablesOnThePageAreThoseOfTheValues() throws IOException {
    String page = Files.readString(Path.of(System.getProperty("root", "")).resolve("docs/package-managers.md"));
    assertThat(page).contains(caches()).contains(calls()).contains(links());
  }

  @Test
  void thePythonOnesComeFirstAndEachNameIsThereOnce() {
    assertThat(ALL.take(3).map(PackageManager::name)).containsExactly("apt", "pip", "uv");
    assertThat(ALL.map(PackageManager::name)).doesNotHaveDuplicates();
    assertThat(ALL).allMatch(manager -> PackageManagers.named(manager.name()).contains(manager));
  }

  @Test
  void eachOneDownloadsCachesAndNamesItsSource() {
    assertThat(ALL)
        .allMatch(manager -> !manager.documentation().isEmpty())
        .allMatch(manager -> manager.downloads().nonEmpty())
        .allMatch(manager -> manager.caches().nonEmpty());
  }

  private static String caches() {
    return "| tool | cache | sharing | elsewhere on | moved by |\n|---|---|---|---|---|\n"
        + ALL.flatMap(manager -> manager.caches().map(cache -> ToolTables.row(ToolTables.cells(cache).prepend(manager.name())))).mkString();
  }

  private static String calls() {
    return "| tool | downloads with | all from the cache with | emptied by, which goes | defeated by |\n"
        + "|---|---|---|---|---|\n"
        + ALL.map(
                manager ->
                    ToolTables.row(
                        Vector.of(
                            manager.name(),
                            ToolTables.codes(manager.downloads().map(call -> call.isEmpty() ? "nothing" : call).toVector()),
                            ToolTables.readers(manager),
                            ToolTables.cleaners(manager),
                            ToolTables.defeaters(manager))))
            .mkString();
  }

  private static String links() {
    return ALL.map(manager -> "[" + manager.name() + "](tools/" + manager.name() + ".md)").mkString(", ");
  }
}
