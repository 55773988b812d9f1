package dev.drydock.impl.caching;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.caching.Transforms.stripCacheMounts;
import static dev.drydock.impl.caching.Examples.ARCHIVES;
import static dev.drydock.impl.caching.Examples.KEEP;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Transform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mounts of package managers' caches go, and no others. */
class StripCacheMountsTest {

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

  @Test
  void whatKeepsBuildsOutOfACacheGoesWithIt() {
    String before = "FROM python:3.12\nENV CFLAGS=-O2\nRUN pip install a\n";
    assertRewrites(stripCacheMounts(), mountCache(PIP).apply(Dockerfile.parse(before)).after().text(), before);
    assertRewrites(
        stripCacheMounts(),
        "FROM a\nRUN --mount=type=tmpfs,target=/opt/pip/wheels --mount=type=cache,target=/opt/pip PIP_CACHE_DIR=/opt/pip pip install a\n",
        "FROM a\nRUN PIP_CACHE_DIR=/opt/pip pip install a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mount=type=tmpfs,target=/root/.cache/pip/wheels pip install a", "--mount=type=tmpfs,target=/wheels pip wheel -w /wheels a",
        "--mount=type=tmpfs,target=/root/.cache pip install a"
      })
  void anEmptyDirectoryWithoutTheCacheStays(String run) {
    assertThat(stripCacheMounts().apply(Dockerfile.parse("FROM python:3.12\nRUN " + run + "\n")).changed()).isFalse();
    String mounted = "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/uv " + run + "\n";
    assertRewrites(stripCacheMounts(), mounted, "FROM python:3.12\nRUN " + run + "\n");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "FROM a%KEEP%MOUNTED > FROM a%PLAIN", "FROM a%STEP%MOUNTED > FROM a%PLAIN", "FROM a%# other%STEP%MOUNTED > FROM a%# other%PLAIN",
        "FROM a%STEP%%MOUNTED > FROM a%%PLAIN", "FROM a%%STEP%%MOUNTED > FROM a%%PLAIN", "FROM a%%KEEP%%MOUNTED > FROM a%%PLAIN",
        "FROM a%KEEP%%# why%MOUNTED > FROM a%# why%PLAIN", "FROM a%KEEP%%MOUNTED > FROM a%%PLAIN", "FROM a%MOUNTED%STEP > FROM a%PLAIN%STEP",
        "FROM a%STEP%MOUNTED%NEEDED > FROM a%STEP%PLAIN%NEEDED", "FROM a%STEP%FROM b%MOUNTED > FROM a%STEP%FROM b%PLAIN"
      })
  void theStepGoesWithItsCommentAndABlankLineThatWouldBeDoubled(String before, String after) {
    assertRewrites(stripCacheMounts(), written(before), written(after));
  }

  private static String written(String lines) {
    String step = KEEP.substring(KEEP.indexOf('\n') + 1).strip();
    return (lines.replace('%', '\n') + "\n")
        .replace("KEEP", KEEP.strip())
        .replace("STEP", step)
        .replace("MOUNTED", ARCHIVES + "apt-get update && apt-get install -y a")
        .replace("NEEDED", "RUN --mount=type=cache,from=data,source=/d,target=/var/cache/apt apt-get install -y b")
        .replace("PLAIN", "RUN apt-get update && apt-get install -y a");
  }

  @Test
  void aptIsConfiguredAsTheImageHasItAgain() {
    String text = "FROM debian:12 AS a\n\nRUN apt-get update && apt-get install -y x\nFROM a\nRUN apt-get install -y y\n";
    Dockerfile before = Dockerfile.parse(text);
    for (Transform keeping :
        List.of(
            pythonCaching().withoutSyntax(), pythonCaching().withoutSyntax().withDocumentedAptConfiguration())) {
      Dockerfile mounted = keeping.apply(before).after();
      assertThat(mounted).isNotEqualTo(before);
      assertThat(stripCacheMounts().apply(mounted).after().text().replace("\\\n    ", "")).isEqualTo(text);
    }
    String byHand = text.replaceFirst("RUN", "RUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN --mount=type=cache,target=/var/cache/apt");
    assertThat(stripCacheMounts().apply(Dockerfile.parse(byHand)).after().text()).contains("docker-clean");
  }
}
