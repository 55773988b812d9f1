package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Paths;
import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which RUNs have a path in their text, wherever that is, but where a known command removes it: {@code /home/app/x}, {@code
 * ~app/x}, or {@code ~/x}, as which {@code $HOME/x} counts too.
 */
final class SpokenPaths {

  private static final Pattern PATH = Pattern.compile("(~[\\w-]*|\\$?\\{?HOME\\}?)?(/[\\w.*?/-]+)");

  private final Map<String, Set<RunFacts>> runs = new HashMap<>();

  SpokenPaths(Vector<RunFacts> all) {
    for (RunFacts run : all) {
      Matcher path = PATH.matcher(run.spoken().text());
      while (path.find()) {
        String home = path.group(1) == null ? "" : path.group(1);
        add(home.startsWith("~") || home.isEmpty() ? home : "~", path.group(2), run);
      }
    }
  }

  private void add(String home, String path, RunFacts run) {
    for (String at = Paths.clean(path); at.length() > 1; at = Paths.parent(at)) {
      runs.computeIfAbsent(home + at, key -> new LinkedHashSet<>()).add(run);
    }
  }

  /** The RUNs whose text has this path, or one in it. */
  Set<RunFacts> of(String path) {
    return runs.getOrDefault(path, Set.of());
  }
}
