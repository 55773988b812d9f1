package dev.drydock.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;

class IgnoreCommentsTest {

  private static Rewrite rewrite(String text) {
    return IgnoreComments.respectedBy(Transforms.pythonCaching()).apply(Dockerfile.parse(text));
  }

  @Test
  void theInstructionBelowIsLeftAloneAndTheOthersAreNot() {
    Rewrite rewrite =
        rewrite("FROM python:3.12\n# ours\n# drydock: ignore -- it must be slow\nRUN pip install a\nRUN pip install b\n");
    assertThat(rewrite.after().text())
        .contains("slow\nRUN pip install a\nRUN --mount=type=cache,target=/root/.cache/pip");
    assertThat(rewrite.notes().filter(note -> note.line() == 4)).isEmpty();
    assertThat(rewrite.notes(Note.Kind.WARNING)).isEmpty();
  }

  @Test
  void whereNothingIsMountedNothingIsPrepared() {
    String text =
        "FROM python:3.12\n# drydock: ignore\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n";
    assertThat(rewrite(text).changed()).isFalse();
    assertThat(rewrite(text).notes()).isEmpty();
  }

  private static final String APT = "RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n";

  @Test
  void whereAptsCacheIsNotMountedAptIsNotPrepared() {
    String text = "FROM python:3.12\n# drydock: ignore mount-cache/apt\n" + APT + "RUN pip install a\n";
    assertThat(rewrite(text).after().text()).contains("# syntax=", "target=/root/.cache/pip").doesNotContain("docker-clean");
  }

  @Test
  void whereAptsCacheIsMountedElsewhereAptIsPrepared() {
    String ignored = "# drydock: ignore\n" + APT;
    assertThat(rewrite("FROM python:3.12\n" + ignored + APT).after().text()).contains("docker-clean");
    String mounted = APT.replace("RUN ", "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked ");
    assertThat(rewrite("FROM python:3.12\n" + ignored + mounted + "RUN pip install a\n").after().text()).contains("docker-clean");
    assertThat(rewrite("FROM python:3.12\n" + ignored + "ONBUILD " + APT).after().text()).contains("docker-clean");
  }

  @Test
  void aStepThatIsWantedByItselfStays() {
    String text = "FROM python:3.12\n# drydock: ignore\nRUN pip install a\n" + APT;
    Transform both = Transform.sequence(Transforms.keepAptCache(), Transforms.mountCache(PackageManagers.PIP));
    assertThat(IgnoreComments.respectedBy(both).apply(Dockerfile.parse(text + "RUN pip install b\n")).after().text()).contains("docker-clean");
  }

  @Test
  void aRuleOrTheBeginningOfOneIsIgnoredAlone() {
    String text = "FROM python:3.12\n# drydock: ignore mount-cache/pip, mount-cache/uv -- why\nRUN pip install --no-cache-dir a && uv pip install b\n";
    assertThat(rewrite(text).changed()).isFalse();
    String other = text.replace("mount-cache/pip, mount-cache/uv", "mount-cache/apt");
    assertThat(rewrite(other).changed()).isTrue();
    assertThat(rewrite(text.replace("mount-cache/pip, mount-cache/uv", "mount-cache/*/mounted")).changed()).isFalse();
  }

  @Test
  void aWholeFileIsIgnored() {
    String text = "FROM python:3.12\n\nRUN pip install a\n\n# drydock: ignore-file\n";
    assertThat(rewrite(text).changed()).isFalse();
    assertThat(rewrite(text).notes()).isEmpty();
    assertThat(rewrite(text.replace("ignore-file", "ignore-file mount-cache/apt")).changed()).isTrue();
  }

  @Test
  void aCommentThatMatchesNothingIsReported() {
    for (String text :
        new String[] {
          "FROM python:3.12\n# drydock: ignore\nWORKDIR /app\n",
          "FROM python:3.12\n# drydock: ignore\n\nRUN pip install a\n",
          "FROM python:3.12\n# drydock: ignore mount-cache/apt\nRUN pip install a\n",
          "FROM python:3.12\nRUN pip install a\n# drydock: ignore\n"
        }) {
      Note note = rewrite(text).notes(Note.Kind.WARNING).get();
      assertThat(note.rule()).as(text).isEqualTo("ignore/unused");
      assertThat(note.line()).as(text).isEqualTo(text.substring(0, text.indexOf("# dry")).split("\n", -1).length);
    }
  }

  @Test
  void aRuleThatThereIsNotIsReported() {
    Note note = rewrite("FROM python:3.12\n# drydock: ignore mount-cash/pip\nRUN pip install a\n").notes(Note.Kind.WARNING).get();
    assertThat(note.rule()).isEqualTo("ignore/no-rule");
    assertThat(note.subject()).isEqualTo("mount-cash/pip");
  }

  @Test
  void otherCommentsSayNothing() {
    assertThat(rewrite("FROM python:3.12\n# drydock is ignored here\n# drydock: ignored\nRUN pip install a\n").changed()).isTrue();
  }
}
