package dev.drydock.cli;

import dev.drydock.cli.services.Service;
import dev.drydock.cli.services.Services;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.Fleet;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.FleetRefit;
import dev.drydock.fleet.FleetVisitor;
import dev.drydock.transform.Transform;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What the commands have in common: they visit files, and say what could not be done. */
abstract class FleetCommand implements FleetVisitor {

  private final Console console;
  private final Set<Path> rootsWithFiles = new HashSet<>();

  FleetCommand(Console console) {
    this.console = console;
  }

  final Console console() {
    return console;
  }

  /** Visits the files of these paths, of which one may be standard input, as if it lay at this path. */
  final void visit(
      List<String> paths, FleetOptions options, Config config, Path standardInput, Function<FleetFile, Transform> transforms) {
    boolean input = paths.contains(FleetOptions.STANDARD_INPUT);
    List<Service> services = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (String path : paths) {
      if (isDefinition(path)) {
        Services found = Services.read(Path.of(path));
        found.failures().forEach(console::fail);
        found.remarks().forEach(console::warn);
        services.addAll(found.all());
        found.all().stream().filter(service -> service.inline().isEmpty()).forEach(service -> named.add(service.dockerfile().toString()));
      } else if (!path.equals(FleetOptions.STANDARD_INPUT)) {
        named.add(path);
      }
    }
    Fleet fleet = options.fleet(named, config, console);
    FleetRefit refit = fleet.refitEach(transforms);
    if (input) {
      refit.visit(new FleetFile(standardInput, standardInput), Dockerfile.decode(console.input()), this);
    }
    refit.visit(this);
    for (Service service : services) {
      service(service);
      new ServiceCheck(service, console).visit(refit);
    }
    if (!finished()) {
      named.stream().filter(this::isEmptyDirectory).forEach(path -> console.warn("no Dockerfiles below " + FleetFile.printable(path)));
    }
  }

  private static boolean isDefinition(String path) {
    try {
      return Services.reads(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Is told of each service of the definitions, when all files are done. */
  void service(Service service) {}

  private boolean isEmptyDirectory(String name) {
    return !name.isEmpty() && Files.isDirectory(Path.of(name)) && !rootsWithFiles.contains(Path.of(name).normalize());
  }

  /** Is told of each file that could be read. */
  final void read(FleetFile file) {
    rootsWithFiles.add(file.root());
  }

  @Override
  public void failed(FleetFile file, String reason) {
    rootsWithFiles.add(file.root());
    console.fail(reason);
  }
}
