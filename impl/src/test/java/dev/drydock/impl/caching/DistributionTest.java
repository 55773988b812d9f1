package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.Distribution;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.ImageReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

  @ParameterizedTest
  @CsvSource({
    "debian:bookworm-slim, debian bookworm",
    "debian:12, debian bookworm",
    "debian:12.5-slim, debian bookworm",
    "debian:stable-slim, debian",
    "ubuntu:22.04.3, ubuntu jammy",
    "ubuntu:23.10, ubuntu 23.10",
    "alpine:3.19.1, alpine 3.19",
    "alpine:3, alpine",
    "rockylinux:9, rockylinux 9",
    "debian, debian",
    "ubuntu:22.04, ubuntu jammy",
    "ubuntu:noble-20240801, ubuntu noble",
    "python:3.12-slim-bookworm, debian bookworm",
    "python:3.12, debian",
    "docker.io/library/python:3.12-alpine3.19, alpine 3.19",
    "python:3.12-alpine, alpine",
    "nvidia/cuda:12.1.0-devel-ubuntu22.04, ubuntu jammy",
    "gcr.io/distroless/python3-debian12, debian bookworm",
    "fedora:40, fedora 40",
  })
  void isToldByNameAndTag(String image, String distribution) {
    assertThat(Distribution.of(ImageReference.parse(image)).map(Distribution::toString)).contains(distribution);
  }

  @ParameterizedTest
  @CsvSource({"scratch", "internal.example/base:7", "${BASE}", "acme/tools:bookworm-to-trixie", "acme/noble-debian12:1"})
  void isOpenWhereNeitherTells(String image) {
    assertThat(Distribution.of(ImageReference.parse(image))).isEmpty();
  }

  @Test
  void thatOfAStageIsThatOfItsLineage() {
    Dockerfile file = Dockerfile.parse("ARG R=bookworm\nFROM debian:$R AS base\nFROM scratch AS none\nFROM base\nUSER a\n");
    assertThat(file.stages().map(stage -> Distribution.of(stage.rootImage()).map(Distribution::toString).getOrElse("")))
        .containsExactly("debian bookworm", "", "debian bookworm");
  }

  @Test
  void differsOnlyWhereThatIsKnown() {
    assertThat(differ("debian:bookworm", "debian:bullseye")).isTrue();
    assertThat(differ("debian:bookworm", "ubuntu")).isTrue();
    assertThat(differ("python:3.12", "debian:bookworm")).isFalse();
    assertThat(differ("debian:12", "python:3.9-bookworm")).isFalse();
  }

  private static boolean differ(String one, String other) {
    return Distribution.of(ImageReference.parse(one))
        .get()
        .differsFrom(Distribution.of(ImageReference.parse(other)).get());
  }
}
