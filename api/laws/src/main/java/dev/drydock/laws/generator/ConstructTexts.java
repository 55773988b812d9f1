package dev.drydock.laws.generator;

import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.Cmd;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Entrypoint;
import dev.drydock.dockerfile.Env;
import dev.drydock.dockerfile.Expose;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Maintainer;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.ParserDirective;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Shell;
import dev.drydock.dockerfile.StopSignal;
import dev.drydock.dockerfile.UnknownInstruction;
import dev.drydock.dockerfile.User;
import dev.drydock.dockerfile.Volume;
import dev.drydock.dockerfile.Workdir;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** A generator for each kind of construct; a kind without one makes every generation fail. */
final class ConstructTexts {

  private static final Map<Class<? extends Construct>, Arbitrary<String>> GENERATORS =
      HashMap.<Class<? extends Construct>, Arbitrary<String>>empty()
          .put(
              ParserDirective.class,
              lines(
                  "# syntax=docker/dockerfile:1", "# syntax = docker/dockerfile:1.4", "#syntax=docker/dockerfile:1.0",
                  "# syntax=docker/dockerfile:1.0-experimental", "# syntax=docker/dockerfile:1.1",
                  "# syntax=docker/dockerfile:1.1-experimental", "# syntax=docker/dockerfile:1.2",
                  "# syntax=docker/dockerfile", "# syntax=docker/dockerfile:1-labs", "# check=skip=all",
                  "# syntax=docker/dockerfile@sha256:" + "0123456789abcdef".repeat(4),
                  "# syntax=registry.example.com/mirror/dockerfile:7"))
          .put(Comment.class, lines("# a comment", "#", "#no blank", "   # indented", "# ends with \\", "# syntax=dead"))
          .put(BlankLine.class, lines("", "   ", "\t"))
          .put(
              From.class,
              lines(
                  "FROM python:3.12-slim", "FROM app AS later", "FROM --platform=linux/amd64 debian:bookworm-slim AS os",
                  "FROM scratch", "from ubuntu:24.04 as base"))
          .put(Run.class, Downloads.texts())
          .put(
              Copy.class,
              Arbitraries.oneOf(
                  lines(
                      "COPY . /app", "COPY --chown=1000:1000 requirements.txt pyproject.toml ./",
                      "COPY --from=ghcr.io/astral-sh/uv:latest /uv /usr/local/bin/uv", "COPY --link [\"a b\", \"/c d/\"]",
                      "COPY --parents --exclude=*.pyc src ./"),
                  Arbitraries.of(
                      "COPY <<EOF /etc/pip.conf\n[global]\nno-cache-dir = true\nEOF\n",
                      "COPY <<-'A' <<B /etc/\n\ta $x\n\tA\n# not a comment\nB\n")))
          .put(
              Add.class,
              lines(
                  "ADD https://example.com/get-pip.py /tmp/", "ADD --checksum=sha256:" + "ab".repeat(32) + " a /b",
                  "ADD --keep-git-dir=true https://example.com/x.git#main /src"))
          .put(
              Env.class,
              lines(
                  "ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1", "ENV PATH=/opt/venv/bin:$PATH", "ENV LANG C.UTF-8",
                  "ENV A=\"b c\" \\\n    D='e f' \\\n    G=h\\ i", "ENV PIP_NO_CACHE_DIR=off"))
          .put(Arg.class, lines("ARG VERSION", "ARG PYTHON=3.12", "ARG A B=1 C", "ARG TARGETARCH"))
          .put(Label.class, lines("LABEL maintainer=\"a@example.com\"", "LABEL a=b c=d", "LABEL version 1"))
          .put(Expose.class, lines("EXPOSE 8000", "EXPOSE 80/tcp 53/udp", "EXPOSE $PORT"))
          .put(User.class, lines("USER root", "USER app", "USER 1000:1000", "USER ${APP_USER}", "USER nobody:nogroup"))
          .put(Workdir.class, lines("WORKDIR /app", "WORKDIR src", "WORKDIR $HOME/app"))
          .put(Entrypoint.class, lines("ENTRYPOINT [\"python\", \"-m\", \"app\"]", "ENTRYPOINT ./run.sh"))
          .put(Cmd.class, lines("CMD [\"uvicorn\", \"app:app\"]", "CMD python main.py", "CMD []", "CMD <<EOF"))
          .put(Shell.class, lines("SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]", "SHELL [\"/bin/sh\", \"-c\"]"))
          .put(Volume.class, lines("VOLUME /data", "VOLUME [\"/a\", \"/b\"]", "VOLUME /root/.cache"))
          .put(StopSignal.class, lines("STOPSIGNAL SIGINT", "STOPSIGNAL 9"))
          .put(
              HealthCheck.class,
              lines(
                  "HEALTHCHECK NONE", "HEALTHCHECK --interval=30s --retries=3 CMD curl -f http://localhost/ || exit 1",
                  "HEALTHCHECK CMD [\"true\"]"))
          .put(
              OnBuild.class,
              Arbitraries.oneOf(
                  Downloads.commands().map(command -> "ONBUILD RUN " + command + "\n"),
                  lines("ONBUILD COPY . /app", "onbuild run pip install -r requirements.txt", "ONBUILD USER app"),
                  Arbitraries.just("ONBUILD RUN <<EOF\npip install x\nEOF\n")))
          .put(Maintainer.class, lines("MAINTAINER Jane Doe <jane@example.com>"))
          .put(
              UnknownInstruction.class,
              lines("{{ base_image }}", "{% if gpu %}", "INCLUDE+ common.docker", "RUNN pip install x", "- item", "<<EOF"));

  private ConstructTexts() {}

  /** Constructs of this kind, each with the line feed that ends it. */
  static Arbitrary<String> of(Class<? extends Construct> kind) {
    return GENERATORS
        .get(kind)
        .getOrElseThrow(() -> new AssertionError("a kind of construct without a generator: " + kind.getSimpleName()));
  }

  /** Constructs of any kind, all kinds alike. */
  static Arbitrary<String> ofAnyKind() {
    return Arbitraries.of(ConstructKinds.all().asJava()).flatMap(ConstructTexts::of);
  }

  /** Constructs of any kind, seldom of one that would break the file or begin another stage. */
  static Arbitrary<String> ofAnyKindWithinAStage() {
    Arbitrary<String> usual =
        Arbitraries.of(
                ConstructKinds.all()
                    .removeAll(io.vavr.collection.List.of(UnknownInstruction.class, From.class, ParserDirective.class))
                    .asJava())
            .flatMap(ConstructTexts::of);
    return Arbitraries.frequencyOf(Tuple.of(15, usual), Tuple.of(1, of(UnknownInstruction.class)), Tuple.of(1, of(From.class)));
  }

  private static Arbitrary<String> lines(String... texts) {
    return Arbitraries.of(texts).map(text -> text + "\n");
  }
}
