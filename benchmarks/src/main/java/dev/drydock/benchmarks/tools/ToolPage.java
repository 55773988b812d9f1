package dev.drydock.benchmarks.tools;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of one package manager.
 *
 * @param peculiar what is written by hand; empty where there is nothing to say
 * @param counted the chapter that {@link Counts} gives
 */
record ToolPage(PackageManager manager, String peculiar, String counted) {

  private static final String HEAD = "<!-- Written by benchmarks/tools, but for what is peculiar, which is written by hand. -->";
  private static final String PECULIAR = "## What is peculiar\n\n";
  private static final String COUNTED = "## In real Dockerfiles\n\n";
  private static final String SOURCES = "## Sources\n\n";
  private static final Pattern PARTS =
      Pattern.compile("(?s).*?(?:" + PECULIAR + "(.*?))?" + COUNTED + "(.*?)\n" + SOURCES + ".*");

  /** The page as it stands, to be written anew. Throws {@link IllegalArgumentException} where it has not these chapters. */
  static ToolPage read(PackageManager manager, String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("the page of " + manager.name() + " has no chapters");
    }
    return new ToolPage(manager, parts.group(1) == null ? "" : parts.group(1).strip(), parts.group(2));
  }

  String text() {
    return "# " + manager.name() + "\n\n" + HEAD + "\n\n"
        + "`--tools " + manager.name() + "`, or `PackageManagers." + manager.name().toUpperCase(Locale.ROOT) + "`.\n\n"
        + "## What becomes of a RUN\n\n" + example() + "\n"
        + "## What is mounted\n\n" + caches() + "\n" + commands() + "\n"
        + (peculiar.isEmpty() ? "" : PECULIAR + peculiar + "\n\n")
        + COUNTED + counted + "\n"
        + SOURCES + manager.documentation() + ".\n";
  }

  private String example() {
    Dockerfile before = Dockerfile.parse(Examples.of(manager.name()));
    Dockerfile after = Transforms.pythonCaching(manager).apply(before).after();
    if (before.equals(after)) {
      throw new IllegalStateException("the example of " + manager.name() + " is not changed");
    }
    return "```dockerfile\n" + before.text() + "```\n\nbecomes\n\n```dockerfile\n" + after.text() + "```\n";
  }

  private String caches() {
    return "| cache | sharing | elsewhere on | moved by |\n|---|---|---|---|\n"
        + manager.caches().map(cache -> ToolTables.row(ToolTables.cells(cache))).mkString();
  }

  private String commands() {
    return said("Mounted for", downloads())
        + said("Goes, since it empties the cache", ToolTables.cleaners(manager))
        + said("Goes, since with it the cache is not used", ToolTables.defeaters(manager))
        + said(
            "Keeps mounts away from the RUNs before it, since it takes everything from the cache", ToolTables.readers(manager));
  }

  private String downloads() {
    Vector<String> calls = manager.downloads().toVector();
    if (calls.contains("*")) {
      return "any call";
    }
    return ToolTables.codes(calls.filter(call -> !call.isEmpty())) + (calls.contains("") ? ", and a call without a subcommand" : "");
  }

  private static String said(String what, String codes) {
    return codes.isEmpty() ? "" : "- " + what + ": " + codes + ".\n";
  }
}
