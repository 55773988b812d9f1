package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
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
import dev.drydock.dockerfile.Expose;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Maintainer;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.ParserDirective;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.SecretMount;
import dev.drydock.dockerfile.SshMount;
import dev.drydock.dockerfile.StopSignal;
import dev.drydock.dockerfile.TmpfsMount;
import dev.drydock.dockerfile.User;
import dev.drydock.dockerfile.Volume;
import dev.drydock.dockerfile.Workdir;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be written is refused at the call: by name, with what is allowed, and with what was given. */
class RefusalsTest {

  @Test
  void aLineBreakMakesNoOtherInstruction() {
    refused(() -> CacheMount.at("/a' y\nUSER root"), "target: an absolute path", "/a' y\\nUSER root");
    refused(() -> CacheMount.at("/a").withId("b\nUSER root"), "id: ", "b\\nUSER root");
    refused(() -> SecretMount.of("b\n"), "id: ", "b\\n");
    refused(() -> Run.of("a\nUSER root"), "command: ", "a\\nUSER root");
    refused(() -> Run.of("a\n\n"), "command: ", "a\\n\\n");
    refused(() -> Run.of("a", "b\nUSER root"), "command: ", "b\\nUSER root");
    refused(() -> Cmd.shell("a\nUSER root"), "command: ", "a\\nUSER root");
    refused(() -> HealthCheck.cmd("a\nUSER root"), "command: ", "a\\nUSER root");
    refused(() -> From.of("a\nUSER root"), "image: ", "a\\nUSER root");
    refused(() -> From.of("a").as("b\nUSER root"), "name: ", "b\\nUSER root");
    refused(() -> From.of("a").platform("b\nUSER root"), "platform: ", "b\\nUSER root");
    refused(() -> Env.of("A", "b\nUSER root"), "value: ", "b\\nUSER root");
    refused(() -> Label.literal(Map.of("A", "b\r\nUSER root")), "value: ", "b\\r\\nUSER root");
    refused(() -> Arg.of("A\nUSER", "b"), "name: ", "A\\nUSER");
    refused(() -> User.of("a\nRUN b"), "user: ", "a\\nRUN b");
    refused(() -> Workdir.of("/a\nRUN b"), "path: ", "/a\\nRUN b");
    refused(() -> Copy.of("a\nRUN b", "/c"), "sources: ", "a\\nRUN b");
    refused(() -> Copy.of("a", "/c").from("x\nRUN b"), "origin: ", "x\\nRUN b");
    refused(() -> Copy.inline("a", "/c\nRUN b"), "destination: ", "/c\\nRUN b");
    refused(() -> Volume.of("/a", "/b\nRUN c"), "paths: ", "/b\\nRUN c");
    refused(() -> Expose.of("80\nRUN b"), "ports: ", "80\\nRUN b");
    refused(() -> StopSignal.of("1\nRUN b"), "signal: ", "1\\nRUN b");
    refused(() -> Maintainer.of("a\nRUN b"), "name: ", "a\\nRUN b");
    refused(() -> Comment.of("a\nRUN b"), "words: ", "a\\nRUN b");
    refused(() -> Comment.of("a\rb"), "words: ", "a\\rb");
    refused(() -> ParserDirective.syntax("a\nRUN b"), "reference: ", "a\\nRUN b");
    refused(() -> ImageReference.parse("a").withTag("b\nRUN c"), "tag: ", "b\\nRUN c");
  }

