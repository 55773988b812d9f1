package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.TextPattern;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page {@code docs/package-managers.md} says what the values say: where it differs, the test shows the table. */
class PackageManagersPageTest {

  private static final Vector<PackageManager> ALL = PackageManagers.ALL;

  @Test
  void theTablesOnThePageAreThoseOfTheValues() throws IOException {
    String page = Files.readString(RuleFiles.file("docs/package-managers.md"));
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
        + ALL.flatMap(manager -> manager.caches().map(cache -> row(manager, cache))).mkString();
  }

  private static String row(PackageManager manager, CacheDirectory cache) {
    Vector<String> places =
        cache.places()
            .map(place -> code(place.images().toString()) + ": " + code(place.path()))
            .appendAll(cache.rootPath().map(path -> "root: " + code(path)));
    Seq<String> moves =
        cache.moves().map(move -> code(move.name()) + (move.below().isEmpty() ? "" : " + " + code("/" + move.below())));
    String path = cache.onlyWhereSaid() ? "not known by itself" : code(cache.path());
    String condition = cache.condition().map(c -> ", only with " + code(c.variable() + "=" + c.value())).getOrElse("");
    return "| " + manager.name() + " | " + path + condition + " | " + cache.sharing().getOrElse("shared") + " | "
        + places.mkString(", ") + " | " + moves.mkString(", ") + " |\n";
  }

  private static String calls() {
    return "| tool | downloads with | all from the cache with | emptied by, which goes | defeated by |\n"
        + "|---|---|---|---|---|\n"
        + ALL.map(
                manager ->
                    "| " + manager.name()
                        + " | " + codes(manager.downloads().map(call -> call.isEmpty() ? "nothing" : call).toVector())
                        + " | " + codes(manager.cacheOnlyOptions().toVector().appendAll(manager.cacheOnlyVariables().map(TextPattern::toString)))
                        + " | " + codes(manager.empties().toVector())
                        + " | " + codes(defeaters(manager)) + " |\n")
            .mkString();
  }

  private static Vector<String> defeaters(PackageManager manager) {
    return manager
        .defeatingOptions()
        .toVector()
        .appendAll(manager.defeatingVariables())
        .appendAll(manager.defeatingSwitches());
  }

  private static String links() {
    return ALL.map(manager -> "[" + manager.name() + "](tools/" + manager.name() + ".md)").mkString(", ");
  }

  private static String codes(Vector<String> words) {
    return List.copyOf(words.sorted().asJava()).stream()
        .map(PackageManagersPageTest::code)
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  /** As code in a table, whose columns a bar would part. */
  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }
}
