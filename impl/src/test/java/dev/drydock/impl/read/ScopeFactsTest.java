package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FrontendReference;
import dev.drydock.dockerfile.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scope says of the whole file and of who runs: the frontend and the user. */
class ScopeFactsTest {

  private static Scope atTheEnd(String text) {
    Dockerfile file = Dockerfile.parse(text);
    return file.scope(file.constructs().last());
  }

  @ParameterizedTest
  @CsvSource({
    "docker/dockerfile:1, 1",
    "docker/dockerfile:1.7, 1.7",
    "docker.io/docker/dockerfile:1.7.1, 1.7.1",
    "docker/dockerfile:1.7-labs, 1.7",
    "docker/dockerfile-upstream:1.3.0-rc1, 1.3.0",
    "docker/dockerfile:1.4@sha256:00, 1.4",
  })
  void theVersionOfTheFrontendIsWhatItsTagTells(String image, String version) {
    FrontendReference frontend = atTheEnd("# syntax=" + image + "\nFROM a\nUSER b\n").frontend().get();
    assertThat(frontend.version()).contains(version);
    assertThat(frontend.official()).isTrue();
    assertThat(frontend).hasToString(image);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"docker/dockerfile", "docker/dockerfile:labs", "docker/dockerfile@sha256:00", "mirror.example/dockerfile:1.7", "acme/df:2"})
  void aVersionIsToldByNothingElse(String image) {
    assertThat(atTheEnd("# syntax=" + image + "\nFROM a\n").frontend().get().version()).isEmpty();
  }

  @Test
  void withoutADirectiveItIsTheBuildersOwn() {
    assertThat(atTheEnd("FROM a\n# syntax=docker/dockerfile:1\n").frontend()).isEmpty();
  }

  @Test
  void theCommandLineIsNotPartOfTheImage() {
    assertThat(atTheEnd("# syntax=docker/dockerfile:1.4 --debug\nFROM a\n").frontend().get()).hasToString("docker/dockerfile:1.4");
  }

  @Test
  void theUserIsTheOneThatUserNames() {
    assertThat(atTheEnd("FROM a\nENV U=app\nUSER $U:staff\nRUN x\n").user()).contains("app");
    assertThat(atTheEnd("FROM a\nARG U=app\nUSER $U\nRUN x\n").user()).contains("$U");
    assertThat(atTheEnd("FROM a\nRUN x\n").user()).isEmpty();
  }
}
