package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.BindMount;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Cmd;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Entrypoint;
import dev.drydock.dockerfile.Env;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.ParserDirective;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.SecretMount;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.UnknownInstruction;
import dev.drydock.dockerfile.Workdir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A Dockerfile from nothing reads as one that people write, and each step of the way is one. */
class WritingTest {

  @Test
  void twoStages() throws IOException {
    // snippet
    Dockerfile api =
        Dockerfile.from("python:3.12-slim").as("build")
            .workdir("/src")
            .copy("pyproject.toml", "uv.lock", ".")
            .run(Run.of("uv sync --frozen --no-install-project").mount(CacheMount.at("/root/.cache/uv")))
            .copy("src", "src")
            .run(Run.script("""
                set -e
                uv sync --frozen
                uv run pytest
                """))
        .andFrom("python:3.12-slim")                                  // the next stage
            .env("PATH", "/src/.venv/bin:$PATH")                      // a variable stays one
            .label(Map.of("org.opencontainers.image.source", "https://example.com/api"))
            .copy(Copy.of("/src", "/src").from("build").link())
            .user("10001:10001")
            .healthcheck(HealthCheck.cmd("curl -f localhost:8000/health").every(Duration.ofSeconds(30)))
            .cmd("python", "-m", "api");                              // words: exec form; .shellCmd("…") for the other
    // end

    assertThat(api.text())
        .isEqualTo(
            """
            FROM python:3.12-slim AS build
            WORKDIR /src
            COPY pyproject.toml uv.lock .
            RUN --mount=type=cache,target=/root/.cache/uv \\
                uv sync --frozen --no-install-project
            COPY src src
            RUN <<EOF
            set -e
            uv sync --frozen
            uv run pytest
            EOF
            FROM python:3.12-slim
            ENV PATH=/src/.venv/bin:$PATH
            LABEL org.opencontainers.image.source=https://example.com/api
            COPY --from=build --link /src /src
            USER 10001:10001
            HEALTHCHECK --interval=30s CMD curl -f localhost:8000/health
            CMD ["python", "-m", "api"]
            """);
    assertThat(api.requireValid()).isEqualTo(Dockerfile.parse(api.text()));
    assertThat(readme()).as("the README shows this very code").contains(snippet());
  }

  @Test
  void everyInstructionHasItsWord() {
    Dockerfile file =
        Dockerfile.of(ParserDirective.syntax("docker/dockerfile:1"), ParserDirective.check("skip=all"))
            .comment("Everything.")
            .blankLine()
            .arg("PYTHON", "3.12")
            .arg("REVISION")
            .arg(Map.of("B", "2", "A", "1"))
            .arg(Arg.literal("PRICE", "$5"))
            .andFrom(From.of("python:$PYTHON").platform("linux/arm64").as("all"))
            .shell("/bin/bash", "-c")
            .env(Map.of("B", "b c", "A", "$PATH"))
            .env(Env.literal("C", "$"))
            .label("a", "b")
            .label(Label.of("c", "d").with("e", "f"))
            .workdir("/app")
            .add("https://example.com/a.tar.gz", "/tmp/")
            .add(Add.of("a.tar", "/").checksum("sha256:0"))
            .copyFrom("golang:1", "/usr/local/go", "/go")
            .run("make")
            .run("make", "make test")
            .run(Run.exec("make", "-j"))
            .expose(80, 443)
            .expose("53/udp", "7000-7010")
            .volume("/data", "/logs")
            .user(1000, 1000)
            .onbuild(Workdir.of("/x"))
            .stopsignal("SIGINT")
            .maintainer("A. B.")
            .healthcheck(HealthCheck.off())
            .entrypoint("python")
            .shellEntrypoint("exec python")
            .entrypoint(Entrypoint.off())
            .cmd("-m", "app")
            .shellCmd("python -m app")
            .cmd(Cmd.off());
    assertThat(file.text())
        .isEqualTo(
            """
            # syntax=docker/dockerfile:1
            # check=skip=all
            # Everything.

            ARG PYTHON=3.12
            ARG REVISION
            ARG A=1 \\
                B=2
            ARG PRICE="\\$5"
            FROM --platform=linux/arm64 python:$PYTHON AS all
            SHELL ["/bin/bash", "-c"]
            ENV A=$PATH \\
                B="b c"
            ENV C="\\$"
            LABEL a=b
            LABEL c=d \\
                e=f
            WORKDIR /app
            ADD https://example.com/a.tar.gz /tmp/
            ADD --checksum=sha256:0 a.tar /
            COPY --from=golang:1 /usr/local/go /go
            RUN make
            RUN make \\
                && make test
            RUN ["make", "-j"]
            EXPOSE 80 443
            EXPOSE 53/udp 7000-7010
            VOLUME /data /logs
            USER 1000:1000
            ONBUILD WORKDIR /x
            STOPSIGNAL SIGINT
            MAINTAINER A. B.
            HEALTHCHECK NONE
            ENTRYPOINT ["python"]
            ENTRYPOINT exec python
            ENTRYPOINT []
            CMD ["-m", "app"]
            CMD python -m app
            CMD []
            """);
    file.requireValid();
    Set<String> written = new TreeSet<>(file.instructions().map(one -> one.getClass().getSimpleName()).toJavaSet());
    assertThat(written).isEqualTo(kindsOfInstruction());
  }

