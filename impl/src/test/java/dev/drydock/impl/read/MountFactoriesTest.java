package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.BindMount;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.SecretMount;
import dev.drydock.dockerfile.SshMount;
import dev.drydock.dockerfile.TmpfsMount;
import io.vavr.collection.Vector;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Mounts are made of their fields, and BuildKit reads these again from the RUN that they are put in. */
class MountFactoriesTest {

  @Example
  void eachHasAllItsFields() {
    written(
        CacheMount.at("/c").withId("i").withSharing(CacheMount.Sharing.PRIVATE).withFrom("base").withSource("/s").asReadOnly().withMode(0755).ownedBy(1, 2),
        "type=cache,id=i,target=/c,sharing=private,from=base,source=/s,ro,mode=0755,uid=1,gid=2");
    written(BindMount.at("/b").withSource("s").withFrom("build").asWritable(), "type=bind,source=s,from=build,target=/b,rw");
    written(
        SecretMount.of("pip").withTarget("/root/.pip/pip.conf").withEnv("PIP").asRequired().withMode(0400).ownedBy(3, 4),
        "type=secret,id=pip,target=/root/.pip/pip.conf,env=PIP,required,mode=0400,uid=3,gid=4");
    written(SshMount.of("git").withTarget("/s").asRequired().withMode(0600).ownedBy(5, 6), "type=ssh,id=git,target=/s,required,mode=0600,uid=5,gid=6");
    written(SshMount.ofDefaultAgent(), "type=ssh");
    written(TmpfsMount.at("/tmp").withSize(1L << 33), "type=tmpfs,target=/tmp,size=8589934592");
  }

  private static void written(Mount mount, String text) {
    assertThat(mount.text()).isEqualTo(text);
    assertThat(Mount.parse(text)).containsExactly(mount);
    Dockerfile file = Dockerfile.from("a").run(Run.of("x").mount(mount));
    assertThat(file.text()).isEqualTo("FROM a\nRUN --mount=" + text + " \\\n    x\n");
    file.requireValid();
  }

  @Example
  void aMountStandsBehindTheOthers() {
    Run run = Run.of("x").mount(CacheMount.at("/a")).mount(CacheMount.at("/b"));
    assertThat(run.text()).isEqualTo("RUN --mount=type=cache,target=/a \\\n    --mount=type=cache,target=/b \\\n    x\n");
    assertThat(run.withMount(CacheMount.at("/c")).mounts().map(mount -> mount.target().get())).containsExactly("/c", "/a", "/b");
  }

  /** What can be written at all comes back, in a file of either escape character. */
  @Property
  void whatIsMadeIsReadAgain(@ForAll("texts") String text, @ForAll @IntRange(max = 07777) int mode, @ForAll("backtick") boolean backtick) {
    Vector<Supplier<Mount>> all =
        Vector.of(
            () -> CacheMount.at("/" + text).withId(text).withMode(mode),
            () -> CacheMount.at("/a").withFrom(text).withSource(text),
            () -> BindMount.at(text).withSource(text),
            () -> BindMount.at("/a").withFrom(text),
            () -> SecretMount.of(text).withTarget("/" + text).withMode(mode),
            () -> SshMount.of(text).withTarget("/" + text).withMode(mode),
            () -> TmpfsMount.at("/" + text));
    Dockerfile file = Dockerfile.parse(backtick ? "# escape=`\nFROM a\n" : "FROM a\n");
    for (Supplier<Mount> factory : all) {
      made(factory)
          .forEach(
              mount -> {
                Dockerfile written = file.run(Run.of("x").mount(mount));
                Run read = (Run) Dockerfile.parse(written.text()).constructs().last();
                assertThat(read.mounts()).as(written.text()).containsExactly(mount);
                assertThat(written.problems()).as(written.text()).isEmpty();
              });
    }
    if (!text.isBlank() && text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      assertThat(made(() -> CacheMount.at("/a" + text))).as(text).hasSize(1);
      assertThat(made(() -> SecretMount.of(text))).as(text).hasSize(1);
    }
  }

  private static Vector<Mount> made(Supplier<Mount> factory) {
    try {
      return Vector.of(factory.get());
    } catch (IllegalArgumentException refused) {
      return Vector.empty();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> likely =
        Arbitraries.of("a", "B", "é", " ", "\t", "\"", "'", "\\", "$", "${x}", "#", ",", "=", "`", "\n", "\r", "~", "/", "C:\\", "--")
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(likely, Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(8));
  }

  @Provide
  Arbitrary<Boolean> backtick() {
    return Arbitraries.of(true, false);
  }
}
