package dev.drydock.impl.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.read.OwnFiles;
import dev.drydock.laws.Laws;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Dockerfiles that were written for the tests keep the laws, each as it is and with carriage returns. */
class OwnFilesLawsTest {

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(OwnFiles.all());
    OwnFiles.all().forEach((name, bytes) -> files.put(name + ", with carriage returns", withReturns(bytes)));
    return files;
  }

  private static byte[] withReturns(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace("\r", "").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void thereAreSomeThirty() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void everyFileComesBackByteForByteAndEachConstructIsReadAgainAsItself() throws IOException {
    CorpusLawsTest.onEveryFile(files(), Laws::losslessBytes);
  }

  static Stream<String> transforms() {
    return BuiltIns.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void everyBuiltInTransformKeepsTheLaws(String name) throws IOException {
    Transform transform = Objects.requireNonNull(BuiltIns.all().get(name), name);
    CorpusLawsTest.onEveryFile(files(), bytes -> CorpusLawsTest.check(transform, Dockerfile.decode(bytes)));
  }
}