  private static Set<String> kindsOfInstruction() {
    Set<String> kinds = new TreeSet<>();
    for (Class<?> kind : Instruction.class.getPermittedSubclasses()) {
      Class<?>[] below = kind.getPermittedSubclasses();
      for (Class<?> one : below == null ? new Class<?>[] {kind} : below) {
        kinds.add(one.getSimpleName());
      }
    }
    kinds.remove(UnknownInstruction.class.getSimpleName());
    return kinds;
  }

  @Test
  void eachStepIsAFileToBranchFrom() {
    Dockerfile base = Dockerfile.from("python:3.12");
    Dockerfile one = base.run("one");
    Dockerfile two = base.run("two");
    assertThat(base.text()).isEqualTo("FROM python:3.12\n");
    assertThat(one.text()).isEqualTo("FROM python:3.12\nRUN one\n");
    assertThat(two.text()).isEqualTo("FROM python:3.12\nRUN two\n");
    assertThat(one.constructs().head()).isSameAs(base.constructs().head());
  }

  @Test
  void aStageTakesTheSameWords() {
    Dockerfile file = Dockerfile.parse("FROM a AS build\nRUN x\n\n# the rest\nFROM b\nCOPY --from=build /x /x\n");
    Stage build = file.stage("build").comment("more").run("y").env("A", "b");
    assertThat(build.dockerfile().text())
        .isEqualTo("FROM a AS build\nRUN x\n# more\nRUN y\nENV A=b\n\n# the rest\nFROM b\nCOPY --from=build /x /x\n");
    assertThat(build.instructions()).hasSize(4);
    assertThat(file.stage("1").run("z").as("rest").dockerfile().text())
        .isEqualTo("FROM a AS build\nRUN x\n\n# the rest\nFROM b AS rest\nCOPY --from=build /x /x\nRUN z\n");
    assertThat(file.stage("BUILD").andFrom("c").run("z").as("between").run("zz").dockerfile().text())
        .isEqualTo("FROM a AS build\nRUN x\nFROM c AS between\nRUN z\nRUN zz\n\n# the rest\nFROM b\nCOPY --from=build /x /x\n");
    assertThat(file.stage("build").append().dockerfile()).isSameAs(file);
  }

