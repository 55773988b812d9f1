package dev.drydock.benchmarks.freeze;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Transform;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Dockerfile with what each transform made of it.
 *
 * @param input the file
 * @param outcomes by the name of the transform
 */
record FrozenFile(Input input, Map<String, Outcome> outcomes) {

  /** Parses the file once and applies each of the transforms to it. */
  static FrozenFile of(Input input, Map<String, Transform> transforms) {
    Dockerfile dockerfile = Dockerfile.parse(input.text());
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    transforms.forEach((name, transform) -> outcomes.put(name, Outcome.of(transform, dockerfile)));
    return new FrozenFile(input, outcomes);
  }
}
