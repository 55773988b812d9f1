package dev.drydock.benchmarks;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Stage;
import org.openjdk.jmh.infra.Blackhole;

/** Reads everything that can be read of a file, which is what other parsers do at once. */
final class Views {

  private Views() {}

  static void read(Dockerfile dockerfile, Blackhole sink) {
    sink.consume(dockerfile.problems());
    sink.consume(dockerfile.syntax());
    for (Stage stage : dockerfile.stages()) {
      sink.consume(stage.base());
      sink.consume(stage.name());
    }
    for (Construct construct : dockerfile.constructs()) {
      sink.consume(dockerfile.scope(construct));
      if (construct instanceof Instruction instruction) {
        read(instruction, sink);
      }
    }
  }

  private static void read(Instruction instruction, Blackhole sink) {
    sink.consume(instruction.keyword());
    sink.consume(instruction.flags());
    sink.consume(instruction.arguments());
    sink.consume(instruction.heredocs());
    if (instruction instanceof Run run) {
      sink.consume(run.mounts());
      run.script().forEach(script -> sink.consume(script.commands()));
    } else if (instruction instanceof Copy copy) {
      sink.consume(copy.destination());
    }
  }
}
