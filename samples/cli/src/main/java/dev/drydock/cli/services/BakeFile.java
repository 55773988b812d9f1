package dev.drydock.cli.services;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the targets of a bake file are built from: those of all groups, or without groups those that no other one inherits
 * from.
 *
 * <p>Source: Docker's reference of bake files.
 */
final class BakeFile {

  private static final String INHERITS = "inherits";

  private final Path file;
  private final Map<String, Yaml> targets;

  private BakeFile(Path file, Map<String, Yaml> targets) {
    this.file = file;
    this.targets = targets;
  }

  /**
   * The builds, by the names of their targets. What is wrong with one of them is added to the messages.
   *
   * @throws Unreadable where the file itself cannot be read, or names nothing
   */
  static Map<String, Build> builds(Path file, Messages messages) {
    Yaml root = Yaml.read(file);
    BakeFile bake = new BakeFile(file, root.field("target").fields());
    if (bake.targets.isEmpty()) {
      throw new Unreadable(file + " names no targets");
    }
    Map<String, Build> builds = new LinkedHashMap<>();
    for (String name : bake.wanted(root.field("group").fields())) {
      messages.guard(bake.place(name) + ": " + name, () -> builds.put(name, bake.build(name, Set.of())));
    }
    return builds;
  }

  private String place(String name) {
    Yaml target = targets.get(name);
    return target == null ? file.toString() : target.place();
  }

  private Set<String> wanted(Map<String, Yaml> groups) {
    Set<String> wanted = new LinkedHashSet<>();
    groups.values().forEach(group -> wanted.addAll(texts(group.field("targets"))));
    wanted.retainAll(targets.keySet());
    if (groups.isEmpty()) {
      wanted.addAll(targets.keySet());
      targets.values().forEach(target -> texts(target.field(INHERITS)).forEach(wanted::remove));
    }
    return wanted;
  }

  /** What a target says over what it inherits, of which the last one counts. */
  private Build build(String name, Set<String> below) {
    Yaml target = targets.get(name);
    if (target == null) {
      throw new Unreadable("it inherits from " + name + ", and there is no such target");
    }
    if (below.contains(name)) {
      throw new Unreadable("it inherits from itself: " + String.join(" → ", below) + " → " + name);
    }
    Set<String> chain = new LinkedHashSet<>(below);
    chain.add(name);
    Build build = new Build(target.place(), file, file.resolveSibling(""), Map.of(), Map.of());
    for (String parent : texts(target.field(INHERITS))) {
      build = build(parent, chain).over(build);
    }
    return Build.of(target, target, file, file.resolveSibling("")).over(build);
  }

  private static List<String> texts(Yaml value) {
    return value.items().stream().map(Yaml::text).toList();
  }
}
