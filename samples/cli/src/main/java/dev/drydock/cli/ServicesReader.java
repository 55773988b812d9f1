package dev.drydock.cli;

import dev.drydock.fleet.FleetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads which Dockerfiles a compose file or a bake file builds: those of the services that it names, and no others. A bake
 * file is read as JSON, which is YAML as well.
 *
 * <p>The fields are those of the Compose specification and of Docker's reference of bake files. What cannot be decided,
 * such as a variable that has no value here, is said, and the other services are still read.
 */
final class ServicesReader {

  private static final Pattern COMPOSE = Pattern.compile("(?i)(docker-)?compose([._-].*)?\\.ya?ml");
  private static final Pattern BAKE = Pattern.compile("(?i)(docker-)?bake([._-].*)?\\.(json|hcl)");
  private static final Pattern REMOTE = Pattern.compile("\\w[\\w+.-]*://.*|git@.*|github\\.com/.*");

  /** {@code $NAME}, {@code ${NAME}}, {@code ${NAME-default}}, {@code ${NAME:-default}}, and {@code $$} for a dollar. */
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\$)|(\\w+)|\\{(\\w+)(?::?-([^}]*))?\\})");

  /** A service cannot be read; the message says why. */
  private static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  private final Path file;
  private final Path directory;
  private final Path top;
  private final Console console;

  private ServicesReader(Path file, Console console) {
    this.file = file;
    this.directory = file.resolveSibling("");
    Path beside = FleetFile.real(directory);
    this.top = FleetFile.repository(beside).getOrElse(beside);
    this.console = console;
  }

  /** Whether a path that was named is one of these, by its name. */
  static boolean reads(Path path) {
    String name = String.valueOf(path.getFileName());
    return (COMPOSE.matcher(name).matches() || BAKE.matcher(name).matches()) && !Files.isDirectory(path);
  }

  /** The services; what is wrong with the file or with one of them is said as a failure. */
  static List<Service> read(Path file, Console console) {
    return new ServicesReader(file, console).services();
  }

  private List<Service> services() {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".hcl")) {
      return failed(file + ": HCL is not read; write it as JSON: docker buildx bake -f " + name + " --print > docker-bake.json");
    }
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(name).setMaxAliasesForCollections(Integer.MAX_VALUE).build();
      Map<?, ?> root = fields(new Load(settings).loadFromString(Files.readString(file)));
      boolean bake = BAKE.matcher(name).matches();
      Map<?, ?> named = fields(root.get(bake ? "target" : "services"));
      if (named.isEmpty()) {
        return failed(file + " names no " + (bake ? "targets" : "services"));
      }
      List<Service> services = new ArrayList<>();
      builds(bake, root, named).forEach((service, build) -> add(service, build, services));
      return services;
    } catch (IOException e) {
      return failed("cannot read " + file + ": " + (Files.exists(file) ? e.getMessage() : "no such file"));
    } catch (YamlEngineException e) {
      return failed("cannot read " + file + ": " + e.getMessage());
    }
  }

  private List<Service> failed(String message) {
    console.fail(FleetFile.printable(message.replace("\n", " ")));
    return List.of();
  }

  /** The fields of each build, by the name of its service or target. */
  private static Map<String, Map<?, ?>> builds(boolean bake, Map<?, ?> root, Map<?, ?> named) {
    Map<String, Map<?, ?>> builds = new LinkedHashMap<>();
    if (bake) {
      Set<String> wanted = grouped(fields(root.get("group")), named);
      wanted.forEach(target -> builds.put(target, inherited(target, named, new LinkedHashSet<>())));
    } else {
      named.forEach(
          (service, value) -> {
            Object build = fields(value).get("build");
            if (build != null) {
              builds.put(String.valueOf(service), build instanceof String context ? Map.of("context", context) : fields(build));
            }
          });
    }
    return builds;
  }

  /** The targets of all groups; without groups those that no other one inherits from. */
  private static Set<String> grouped(Map<?, ?> groups, Map<?, ?> named) {
    Set<String> wanted = new LinkedHashSet<>();
    groups.values().forEach(group -> wanted.addAll(texts(fields(group).get("targets"))));
    wanted.removeIf(target -> !named.containsKey(target));
    if (groups.isEmpty()) {
      named.keySet().forEach(target -> wanted.add(String.valueOf(target)));
      named.values().forEach(target -> wanted.removeAll(texts(fields(target).get("inherits"))));
    }
    return wanted;
  }

  /** The fields of a target over those that it inherits, of which the last one counts. */
  private static Map<?, ?> inherited(String target, Map<?, ?> named, Set<String> below) {
    Map<Object, Object> all = new LinkedHashMap<>();
    Map<?, ?> own = fields(named.get(target));
    if (below.add(target)) {
      texts(own.get("inherits")).forEach(parent -> all.putAll(inherited(parent, named, below)));
    }
    all.putAll(own);
    return all;
  }

  private void add(String name, Map<?, ?> build, List<Service> services) {
    try {
      String context = text(build, "context", ".");
      if (REMOTE.matcher(context).matches()) {
        console.warn(FleetFile.printable(file + ": " + name + " is built from " + context + ", which is not looked at"));
        return;
      }
      Path dockerfile = directory.resolve(context).resolve(text(build, "dockerfile", "Dockerfile")).normalize();
      String inline = String.join("", texts(build.get(build.containsKey("dockerfile_inline") ? "dockerfile_inline" : "dockerfile-inline")));
      if (inline.isEmpty()) {
        requireFile(dockerfile);
      }
      services.add(new Service(name, file, dockerfile, inline, text(build, "target", ""), arguments(build.get("args"))));
    } catch (Unreadable | InvalidPathException e) {
      console.fail(FleetFile.printable(file + ": " + name + ": " + e.getMessage()));
    }
  }

  private void requireFile(Path dockerfile) {
    if (!FleetFile.real(dockerfile).startsWith(top)) {
      throw new Unreadable("its Dockerfile " + dockerfile + " is outside of " + top + "; name the file itself to refit it");
    }
    if (!Files.isRegularFile(dockerfile)) {
      throw new Unreadable(Files.exists(dockerfile) ? dockerfile + " is not a regular file" : "there is no Dockerfile at " + dockerfile);
    }
  }

  private static String text(Map<?, ?> build, String field, String usual) {
    Object value = build.get(field);
    if (value == null) {
      return usual;
    }
    StringBuilder text = new StringBuilder();
    Matcher variable = VARIABLE.matcher(String.valueOf(value));
    while (variable.find()) {
      variable.appendReplacement(text, Matcher.quoteReplacement(variable.group(1) == null ? value(variable, field) : "$"));
    }
    return variable.appendTail(text).toString();
  }

  private static String value(Matcher variable, String field) {
    String name = variable.group(2) == null ? variable.group(3) : variable.group(2);
    String value = System.getenv().getOrDefault(name, variable.group(4) == null ? "" : variable.group(4));
    if (value.isEmpty()) {
      throw new Unreadable("its " + field + " has the variable " + name + ", which has no value here");
    }
    return value;
  }

  /** The names of arguments, which are the keys of a mapping, or stand before the equals signs of a list. */
  private static List<String> arguments(@Nullable Object args) {
    return args instanceof Map<?, ?> map
        ? map.keySet().stream().map(String::valueOf).toList()
        : texts(args).stream().map(each -> each.split("=", 2)[0]).toList();
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : value == null ? List.of() : List.of(String.valueOf(value));
  }

  /** The fields of a mapping with those that YAML's merge key takes over; none where it is no mapping. */
  private static Map<?, ?> fields(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Map.of();
    }
    Object merged = map.get("<<");
    if (merged == null) {
      return map;
    }
    Map<Object, Object> all = new LinkedHashMap<>();
    (merged instanceof List<?> list ? list : List.of(merged)).forEach(each -> fields(each).forEach(all::putIfAbsent));
    all.putAll(map);
    return all;
  }
}
