package dev.drydock.laws.generator;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Dockerfiles of Python services: a head, one to three stages, in each of them downloads and what endangers them. */
final class Services {

  private Services() {}

  static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, texts(pieces())),
        Tuple.of(3, Arbitraries.of(Hazard.class).flatMap(Services::textsWith)),
        Tuple.of(3, Arbitraries.of(Ecosystem.class).flatMap(Services::textsOf)));
  }

  /** A stage of another ecosystem, with or without what endangers its mounts, among what others have. */
  static Arbitrary<String> textsOf(Ecosystem ecosystem) {
    Arbitrary<String> danger = Arbitraries.of("", "", ecosystem.danger());
    Arbitrary<String> other = Arbitraries.of(Ecosystem.class).map(any -> "RUN " + any.command() + "\n");
    Arbitrary<String> around = Arbitraries.oneOf(Arbitraries.just(""), pieces(), other);
    return Combinators.combine(head(), Downloads.texts(ecosystem.command()), danger, around, laterStage())
        .as((top, run, then, more, later) -> top + "FROM " + ecosystem.base() + " AS app\n" + run + more + then + later);
  }

  static Arbitrary<String> textsWith(Hazard hazard) {
    Arbitrary<String> around =
        Combinators.combine(pieces().list().ofMaxSize(3), pieces().list().ofMaxSize(3))
            .as((above, below) -> String.join("", above) + hazard.body() + String.join("", below));
    Arbitrary<String> head = hazard.head().isEmpty() ? head() : Arbitraries.just(hazard.head());
    Arbitrary<String> base = hazard.base().isEmpty() ? base() : Arbitraries.just(hazard.base());
    return Combinators.combine(head, base, around, laterStage())
        .as((top, image, body, later) -> top + "FROM " + image + " AS app\n" + body + later);
  }

  private static Arbitrary<String> texts(Arbitrary<String> pieces) {
    Arbitrary<String> body = pieces.list().ofMinSize(1).ofMaxSize(7).map(all -> String.join("", all));
    return Combinators.combine(head(), base(), body, laterStage())
        .as((top, image, stage, later) -> top + "FROM " + image + " AS app\n" + stage + later);
  }

  private static Arbitrary<String> head() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just("")),
        Tuple.of(3, ConstructTexts.of(dev.drydock.dockerfile.ParserDirective.class)),
        Tuple.of(
            3,
            Arbitraries.of(
                "# Dockerfile of the api service\n",
                "\n# syntax=docker/dockerfile:1\n",
                "  # syntax=docker/dockerfile:1.4\n",
                "#!/usr/bin/env buildkit\n",
                "//syntax=docker/dockerfile:1\n",
                "# check=skip=all\n# syntax=docker/dockerfile:1.7\n",
                "ARG PYTHON=3.12\nARG BASE=python:${PYTHON}-slim\n",
                "# syntax=docker/dockerfile:1\n\nARG REGISTRY=docker.io/library\n",
                "# escape=\\\n")));
  }

  private static Arbitrary<String> base() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of("python:3.12-slim", "python:3.12", "debian:bookworm-slim", "ubuntu:24.04")),
        Tuple.of(
            2,
            Arbitraries.of(
                "ghcr.io/astral-sh/uv:python3.12-bookworm-slim", "python:3.12-alpine", "registry.example.com/base:7",
                "${BASE}", "python:3.12-slim@sha256:" + "0123456789abcdef".repeat(4), "scratch",
                "--platform=$BUILDPLATFORM python:3.12-slim")));
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Downloads.texts()),
        Tuple.of(2, Arbitraries.of(Hazard.class).map(Hazard::body)),
        Tuple.of(2, ConstructTexts.ofAnyKindWithinAStage()),
        Tuple.of(1, Arbitraries.of("\n", "# install what we need\n", "# hadolint ignore=DL3008\n")));
  }

  private static Arbitrary<String> laterStage() {
    Arbitrary<String> from =
        Arbitraries.of(
            "FROM app\n", "FROM app AS test\n", "FROM python:3.12-slim AS runtime\nCOPY --from=app /app /app\n",
            "FROM gcr.io/distroless/python3\nCOPY --from=0 /opt /opt\n", "FROM APP AS final\nUSER 1000:1000\n");
    Arbitrary<String> stage =
        Combinators.combine(from, pieces().list().ofMaxSize(4))
            .as((begin, rest) -> "\n" + begin + String.join("", rest));
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just("")),
        Tuple.of(2, stage),
        Tuple.of(1, Combinators.combine(List.of(stage, stage)).as(all -> String.join("", all))));
  }
}
