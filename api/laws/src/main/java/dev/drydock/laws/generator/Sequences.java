package dev.drydock.laws.generator;

import net.jqwik.api.Arbitrary;

/** Constructs of any kind in any order: mostly without sense, and often without a FROM. */
final class Sequences {

  private Sequences() {}

  static Arbitrary<String> texts() {
    return ConstructTexts.ofAnyKind().list().ofMaxSize(12).map(all -> String.join("", all));
  }
}