  @Test
  void oneWordIsNoOther() {
    refused(() -> From.of("b AS c"), "image: an image or a stage", "b AS c");
    refused(() -> From.of("a").withImage("b AS c"), "image: ", "b AS c");
    refused(() -> From.of("--platform=x"), "image: ", "--platform=x");
    refused(() -> From.of("a").as("1st"), "name: a stage's name", "1st");
    refused(() -> Run.of("--mount=type=cache,target=/a b"), "command: ", "neither a flag");
    refused(() -> Run.of("[\"a\"]"), "command: ", "JSON array");
    refused(() -> Run.of("a # b", "c"), "command: ", "a # b && c");
    refused(() -> Run.of("a", "if b"), "command: ", "if b");
    refused(() -> Dockerfile.from("a").cmd("python -m app"), "words: ", "shellCmd");
    refused(() -> Dockerfile.from("a").entrypoint("python -m app"), "words: ", "shellEntrypoint");
    refused(() -> Env.of("A=B", "c"), "name: ", "A=B");
    refused(() -> Env.of("A", "${b"), "value: ", "${b");
    refused(() -> Copy.of("it's", "/c"), "COPY: ", "not closed");
    refused(() -> Workdir.of("/it's"), "WORKDIR: ", "not closed");
    refused(() -> OnBuild.of(From.of("a")), "ONBUILD: ", "ONBUILD FROM a");
    refused(() -> OnBuild.of(OnBuild.of(Run.of("a"))), "ONBUILD: ", "ONBUILD ONBUILD");
  }

  @Test
  void nothingIsBlank() {
    refused(() -> Env.of("", "b"), "name: ", "\"\"");
    refused(() -> Label.of(" ", "b"), "name: ", "\" \"");
    refused(() -> Arg.of(""), "name: ", "\"\"");
    refused(() -> Env.of(Map.of()), "variables: ", "{}");
    refused(() -> From.of(""), "image: ", "\"\"");
    refused(() -> From.of("a").as(""), "name: ", "\"\"");
    refused(() -> Run.of(" "), "command: ", "\" \"");
    refused(() -> Run.script("\n"), "text: ", "\\n");
    refused(() -> Cmd.exec(), "words: ", "[]");
    refused(() -> Entrypoint.exec(), "words: ", "[]");
    refused(() -> Volume.of(), "paths: ", "[]");
    refused(() -> Volume.of(" "), "paths: ", "\" \"");
    refused(() -> Expose.of(), "ports: ", "[]");
    refused(() -> Copy.of(List.of(), "/a"), "sources: ", "/a");
    refused(() -> Copy.of("a", ""), "destination: ", "\"\"");
    refused(() -> Copy.of("a", "/b").from(" "), "origin: ", "\" \"");
    refused(() -> Copy.of("a", "/b").chmod(""), "mode: ", "\"\"");
    refused(() -> Add.of("a", "/b").checksum(""), "digest: ", "\"\"");
    refused(() -> SecretMount.of(""), "id: ", "\"\"");
    refused(() -> SshMount.of(" "), "id: ", "\" \"");
    refused(() -> CacheMount.at("/a").withId(""), "id: ", "\"\"");
    refused(() -> Workdir.of(""), "path: ", "\"\"");
    refused(() -> User.of(" "), "user: ", "\" \"");
    refused(() -> StopSignal.of(""), "signal: ", "\"\"");
  }

  @Test
  void aTargetIsAPlaceOfItsOwn() {
    refused(() -> CacheMount.at(""), "target: an absolute path, such as /root/.cache/pip", "\"\"");
    refused(() -> CacheMount.at("cache"), "target: ", "since another would move with WORKDIR", "cache");
    refused(() -> CacheMount.at("./cache"), "target: ", "./cache");
    refused(() -> CacheMount.at("~/.cache"), "target: ", "BuildKit takes ~ for the name of a folder", "~/.cache");
    refused(() -> CacheMount.at("/"), "target: a path below /", "\"/\"");
    refused(() -> CacheMount.at("/é"), "target: ", "byte by byte", "/é");
    refused(() -> TmpfsMount.at("tmp"), "target: ", "tmp");
    refused(() -> BindMount.at(""), "target: ", "\"\"");
    refused(() -> SecretMount.of("a").withTarget("b"), "target: ", "\"b\"");
    refused(() -> SshMount.of("a").withTarget("b"), "target: ", "\"b\"");
    refused(() -> CacheMount.at("/a").withFrom("$IMAGE"), "from: ", "without variables", "$IMAGE");
    refused(() -> SecretMount.of("a").withEnv("1A"), "variable: ", "1A");
  }

