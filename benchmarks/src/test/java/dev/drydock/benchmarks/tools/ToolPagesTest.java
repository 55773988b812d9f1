package dev.drydock.benchmarks.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages say what the values say and what the library does; their counts are those of the last run of the command. */
class ToolPagesTest {

  private static final Path PAGES = Path.of(System.getProperty("root", "")).resolve("docs/tools");

  private static final Vector<String> COUNTED =
      Vector.of(
          "Dockerfiles: 4051; would change: 1402; BuildKit would refuse: 295; not looked at: 0",
          "tool           RUNs  mounted  mounted before  left alone no download",
          "npm            1219       94               4          92          29",
          "kept mount-cache/npm/user                      60       45",
          "changed mount-cache/npm/mounted                94       80",
          "kept mount-cache/pip/user                     102       89");

  @Test
  void eachPageIsWhatTheCommandWouldWriteWithTheSameCounts() {
    assertThat(PackageManagers.ALL)
        .allSatisfy(manager -> assertThat(page(manager)).isEqualTo(ToolPage.read(manager, page(manager)).text()));
  }

  @Test
  void thereIsAPageForEachAndForNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(PackageManagers.ALL.map(manager -> manager.name() + ".md"));
    }
  }

  @Test
  void theRulesOfAToolAreThereWithTheMostFrequentFirst() {
    assertThat(new Counts(COUNTED).chapter("npm"))
        .isEqualTo(
            """
            In 4,051 real Dockerfiles 1,219 RUNs call it. Mounted now: 94; mounted before: 4; left alone: 92; without a download: 29.

            | | rule | what it means | notes | files |
            |---|---|---|--:|--:|
            | changed | [`mount-cache/npm/mounted`](../rules/mount-cache-mounted.md) | The RUN downloads with this tool, and its cache is mounted now. | 94 | 80 |
            | kept | [`mount-cache/npm/user`](../rules/mount-cache-user.md) | The RUN runs as a user whose cache or whose numeric ids are not known. | 60 | 45 |
            """);
  }

  @Test
  void aToolThatNoFileCallsIsSaidToBeSo() {
    assertThat(new Counts(COUNTED).chapter("bun")).isEqualTo("In 4,051 real Dockerfiles no RUN calls it.\n");
  }

  @Test
  void aPageWithoutItsChaptersIsNotWrittenOver() {
    assertThatThrownBy(() -> ToolPage.read(PackageManagers.APT, "# apt\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the page of apt has no chapters");
  }

  private static String page(PackageManager manager) {
    try {
      return Files.readString(ToolPages.file(PAGES, manager));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
