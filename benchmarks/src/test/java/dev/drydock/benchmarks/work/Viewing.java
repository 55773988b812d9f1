package dev.drydock.benchmarks.work;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Run;
import java.util.function.UnaryOperator;

/** Problems, then every view: what is loaded and counted. */
public final class Viewing implements UnaryOperator<String> {

  /** Called by reflection: the class comes from another loader than the code that uses it. */
  public Viewing() {}

  @Override
  public String apply(String text) {
    Dockerfile dockerfile = Dockerfile.parse(text);
    StringBuilder seen = new StringBuilder().append(dockerfile.problems()).append(dockerfile.stages());
    for (Construct construct : dockerfile.constructs()) {
      seen.append(dockerfile.scope(construct));
      if (construct instanceof Instruction instruction) {
        seen.append(instruction.flags()).append(instruction.arguments()).append(instruction.heredocs());
      }
      if (construct instanceof Run run) {
        seen.append(run.mounts()).append(run.script());
      }
    }
    return seen.toString();
  }
}
