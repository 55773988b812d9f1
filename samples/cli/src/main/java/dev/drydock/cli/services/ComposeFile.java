package dev.drydock.cli.services;

import dev.drydock.fleet.FleetFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the services of a compose file are built from: those that it names, and those of the files that it includes. A service
 * that extends another one has what that one says of its build, under what it says itself.
 *
 * <p>Source: the Compose specification, {@code 05-services.md} (extends) and {@code 14-include.md}.
 */
final class ComposeFile {

  private static final String SERVICES = "services";

  /** A step of a chain of files or services: what it is called, and what tells it from others. */
  private record Step(String name, String identity) {}

  private final Path file;
  private final Path directory;
  private final Yaml root;
  private final Bounds bounds;
  private final Messages messages;
  private final List<Step> including;

  private ComposeFile(Path file, Path directory, Bounds bounds, Messages messages, List<Step> including) {
    this.file = file;
    this.directory = directory;
    this.root = Yaml.read(file);
    this.bounds = bounds;
    this.messages = messages;
    this.including = including;
  }

  /**
   * The builds, by the names of their services. What is wrong with one of them is added to the messages.
   *
   * @throws Unreadable where the file itself cannot be read, or names nothing
   */
  static Map<String, Build> builds(Path file, Bounds bounds, Messages messages) {
    ComposeFile compose = new ComposeFile(file, file.resolveSibling(""), bounds, messages, List.of(step(file)));
    if (compose.root.field(SERVICES).fields().isEmpty() && compose.root.field("include").items().isEmpty()) {
      throw new Unreadable(file + " names no services");
    }
    return compose.builds();
  }

  private static Step step(Path file) {
    return new Step(file.toString(), FleetFile.real(file).toString());
  }

  private Map<String, Build> builds() {
    Map<String, Build> builds = new LinkedHashMap<>();
    root.field(SERVICES).fields().forEach((name, service) ->
        messages.guard(service.place() + ": " + name, () -> {
          Build build = build(name, List.of());
          if (build != null) {
            builds.put(name, build);
          }
        }));
    for (Yaml each : root.field("include").items()) {
      messages.guard(each.place() + ": include", () -> included(each).forEach((name, build) -> {
        if (root.field(SERVICES).fields().containsKey(name) || builds.putIfAbsent(name, build) != null) {
          messages.fail(build.place() + ": " + name + " is a service of another file as well, which Compose refuses");
        }
      }));
    }
    return builds;
  }

  /** What a service is built from; null where it is not built. */
  private @Nullable Build build(String name, List<Step> extending) {
    Yaml service = root.field(SERVICES).field(name);
    Yaml own = service.field("build");
    Build build = Build.of(service, own, file, directory);
    Yaml base = service.field("extends");
    Build inherited = base.isPresent() ? inherited(base, with(extending, new Step(name, FleetFile.real(file) + "#" + name))) : null;
    return inherited != null ? build.over(inherited) : own.isPresent() ? build : null;
  }

  private @Nullable Build inherited(Yaml base, List<Step> extending) {
    String name = base.isText() ? base.text() : base.field("service").text();
    String other = Variables.expand("extends", base.field("file").text());
    if (Remote.is(other)) {
      throw new Unreadable("it extends a service of " + other + ", which is not looked at");
    }
    Path path = other.isEmpty() ? file : bounds.file("file of extends", directory.resolve(other).normalize());
    requireNew(extending, new Step(name, FleetFile.real(path) + "#" + name), "it extends itself");
    ComposeFile compose = other.isEmpty() ? this : new ComposeFile(path, path.resolveSibling(""), bounds, messages, including);
    if (!compose.root.field(SERVICES).fields().containsKey(name)) {
      throw new Unreadable("it extends " + name + ", and there is no such service in " + path);
    }
    return compose.build(name, extending);
  }

  /** The builds of one entry: of a file, or of several that are laid over each other. */
  private Map<String, Build> included(Yaml entry) {
    List<Yaml> paths = entry.isText() ? List.of(entry) : entry.field("path").items();
    String project = Variables.expand("project_directory", entry.field("project_directory").text());
    Map<String, Build> all = new LinkedHashMap<>();
    Path beside = directory;
    for (Yaml each : paths) {
      String name = Variables.expand("path", each.text());
      if (Remote.is(name)) {
        messages.remark(each.place() + ": " + name + " is included from elsewhere, which is not looked at");
        continue;
      }
      Path path = bounds.file("included file", directory.resolve(name).normalize());
      requireNew(including, step(path), "the file includes itself");
      beside = all.isEmpty() ? path.resolveSibling("") : beside;
      Path base = project.isEmpty() ? beside : directory.resolve(project).normalize();
      new ComposeFile(path, base, bounds, messages, with(including, step(path)))
          .builds()
          .forEach((service, build) -> all.merge(service, build, (before, after) -> after.over(before)));
    }
    return all;
  }

  private static List<Step> with(List<Step> steps, Step last) {
    List<Step> all = new ArrayList<>(steps);
    all.add(last);
    return List.copyOf(all);
  }

  private static void requireNew(List<Step> steps, Step next, String message) {
    if (steps.stream().anyMatch(step -> step.identity().equals(next.identity()))) {
      throw new Unreadable(message + ": " + String.join(" → ", with(steps, next).stream().map(Step::name).toList()));
    }
  }
}
