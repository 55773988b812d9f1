package dev.drydock.impl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;

/** Every real file is rewritten safely: the folder that the system property {@code corpus} names. */
class SafetyTest extends SafetyOfFiles {

  private final Map<String, Dockerfile> corpus = new TreeMap<>();

  @Override
  Map<String, Dockerfile> dockerfiles() throws IOException {
    if (corpus.isEmpty()) {
      corpus.putAll(RealFiles.dockerfiles());
    }
    return corpus;
  }

  @BeforeAll
  void thereAreManyFiles() throws IOException {
    assertThat(dockerfiles()).hasSizeGreaterThan(1000);
  }
}
