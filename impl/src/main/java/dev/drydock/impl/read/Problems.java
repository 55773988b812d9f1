package dev.drydock.impl.read;

import dev.drydock.spi.ProblemSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the problems of a file, to hand them over in the order of the file. */
final class Problems {

  private record Problem(String kind, int offset, String message) {}

  private final List<Problem> list = new ArrayList<>();

  void add(String kind, int offset, String message) {
    list.add(new Problem(kind, offset, message));
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  void report(ProblemSink sink) {
    list.sort(Comparator.comparingInt(Problem::offset));
    list.forEach(problem -> sink.problem(problem.kind(), problem.offset(), problem.message()));
  }
}
