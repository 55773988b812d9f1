package dev.drydock.impl.read;

import static java.util.stream.Collectors.joining;
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
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Instructions are made of parts, and read as these; what would be read otherwise is not made. */
class FactoriesTest {

  @Example
  void eachHasTheTextThatOneWouldWrite() {
    written(From.of("python:3.12").as("build").platform("linux/arm64"), "FROM --platform=linux/arm64 python:3.12 AS build");
    written(From.of("a").as("b").as("c"), "FROM a AS c");
    written(Run.of("apt-get update"), "RUN apt-get update");
    written(Run.exec("echo", "a \"b\""), "RUN [\"echo\", \"a \\\"b\\\"\"]");
    written(
        Run.of("make").network(Run.Network.NONE).security(Run.Security.SANDBOX).device("vendor.com/gpu=all"),
        "RUN --network=none --security=sandbox --device=vendor.com/gpu=all make");
    written(
        Copy.of("a", "/b").from("x").chown("1:2").chmod("755").link().parents().exclude("*.md").exclude("x y"),
        "COPY --from=x --chown=1:2 --chmod=755 --link --parents --exclude=*.md \\\n    --exclude=\"x y\" a /b");
    written(Copy.of(Vector.of("a b", "c"), "/d/"), "COPY [\"a b\", \"c\", \"/d/\"]");
    written(Copy.of("a", "/b").from("x").from("y"), "COPY --from=y a /b");
    written(
        Add.of("https://x/y", "/").checksum("sha256:0").keepGitDir().unpack(false).chown("a").chmod("1").link().exclude("z"),
        "ADD --checksum=sha256:0 --keep-git-dir --unpack=false --chown=a --chmod=1 --link \\\n    --exclude=z \\\n    https://x/y /");
    written(Env.of("PATH", "/v:$PATH"), "ENV PATH=/v:$PATH");
    written(Env.of("A", "b \"c\" $d \\"), "ENV A=\"b \\\"c\\\" $d \\\\\"");
    written(Env.of("A", ""), "ENV A=\"\"");
    written(Env.of("A", "it's"), "ENV A=\"it's\"");
    written(Env.of("A", "${B:-c d}"), "ENV A=\"${B:-c d}\"");
    written(Env.literal("A", "b$c"), "ENV A=\"b\\$c\"");
    written(Env.literal("A", "b"), "ENV A=b");
    written(Label.of("a", "b"), "LABEL a=b");
    written(Label.of("a", "b $C"), "LABEL a=\"b $C\"");
    written(Label.literal("a", "'$5'"), "LABEL a=\"'\\$5'\"");
    written(Arg.of("A"), "ARG A");
    written(Arg.of("A", "b c"), "ARG A=\"b c\"");
    written(Arg.of("IMAGE", "python:${V:-3.12}"), "ARG IMAGE=python:${V:-3.12}");
    written(Arg.literal("A", "$5"), "ARG A=\"\\$5\"");
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
        HealthCheck.cmd("curl x")
            .every(Duration.ofMinutes(1))
            .timeout(Duration.ofSeconds(3))
            .startPeriod(Duration.ofSeconds(5))
            .startInterval(Duration.ofSeconds(1))
            .retries(2),
        "HEALTHCHECK --interval=1m --timeout=3s --start-period=5s --start-interval=1s \\\n    --retries=2 \\\n    CMD curl x");
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
    refused(() -> Copy.of("a", "/b").from("x\ny"));
    refused(() -> Copy.of("a", "/b").from("é"));
    refused(() -> From.of("a AS b"));
    refused(() -> From.of("a").as("b c"));
    refused(() -> Env.of("a b", "c"));
    refused(() -> Label.of("a", "b\nc"));
    refused(() -> Env.of("a\"b\"", "c"));
    refused(() -> Label.of("'a'", "c"));
    refused(() -> Label.of("a\\b", "c"));
    refused(() -> Env.literal("$a", "c"));
    refused(() -> Arg.literal("$a", "c"));
    refused(() -> Label.literal("$a", "c"));
    refused(() -> Arg.of("a=b"));
    refused(() -> Arg.of("", "b"));
    refused(() -> Env.of("a", "${b"));
    refused(() -> Env.of("a", "${b!c}"));
    refused(() -> Label.of("a", "${}"));
    refused(() -> Arg.of("a", "x ${b:-'}"));
    refused(() -> Cmd.exec("\ud800"));
  }

  @Property
  void pathsComeBack(@ForAll("parts") String source, @ForAll("parts") String destination) {
    made(() -> Copy.of(source, destination))
        .forEach(
            copy -> {
              assertThat(read(copy).sources()).containsExactly(source);
              assertThat(read(copy).destination()).isEqualTo(destination);
            });
    made(() -> Add.of(source, destination))
        .forEach(add -> assertThat(read(add).arguments()).containsExactly(source, destination));
    made(() -> Volume.of(source, destination))
        .forEach(volume -> assertThat(read(volume).paths()).containsExactly(source, destination));
    if (isPath(source) && isPath(destination)) {
      assertThat(made(() -> Copy.of(source, destination))).as("%s to %s", source, destination).hasSize(1);
      assertThat(made(() -> Volume.of(source, destination))).as("%s and %s", source, destination).hasSize(1);
    }
  }

  /** Text that BuildKit can expand, on one line, and that opens no heredoc. */
  private static boolean isPath(String path) {
    return !path.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)) && path.indexOf('\n') < 0 && path.indexOf('\r') < 0 && !path.contains("<<") && expanded(path) != null;
  }

  @Property
  void wordsComeBack(@ForAll("parts") String first, @ForAll("parts") String second) {
    assertThat(read(Cmd.exec(first, second)).command()).containsExactly(first, second);
    assertThat(read(Entrypoint.exec(first, second)).command()).containsExactly(first, second);
    assertThat(read(Run.exec(first, second)).arguments()).containsExactly(first, second);
    assertThat(read(Shell.of(first, second)).words()).containsExactly(first, second);
    assertThat(read(HealthCheck.exec(first, second)).command()).containsExactly(first, second);
  }

  /** A literal value is said again by BuildKit's own expansion, whatever is in it. */
  @Property
  void literalValuesComeBack(@ForAll("parts") String value) {
    made(() -> Env.literal("KEY", value)).forEach(env -> expands(env, "KEY", value));
    made(() -> Label.literal("key", value)).forEach(label -> expands(label, "key", value));
    made(() -> Arg.literal("KEY", value)).forEach(arg -> expands(arg, "KEY", value));
    if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      assertThat(made(() -> Env.literal("KEY", value))).as(value).hasSize(1);
      assertThat(made(() -> Label.literal("KEY", value))).as(value).hasSize(1);
      assertThat(made(() -> Arg.literal("KEY", value))).as(value).hasSize(1);
    }
  }

  /** A value of text and variables is expanded to the text and what the variables hold. */
  @Property
  void variablesStayVariables(@ForAll("pieces") List<Piece> pieces) {
    String value = pieces.stream().map(Piece::written).collect(joining());
    String expanded = pieces.stream().map(Piece::expanded).collect(joining());
    expands(Env.of("KEY", value), "KEY", expanded);
    expands(Label.of("key", value), "key", expanded);
    expands(Arg.of("KEY", value), "KEY", expanded);
  }

  /** Also in a file whose escape character is the backtick. */
  @Property
  void valuesComeBackInFilesOfTheOtherEscapeCharacter(@ForAll("parts") String literal, @ForAll("pieces") List<Piece> pieces) {
    String value = pieces.stream().map(Piece::written).collect(joining());
    String expanded = pieces.stream().map(Piece::expanded).collect(joining());
    made(() -> inFileWithBacktick(Env.of("KEY", value)))
        .forEach(env -> assertThat(expanded(env.variables().get("KEY").get(), '`')).isEqualTo(expanded));
    made(() -> Label.literal("key", literal))
        .map(label -> inFileWithBacktick(label))
        .forEach(label -> assertThat(expanded(label.labels().get("key").get(), '`')).isEqualTo(literal));
    made(() -> Arg.literal("KEY", literal))
        .map(arg -> inFileWithBacktick(arg))
        .forEach(arg -> assertThat(expanded(arg.defaults().get("KEY").get().get(), '`')).isEqualTo(literal));
  }

  @Example
  void escapesAreThoseOfTheFile() {
    assertThat(inFileWithBacktick(Label.of("a", "\"b\" C:\\d")).text()).isEqualTo("LABEL a=\"`\"b`\" C:\\d\"\n");
    assertThat(inFileWithBacktick(Env.literal("A", "$`")).text()).isEqualTo("ENV A=\"`$``\"\n");
  }

  /** A name comes back, or is refused. */
  @Property
  void namesComeBackOrAreRefused(@ForAll("parts") String name) {
    made(() -> Env.literal(name, "a b")).forEach(env -> expands(env, name, "a b"));
    made(() -> Label.literal(name, "a b")).forEach(label -> expands(label, name, "a b"));
    made(() -> Arg.literal(name, "a b")).forEach(arg -> expands(arg, name, "a b"));
    made(() -> Arg.of(name)).forEach(arg -> assertThat(read(arg).defaults().get(name)).containsExactly(Option.none()));
    if (name.chars().allMatch(Character::isLetterOrDigit)) {
      assertThat(made(() -> Env.literal(name, "a"))).as(name).hasSize(1);
    }
  }

  @Example
  void aPathIsExtendedRatherThanReplaced() {
    Dockerfile file =
        Dockerfile.parse("FROM scratch\nENV PATH=/usr/bin:/bin\n" + Env.of("PATH", "/venv/bin:$PATH").text() + "RUN x\n");
    assertThat(file.scope(file.constructs().last()).value("PATH")).containsExactly("/venv/bin:/usr/bin:/bin");
  }

  @Property
  void linesComeBackOrAreRefused(@ForAll("parts") String line) {
    made(() -> Cmd.shell(line)).forEach(cmd -> same(read(cmd).command(), line));
    made(() -> Entrypoint.shell(line)).forEach(entrypoint -> same(read(entrypoint).command(), line));
    made(() -> HealthCheck.cmd(line)).forEach(check -> same(read(check).command(), line));
    made(() -> User.of(line)).forEach(user -> assertThat(read(user).arguments()).containsExactly(line));
    made(() -> Workdir.of(line)).forEach(workdir -> assertThat(read(workdir).path()).isEqualTo(line));
    made(() -> StopSignal.of(line)).forEach(signal -> assertThat(read(signal).signal()).isEqualTo(line));
    made(() -> Maintainer.of(line)).forEach(name -> assertThat(read(name).name()).isEqualTo(line));
    made(() -> Expose.of(line)).forEach(expose -> assertThat(read(expose).ports()).containsExactly(line));
    made(() -> From.of(line)).forEach(from -> assertThat(read(from).arguments()).containsExactly(line));
    made(() -> From.of("a").as(line)).forEach(from -> assertThat(read(from).arguments()).containsExactly("a", "AS", line));
  }

  @Property
  void flagsComeBackOrAreRefused(@ForAll("parts") String value) {
    made(() -> Copy.of("a", "b").from("x").from(value))
        .forEach(copy -> assertThat(read(copy).from()).containsExactly(value));
    made(() -> Add.of("a", "b").link().checksum(value))
        .forEach(add -> assertThat(read(add).checksum()).containsExactly(value));
    if (!value.isBlank() && value.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      assertThat(made(() -> Copy.of("a", "b").exclude(value))).as(value).hasSize(1);
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

  /** A piece of a value, and what BuildKit makes of it where x is {@code "X y"}, and all else is empty. */
  record Piece(String written, String expanded) {}

  @Provide
  Arbitrary<List<Piece>> pieces() {
    Arbitrary<Piece> text =
        Arbitraries.of("a", "é", "🐳", " ", "\t", "\"", "'", "\\", "#", "=", "`", "{", "}", "<<E", "\u00a0", "\ufeff", ",")
            .map(part -> new Piece(part, part));
    Arbitrary<Piece> variable =
        Arbitraries.of(
            new Piece("${x}", "X y"),
            new Piece("$x/", "X y/"),
            new Piece("$empty:", ":"),
            new Piece("${empty:-a b}", "a b"),
            new Piece("${empty:-${x}}", "X y"),
            new Piece("${empty:-'}'}", "}"),
            new Piece("${x:+\\}}", "}"),
            new Piece("${x##* }", "y"),
            new Piece("${x/X/$x}", "X y y"),
            new Piece("$$x", "x"),
            new Piece("$1 ", " "),
            new Piece("$. ", "$. "),
            new Piece("$ ", "$ "));
    return Arbitraries.oneOf(text, variable).list().ofMinSize(1).ofMaxSize(6);
  }

  private static void same(Vector<String> command, String line) {
    if (line.indexOf('\n') < 0) {
      assertThat(command).containsExactly(line);
    }
  }

  /** BuildKit reads one pair, of this name and, expanded, this value. */
  private static void expands(Instruction made, String name, String value) {
    Instruction read = read(made);
    Map<String, String> pairs =
        read instanceof Env env
            ? env.variables()
            : read instanceof Label label
                ? label.labels()
                : ((Arg) read).defaults().mapValues(Option::get);
    assertThat(pairs).as(made.text()).hasSize(1);
    assertThat(expanded(pairs.head()._1)).as(made.text()).isEqualTo(name);
    assertThat(expanded(pairs.head()._2)).as(made.text()).isEqualTo(value);
  }

  /** Where it cannot stand in such a file, a note says so; here that is a refusal like that of a factory. */
  @SuppressWarnings("unchecked")
  private static <I extends Instruction> I inFileWithBacktick(I made) {
    Dockerfile file = Dockerfile.parse("# escape=`\nFROM scratch\nMAINTAINER x\n");
    Transform replaced = Transform.each(Maintainer.class, (maintainer, scope) -> Edit.replace(made).because("test/replaced", "x", "y"));
    Rewrite rewrite = replaced.apply(file);
    if (!rewrite.changed()) {
      throw new IllegalArgumentException(rewrite.explain());
    }
    return (I) rewrite.after().constructs().last();
  }

  private static @Nullable String expanded(String word) {
    return expanded(word, '\\');
  }

  private static @Nullable String expanded(String word, char escape) {
    return WordExpander.expand(word, escape, name -> name.equals("x") ? "X y" : "");
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
