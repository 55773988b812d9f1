package dev.drydock.impl.caching.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of package managers in texts whose language is not read. */
class CallInTextTest {

  private static final AtomicInteger TOOLS = new AtomicInteger();

  /** One that nobody has asked about before: what its calls look like is found once. */
  private static PackageManager tool(String... downloads) {
    return PackageManager.named("tool" + TOOLS.incrementAndGet())
        .downloadingWith(downloads)
        .refreshingWith("update")
        .emptiedWith("cache purge")
        .build();
  }

  private static boolean downloads(String text, PackageManager tool) {
    return CallInText.downloads(text.replace("tool", tool.name()), tool);
  }

  private static boolean empties(String text, PackageManager tool) {
    return CallInText.empties(text.replace("tool", tool.name()), tool);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool get", "tool get x", "x; tool -q get all", "[\"tool\", \"update\"]", "run(['tool', '-y', 'get'])", "python -m tool get", "python -mtool get", "$(tool update)"
      })
  void aProgramAndAfterItAWordThatDownloadsAreACall(String text) {
    PackageManager tool = tool("get all", "*");
    assertThat(downloads(text, tool)).isTrue();
    assertThat(empties(text, tool)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool", "tool x", "tool all", "tool *", "tool; get", "tool\nget", "tool # get", "tool cache purge", "get tool", "mytool get", "tool-x get", "tool gets", "tool no-get",
        "--tool get", "tool/get"
      })
  void otherWordsAreNone(String text) {
    assertThat(downloads(text, tool("get all", "*"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tool cache purge", "tool -q cache  purge", "run([\"tool\", \"cache\", \"purge\"])"})
  void allWordsThatEmptyTheCacheMustBeThere(String text) {
    PackageManager tool = tool("get all");
    assertThat(empties(text, tool)).isTrue();
    assertThat(empties(text.replace("purge", "dir"), tool)).isFalse();
    assertThat(downloads(text, tool)).isFalse();
  }

  @Test
  void aProgramThatDownloadsWhateverItsWordsAreIsNoneInAText() {
    assertThat(CallInText.downloads("any x *", PackageManager.named("any").downloadingWith("*").build())).isFalse();
    assertThat(downloads("tool x *", tool("*", ""))).isFalse();
    assertThat(downloads("tool update", tool("*", ""))).isTrue();
  }

  @Test
  void whatRemovesOrEmptiesOneDirectoryCountsAsWell() {
    assertThat(CallInText.empties("microdnf clean all", PackageManagers.MICRODNF)).isTrue();
    assertThat(CallInText.empties("conda clean --force", PackageManagers.CONDA)).isTrue();
  }
}
