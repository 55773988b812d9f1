package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drydock.caching.CacheId;
import dev.drydock.caching.CacheIds;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Stage;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each policy calls a cache, and what may be one's name. */
class CacheIdsTest {

  private static String id(CacheIds ids, String dockerfile) {
    Stage stage = Dockerfile.parse(dockerfile).stages().last();
    return new CacheId(ids.id("/c", stage).getOrElse("/c")).text();
  }

  @ParameterizedTest
  @CsvSource({
    "debian:bookworm-slim, debian-bookworm/c",
    "debian:12.5, debian-bookworm/c",
    "python:3.12-slim-bookworm, debian-bookworm/c",
    "ghcr.io/astral-sh/uv:python3.12-bookworm, debian-bookworm/c",
    "ubuntu:22.04, ubuntu-jammy/c",
    "python:3.12-alpine3.19, alpine-3.19/c",
    "python:3.12-slim, python:3.12-slim/c",
    "python, python/c",
    "registry.example.com:5000/base:7, registry.example.com:5000/base:7/c",
    "python:3.12@sha256:abc, python:3.12@sha256:abc/c",
    "python:${V}-slim-bookworm, debian-bookworm/c",
    "$REGISTRY/python:3.12-slim-bookworm, debian-bookworm/c",
    "base@x%y, base@x%0025y/c",
  })
  void aReleaseIsNamedWhereItIsToldAndTheImageWhereNot(String image, String id) {
    assertThat(id(CacheIds.byRelease(), "FROM " + image + "\n")).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "debian:$R, by-argument/debian-bookworm/c",
    "debian:${R}-slim, by-argument/debian-bookworm/c",
    "debian:${NONE:-trixie}, by-argument/debian:${NONE}:-trixie/c",
    "python:${V}-slim, by-argument/python:3.12-slim/c",
    "python:$NONE, by-argument/python:${NONE}/c",
    "python:${NONE}-${V:+x}, by-argument/python:${NONE}-${V}:+x/c",
    "ubuntu:22.${V}, by-argument/ubuntu-22.3/c",
  })
  void whatAnArgumentChoosesIsKeptApartFromWhatIsKnown(String image, String id) {
    assertThat(id(CacheIds.byRelease(), "ARG R=bookworm\nARG V=3.12\nARG NONE\nFROM " + image + "\n")).isEqualTo(id);
  }

  @Test
  void anArgumentThatChoosesTheStageChoosesTheRelease() {
    String stages = "ARG S=slim\nFROM debian:bookworm AS slim\nFROM debian:trixie AS wide\nFROM ";
    assertThat(id(CacheIds.byRelease(), stages + "slim\n")).isEqualTo("debian-bookworm/c");
    assertThat(id(CacheIds.byRelease(), stages + "$S\n")).isEqualTo("by-argument/debian-bookworm/c");
  }

  @ParameterizedTest
  @CsvSource({
    "'', $TARGETARCH$TARGETVARIANT/c",
    "--platform=$TARGETPLATFORM, $TARGETARCH$TARGETVARIANT/c",
    "--platform=${BUILDPLATFORM}, $BUILDARCH$BUILDVARIANT/c",
    "--platform=linux/amd64, amd64/c",
    "--platform=linux/arm/v7, armv7/c",
    "--platform=arm64, arm64/c",
    "--platform=linux/$TARGETARCH, ${TARGETARCH}/c",
    "--platform=$P, ${P}/c",
  })
  void aPlatformIsTheOneThatTheLineageBeginsWith(String flag, String id) {
    String image = "FROM " + flag + " debian AS base\nFROM --platform=linux/s390x base\n";
    assertThat(id(CacheIds.byPlatform(), image)).isEqualTo(id);
  }

  @Test
  void policiesGoTogether() {
    String file = "FROM debian:bookworm\n";
    CacheIds team = CacheIds.prefixed("s/one-");
    assertThat(id(team.and(CacheIds.byRelease()), file)).isEqualTo("s/one-debian-bookworm/c");
    assertThat(id(CacheIds.byRelease().and(CacheIds.byPlatform()), file))
        .isEqualTo("debian-bookworm/$TARGETARCH$TARGETVARIANT/c");
    assertThat(id(team.and(CacheIds.byRelease()).and(CacheIds.byPlatform()), file))
        .isEqualTo(id(team.and(CacheIds.byRelease().and(CacheIds.byPlatform())), file));
  }

  @Test
  void byTargetIsTheUnit() {
    Stage stage = Dockerfile.parse("FROM debian:12\n").stages().head();
    CacheIds any = CacheIds.byRelease();
    assertThat(any.and(CacheIds.byTarget()).id("/c", stage)).isEqualTo(any.id("/c", stage));
    assertThat(CacheIds.byTarget().and(any).id("/c", stage)).isEqualTo(any.id("/c", stage));
    assertThat(CacheIds.byTarget().and(CacheIds.byTarget()).id("/c", stage)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b", "a b", "a\tb", "a\"b", "a'b", "a\\b", "a`b", "caf\u00e9", "a\nb", "a\u007fb", "", "a$", "$", "${A:-b}", "${}", "$-"})
  void whatWouldBreakTheFlagIsNoId(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CacheId(id)).withMessageContaining("id of a cache mount");
    assertThatIllegalArgumentException().isThrownBy(() -> CacheIds.prefixed(id));
    Rewrite rewrite =
        Transforms.mountCache(PackageManagers.PIP.withIds((target, stage) -> Option.some(id)))
            .apply(Dockerfile.parse("FROM python:3\nRUN pip install a\n"));
    assertThat(rewrite.changed()).isFalse();
    assertThat(rewrite.notes(Note.Kind.WARNING).map(Note::reason).mkString()).contains("id of a cache mount");
  }

  @Test
  void theCharacterIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CacheIds.prefixed("a,b"))
        .withMessageContaining("a,b holds the character U+002C");
  }

  @Test
  void theVariablesOfAnIdAreThoseThatBuildKitExpands() {
    assertThat(new CacheId("a$TARGETARCH-${B}/$TARGETARCH").variables()).containsExactly("TARGETARCH", "B");
    assertThat(new CacheId("/var/cache/apt").variables()).isEmpty();
  }
}
