package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.POETRY;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.laws.Laws;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would defeat a mounted cache goes, and nothing else of the RUN does. */
class DroppedTest {

  private static final Transform DROP = dropCacheDefeaters(APT, PIP, UV);

  private static String mounted(String command) {
    return "FROM python:3.12\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
        + "    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n"
        + "    --mount=type=cache,target=/root/.cache/pip \\\n"
        + "    --mount=type=cache,target=/root/.cache/uv \\\n    "
        + command
        + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-ec | pip install a; pip cache purge | pip install a",
        "-ec | for x in a; do pip install $x; done; pip cache purge | for x in a; do pip install $x; done",
        "-euxo\", \"pipefail\", \"-c | pip install a; pip cache purge | pip install a",
        "-o\", \"errexit\", \"-c | pip install a && pip cache purge; b | pip install a && true; b",
        "-ec | pip install a && pip cache purge; b | pip install a && true; b",
        "-ec | pip install a && pip cache purge | pip install a",
        "-ec | pip install a && bash -c 'pip cache purge'; b | pip install a && true; b",
        "-ec | case x in x) pip install a && pip cache purge;; esac; b | case x in x) pip install a && true;; esac; b",
        "-ec | pip install a && b; pip cache purge | pip install a && b; true",
        "-c | pip install a; pip cache purge | pip install a; true",
        "-c | pip install a && pip cache purge; b | pip install a; b"
      })
  void aShellThatStopsOnFailureStopsAndGoesOnAsBefore(String options, String before, String after) {
    String text = "FROM python:3.12\nSHELL [\"/bin/bash\", \"" + options + "\"]\nRUN --mount=type=cache,target=/root/.cache/pip ";
    assertRewrites(DROP, text + before + "\n", text + after + "\n");
  }

  @Test
  void aScriptThatNamesItsInterpreterIsNotStartedBySHELL() {
    String text = "FROM python:3.12\nSHELL [\"bash\", \"-ec\"]\nRUN --mount=type=cache,target=/root/.cache/pip <<EOF\n";
    assertThat(DROP.apply(Dockerfile.parse(text + "pip install a\npip cache purge\nEOF\n")).after().text())
        .isEqualTo(text + "pip install a\nEOF\n");
    assertThat(DROP.apply(Dockerfile.parse(text + "#!/bin/sh\npip install a\npip cache purge\nEOF\n")).after().text())
        .isEqualTo(text + "#!/bin/sh\npip install a\ntrue\nEOF\n");
  }

  private static void drops(String before, String after) {
    assertRewrites(DROP, mounted(before), mounted(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/* | apt-get update && apt-get install -y a",
        "rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y a | apt-get update && apt-get install -y a",
        "apt-get update && apt-get clean && apt-get install -y a | apt-get update && apt-get install -y a",
        "set -e; apt-get update; apt-get install -y a; apt-get clean | set -e; apt-get update; apt-get install -y a",
        "apt-get update && apt-get install -y a && apt clean && apt-get autoclean | apt-get update && apt-get install -y a",
        "apt-get update && apt-get install -y a && rm -fr \"/var/lib/apt/lists\"/* | apt-get update && apt-get install -y a",
        "apt-get update && apt-get install -y a && rm -r -f /var/lib/apt/lists/* /tmp/* | apt-get update && apt-get install -y a && rm -r -f /tmp/*",
        "apt-get update && apt-get install -y a && rm --recursive --force /tmp/x /var/lib/apt/lists/* | apt-get update && apt-get install -y a && rm --recursive --force /tmp/x",
        "apt-get update && apt-get install -y a && rm --rec --force /var/lib/apt/lists/* | apt-get update && apt-get install -y a",
        "apt-get update && apt-get install -y a && find /var/lib/apt/lists -type f -delete | apt-get update && apt-get install -y a",
        "bash -c 'apt-get update && apt-get install -y a && apt-get clean' | bash -c 'apt-get update && apt-get install -y a'",
        "apt-get update && apt-get install -y a && sudo apt-get clean | apt-get update && apt-get install -y a",
        "pip install --no-cache-dir a | pip install a",
        "pip --no-cache-dir install a && pip3 install b --no-cache-dir | pip install a && pip3 install b",
        "pip install --no-cache a | pip install a",
        "pip install a && pip cache purge | pip install a",
        "uv pip install --no-cache a && uv -n sync && uv sync --no-cache-dir | uv pip install a && uv sync && uv sync",
        "uv sync && uv cache clean && uv cache prune | uv sync",
        "apt-get update; apt-get install -y a; rm -rf /var/lib/apt/lists/*; b | apt-get update; apt-get install -y a; b",
        "apt-get update && apt-get install -y a && rm -rf '/var/lib/apt/lists/'* /var/cache/apt/* | apt-get update && apt-get install -y a",
        "apt-get update && apt-get install -y a && apt-get clean && rm -fr /var/lib/apt/lists/* /tmp/x /var/cache/apt/* | apt-get update && apt-get install -y a && rm -fr /tmp/x",
        "apt-get update && apt-get install -y a && { apt-get clean; rm -rf /var/lib/apt/lists/*; } | apt-get update && apt-get install -y a",
        "apt-get update && (apt-get install -y a && apt-get clean) && b | apt-get update && (apt-get install -y a) && b",
        "bash -c 'apt-get update && apt-get install -y a' && bash -c 'apt-get clean' | bash -c 'apt-get update && apt-get install -y a'",
        "apt-get update && apt-get install -y a && if [ -d /var/lib/apt ]; then rm -rf /var/lib/apt/lists/*; fi | apt-get update && apt-get install -y a",
        "if a; then apt-get update && apt-get install -y b && apt-get clean; fi | if a; then apt-get update && apt-get install -y b; fi",
        "if a; then apt-get update && apt-get install -y b; else apt-get clean; fi; c | if a; then apt-get update && apt-get install -y b; fi; c",
        "set -e; apt-get update; apt-get install -y a; apt-get clean ; | set -e; apt-get update; apt-get install -y a ;"
      })
  void defeatersGoWithTheirConnectors(String before, String after) {
    drops(before, after);
  }

  @Test
  void whereTheExitStatusDependsOnItTrueTakesItsPlace() {
    drops(
        "apt-get update; apt-get install -y a; rm -rf /var/lib/apt/lists/*",
        "apt-get update; apt-get install -y a; true");
    drops("apt-get update && apt-get install -y a || apt-get clean", "apt-get update && apt-get install -y a || true");
  }

  @Test
  void orTrueGoesWithIt() {
    drops("apt-get update; apt-get install -y a; apt-get clean || true; b", "apt-get update; apt-get install -y a; b");
    drops("apt-get update; apt-get install -y a; rm -rf /var/lib/apt/lists/* || :", "apt-get update; apt-get install -y a; true");
  }

  @Test
  void anIfThatWouldDoNothingGoes() {
    drops(
        """
        set -eux; \\
        \tapt-get update; \\
        \tapt-get install -y git; \\
        \tif grep -q bookworm /etc/os-release; then \\
        \t\trm -rf /var/lib/apt/lists/*; \\
        \telse \\
        \t\tapt-get dist-clean; \\
        \tfi""",
        """
        set -eux; \\
        \tapt-get update; \\
        \tapt-get install -y git""");
    drops(
        """
        apt-get update \\
            && apt-get install -y a \\
            # the lists are large
            && if [ "$KEEP" != 1 ]; then \\
                rm -rf /var/lib/apt/lists/*; \\
            fi \\
            && b""",
        """
        apt-get update \\
            && apt-get install -y a \\
            && b""");
    drops(
        """
        apt-get update && \\
            if a; then \\
                apt-get install -y b; \\
            else \\
                # nothing to install
                apt-get clean; \\
            fi && \\
            c""",
        """
        apt-get update && \\
            if a; then \\
                apt-get install -y b; \\
            fi && \\
            c""");
    drops(
        "apt-get update; apt-get install -y a; if b; then rm -rf /var/lib/apt/lists/*; fi; c",
        "apt-get update; apt-get install -y a; if b; then true; fi; c");
  }

  @Test
  void theEndOfABranchThatStopsOnFailureNeedsNoTrue() {
    drops(
        """
        set -eu; \\
            if a; then \\
              apt-get update; \\
              apt-get install -y b; \\
            fi; \\
            rm -rf /var/lib/apt/lists/*""",
        """
        set -eu; \\
            if a; then \\
              apt-get update; \\
              apt-get install -y b; \\
            fi""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pip install \\//  --no-cache-dir \\//  a | pip install \\//  a
          pip install a \\//  --no-cache-dir//b | pip install a//b
          pip install \\//  --no-cache-dir a \\//  b | pip install \\//  a \\//  b
          pip \\//  --no-cache-dir \\//  install \\//\t--no-cache-dir a | pip \\//  install \\//\ta
          """)
  void anOptionInAHeredocGoesWithItsContinuedLine(String script, String after) {
    String open = "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip <<EOF\n";
    assertThat(DROP.apply(Dockerfile.parse(open + script.replace("//", "\n") + "\nEOF\n")).after().text())
        .isEqualTo(open + after.replace("//", "\n") + "\nEOF\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#!/bin/bash -e", "#!/usr/bin/env -S bash -euo pipefail", "#!/bin/sh -o errexit"})
  void anInterpreterThatStopsOnFailureGoesOnAsBefore(String interpreter) {
    String text = "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip <<EOF\n" + interpreter + "\n";
    assertThat(DROP.apply(Dockerfile.parse(text + "pip install a\n[ -f b ] && pip cache purge\nc\nEOF\n")).after().text())
        .isEqualTo(text + "pip install a\n[ -f b ] && true\nc\nEOF\n");
  }

  @Test
  void packagesThatSomebodyCommentedOutStay() {
    drops(
        """
        apt-get update && apt-get install -y \\
           minimap2 \\
        #   python3 \\
        #   cmake
           && \\
           apt-get autoclean && rm -rf /var/lib/apt/lists/* && \\
           mkdir /data""",
        """
        apt-get update && apt-get install -y \\
           minimap2 \\
        #   python3 \\
        #   cmake
           && \\
           mkdir /data""");
    drops(
        """
        apt-get update && apt-get install -y \\
            minimap2 \\
            # python3-dev
            && rm -rf /var/lib/apt/lists/*""",
        """
        apt-get update && apt-get install -y \\
            # python3-dev
            minimap2""");
    drops(
        """
        apt-get update && apt-get install -y \\
                tini \\
                # tini is the entry point, so that SIGTERM is not lost
            && rm -rf /var/lib/apt/lists/*""",
        """
        apt-get update && apt-get install -y \\
                # tini is the entry point, so that SIGTERM is not lost
                tini""");
    drops(
        """
        apt-get update && apt-get install -y \\
                tini \\
                # tini is the entry point, so that SIGTERM is not lost
                # when kubectl deletes the pod
            && rm -rf /var/lib/apt/lists/*""",
        """
        apt-get update && apt-get install -y \\
                # tini is the entry point, so that SIGTERM is not lost
                # when kubectl deletes the pod
                tini""");
    drops(
        """
        apt-get update && apt-get install -y \\
            tini \\
            # tini is needed, and this cleans up
            && rm -rf /var/lib/apt/lists/*""",
        """
        apt-get update && apt-get install -y \\
            tini""");
    drops(
        """
        apt-get update && apt-get install -y \\
                tini \\
                # a clean layer
            && rm -rf /var/lib/apt/lists/*""",
        """
        apt-get update && apt-get install -y \\
                tini""");
    drops(
        """
        apt-get update && apt-get install -y \\
                cmake && \\
                # etcd && \\ (not in ubuntu 24.04)
            apt-get clean && \\
            rm -rf /var/lib/apt/lists/*""",
        """
        apt-get update && apt-get install -y \\
                # etcd && \\ (not in ubuntu 24.04)
                cmake""");
    drops(
        """
        apt-get update && apt-get install -y \\
            minimap2 \\
            # git curl
            && rm -rf /var/lib/apt/lists/*; \\
            echo done""",
        """
        apt-get update && apt-get install -y \\
            minimap2 \\
            # git curl
            ; \\
            echo done""");
    drops(
        """
        bash -c 'apt-get update && apt-get install -y \\
            minimap2 \\
        #    libssl-dev=3.* \\
            && apt-get clean'""",
        """
        bash -c 'apt-get update && apt-get install -y \\
            minimap2 \\
        #    libssl-dev=3.* \\
            '""");
  }

  @Test
  void anArgumentThatIsCommentedOutStaysWhereTheNextOneGoes() {
    drops(
        """
        pip install \\
            # --pre
            --no-cache-dir \\
            flask""",
        """
        pip install \\
            # --pre
            flask""");
  }

  @Test
  void aContinuedLineGoesWithItsComment() {
    drops(
        """
        apt-get update \\
            && apt-get install -y \\
               # why a
               a \\
            # tidy up
            && apt-get clean \\
            && rm -rf /var/lib/apt/lists/*""",
        """
        apt-get update \\
            && apt-get install -y \\
               # why a
               a""");
    drops(
        """
        apt-get update && \\
            apt-get install -y a && \\
            rm -rf /var/lib/apt/lists/* && \\
            echo done""",
        """
        apt-get update && \\
            apt-get install -y a && \\
            echo done""");
    drops(
        """
        pip install \\
            --no-cache-dir \\
            -r r.txt""",
        """
        pip install \\
            -r r.txt""");
  }

  /** Not with carriage returns, which the shell would take for a part of the words. */
  @Test
  void insideAHeredocTheLineGoes() {
    Dockerfile before =
        Dockerfile.parse(
            """
            FROM python:3.12
            RUN --mount=type=cache,target=/root/.cache/pip <<EOF
            set -e
            pip install --no-cache-dir a
            pip cache purge
            EOF
            """);
    assertThat(Laws.check(DROP, before).after().text())
        .isEqualTo(
            """
            FROM python:3.12
            RUN --mount=type=cache,target=/root/.cache/pip <<EOF
            set -e
            pip install a
            EOF
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash -ex <<EOF", "sh <<'EOF'", "bash -s <<EOF", "/bin/bash -e <<\"EOF\"", "bash <<-EOF && d"})
  void insideTheScriptThatAShellReadsFromAHeredocTheLineGoes(String shell) {
    String mounts =
        "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip --mount=type=cache,target=/var/cache/apt"
            + " --mount=type=cache,target=/var/lib/apt/lists ";
    String before = "apt-get update\n  apt-get install -y a $B\napt-get clean\npip install --no-cache-dir c\n";
    String after = "apt-get update\n  apt-get install -y a $B\npip install c\n";
    Dockerfile file = Dockerfile.parse(mounts + shell + "\n" + before + "EOF\n");
    assertThat(Laws.check(DROP, file).after().text()).isEqualTo(mounts + shell + "\n" + after + "EOF\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install --no-cache-dir a", "apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*",
        "uv sync --no-cache"
      })
  void withoutAMountTheLayerStaysSmall(String command) {
    assertUntouched(DROP, "FROM python:3.12\nRUN " + command + "\n");
  }

  @Test
  void whatElseNamesFilesIsNoPureCleaning() {
    assertUntouched(DROP, "FROM python:3.12\nRUN --mount=type=cache,target=/var/cache/apt apt-get clean rm /var/cache/apt/x\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "pip install a && rm -rf /root/.cache | pip install a",
        "pip install a && uv sync && rm -rf ~/.cache/pip ~/.cache/uv | pip install a && uv sync",
        "pip install a && mkdir /x && ldconfig && rm -rf ~/.cache/* | pip install a && mkdir /x && ldconfig",
        "pip install a && make && rm -rf ~/.cache/pip | pip install a && make",
        "pip install a && rm -rf ~/.cache/pip /tmp/x | pip install a && rm -rf /tmp/x",
        "pip install a && rm -rf ~/.cache/pip/http* | pip install a",
        "find /var/lib/apt/lists -mindepth 1 -delete && apt-get update && apt-get install -y a | apt-get update && apt-get install -y a",
        "pip install --no-cache-dir a --no-cache b | pip install a b"
      })
  void removalsOfPureCachesGo(String before, String after) {
    drops(before, after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install a && make && rm -rf ~/.cache", "pip install a && rm -rf ~/.config", "pip install a && rm -f /var/lib/apt",
        "pip list --no-cache-dir", "echo --no-cache-dir", "pip install a -- --no-cache-dirs",
        "pip install a && pip install --no-cache-dir --cache-dir /c b", "pip install a && PIP_CACHE_DIR=/c pip cache purge"
      })
  void whatIsMoreThanTheCacheStays(String command) {
    assertThat(DROP.apply(Dockerfile.parse(mounted(command))).changed()).isFalse();
  }

  private static final String INSTALLS = "RUN --mount=type=cache,target=/root/.cache/pip ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN uv sync\nRUN rm -rf /root/.cache", "RUN uv sync && rm -rf /root/.cache", "RUN uv sync && uv cache clean", "RUN uv sync --no-cache",
        "RUN uv --version && pip list", "RUN apt-get update && apt-get install -y x", "FROM python:3.12 AS other\nRUN uv sync\nFROM python:3.12"
      })
  void aRemovalOfAllCachesGoesWhereNoneIsLeftInTheImage(String before) {
    assertMarked(DROP, python(before + "\n" + INSTALLS + "pip install a«- && rm -rf /root/.cache»"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN uv sync", "RUN rm -rf /root/.cache\nRUN uv sync", "RUN rm -rf /root/.cache && uv sync", "RUN uv cache clean && uv sync",
        "RUN uv sync; [ -n \"$SLIM\" ] && uv cache clean; true", "RUN touch /root/.cache/x", "RUN ./install.sh"
      })
  void itStaysWhereAnEarlierStepMayHaveLeftOne(String before) {
    Rewrite rewrite =
        assertKept(
            DROP, python(before + "\n" + INSTALLS + "pip install a && rm -rf /root/.cache"), "drop-cache-defeaters/pip/stuck", "rm -rf /root/.cache");
    int line = 1 + (int) before.lines().count();
    String last = before.substring(before.lastIndexOf('\n') + 1);
    assertThat(reason(rewrite, "drop-cache-defeaters/pip/stuck")).endsWith("left in the image by line " + line + ", " + last);
  }

  @Test
  void whatTheRunItselfPutsBesideItsMountsIsStillRemoved() {
    assertMarked(DROP, python(INSTALLS + "touch ~/.cache/pip/x && pip install a«- && rm -rf ~/.cache»"));
    assertMarked(DROP, python(INSTALLS + "apt-get update && apt-get install -y x && pip install a«- && rm -rf ~/.cache»"));
    assertKept(DROP, python(INSTALLS + "touch ~/.cache/x && pip install a && rm -rf ~/.cache"), "drop-cache-defeaters/pip/stuck");
    assertKept(DROP, python(INSTALLS + "pip install a && uv sync && rm -rf ~/.cache"), "drop-cache-defeaters/pip/stuck");
  }

  @Test
  void aCacheOfTwoDirectoriesIsEmptiedWhereOneIsInNoMount() {
    Transform drop = dropCacheDefeaters(POETRY);
    String mount = "RUN --mount=type=cache,target=/root/.cache/pypoetry";
    String clear = " && poetry cache clear --all .";
    assertMarked(drop, python(mount + " poetry install«-" + clear + "»"));
    assertMarked(drop, python(mount + "/cache echo a && poetry show«-" + clear + "»"));
    Rewrite rewrite = assertKept(drop, python(mount + "/cache poetry install" + clear), "drop-cache-defeaters/poetry/stuck");
    assertThat(reason(rewrite, "drop-cache-defeaters/poetry/stuck")).endsWith("left in the image by poetry install");
  }

  @Test
  void whatTheBaseImageMayHaveLeftIsStillRemoved() {
    String image = "FROM example.com/x\nENV HOME=/root\nUSER root\n";
    assertKept(DROP, image + INSTALLS + "pip install a && rm -rf /root/.cache\n", "drop-cache-defeaters/pip/stuck");
    assertMarked(DROP, image + "RUN rm -rf /root/.cache\n" + INSTALLS + "pip install a«- && rm -rf /root/.cache»\n");
  }

  @Test
  void archivesThatAptHasLeftInTheImageAreStillRemoved() {
    String clean = "RUN --mount=type=cache,target=/var/cache/apt apt-get install -y b";
    String hook = "FROM debian:12\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\n";
    String earlier = "RUN apt-get update && apt-get install -y a\n";
    assertMarked(DROP, "FROM debian:12\n" + earlier + clean + "«- && apt-get clean»\n");
    assertMarked(DROP, hook + clean + "«- && apt-get clean»\n");
    assertMarked(DROP, "FROM debian:12\n" + clean + "«- && apt-get clean» && rm -rf /var/lib/apt/lists/*\n");
    assertKept(DROP, hook + earlier + clean + " && apt-get clean\n", "drop-cache-defeaters/apt/stuck");
    assertKept(DROP, hook + "RUN apt-get update\n" + clean + " && apt-get clean\n", "drop-cache-defeaters/apt/stuck");
  }

  @Test
  void theNoteShowsWhatWentAndWhy() {
    String text = "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir a && pip cache purge\n";
    assertThat(DROP.apply(Dockerfile.parse(text)).explain())
        .isEqualTo(
            "line 2: changed [drop-cache-defeaters/pip/dropped] --no-cache-dir: with it the mounted cache is not used\n"
                + "line 2: changed [drop-cache-defeaters/pip/dropped] pip cache purge: it empties the mounted cache\n");
  }

  @Test
  void onlyTheToolWhoseCacheIsMountedIsLookedAt() {
    String text = "FROM python:3.12\nRUN --mount=type=cache,target=";
    assertRewrites(
        DROP,
        text + "/root/.cache/uv uv sync --no-cache && pip install --no-cache-dir a\n",
        text + "/root/.cache/uv uv sync && pip install --no-cache-dir a\n");
    assertUntouched(DROP, text + "/opt/x pip install --no-cache-dir a\n");
    assertUntouched(DROP, text + "/root/.cache/pip pip install --no-cache-dir --cache-dir /c a\n");
    assertUntouched(DROP, "FROM python:3.12\nRUN --mount=type=bind,target=/root/.cache pip install --no-cache-dir a\n");
    assertRewrites(
        DROP,
        "FROM python:3.12\nENV C=/c\nRUN --mount=type=cache,target=$C pip install --no-cache-dir --cache-dir /c/pip a\n",
        "FROM python:3.12\nENV C=/c\nRUN --mount=type=cache,target=$C pip install --cache-dir /c/pip a\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -rf /root/.cache", "rm -rf ~/.cache/pip", "rm -rf /root/.cache/pip/*", "pip cache purge"})
  void theMainJobTakesTheRemovalOfAPureCacheOut(String removal) {
    assertRewrites(MAIN, python("RUN pip install a && " + removal), python(PIP_MOUNT + "pip install a"));
  }

  @Test
  void whatIsDeletedAfterACdGoesToo() {
    assertRewrites(
        MAIN,
        """
        FROM debian:12
        RUN rm -f /etc/apt/apt.conf.d/docker-clean
        RUN apt-get update \\
            && apt-get install -y git \\
            && cd /var/lib/apt \\
            && rm -rf lists/* \\
            && cd /srv
        """,
        """
        FROM debian:12
        RUN rm -f /etc/apt/apt.conf.d/docker-clean
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
            --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
            apt-get update \\
            && apt-get install -y git \\
            && cd /var/lib/apt \\
            && cd /srv
        """);
  }

  @Test
  void whatEmptiesAMountOfSomethingElseStays() {
    assertUntouched(DROP, python("RUN --mount=type=cache,target=/opt/x pip install a && rm -rf /opt/x/*"));
  }

  @Test
  void whatEmptiesAMountOfAPartOfTheCacheGoes() {
    assertMarked(DROP, python("RUN --mount=type=cache,target=/root/.cache/pip/http-v2 pip install a«- && rm -rf /root/.cache/pip/http-v2/*»"));
  }

  @Test
  void ofACommandThatMustStayTheWordsGo() {
    assertRefits("RUN «pip»pip install a && ls | rm -rf /tmp/x«- /root/.cache/pip/http»");
  }

  private static Vector<String> dropped(String marked) {
    return assertRefits(marked)
        .notes(Note.Kind.CHANGED)
        .filter(note -> note.rule().endsWith("/dropped"))
        .map(note -> note.rule().split("/", -1)[1] + " " + note.subject())
        .toVector();
  }

  @Test
  void whatGoesIsNotedOnce() {
    assertThat(dropped("RUN «pip»«uv»pip install a && uv sync && rm -rf /tmp/x«- /root/.cache»")).containsExactly("pip /root/.cache");
    assertThat(dropped("RUN «pip»«uv»pip install a && uv sync«- && rm -rf /root/.cache»")).containsExactly("pip rm -rf /root/.cache");
    assertThat(dropped("«keep»RUN «archives»«lists»apt-get update && apt-get install -y a«- && apt-get dist-clean»"))
        .containsExactly("apt apt-get dist-clean");
  }

  @Test
  void aCommandIsNotedAsItStandsWhereSomeOfItHasGoneAlready() {
    assertThat(
            dropped("«keep»RUN «archives»«lists»apt-get update && apt-get install -y a«- && rm -rf /var/cache/apt/* /var/lib/apt/lists/*»"))
        .containsExactly("apt /var/cache/apt/*", "apt rm -rf /var/lib/apt/lists/*");
    assertThat(dropped("«keep»RUN «archives»«lists»apt-get update && apt-get install -y a«- && X=1 rm -rf /var/lib/apt/lists/*»"))
        .containsExactly("apt X=1 rm -rf /var/lib/apt/lists/*");
  }

  @Test
  void anOptionGoesAlsoBesideARemovalThatIsNeeded() {
    Rewrite rewrite =
        assertMarked(
            DROP,
            python("RUN npm ci\nRUN --mount=type=cache,target=/root/.cache/pip pip install «---no-cache-dir »a && rm -rf ~/.cache"));
    assertNoted(rewrite, Note.Kind.KEPT, "drop-cache-defeaters/pip/stuck", "rm -rf ~/.cache");
  }

  @Test
  void aFindThatDeletesByNameEmptiesTheCacheOnly() {
    assertRefits("«keep»RUN «archives»«lists»apt-get update && apt-get install -y x«- && find /var/cache/apt -name '*.deb' -delete»");
    assertThat(PackageManagers.APT.consults()).contains("policy");
  }

  @Test
  void anOptionThatAVariableHoldsIsNothingThatIsRemoved() {
    assertRefits("RUN «pip»O=-rv && pip install x«- && rm $O /root/.cache/pip/*»");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "until apt-get update && apt-get install -y x; do rm -rf /var/lib/apt/lists/*; sleep 1; done",
        "apt-get update || (rm -rf /var/lib/apt/lists/* && apt-get update) && apt-get install -y x"
      })
  void aRemovalThatRepairsTheListsStays(String run) {
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»«lists»" + run + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find«- /var/lib/apt/lists» /tmp/build -type f -delete", "find /tmp/build«- /var/lib/apt/lists» -mindepth 1 -delete"
      })
  void whatIsRemovedBesidesTheCacheIsStillRemoved(String removal) {
    Rewrite rewrite = assertRefits("«keep»RUN «archives»«lists»apt-get update && apt-get install -y curl && " + removal);
    assertNoted(rewrite, Note.Kind.CHANGED, "drop-cache-defeaters/apt/dropped", "/var/lib/apt/lists");
  }
}
