package dev.drydock.benchmarks.work;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Transform;
import dev.drydock.caching.Transforms;
import java.util.function.UnaryOperator;

/** The main job, from text to text: what is loaded and counted. */
public final class Rewriting implements UnaryOperator<String> {

  private final Transform transform = Transforms.pythonCaching();

  /** Called by reflection: the class comes from another loader than the code that uses it. */
  public Rewriting() {}

  @Override
  public String apply(String text) {
    return transform.apply(Dockerfile.parse(text)).after().text();
  }
}
