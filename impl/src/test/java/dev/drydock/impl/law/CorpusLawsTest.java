package dev.drydock.impl.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.read.Corpus;
import dev.drydock.laws.Laws;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real Dockerfiles keep the laws: the folder that the system property {@code corpus} names. */
class CorpusLawsTest {

  private static final int SHOWN = 5;

  @Test
  void everyFileComesBackByteForByteAndEachConstructIsReadAgainAsItself() throws IOException {
    onEveryFile(Corpus.files(), Laws::losslessBytes);
  }

  @TestFactory
  List<DynamicTest> everyBuiltInTransformKeepsTheLaws() throws IOException {
    Map<String, byte[]> files = Corpus.files();
    return BuiltIns.all().entrySet().stream()
        .map(
            entry -> {
              Transform transform = entry.getValue();
              return DynamicTest.dynamicTest(
                  entry.getKey(),
                  () -> onEveryFile(files, bytes -> check(transform, Dockerfile.decode(bytes))));
            })
        .toList();
  }

  /** Every law but those that need not real files: the grouping of steps, and threads. */
  static void check(Transform transform, Dockerfile dockerfile) {
    Rewrite rewrite = transform.apply(dockerfile);
    Laws.checkRewrite(rewrite);
    Laws.idempotence(transform, rewrite);
  }

  static void onEveryFile(Map<String, byte[]> files, Consumer<byte[]> law) {
    ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    files.entrySet().parallelStream()
        .forEach(
            entry -> {
              try {
                law.accept(entry.getValue());
              } catch (RuntimeException | AssertionError e) {
                broken.add(entry.getKey() + ": " + e);
              }
            });
    assertThat(broken.stream().sorted().limit(SHOWN))
        .as(broken.size() + " of " + files.size() + " files break a law")
        .isEmpty();
  }
}
