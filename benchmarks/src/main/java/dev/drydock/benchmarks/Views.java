package dev.drydock.benchmarks;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Stage;
import java.util.function.Consumer;

/** Reads everything that can be read of a file, which is what other parsers do at once. */
public final class Views {

  private Views() {}

  /** Hands each thing that was read to somebody, so that nothing is left out because nobody looks at it. */
  public static void read(Dockerfile dockerfile, Consumer<Object> sink) {
    sink.accept(dockerfile.problems());
    sink.accept(dockerfile.syntax());
    for (Stage stage : dockerfile.stages()) {
      sink.accept(stage.base());
      sink.accept(stage.name());
    }
    for (Construct construct : dockerfile.constructs()) {
      sink.accept(dockerfile.scope(construct));
      if (construct instanceof Instruction instruction) {
        read(instruction, sink);
      }
    }
  }

  private static void read(Instruction instruction, Consumer<Object> sink) {
    sink.accept(instruction.keyword());
    sink.accept(instruction.flags());
    sink.accept(instruction.arguments());
    sink.accept(instruction.heredocs());
    if (instruction instanceof Run run) {
      sink.accept(run.mounts());
      run.script().forEach(script -> sink.accept(script.commands()));
    } else if (instruction instanceof Copy copy) {
      sink.accept(copy.destination());
    }
  }
}
