package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Cmd;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Entrypoint;
import dev.drydock.dockerfile.Env;
import dev.drydock.dockerfile.Expose;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Maintainer;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Shell;
import dev.drydock.dockerfile.StopSignal;
import dev.drydock.dockerfile.User;
import dev.drydock.dockerfile.Volume;
import dev.drydock.dockerfile.Workdir;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Instructions are made of parts, and read as these; what would be read otherwise is not made. */
class FactoriesTest {

  @Example
  void eachHasTheTextThatOneWouldWrite() {
    written(From.image("python:3.12").withName("build").withPlatform("linux/arm64"), "FROM --platform=linux/arm64 python:3.12 AS build");
    written(From.image("a").withName("b").withName("c"), "FROM a AS c");
    written(Run.of("apt-get update"), "RUN apt-get update");
    written(Run.exec("echo", "a \"b\""), "RUN [\"echo\", \"a \\\"b\\\"\"]");
    written(
        Run.of("make").withNetwork("none").withSecurity("sandbox").withDevice("vendor.com/gpu=all"),
        "RUN --network=none --security=sandbox --device=vendor.com/gpu=all make");
    written(
        Copy.of("a", "/b").withFrom("x").withChown("1:2").withChmod("755").withLink().withParents().withExclude("*.md").withExclude("x y"),
        "COPY --from=x --chown=1:2 --chmod=755 --link=true --parents=true --exclude=*.md --exclude=\"x y\" a /b");
    written(Copy.of(Vector.of("a b", "c"), "/d/"), "COPY [\"a b\", \"c\", \"/d/\"]");
    written(Copy.of("a", "/b").withFrom("x").withFrom("y"), "COPY --from=y a /b");
    written(
        Add.of("https://x/y", "/").withChecksum("sha256:0").withKeepGitDir().withUnpack(false).withChown("a").withChmod("1").withLink().withExclude("z"),
        "ADD --checksum=sha256:0 --keep-git-dir=true --unpack=false --chown=a --chmod=1 --link=true --exclude=z https://x/y /");
    written(Env.of("A", "b \"c\" $d \\"), "ENV A=\"b \\\"c\\\" \\$d \\\\\"");
    written(Label.of("a", "b"), "LABEL a=\"b\"");
    written(Arg.of("A"), "ARG A");
    written(Arg.of("A", "b c"), "ARG A=\"b c\"");
    written(Expose.of("80", "53/udp"), "EXPOSE 80 53/udp");
    written(User.of("app:app"), "USER app:app");
    written(Workdir.of("/a b"), "WORKDIR /a b");
    written(Entrypoint.exec("a", "b"), "ENTRYPOINT [\"a\", \"b\"]");
    written(Entrypoint.shell("exec a"), "ENTRYPOINT exec a");
    written(Cmd.exec("a", "é"), "CMD [\"a\", \"é\"]");
    written(Cmd.shell("a b"), "CMD a b");
    written(Shell.of("/bin/bash", "-c"), "SHELL [\"/bin/bash\", \"-c\"]");
    written(Volume.of("/a", "/b"), "VOLUME /a /b");
    written(Volume.of("/a b"), "VOLUME [\"/a b\"]");
    written(StopSignal.of("SIGINT"), "STOPSIGNAL SIGINT");
    written(HealthCheck.off(), "HEALTHCHECK NONE");
    written(
        HealthCheck.shell("curl x")
            .withInterval("1m")
            .withTimeout("3s")
            .withStartPeriod("5s")
            .withStartInterval("1s")
            .withRetries(2),
        "HEALTHCHECK --interval=1m --timeout=3s --start-period=5s --start-interval=1s --retries=2 CMD curl x");
    written(HealthCheck.exec("a", "b c"), "HEALTHCHECK CMD [\"a\", \"b c\"]");
    written(Maintainer.of("A B"), "MAINTAINER A B");
    written(OnBuild.of(Run.of("a")), "ONBUILD RUN a");
  }

  @Example
  void whatWouldBeReadOtherwiseIsNotMade() {
    refused(() -> Cmd.shell("[\"a\"]"));
    refused(() -> Cmd.shell(""));
    refused(() -> Cmd.exec());
    refused(() -> User.of("a\nRUN b"));
    refused(() -> Workdir.of("/a\\"));
    refused(() -> Expose.of("80 81"));
    refused(() -> Copy.of(Vector.empty(), "/a"));
    refused(() -> Copy.of("a", "/b").withFrom("x\ny"));
    refused(() -> Copy.of("a", "/b").withFrom("é"));
    refused(() -> From.image("a AS b"));
    refused(() -> From.image("a").withName("b c"));
    refused(() -> Env.of("a b", "c"));
    refused(() -> Label.of("a", "b\nc"));
    refused(() -> Cmd.exec("\ud800"));
  }

