package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.laws.Laws;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A defeater that the shell text around it needs stays. */
class StuckTest {

  private static final Transform DROP = dropCacheDefeaters(APT, PIP, UV);

  @ParameterizedTest
  @ValueSource(strings = {"pip install --no-cache-dir $(a)", "pip install --no-cache-dir a \\\n  b", "X=1\npip install --no-cache-dir $X"})
  void whatTheShellAroundExpandsInAHeredocStays(String script) {
    String mount = "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip bash <<EOF\n";
    Dockerfile file = Dockerfile.parse(mount + script + "\nEOF\n");
    assertThat(Laws.check(DROP, file).changed()).isFalse();
  }

  @Test
  void whatCannotBeTakenOutIsSaid() {
    assertKept(
        DROP,
        "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip pip install a | cat && pip cache purge | cat\n",
        "drop-cache-defeaters/pip/stuck");
  }

  @Test
  void aCommandWhoseLastWordEndsInACarriageReturnStays() {
    String script = "<<EOF\r\npip install a\r\npip cache purge -v\r\nEOF\r\n";
    Rewrite rewrite = MAIN.apply(Dockerfile.parse("FROM python:3\r\nRUN " + script));
    assertThat(rewrite.changed()).isFalse();
    assertNoted(rewrite, Note.Kind.KEPT, "drop-cache-defeaters/pip/stuck", "pip cache purge -v");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trap 'rm -rf ~/.cache/pip/*' EXIT; pip install a", "pip install a && (rm -rf /root/.cache/pip/* | tee /log)",
        "pip install a && pip cache purge > /log", "pip install a; [ $? = 0 ]; pip cache purge", "! pip cache purge; pip install a"
      })
  void theMainJobMountsNothingThatIsEmptiedRightAway(String run) {
    assertKept(MAIN, "FROM python:3.12\nRUN " + run + "\n", "drop-cache-defeaters/pip/stuck");
  }

  @Test
  void norBesideAnOptionInExecForm() {
    assertKept(MAIN, "FROM python:3.12\nRUN [\"pip\", \"install\", \"--no-cache-dir\", \"a\"]\n", "drop-cache-defeaters/pip/stuck");
  }

  @Test
  void norBesideACommandAllOfWhoseWordsWouldGo() {
    String removal = "rm -rf /var/cache/apt/* /var/lib/apt/lists/*";
    String text = "FROM debian:12\nRUN apt-get update && apt-get install -y a && " + removal;
    Rewrite rewrite = assertKept(MAIN, text + " | tee /log\n", "drop-cache-defeaters/apt/stuck", "/var/cache/apt/*");
    assertNoted(rewrite, Note.Kind.KEPT, "drop-cache-defeaters/apt/stuck", "/var/lib/apt/lists/*");
    assertMarked(
        MAIN,
        "FROM debian:12\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y a && rm -rf«- /var/cache/apt/* /var/lib/apt/lists/*» /x | tee /log\n");
  }

  @Test
  void aTrapThatEmptiesTheListsKeepsThemAway() {
    String trap = "RUN trap 'rm -rf /var/lib/apt/lists/*' EXIT; apt-get update && apt-get install -y a\n";
    Rewrite rewrite = MAIN.apply(Dockerfile.parse("FROM debian:12\n" + trap));
    assertThat(rewrite.after().text()).contains("target=/var/cache/apt").doesNotContain("target=/var/lib/apt/lists");
    assertNoted(rewrite, Note.Kind.KEPT, "drop-cache-defeaters/apt/stuck", "rm -rf /var/lib/apt/lists/*");
  }
}
