package dev.drydock.impl.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.drydock.caching.CacheIds;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and built-in transforms travel from one machine to another, by Java's serialisation and with Kryo. */
class SerializationTest {

  private static final Dockerfile FILE =
      Dockerfile.parse(
          """
          # escape=`
          FROM python:3.12
          RUN apt-get update && apt-get install -y curl
          RUN pip install `
              flask
          """);

  private static final Rewrite REWRITE = Transforms.pythonCaching().apply(FILE);

  /** Ways there and back. */
  enum Way {
    JAVA {
      @Override
      Object travelled(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
          out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
          return in.readObject();
        }
      }
    },
    KRYO {
      @Override
      Object travelled(Object value) {
        Kryo kryo = new Kryo();
        kryo.setRegistrationRequired(false);
        kryo.addDefaultSerializer(Serializable.class, JavaSerializer.class);
        try (Output out = new Output(1_024, -1)) {
          kryo.writeClassAndObject(out, value);
          return kryo.readClassAndObject(new Input(out.toBytes()));
        }
      }
    };

    abstract Object travelled(Object value) throws IOException, ClassNotFoundException;

    @SuppressWarnings("unchecked")
    <T> T of(T value) {
      try {
        return (T) travelled(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
  }

  static Stream<Object> values() {
    return Stream.of(
            List.of(
                FILE,
                Dockerfile.decode("FROM a\n# é\n".getBytes(StandardCharsets.ISO_8859_1)),
                FILE.constructs().last(),
                REWRITE,
                REWRITE.undo(),
                Rewrite.unchanged(FILE),
                REWRITE.notes().head(),
                REWRITE.edits().head(),
                Dockerfile.parse("FROM\n").problems().head(),
                CacheIds.byTarget(),
                CacheIds.prefixed("a-").and(CacheIds.byRelease()).and(CacheIds.byPlatform()),
                KnownPrograms.parse("harmless: fetch-models # own")),
            PackageManagers.ALL.asJava(),
            List.of(
                Transforms.addSyntax(),
                Transforms.keepAptCache(),
                Transforms.mountCache(PackageManagers.APT.listsOnly(), PackageManagers.PIP.withIds(CacheIds.byRelease())),
                Transforms.dropCacheDefeaters(PackageManagers.UV),
                Transforms.dropCacheDefeatingEnv(PackageManagers.PIP),
                Transforms.repairCacheMounts(PackageManagers.APT.withIds(CacheIds.explicit())),
                Transforms.uvLinkModeCopy(),
                Transforms.stripCacheMounts(),
                Transforms.pythonCaching(),
                Transforms.pythonCaching().withoutSyntax().withDocumentedAptConfiguration().withAptListsMounted(),
                Transforms.pythonCaching().knowing(KnownPrograms.parse("harmless: fetch-models # own"))))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueArrivesAsItWas(Object value) {
    for (Way way : Way.values()) {
      Object arrived = way.of(value);
      assertThat(arrived).as(way.name()).isEqualTo(value).hasSameHashCodeAs(value);
      assertThat(arrived).hasToString(value.toString());
    }
  }

  @Test
  void aTransformThatArrivesDoesTheSame() {
    for (Way way : Way.values()) {
      assertThat(way.of(Transforms.pythonCaching()).apply(FILE)).isEqualTo(REWRITE);
    }
  }

  @Test
  void aFileThatArrivesHasItsEncodingAndItsEscapeCharacter() {
    for (Way way : Way.values()) {
      Dockerfile arrived = way.of(FILE);
      assertThat(arrived.escape()).isEqualTo('`');
      assertThat(way.of(FILE.constructs().last()).escape()).isEqualTo('`');
      assertThat(way.of(Dockerfile.decode(new byte[] {'#', (byte) 0xE9})).encode()).containsExactly('#', 0xE9);
    }
  }

  @Test
  void aRewriteThatArrivesCanBeTakenInPart() {
    Transform quiet =
        Transform.eachCommand(
            "x",
            call ->
                Edit.replace(Run.of(call.run().arguments().head().replace(call.command().text(), call.command().text() + " -q")))
                    .because("acme/quiet", call, "less to read"));
    Rewrite rewrite = quiet.apply(Dockerfile.parse("FROM a\nRUN x 1 && x 2\n"));
    for (Way way : Way.values()) {
      Rewrite arrived = way.of(rewrite);
      Rewrite second = arrived.only(note -> note.subject().equals("x 2"));
      assertThat(second.after().text()).isEqualTo("FROM a\nRUN x 1 && x 2 -q\n");
      assertThat(arrived.after().constructs().head()).isSameAs(arrived.before().constructs().head());
      Rewrite back = way.of(REWRITE.undo());
      assertThat(back.undo()).isEqualTo(REWRITE);
      for (Note note : back.notes(Note.Kind.CHANGED)) {
        assertThat(TextEdit.apply(back.before().text(), back.edits(note))).isNotEqualTo(back.before().text());
      }
    }
  }
}