  @Test
  void numbersAndTimesAreInTheirRange() {
    refused(() -> CacheMount.at("/a").ownedBy(-1, 0), "uid: 0 or more", "given: -1");
    refused(() -> SecretMount.of("a").ownedBy(0, -2), "gid: 0 or more", "given: -2");
    refused(() -> CacheMount.at("/a").withMode(010000), "mode: ", "given: 4096");
    refused(() -> TmpfsMount.at("/a").withSize(0), "bytes: ", "given: 0");
    refused(() -> Copy.of("a", "/b").chown(-1, 0), "uid: ", "given: -1");
    refused(() -> User.of(0, -1), "gid: ", "given: -1");
    refused(() -> User.of("-1"), "user: ", "-1");
    refused(() -> Expose.of(0), "ports: ", "1 to 65535");
    refused(() -> Expose.of(-80), "ports: ", "-80");
    refused(() -> Expose.of("65536/udp"), "ports: ", "65536/udp");
    refused(() -> Expose.of("http"), "ports: ", "http");
    refused(() -> HealthCheck.cmd("a").every(Duration.ZERO), "interval: ", "PT0S");
    refused(() -> HealthCheck.cmd("a").timeout(Duration.ofSeconds(-1)), "timeout: ", "PT-1S");
    refused(() -> HealthCheck.cmd("a").startInterval(Duration.ofNanos(1)), "interval: ", "1 millisecond");
    refused(() -> HealthCheck.cmd("a").startPeriod(Duration.ofSeconds(Long.MAX_VALUE)), "period: ", "292 years");
    refused(() -> HealthCheck.cmd("a").retries(0), "failures: 1 or more", "given: 0");
    refused(() -> HealthCheck.off().retries(1), "failures: ", "HEALTHCHECK NONE");
    refused(() -> CacheMount.Sharing.named("locket"), "name: shared, private or locked", "locket");
    refused(() -> StopSignal.of("-9"), "signal: ", "-9");
    refused(() -> ParserDirective.escape('/'), "character: ", "given: /");
    refused(() -> ParserDirective.of("synthax", "a"), "name: syntax, escape or check", "synthax");
    refused(() -> ImageReference.parse("a").withTag("b:c"), "tag: ", "b:c");
    refused(() -> ImageReference.parse("a").withDigest("sha256:0"), "digest: ", "sha256:0");
    refused(() -> ImageReference.parse("a").withDigest("sha256:" + "0".repeat(40)), "digest: ", "64 hexadecimal digits");
  }

  @Test
  void aPackageManagerHasAProgramAndAPlace() {
    refused(() -> PackageManager.named(" "), "name: a name for notes", "\" \"");
    refused(() -> PackageManager.named("pdm").runAs(), "programs: at least one program", "[]");
    refused(() -> PackageManager.named("pdm").runAs("pdm", ""), "programs: ", "\"\"");
    refused(() -> PackageManager.named("pdm").runAs("/usr/bin/pdm"), "programs: base names", "/usr/bin/pdm");
    refused(() -> CacheDirectory.shared("cache"), "path: an absolute path, or one in the user's home", "cache");
    refused(() -> CacheDirectory.locked(""), "path: ", "\"\"");
    refused(() -> CacheDirectory.shared("/a").onImages("golang", "go/pkg"), "path: ", "go/pkg");
    refused(() -> CacheDirectory.shared("/a").forRoot("b"), "path: ", "\"b\"");
  }

  @Test
  void aFileHasWhatIsAskedFor() {
    Dockerfile file = Dockerfile.parse("FROM a AS build\nFROM b\n");
    refused(() -> file.stage("biuld"), "name: a stage of this file: stage 0 build FROM a", "biuld");
    refused(() -> file.stage("2"), "name: ", "\"2\"");
    refused(() -> Dockerfile.of().as("a"), "name: a file with a FROM to name", "\"\"");
    refused(() -> file.remove(Run.of("a")), "construct: one of this very Dockerfile", "RUN a");
    refused(() -> file.append(ParserDirective.syntax("a")), "cannot stand here", "# syntax=a");
  }

  private static void refused(ThrowingCallable call, String... said) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).message().contains(said);
  }
}
