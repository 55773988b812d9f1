package dev.drydock.compatibility;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.compatibility.Break.Kind;
import dev.drydock.transform.Rule;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What Drydock does where nothing else is asked for: lines of {@code name, what it is}. */
final class Defaults {

  /** One RUN for each tool of the main job, and what keeps its cache from being used. */
  private static final String SERVICE =
      """
      FROM python:3.12-slim
      RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
      RUN pip install --no-cache-dir flask
      RUN uv sync
      """;

  private final SortedMap<String, String> values;

  private Defaults(SortedMap<String, String> values) {
    this.values = values;
  }

  static Defaults ofToday() {
    SortedMap<String, String> values = new TreeMap<>();
    for (Rule rule : Rule.all()) {
      values.put("rule " + rule.id(), rule.page());
    }
    for (String name : Transforms.names()) {
      Transform transform = Transforms.named(name, PackageManagers.APT, PackageManagers.PIP, PackageManagers.UV);
      values.put("transform " + name, oneLine(transform.apply(Dockerfile.parse(SERVICE)).after().text()));
    }
    for (PackageManager manager : PackageManagers.ALL) {
      String caches = manager.caches().map(cache -> cache.path() + cache.sharing().map(sharing -> " " + sharing).getOrElse("")).mkString(", ");
      values.put("manager " + manager.name(), manager.programs() + ": " + caches);
    }
    values.put("a new cache mount", CacheMount.at("/cache").text());
    return new Defaults(values);
  }

  static Defaults parse(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    text.lines().map(line -> line.split("\t", 2)).forEach(columns -> values.put(columns[0], columns[1]));
    return new Defaults(values);
  }

  String text() {
    return values.entrySet().stream().map(value -> value.getKey() + "\t" + value.getValue() + "\n").collect(Collectors.joining());
  }

  /** What is another one now, or none; a new one takes nothing from anybody. */
  List<Break> breaksIn(Defaults now) {
    List<Break> breaks = new ArrayList<>();
    values.forEach((name, before) -> {
      String after = now.values.getOrDefault(name, Break.GONE);
      if (!after.equals(before)) {
        breaks.add(new Break(Kind.BEHAVIOUR, name, before, after));
      }
    });
    return breaks;
  }

  private static String oneLine(String text) {
    return text.replace("\\\n", "\\⏎").replace("\n", "⏎");
  }
}
