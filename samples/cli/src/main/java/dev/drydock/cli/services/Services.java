package dev.drydock.cli.services;

import dev.drydock.fleet.FleetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which Dockerfiles a compose file or a bake file builds: those of the services that it names, and no others. A bake file is
 * read as JSON, which is YAML as well. What cannot be decided, such as a variable that has no value here, is said, and the other
 * services are still read.
 *
 * @param failures what could not be done, in words for a person
 * @param remarks what a person should know
 */
public record Services(List<Service> all, List<String> failures, List<String> remarks) {

  private static final Pattern COMPOSE = Pattern.compile("(?i)(docker-)?compose([._-].*)?\\.ya?ml");
  private static final Pattern BAKE = Pattern.compile("(?i)(docker-)?bake([._-].*)?\\.(json|hcl)");

  /** The parts. */
  public Services {
    all = List.copyOf(all);
    failures = List.copyOf(failures);
    remarks = List.copyOf(remarks);
  }

  /** Whether a path that was named is one of these, by its name. */
  public static boolean reads(Path path) {
    String name = String.valueOf(path.getFileName());
    return (COMPOSE.matcher(name).matches() || BAKE.matcher(name).matches()) && !Files.isDirectory(path);
  }

  /** Those of a file. */
  public static Services read(Path file) {
    Messages messages = new Messages();
    List<Service> services = new ArrayList<>();
    Bounds bounds = Bounds.of(file);
    try {
      builds(file, bounds, messages)
          .forEach((name, build) -> messages.guard(build.place() + ": " + name, () -> add(name, build, bounds, services, messages)));
    } catch (Unreadable e) {
      messages.fail(String.valueOf(e.getMessage()));
    }
    return new Services(services, printable(messages.failures()), printable(messages.remarks()));
  }

  private static List<String> printable(List<String> messages) {
    return messages.stream().map(FleetFile::printable).toList();
  }

  private static Map<String, Build> builds(Path file, Bounds bounds, Messages messages) {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".hcl")) {
      throw new Unreadable(file + ": HCL is not read; write it as JSON: docker buildx bake -f " + name + " --print > docker-bake.json");
    }
    return BAKE.matcher(name).matches() ? BakeFile.builds(file, messages) : ComposeFile.builds(file, bounds, messages);
  }

  private static void add(String name, Build build, Bounds bounds, List<Service> services, Messages messages) {
    String context = expanded(build, "context", ".");
    if (Remote.is(context)) {
      messages.remark(build.place() + ": " + name + " is built from " + context + ", which is not looked at");
      return;
    }
    Path dockerfile = build.directory().resolve(context).resolve(expanded(build, "dockerfile", "Dockerfile")).normalize();
    String inline = build.text("dockerfile_inline") + build.text("dockerfile-inline");
    if (inline.isEmpty()) {
      bounds.file("Dockerfile", dockerfile);
    }
    services.add(new Service(name, build.definition(), dockerfile, inline, expanded(build, "target", ""), build.given()));
  }

  private static String expanded(Build build, String field, String usual) {
    String text = Variables.expand(field, build.text(field));
    return text.isEmpty() ? usual : text;
  }
}
