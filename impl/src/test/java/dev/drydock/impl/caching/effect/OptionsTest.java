package dev.drydock.impl.caching.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options as their users spell them (GNU getopt). */
class OptionsTest {

  private static boolean isRecursive(String options) {
    return Options.has(Calls.of("x " + options).arguments(), 'r', "recursive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-r", "-rf", "-fr", "-azr", "-rAZ", "a -r b", "--recursive", "--recursive=x", "--rec", "--r", "--rec=x"})
  void anOptionIsGivenByItsLetterOrItsNameWholeOrCutShort(String options) {
    assertThat(isRecursive(options)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r", "-R", "-f", "-", "--", "--x", "--recursively", "--recursive-x", "--=x", "-t/var", "-o1r", "-or@", "-or[", "-or{", "recursive"
      })
  void otherOptionsAndTheirValuesAreNot(String options) {
    assertThat(isRecursive(options)).isFalse();
  }
}
