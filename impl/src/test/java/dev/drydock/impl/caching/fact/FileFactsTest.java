package dev.drydock.impl.caching.fact;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says, and which of its RUNs do what. */
class FileFactsTest {

  private static Vector<Integer> lines(Vector<RunFacts> runs) {
    return runs.map(RunFacts::line);
  }

  private static FileFacts facts(String lines) {
    return FileFacts.of(Dockerfile.parse("FROM debian:12\n" + lines + "\n"), Vector.of(APT, PIP, UV));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TARGETARCH", "$TARGETARCH", "a ${TARGETARCH:-x}", "TARGETARCH=x", "TARGETARCHS TARGETARCH", "MY_TARGETARCH/TARGETARCH", "\u00e9TARGETARCH"})
  void aNameIsAWordBetweenWhatIsOfNoName(String text) {
    assertThat(FileFacts.hasWord(text, "TARGETARCH")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TARGET", "TARGETARCHS", "TARGETARCH2", "TARGETARCH_X", "MY_TARGETARCH", "XTARGETARCH", "MY_TARGETARCH TARGETARCHS"})
  void aPartOfALongerNameIsNone(String text) {
    assertThat(FileFacts.hasWord(text, "TARGETARCH")).isFalse();
  }

  @Test
  void whatDownloadsAndWhatTakesItFromTheCacheCallsAPackageManager() {
    FileFacts facts = facts("RUN uv --version\nRUN uv sync\nRUN uv sync --offline\nRUN pip install a\nRUN uv cache clean");
    assertThat(lines(facts.calling(UV).all())).containsExactly(3, 4);
    assertThat(lines(facts.readingCache(UV).all())).containsExactly(4);
    assertThat(lines(facts.calling(PIP).all())).containsExactly(5);
  }

  @Test
  void aptIsCalledByWhatInstallsWithIt() {
    FileFacts facts = facts("RUN apt-get update\nRUN apt-get install -y a\nRUN apt-get install -y --no-download b\nRUN apt-get clean\nRUN ls");
    assertThat(lines(facts.runs().filter(AptArchives::isCalledBy))).containsExactly(3, 4);
    assertThat(lines(facts.runs().filter(AptArchives::installs))).containsExactly(3);
    assertThat(AptArchives.mayTakeMarks(APT)).isTrue();
    assertThat(AptArchives.mayTakeMarks(APT.listsOnly())).isFalse();
    assertThat(AptArchives.mayTakeMarks(PIP)).isFalse();
  }
}
