package dev.drydock.impl.transform;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.caching.Transforms.dropCacheDefeatingEnv;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.caching.Transforms.stripCacheMounts;
import static dev.drydock.impl.transform.TransformAssertions.assertKept;
import static dev.drydock.impl.transform.TransformAssertions.assertRewrites;
import static dev.drydock.impl.transform.TransformAssertions.assertUntouched;
import static dev.drydock.impl.transform.TransformAssertions.assertWarns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.laws.Laws;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropCacheDefeatersTest {

  private static final Transform DROP = dropCacheDefeaters(APT, PIP, UV);

  private static String mounted(String command) {
    return "FROM python:3.12\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
        + "    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n"
        + "    --mount=type=cache,target=/root/.cache/pip \\\n"
        + "    --mount=type=cache,target=/root/.cache/uv \\\n    "
        + command
        + "\n";
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

  @Test
  void aShellThatStopsOnFailureGoesOnAsBefore() {
    String text = "FROM python:3.12\nSHELL [\"/bin/bash\", \"-ec\"]\nRUN --mount=type=cache,target=/root/.cache/pip ";
    assertKept(DROP, text + "pip install a && pip cache purge; b\n", "drop-cache-defeaters/pip/stuck");
    assertRewrites(DROP, text + "pip install a && pip cache purge\n", text + "pip install a\n");
    assertKept(DROP, text + "pip install a && bash -c 'pip cache purge'; b\n", "drop-cache-defeaters/pip/stuck");
    assertKept(DROP, text + "case x in x) pip install a && pip cache purge;; esac; b\n", "drop-cache-defeaters/pip/stuck");
    String named = text.replace("\"-ec\"", "\"-o\", \"errexit\", \"-c\"");
    assertKept(DROP, named + "pip install a && pip cache purge; b\n", "drop-cache-defeaters/pip/stuck");
    String goesOn = text.replace("-ec", "-c");
    assertRewrites(DROP, goesOn + "pip install a && pip cache purge; b\n", goesOn + "pip install a; b\n");
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
  void theCacheOfAHomeStaysToBeRemovedWhereTheFilePutsOtherThingsThere() {
    String text = "FROM python:3.12\nCOPY models /root/.cache/models\nRUN pip install a && rm -rf /root/.cache\n";
    assertKept(pythonCaching().withoutSyntax(), text, "mount-cache/pip/removes-mount-point");
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
  @ValueSource(strings = {"pip install --no-cache-dir $(a)", "pip install --no-cache-dir a \\\n  b", "X=1\npip install --no-cache-dir $X"})
  void whatTheShellAroundExpandsInAHeredocStays(String script) {
    String mount = "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip bash <<EOF\n";
    Dockerfile file = Dockerfile.parse(mount + script + "\nEOF\n");
    assertThat(Laws.check(DROP, file).changed()).isFalse();
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
  void whereRootIsNotKnownTheyStay() {
    assertKept(
        DROP,
        "FROM example.com/x\nRUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir a\n",
        "drop-cache-defeaters/pip/user-unknown");
  }

  @Test
  void whatCannotBeTakenOutIsSaid() {
    assertKept(
        DROP,
        "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip pip install a | cat && pip cache purge | cat\n",
        "drop-cache-defeaters/pip/stuck");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "off", "false", "yes"})
  void variablesOfTheImageAreOnlyWarnedOf(String value) {
    assertWarns(
        DROP,
        "FROM python:3.12\nENV PIP_NO_CACHE_DIR=" + value + "\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\n",
        "drop-cache-defeaters/pip/environment");
  }

  @Test
  void emptyVariablesSwitchNothingOff() {
    assertUntouched(
        DROP,
        "FROM python:3.12\nENV UV_NO_CACHE=0 PIP_NO_CACHE_DIR=\nRUN --mount=type=cache,target=/root/.cache uv sync && pip install a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip config set global.no-cache-dir true", "RUN printf '[global]\\nno-cache-dir=1' > /etc/pip.conf",
        "COPY <<EOF /root/.config/pip/pip.conf\n[global]\nno-cache-dir = true\nEOF"
      })
  void visibleConfigurationIsWarnedOf(String configuration) {
    assertWarns(
        DROP,
        "FROM python:3.12\n" + configuration + "\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\n",
        "drop-cache-defeaters/pip/environment");
  }

  @Test
  void whatElseNamesFilesIsNoPureCleaning() {
    assertUntouched(DROP, "FROM python:3.12\nRUN --mount=type=cache,target=/var/cache/apt apt-get clean rm /var/cache/apt/x\n");
  }

  @Test
  void variablesBeforeTheFirstStageAreNoneOfTheImage() {
    assertUntouched(dropCacheDefeatingEnv(PIP), "ENV PIP_NO_CACHE_DIR=1\nADD a b\nFROM python:3.12\n");
  }

  @Test
  void theSeparateTransformTakesThemOutOfEnvAndArg() {
    assertRewrites(
        dropCacheDefeatingEnv(PIP, UV),
        """
        FROM python:3.12
        ARG PIP_NO_CACHE_DIR=1
        ENV PIP_NO_CACHE_DIR=off \\
            PYTHONUNBUFFERED=1 \\
            UV_NO_CACHE=0
        ENV A=1 PIP_NO_CACHE_DIR=1
        ENV PIP_NO_CACHE_DIR 1
        RUN --mount=type=cache,target=/root/.cache pip install a
        """,
        """
        FROM python:3.12
        ENV PYTHONUNBUFFERED=1 \\
            UV_NO_CACHE=0
        ENV A=1
        RUN --mount=type=cache,target=/root/.cache pip install a
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV PIP_NO_CACHE_DIR=1\nENV MODE=${PIP_NO_CACHE_DIR}\n", "ENV PIP_NO_CACHE_DIR=1\nRUN set -eu; echo \"$PIP_NO_CACHE_DIR\"\n",
        "ENV PIP_NO_CACHE_DIR=1\nFROM python\n", "ENV A=1\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\nENV PIP_NO_CACHE_DIR=1\n",
        "ARG PIP_NO_CACHE_DIR=1\nRUN echo $PIP_NO_CACHE_DIR\n", "ARG PIP_NO_CACHE_DIR\nENV A=${PIP_NO_CACHE_DIR}\n",
        "ARG PIP_NO_CACHE_DIR=1 OTHER=2\n"
      })
  void aVariableThatIsUsedOrThatNoMountMakesUpForStays(String lines) {
    String mounting = lines.contains("--mount") ? "" : "RUN --mount=type=cache,target=/root/.cache/pip pip install a\n";
    assertKept(dropCacheDefeatingEnv(PIP), "FROM python:3.12\n" + lines + mounting, "drop-cache-defeating-env/pip/kept");
  }

  @Test
  void aVariableReachesTheStagesThatAreBuiltOnItsStage() {
    String mounting = "FROM base\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\n";
    assertRewrites(
        dropCacheDefeatingEnv(PIP),
        "FROM python:3.12 AS base\nENV PIP_NO_CACHE_DIR=1\n" + mounting,
        "FROM python:3.12 AS base\n" + mounting);
    assertKept(dropCacheDefeatingEnv(PIP), "FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN pip install a\n", "drop-cache-defeating-env/pip/kept");
  }

  @Test
  void aDroppedVariableIsNoted() {
    assertThat(
            dropCacheDefeatingEnv(PIP, UV)
                .apply(Dockerfile.parse(
                        "FROM a\nENV UV_NO_CACHE=1 PIP_NO_CACHE_DIR=1 A=b\nRUN --mount=type=cache,target=/root/.cache uv sync && pip install a\n"))
                .notes()
                .map(note -> note.rule() + " " + note.subject()))
        .containsExactly("drop-cache-defeating-env/pip/dropped PIP_NO_CACHE_DIR", "drop-cache-defeating-env/uv/dropped UV_NO_CACHE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ARG OTHER=2", "ENV PIP_NO_CACHE_DIR=", "ENV UV_NO_CACHE=1", "ENV PIP_CACHE_DIR=/c",
        "RUN PIP_NO_CACHE_DIR=1 pip install a"
      })
  void whatDoesNotSwitchTheCacheOffStays(String line) {
    assertUntouched(dropCacheDefeatingEnv(PIP), "FROM a\n" + line + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "false", "F", "n", "No", "off", "''"})
  void switchesAreOffWhereTheySayNo(String no) {
    assertUntouched(dropCacheDefeatingEnv(UV), "FROM a\nENV UV_NO_CACHE=" + no + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "on", "$OTHER"})
  void andOnWhereTheySayAnythingElse(String yes) {
    String run = "RUN --mount=type=cache,target=/root/.cache/uv uv sync\n";
    assertRewrites(dropCacheDefeatingEnv(UV), "FROM a\nENV UV_NO_CACHE=" + yes + "\n" + run, "FROM a\n" + run);
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

  @Test
  void aVariableOfTheCommandIsWarnedOf() {
    for (String run : new String[] {"PIP_NO_CACHE_DIR=1 pip install a", "export PIP_NO_CACHE_DIR=1 && pip install a"}) {
      assertWarns(
          DROP, "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip " + run + "\n", "drop-cache-defeaters/pip/environment");
    }
    assertUntouched(
        DROP, "FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN --mount=type=cache,target=/root/.cache/pip PIP_NO_CACHE_DIR= pip install a\n");
    assertUntouched(
        DROP, "FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN --mount=type=cache,target=/root/.cache/pip pip list\n");
  }

  @Test
  void strippingTakesCacheMountsOutAndNothingElse() {
    assertRewrites(
        stripCacheMounts(),
        """
        FROM python:3.12
        RUN --mount=type=cache,target=/root/.cache/pip \\
            --mount=type=bind,source=r.txt,target=r.txt \\
            pip install -r r.txt
        RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt/lists \\
            # why
            pip install b
        ONBUILD RUN --mount=type=cache,target=/root/.cache/uv c
        """,
        """
        FROM python:3.12
        RUN --mount=type=bind,source=r.txt,target=r.txt pip install -r r.txt
        RUN \\
            # why
            pip install b
        ONBUILD RUN c
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mount=type=cache,target=/build cd /build && touch x", "--mount=type=cache,from=data,source=/d,target=/root/.cache/pip pip install a",
        "--mount=type=cache,target=/app/.venv uv sync", "--mount=type=cache,target=$UNKNOWN pip install a"
      })
  void aMountThatTheRunMayNeedStays(String run) {
    assertKept(stripCacheMounts(), "FROM python:3.12\nRUN " + run + "\n", "strip-cache-mounts/needed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target=/opt/pip", "target=/root/.cache", "target=$HOME/.cache/go-build", "target=/home/app/.cache/uv,uid=1000", "target=/root/.npm",
        "target=/usr/local/cargo/registry", "target=/var/lib/apt,sharing=locked", "target=/root/.m2/repository"
      })
  void whatIsAPackageManagersCacheGoes(String mount) {
    String file = "FROM rust\nENV HOME=/root PIP_CACHE_DIR=/opt/pip\nRUN %spip install a && cargo build\n";
    assertRewrites(stripCacheMounts(), String.format(file, "--mount=type=cache," + mount + " "), String.format(file, ""));
  }
}
