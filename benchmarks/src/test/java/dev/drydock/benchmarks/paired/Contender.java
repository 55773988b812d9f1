package dev.drydock.benchmarks.paired;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Transform;
import dev.drydock.caching.Transforms;
import java.util.function.Function;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.docker.DockerParser;

/**
 * What is measured beside others.
 *
 * @param name how the report calls it
 * @param work what it does with the text of a Dockerfile; what it gives is kept from being optimised away
 */
record Contender(String name, Function<String, Object> work) {

  /** The main job, from text to text. */
  static Contender pythonCaching() {
    Transform transform = Transforms.pythonCaching();
    return new Contender("pythonCaching", text -> transform.apply(Dockerfile.parse(text)).after().text());
  }

  /** Text to constructs. */
  static Contender parse() {
    return new Contender("parse", Dockerfile::parse);
  }

  /** Text to rewrite-docker's tree. What it cannot read counts with the time that it took to find out. */
  static Contender rewriteDockerParse() {
    DockerParser parser = DockerParser.builder().build();
    return new Contender("rewrite-docker's parse", text -> tree(parser, text));
  }

  private static Object tree(DockerParser parser, String text) {
    ExecutionContext context = new InMemoryExecutionContext(error -> {});
    try {
      return parser.parse(context, text).findFirst();
    } catch (RuntimeException | StackOverflowError e) {
      return e;
    }
  }
}