  @Property
  void pathsComeBack(@ForAll("parts") String source, @ForAll("parts") String destination) {
    Copy copy = Copy.of(source, destination);
    assertThat(read(copy).sources()).containsExactly(source);
    assertThat(read(copy).destination()).isEqualTo(destination);
    assertThat(read(Add.of(source, destination)).arguments()).containsExactly(source, destination);
    assertThat(read(Volume.of(source, destination)).paths()).containsExactly(source, destination);
  }

  @Property
  void wordsComeBack(@ForAll("parts") String first, @ForAll("parts") String second) {
    assertThat(read(Cmd.exec(first, second)).command()).containsExactly(first, second);
    assertThat(read(Entrypoint.exec(first, second)).command()).containsExactly(first, second);
    assertThat(read(Run.exec(first, second)).arguments()).containsExactly(first, second);
    assertThat(read(Shell.of(first, second)).words()).containsExactly(first, second);
    assertThat(read(HealthCheck.exec(first, second)).command()).containsExactly(first, second);
  }

  /** A value is said again by BuildKit's own expansion, whatever is in it. */
  @Property
  void valuesComeBack(@ForAll("parts") String value) {
    made(() -> Env.of("KEY", value))
        .forEach(env -> assertThat(expanded(read(env).variables().get("KEY").get())).isEqualTo(value));
    made(() -> Label.of("key", value))
        .forEach(label -> assertThat(expanded(read(label).labels().get("key").get())).isEqualTo(value));
    made(() -> Arg.of("KEY", value))
        .forEach(arg -> assertThat(expanded(read(arg).defaults().get("KEY").get().get())).isEqualTo(value));
    if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      assertThat(made(() -> Env.of("KEY", value))).as(value).hasSize(1);
    }
  }

  @Property
  void linesComeBackOrAreRefused(@ForAll("parts") String line) {
    made(() -> Cmd.shell(line)).forEach(cmd -> same(read(cmd).command(), line));
    made(() -> Entrypoint.shell(line)).forEach(entrypoint -> same(read(entrypoint).command(), line));
    made(() -> HealthCheck.shell(line)).forEach(check -> same(read(check).command(), line));
    made(() -> User.of(line)).forEach(user -> assertThat(read(user).arguments()).containsExactly(line));
    made(() -> Workdir.of(line)).forEach(workdir -> assertThat(read(workdir).path()).isEqualTo(line));
    made(() -> StopSignal.of(line)).forEach(signal -> assertThat(read(signal).signal()).isEqualTo(line));
    made(() -> Maintainer.of(line)).forEach(name -> assertThat(read(name).name()).isEqualTo(line));
    made(() -> Expose.of(line)).forEach(expose -> assertThat(read(expose).ports()).containsExactly(line));
    made(() -> From.image(line)).forEach(from -> assertThat(read(from).arguments()).containsExactly(line));
    made(() -> From.image("a").withName(line)).forEach(from -> assertThat(read(from).arguments()).containsExactly("a", "AS", line));
  }

  @Property
  void flagsComeBackOrAreRefused(@ForAll("parts") String value) {
    made(() -> Copy.of("a", "b").withFrom("x").withFrom(value))
        .forEach(copy -> assertThat(read(copy).from()).containsExactly(value));
    made(() -> Add.of("a", "b").withLink().withChecksum(value))
        .forEach(add -> assertThat(read(add).checksum()).containsExactly(value));
    if (value.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      assertThat(made(() -> Copy.of("a", "b").withExclude(value))).as(value).hasSize(1);
    }
  }

  @Provide
  Arbitrary<String> parts() {
    Arbitrary<String> likely =
        Arbitraries.of("a", "B", "é", "🐳", " ", "\t", "\"", "'", "\\", "$", "${x}", "#", "--a=b", "<<E", "[", "]", ",", "=", "`", "\u00a0", "\n", "\r", "\0")
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(likely, Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(8));
  }

  private static void same(Vector<String> command, String line) {
    if (line.indexOf('\n') < 0) {
      assertThat(command).containsExactly(line);
    }
  }

  private static String expanded(String word) {
    return String.valueOf(WordExpander.expand(word, '\\', name -> "<variable>"));
  }

  private static void written(Instruction made, String text) {
    assertThat(made.text()).isEqualTo(text + "\n");
    read(made);
  }

  /** The instruction in a file, read again. */
  @SuppressWarnings("unchecked")
  private static <I extends Instruction> I read(I made) {
    Dockerfile file = Dockerfile.parse("FROM scratch\n" + made.text());
    assertThat(file.constructs()).hasSize(2);
    assertThat(file.constructs().get(1)).isInstanceOf(made.getClass());
    return (I) file.constructs().get(1);
  }

  private static <I extends Instruction> Vector<I> made(java.util.function.Supplier<I> factory) {
    try {
      return Vector.of(factory.get());
    } catch (IllegalArgumentException refused) {
      return Vector.empty();
    }
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable factory) {
    assertThatThrownBy(factory).isInstanceOf(IllegalArgumentException.class);
  }
}