  @Test
  void whatIsAppendedIsLaidOutAsTheFileIs() {
    Dockerfile windows =
        Dockerfile.of(ParserDirective.escape('`'))
            .andFrom("windows")
            .run(Run.of("a", "b").mount(CacheMount.at("C:\\cache").withId("it's")))
            .env(Map.of("A", "\"", "B", "C:\\"))
            .copy(Copy.of("a", "C:\\a").exclude("\"'"));
    assertThat(windows.text())
        .isEqualTo(
            """
            # escape=`
            FROM windows
            RUN --mount="type=cache,id=it's,target=C:\\cache" `
                a `
                && b
            ENV A="`"" `
                B="C:\\"
            COPY --exclude="`"'" a C:\\a
            """);
    assertThat(windows.requireValid().escape()).isEqualTo('`');
    Run run = (Run) windows.constructs().get(2);
    assertThat(run.mounts()).containsExactly(CacheMount.at("C:\\cache").withId("it's"));

    Dockerfile returns = Dockerfile.parse("FROM a\r\n").run("b", "c").run(Run.script("d\ne")).copy(Copy.inline("f\r\ng\n", "/g"));
    assertThat(returns.text())
        .as("the content of a script or a file keeps its own line ends")
        .isEqualTo("FROM a\r\nRUN b \\\r\n    && c\r\nRUN <<EOF\r\nd\ne\nEOF\nCOPY <<EOF /g\r\nf\r\ng\nEOF\n");
  }

  @Test
  void longInstructionsHaveAnArgumentALine() {
    assertThat(
            Dockerfile.of()
                .copy("services/api/pyproject.toml", "services/api/uv.lock", "services/api/README.md", "/src/services/api/")
                .cmd("gunicorn", "--bind", "0.0.0.0:8000", "--worker-class", "uvicorn.workers.UvicornWorker", "api:app")
                .healthcheck(
                    HealthCheck.cmd("curl --fail --silent http://localhost:8000/health || exit 1")
                        .every(Duration.ofSeconds(90))
                        .timeout(Duration.ofMillis(1500))
                        .retries(5))
                .run(
                    Run.of("uv sync --frozen")
                        .mount(CacheMount.at("/root/.cache/uv").withSharing(CacheMount.Sharing.LOCKED))
                        .mount(BindMount.at("uv.lock").withSource("uv.lock"))
                        .mount(SecretMount.of("index").withEnv("UV_INDEX").asRequired())
                        .network(Run.Network.DEFAULT))
                .text())
        .isEqualTo(
            """
            COPY services/api/pyproject.toml \\
                services/api/uv.lock \\
                services/api/README.md \\
                /src/services/api/
            CMD ["gunicorn", \\
                "--bind", \\
                "0.0.0.0:8000", \\
                "--worker-class", \\
                "uvicorn.workers.UvicornWorker", \\
                "api:app"]
            HEALTHCHECK --interval=1m30s --timeout=1s500ms --retries=5 \\
                CMD curl --fail --silent http://localhost:8000/health || exit 1
            RUN --mount=type=cache,target=/root/.cache/uv,sharing=locked \\
                --mount=type=bind,source=uv.lock,target=uv.lock \\
                --mount=type=secret,id=index,env=UV_INDEX,required \\
                --network=default \\
                uv sync --frozen
            """);
  }

  @Test
  void aFileOfItsContent() {
    assertThat(Copy.inline("listen 80;\nroot $document_root;", "/etc/nginx/conf.d/api.conf").text())
        .isEqualTo("COPY <<\"EOF\" /etc/nginx/conf.d/api.conf\nlisten 80;\nroot $document_root;\nEOF\n");
    assertThat(Copy.inline("EOF\nEOF2\r\n", "/x").chmod("755").text()).isEqualTo("COPY --chmod=755 <<EOF3 /x\nEOF\nEOF2\r\nEOF3\n");
    assertThat(Copy.template("version=$VERSION", "/version").text()).isEqualTo("COPY <<EOF /version\nversion=$VERSION\nEOF\n");
    assertThat(Copy.inline("", "/empty").heredocs().head().content()).isEmpty();
    assertThat(Run.script("#!/usr/bin/env python3\nprint('$x')\n").text()).isEqualTo("RUN <<EOF\n#!/usr/bin/env python3\nprint('$x')\nEOF\n");
  }

