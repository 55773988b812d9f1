package dev.drydock.benchmarks.paired;

import dev.drydock.benchmarks.Service;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.docker.DockerParser;

/**
 * What is measured beside others.
 *
 * @param name how the report calls it
 * @param given what it is given for the text of a Dockerfile; made before anything is measured
 * @param work what it does with that; what comes out is kept from being optimised away
 */
record Contender<S>(String name, Function<String, S> given, Function<S, Object> work) {

  private static final Transform PYTHON_CACHING = Transforms.pythonCaching();
  private static final DockerParser PEER = DockerParser.builder().build();

  /** The main job, from text to text. */
  static Contender<String> pythonCaching() {
    return new Contender<>("pythonCaching", text -> text, Contender::refitted);
  }

  /** The main job on what it has done already, as in every build but the first. */
  static Contender<String> pythonCachingAgain() {
    return new Contender<>("pythonCaching again", Contender::refitted, Contender::refitted);
  }

  /** Text to constructs. */
  static Contender<String> parse() {
    return new Contender<>("parse", text -> text, Dockerfile::parse);
  }

  /** Text to constructs, and all that can be read of them: what compares with another parser's tree. */
  static Contender<String> everyView() {
    return new Contender<>("every view and problems", text -> text, text -> viewed(Dockerfile.parse(text)));
  }

  /** The lines that differ between a file and what the main job makes of it. */
  static Contender<Rewrite> diff() {
    return new Contender<>(
        "diff",
        text -> PYTHON_CACHING.apply(Dockerfile.parse(text)),
        rewrite -> Rewrite.of(rewrite.before(), rewrite.after()).diff());
  }

  /** A file of twelve instructions, made with the language's own words. */
  static Contender<String> fromNothing() {
    return new Contender<>("a file from nothing", text -> "python:3.12-slim", image -> Service.on(image).text());
  }

  /** Text to rewrite-docker's tree. What it cannot read counts with the time that it took to find out. */
  static Contender<String> rewriteDockerParse() {
    return new Contender<>("rewrite-docker's parse", text -> text, text -> attempt(() -> tree(text)));
  }

  /** The same, and back to text. */
  static Contender<String> rewriteDockerPrint() {
    return new Contender<>("rewrite-docker's parse and print", text -> text, text -> attempt(() -> tree(text).printAll()));
  }

  private static String refitted(String text) {
    return PYTHON_CACHING.apply(Dockerfile.parse(text)).after().text();
  }

  /** A file, and what was read of it. */
  static Object viewed(Dockerfile dockerfile) {
    List<Object> views = new ArrayList<>(List.of(dockerfile, dockerfile.problems(), dockerfile.stages()));
    for (Construct construct : dockerfile.constructs()) {
      views.add(dockerfile.scope(construct));
      if (construct instanceof Instruction instruction) {
        views.add(instruction.arguments());
      }
      if (construct instanceof Run run) {
        views.add(run.mounts());
        run.script().forEach(script -> views.add(script.commands()));
      }
    }
    return views;
  }

  private static SourceFile tree(String text) {
    ExecutionContext context = new InMemoryExecutionContext(error -> {});
    return PEER.parse(context, text).findFirst().orElseThrow();
  }

  private static Object attempt(Supplier<Object> work) {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError e) {
      return e;
    }
  }
}
