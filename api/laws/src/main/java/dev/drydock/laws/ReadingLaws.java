package dev.drydock.laws;

import dev.drydock.laws.generator.DockerfileArbitraries;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The law of an engine: nothing is lost in reading and writing, whatever the text or the bytes are. */
public interface ReadingLaws {

  /** Any text, and texts that are nearly Dockerfiles. */
  @Provide
  default Arbitrary<String> anyTexts() {
    return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(400), DockerfileArbitraries.texts());
  }

  /** Any bytes. */
  @Provide
  default Arbitrary<byte[]> anyBytes() {
    Arbitrary<byte[]> raw = Arbitraries.bytes().array(byte[].class).ofMaxSize(400);
    Arbitrary<byte[]> latin =
        DockerfileArbitraries.texts()
            .map(text -> (text + "é").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    return Arbitraries.oneOf(raw, latin);
  }

  @Property
  default void anyTextIsReadWithoutLoss(@ForAll("anyTexts") String text) {
    Laws.losslessText(text);
  }

  @Property
  default void anyBytesComeBack(@ForAll("anyBytes") byte[] bytes) {
    Laws.losslessBytes(bytes);
  }

  @Property(tries = 100)
  default void anyFileComesBack(@ForAll("anyBytes") byte[] bytes) {
    Laws.losslessFile(bytes);
  }
}
