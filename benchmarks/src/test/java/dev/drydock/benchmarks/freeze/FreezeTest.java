package dev.drydock.benchmarks.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import dev.drydock.caching.PackageManagers;
import dev.drydock.transform.Transform;
import dev.drydock.caching.Transforms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreezeTest {

  private static final List<Input> INPUTS =
      List.of(
          new Input("dockerfiles/one/Dockerfile", "FROM python:3.12\nRUN pip install flask\nRUN true\n"),
          new Input("dockerfiles/carriage/Dockerfile", "FROM python:3.12\r\nRUN pip install flask\r\n"),
          new Input("dockerfiles/stray/Dockerfile", "FROM a\nRUN echo \ud800 \u0000 é\n"),
          new Input("dockerfiles/long/Dockerfile", "FROM a\nRUN echo " + "€".repeat(50_000) + "\n"),
          new Input("generated/0", "FROM a\nRUN true"),
          new Input("generated/1", ""));

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void freezeTheTransformsAsTheyAre() throws IOException {
    file = folder.resolve("earlier.freeze");
    new Freeze(noting("run true", "it is so"), new PrintStream(new ByteArrayOutputStream()))
        .write(file, INPUTS, Options.of(List.of()));
  }

  private record Ended(int status, String said) {}

  private Ended compare(Map<String, Transform> transforms, String... options) {
    return run(transforms, Stream.concat(Stream.of("compare", file.toString()), Arrays.stream(options)).toList());
  }

  private static Ended run(Map<String, Transform> transforms, List<String> arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status = new Freeze(transforms, new PrintStream(said, true, StandardCharsets.UTF_8)).run(arguments);
    return new Ended(status, said.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }

  private static Map<String, Transform> noting(String command, String reason) {
    return noting(command, "true", reason);
  }

  /** The main job, and a transform that puts this command in the place of each {@code true}, and notes it so. */
  private static Map<String, Transform> noting(String command, String subject, String reason) {
    Transform other =
        Transform.each(
            Run.class,
            (run, scope) ->
                run.text().contains("true")
                    ? Edit.replace(Run.of(command)).because("test/true", subject, reason)
                    : Edit.keep());
    return Map.of("pythonCaching", Transforms.pythonCaching(), "other", other);
  }

  @Test
  void nothingDiffersWhereNothingWasChanged() {
    Ended ended = compare(noting("run true", "it is so"));
    assertThat(ended.said()).startsWith("6 files, 12 outcomes compared: 0 files differ, 0 files have another wording\n");
    assertThat(ended.status()).isZero();
  }

  @Test
  void anotherTextIsADifferenceWithItsLine() {
    Ended ended = compare(noting("run  true", "it is so"));
    assertThat(ended.said())
        .startsWith(
            """
            differs  dockerfiles/one/Dockerfile: other
                text, line 3
                was  RUN run true
                is   RUN run  true
            differs  generated/0: other
                text, line 2
                was  RUN run true
                is   RUN run  true
            differences by transform
                   2  other
            6 files, 12 outcomes compared: 2 files differ, 0 files have another wording
            """);
    assertThat(ended.status()).isEqualTo(1);
  }

  @Test
  void anotherReasonIsReportedAndIsNoFailure() {
    Ended ended = compare(noting("run true", "it was so"), "--most", "1");
    assertThat(ended.said())
        .startsWith(
            """
            another wording  dockerfiles/one/Dockerfile: other
                reason, note 1
                was  it is so
                is   it was so
            another wording  and 1 more files (--most 2 names them)
            wording differences by transform (no failure)
                   2  other
            6 files, 12 outcomes compared: 0 files differ, 2 files have another wording
            """);
    assertThat(ended.status()).isZero();
  }

  @Test
  void anotherSubjectIsADifference() {
    Ended ended = compare(noting("run true", "TRUE", "it is so"));
    assertThat(ended.said())
        .startsWith(
            """
            differs  dockerfiles/one/Dockerfile: other
                note 1
                was  line 3: CHANGED [test/true] true
                is   line 3: CHANGED [test/true] TRUE
            """);
    assertThat(ended.status()).isEqualTo(1);
  }

  @Test
  void whatIsLeftOutIsNotCompared() {
    Map<String, Transform> changed = noting("run  true", "it is so");
    assertThat(compare(changed, "--only", "python").said()).startsWith("6 files, 6 outcomes compared: 0 files differ");
    assertThat(compare(changed, "--no-corpus").said()).contains("2 files, 4 outcomes compared: 1 files differ");
    assertThat(compare(changed, "--generated", "0").said()).contains("4 files, 8 outcomes compared: 1 files differ");
    assertThat(compare(changed, "--every", "5").said()).contains("2 files, 4 outcomes compared: 1 files differ");
  }

  @Test
  void aTransformThatIsGoneIsADifferenceAndANewOneIsNot() {
    Transform known = Transforms.pythonCaching();
    Ended gone = compare(Map.of("pythonCaching", known));
    assertThat(gone.said()).startsWith("only in the earlier run: other\n6 files, 6 outcomes compared: 0 files differ");
    assertThat(gone.status()).isEqualTo(1);
    Ended come = compare(Map.of("pythonCaching", known, "pythonCaching new", known), "--only", "python");
    assertThat(come.said()).startsWith("not in the earlier run: pythonCaching new\n6 files, 6 outcomes compared");
    assertThat(come.status()).isZero();
  }

  @Test
  void aTransformThatThrowsIsADifferenceToo() {
    Transform throwing =
        dockerfile -> {
          throw new IllegalStateException("thrown");
        };
    Ended ended = compare(Map.of("pythonCaching", throwing), "--only", "pythonCaching");
    assertThat(ended.said()).contains("is   threw java.lang.IllegalStateException: thrown", "6 files differ");
    assertThat(ended.status()).isEqualTo(1);
  }

  @Test
  void nothingComparedIsAFailure() {
    assertThat(compare(Map.of("pythonCaching", Transform.identity()), "--only", "pip").status()).isEqualTo(2);
    assertThat(compare(Map.of(), "--often").said()).startsWith("an option that is not known");
    assertThat(compare(Map.of(), "--every", "x").status()).isEqualTo(2);
  }

  @Test
  void aFileIsShownAsItWasFrozen() {
    Ended ended = run(Map.of(), List.of("show", file.toString(), "generated/0", "--only", "other"));
    assertThat(ended.said())
        .isEqualTo(
            """
            === generated/0
            FROM a
            RUN true
            === other
            FROM a
            RUN run true

            line 2: CHANGED [test/true] true: it is so
            """);
  }

  @Test
  void everyFileIsReadBackAsItWasWritten() throws IOException {
    try (FreezeReader reader = new FreezeReader(file)) {
      for (Input input : INPUTS) {
        assertThat(reader.next()).isEqualTo(FrozenFile.of(input, noting("run true", "it is so")));
      }
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void everyBuiltInTransformIsFrozenAndGeneratedFilesAreTheSameInEveryRun() {
    assertThat(Input.generated(30)).isEqualTo(Input.generated(60).subList(0, 30));
    FrozenFile frozen = FrozenFile.of(INPUTS.get(0), FrozenTransforms.all());
    Map<String, String> texts =
        frozen.outcomes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().text()));
    assertThat(texts.get("pythonCaching"))
        .isEqualTo(Transforms.pythonCaching().apply(Dockerfile.parse(INPUTS.get(0).text())).after().text());
    assertThat(texts.values()).noneMatch(text -> text.startsWith("threw"));
    assertThat(texts.keySet())
        .containsAll(PackageManagers.ALL.map(manager -> "mountCache(" + manager.name() + ")").toJavaList());
  }
}
