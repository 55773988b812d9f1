package dev.drydock.benchmarks.tools;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.TextPattern;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** What the value of a package manager says, as the pages say it: code between commas, and rows of tables. */
final class ToolTables {

  private ToolTables() {}

  /** A row of a table, in whose cells a bar would part columns. */
  static String row(Vector<String> cells) {
    return cells.map(cell -> cell.replace("|", "\\|")).mkString("| ", " | ", " |\n");
  }

  /** Where a cache is, how it is shared, where it is elsewhere, and what moves it. */
  static Vector<String> cells(CacheDirectory cache) {
    Vector<String> places =
        cache.places()
            .map(place -> code(place.images().toString()) + ": " + code(place.path()))
            .appendAll(cache.rootPath().map(path -> "root: " + code(path)));
    Seq<String> moves =
        cache.moves().map(move -> code(move.name()) + (move.below().isEmpty() ? "" : " + " + code("/" + move.below())));
    String path = cache.onlyWhereSaid() ? "not known by itself" : code(cache.path());
    String condition = cache.condition().map(c -> ", only with " + code(c.variable() + "=" + c.value())).getOrElse("");
    return Vector.of(path + condition, cache.sharing().getOrElse("shared"), places.mkString(", "), moves.mkString(", "));
  }

  /** What takes everything from the cache. */
  static String readers(PackageManager manager) {
    return codes(manager.cacheOnlyOptions().toVector().appendAll(manager.cacheOnlyVariables().map(TextPattern::toString)));
  }

  /** What empties the cache. */
  static String cleaners(PackageManager manager) {
    return codes(manager.empties().toVector());
  }

  /** With what the cache is not used. */
  static String defeaters(PackageManager manager) {
    return codes(
        manager
            .defeatingOptions()
            .toVector()
            .appendAll(manager.defeatingVariables())
            .appendAll(manager.defeatingSwitches()));
  }

  static String codes(Vector<String> words) {
    return words.sorted().map(ToolTables::code).mkString(", ");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
