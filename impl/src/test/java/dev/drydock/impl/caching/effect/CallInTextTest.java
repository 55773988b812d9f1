package dev.drydock.impl.caching.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of package managers in texts whose language is not read. */
class CallInTextTest {

  private static final PackageManager TOOL =
      PackageManager.named("tool").downloadingWith("get all", "*").refreshingWith("update").emptiedWith("cache purge").build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool get", "tool get x", "x; tool -q get all", "[\"tool\", \"update\"]", "run(['tool', '-y', 'get'])", "python -m tool get", "python -mtool get", "$(tool update)"
      })
  void aProgramAndAfterItAWordThatDownloadsAreACall(String text) {
    assertThat(CallInText.downloads(text, TOOL)).isTrue();
    assertThat(CallInText.empties(text, TOOL)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool", "tool x", "tool all", "tool *", "tool; get", "tool\nget", "tool # get", "tool cache purge", "get tool", "mytool get", "tool-x get", "tool gets", "tool no-get",
        "--tool get", "tool/get"
      })
  void otherWordsAreNone(String text) {
    assertThat(CallInText.downloads(text, TOOL)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tool cache purge", "tool -q cache  purge", "run([\"tool\", \"cache\", \"purge\"])"})
  void allWordsThatEmptyTheCacheMustBeThere(String text) {
    assertThat(CallInText.empties(text, TOOL)).isTrue();
    assertThat(CallInText.empties(text.replace("purge", "dir"), TOOL)).isFalse();
    assertThat(CallInText.downloads(text, TOOL)).isFalse();
  }

  @Test
  void aProgramThatDownloadsWhateverItsWordsAreIsNoneInAText() {
    PackageManager any = PackageManager.named("any").downloadingWith("*").build();
    assertThat(CallInText.downloads("any x *", any)).isFalse();
    assertThat(CallInText.empties("any x *", any)).isFalse();
  }

  @Test
  void whatRemovesOrEmptiesOneDirectoryCountsAsWell() {
    assertThat(CallInText.empties("microdnf clean all", PackageManagers.MICRODNF)).isTrue();
    assertThat(CallInText.empties("conda clean --force", PackageManagers.CONDA)).isTrue();
  }
}
