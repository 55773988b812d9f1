package dev.drydock.benchmarks.work;

import dev.drydock.benchmarks.Views;
import dev.drydock.dockerfile.Dockerfile;
import java.util.function.UnaryOperator;

/** Problems, then every view: what is loaded and counted. */
public final class Viewing implements UnaryOperator<String> {

  /** Called by reflection: the class comes from another loader than the code that uses it. */
  public Viewing() {}

  @Override
  public String apply(String text) {
    StringBuilder seen = new StringBuilder();
    Views.read(Dockerfile.parse(text), seen::append);
    return seen.toString();
  }
}
