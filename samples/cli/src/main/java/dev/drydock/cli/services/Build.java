package dev.drydock.cli.services;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of its build, before it is looked at: the fields that were written, from one place or merged from several.
 *
 * @param place the file and line of the service
 * @param definition the file that it is named in
 * @param directory where the context begins
 * @param fields by the names that compose files and bake files have in common
 * @param arguments each value as it is written; null where the environment of the build has it
 */
record Build(String place, Path definition, Path directory, Map<String, Yaml> fields, Map<String, @Nullable String> arguments) {

  private static final String CONTEXT = "context";

  /** What a value says: fields, or the context alone. */
  static Build of(Yaml service, Yaml build, Path definition, Path directory) {
    Map<String, Yaml> fields = build.isText() ? Map.of(CONTEXT, build) : build.fields();
    return new Build(service.place(), definition, directory, fields, arguments(build.field("args")));
  }

  /** A mapping, or a list of {@code NAME=value} and {@code NAME}. */
  private static Map<String, @Nullable String> arguments(Yaml args) {
    Map<String, @Nullable String> arguments = new LinkedHashMap<>();
    args.fields().forEach((name, value) -> arguments.put(name, value.isPresent() ? value.text() : null));
    args.items().stream().filter(Yaml::isText).forEach(each -> {
      String[] parts = each.text().split("=", 2);
      arguments.put(parts[0], parts.length > 1 ? parts[1] : null);
    });
    return arguments;
  }

  /** This one, with what another one says where this one says nothing. */
  Build over(Build other) {
    Map<String, Yaml> merged = new LinkedHashMap<>(other.fields);
    merged.putAll(fields);
    Map<String, @Nullable String> given = new LinkedHashMap<>(other.arguments);
    given.putAll(arguments);
    boolean elsewhere = other.fields.containsKey(CONTEXT) && !fields.containsKey(CONTEXT);
    return new Build(place, definition, elsewhere ? other.directory : directory, merged, given);
  }

  /** The text of a field; empty where there is none. */
  String text(String field) {
    Yaml value = fields.get(field);
    return value == null ? "" : value.text();
  }

  List<Service.Argument> given() {
    return arguments.entrySet().stream().map(each -> new Service.Argument(each.getKey(), each.getValue())).toList();
  }
}