  @Test
  void aMapWithoutAnOrderIsWrittenByItsNames() {
    Map<String, String> ordered = new LinkedHashMap<>();
    ordered.put("B", "1");
    ordered.put("A", "2");
    assertThat(Env.of(ordered).text()).isEqualTo("ENV B=1 \\\n    A=2\n");
    assertThat(Label.literal(Map.of("d", "$4", "c", "3", "a", "1", "b", "2")).labels().keySet()).containsExactly("a", "b", "c", "d");
    assertThat(Arg.of(Map.of("B", "$A", "A", "1")).defaults().keySet()).containsExactly("A", "B");
  }

  @Test
  void onlyWhatChangesIsWrittenAnew() {
    Env env = (Env) Instruction.parse("ENV  A=1 \\\n  # why\n      B='2'\n");
    assertThat(env.with("A", "1 $x").text()).isEqualTo("ENV  A=\"1 $x\" \\\n  # why\n      B='2'\n");
    assertThat(env.withLiteral("C", "$3").text()).isEqualTo("ENV  A=1 \\\n  # why\n      B='2' \\\n      C=\"\\$3\"\n");
    assertThat(((Env) Instruction.parse("ENV A=1 B=2\n")).with("C", "3").text()).isEqualTo("ENV A=1 B=2 C=3\n");
    assertThat(((Env) Instruction.parse("ENV A b c\n")).with("A", "d e").text()).isEqualTo("ENV A \"d e\"\n");
    assertThat(((Arg) Instruction.parse("ARG A B=1\n")).with("A", "0").with("B").with("C", "x y").text()).isEqualTo("ARG A=0 B C=\"x y\"\n");
    assertThat(Arg.of("A").withLiteral("B", "$").text()).isEqualTo("ARG A \\\n    B=\"\\$\"\n");
    assertThat(((From) Instruction.parse("from  a:1 as b # c\n".replace(" # c", ""))).withImage("x").as("y").text()).isEqualTo("from  x as y\n");
    From from = (From) Instruction.parse("FROM --platform=$P python:3.12@sha256:0 AS b");
    assertThat(from.withImage(from.image().withTag("3.13-slim")).text()).isEqualTo("FROM --platform=$P python:3.13-slim AS b\n");
    String digest = "sha256:" + "0".repeat(64);
    assertThat(from.withImage(from.image().withTag("3.13").withDigest(digest)).image().text()).isEqualTo("python:3.13@" + digest);
  }

  @Test
  void anInstructionOfAFileKeepsItsOwnEscapeCharacter() {
    Dockerfile file = Dockerfile.parse("# escape=`\nFROM a\nENV A=1\nARG B\n");
    Env env = (Env) file.constructs().get(2);
    assertThat(env.with("A", "\"").text()).isEqualTo("ENV A=\"`\"\"\n");
    assertThat(env.with("B", "C:\\ \"").text()).isEqualTo("ENV A=1 `\n    B=\"C:\\ `\"\"\n");
    assertThat(((Arg) file.constructs().get(3)).with("C", "\"").text()).isEqualTo("ARG B `\n    C=\"`\"\"\n");
  }

  @Test
  void theFirstConstructsNeedNoStage() {
    assertThat(Dockerfile.of(Comment.of("  a  "), OnBuild.of(Run.of("x"))).text()).isEqualTo("# a\nONBUILD RUN x\n");
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("..").resolve("README.md"));
  }

  /** The code between the two comments of this file, as it stands on the page. */
  private static String snippet() throws IOException {
    Path source = Path.of("..").resolve("impl/src/test/java/dev/drydock/impl/read/WritingTest.java");
    List<String> code =
        Pattern.compile("\n    // snippet\n(.*?)\n    // end\n", Pattern.DOTALL)
            .matcher(Files.readString(source))
            .results()
            .map(found -> found.group(1))
            .toList();
    return code.get(0).stripIndent();
  }
}
