package dev.drydock.cli;

import dev.drydock.cli.services.Service;
import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.FleetRefit;
import dev.drydock.fleet.FleetVisitor;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares a service with the Dockerfile that it is built from: whether there is its target, and an ARG for each argument.
 * A Dockerfile that stands in the definition itself is read, and what would be done to it is said.
 */
final class ServiceCheck implements FleetVisitor {

  /** Arguments that BuildKit takes without an ARG. */
  private static final Pattern PREDEFINED =
      Pattern.compile("(?i)(http|https|ftp|no|all)_proxy|BUILDKIT_\\w+|(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)|SOURCE_DATE_EPOCH");

  private final Service service;
  private final Console console;

  ServiceCheck(Service service, Console console) {
    this.service = service;
    this.console = console;
  }

  /** Looks at its Dockerfile. */
  void visit(FleetRefit refit) {
    if (service.inline().isEmpty()) {
      try {
        compare(Dockerfile.read(service.dockerfile()));
      } catch (UncheckedIOException e) {
        // It was said when the file was to be refitted.
        return;
      }
    } else {
      refit.visit(new FleetFile(service.definition(), service.definition()), Dockerfile.parse(service.inline()), this);
    }
  }

  private void compare(Dockerfile dockerfile) {
    String target = service.target();
    boolean known =
        dockerfile.stages().exists(stage -> stage.name().exists(target::equalsIgnoreCase) || String.valueOf(stage.number()).equals(target));
    if (!target.isEmpty() && !known) {
      warn("its target " + target + " is no stage of its Dockerfile");
    }
    List<String> declared = dockerfile.all(Arg.class).flatMap(arg -> arg.defaults().keySet()).asJava();
    service.arguments().stream()
        .map(Service.Argument::name)
        .filter(argument -> !declared.contains(argument) && !PREDEFINED.matcher(argument).matches())
        .forEach(argument -> warn("no ARG of its Dockerfile takes the argument " + argument));
  }

  private void warn(String message) {
    console.warn(service.title() + ": " + FleetFile.printable(message));
  }

  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {
    compare(rewrite.before());
    String changes = rewrite.notes(Note.Kind.CHANGED).map(Note::rule).distinct().mkString(", ");
    warn(
        "its Dockerfile stands in there, which is read and not rewritten; "
            + (changes.isEmpty() ? "nothing would change" : "in a file of its own it would be refitted: " + changes));
  }

  @Override
  public void refused(FleetFile file, Dockerfile dockerfile, String reason) {
    warn(reason);
  }
}
