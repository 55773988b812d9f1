package dev.drydock.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.From;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetRefitTest {

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
  }

  private FleetRefit refit() {
    return Fleet.under(directory, Ignore.git()).refit(Transforms.pythonCaching());
  }

  @Test
  void aCacheIsSharedByTheFilesThatMountIt() {
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    Path alpine = tree.file("c/Dockerfile", "FROM python:3.12-alpine\nRUN pip install a\n");
    SharedCache cache = refit().caches().get(0);
    assertThat(cache.id()).isEqualTo("/root/.cache/pip");
    assertThat(cache.files()).isEqualTo(3);
    assertThat(cache.uses().map(use -> use.files() + " " + use.distribution().get()))
        .containsExactly("2 debian bookworm", "1 alpine");
    assertThat(cache.mixed()).hasSize(2);
    assertThat(cache.mixed().get(1).first()).hasToString(alpine + ":2");
    assertThat(cache.mixed().get(1).standing()).isFalse();
  }

  @Test
  void aCacheOfOneDistributionIsNotMixed() {
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", "FROM acme/base\nUSER root\nENV HOME=/root\nRUN pip install a\n");
    assertThat(refit().caches().get(0).files()).isEqualTo(2);
    assertThat(refit().caches().get(0).mixed()).isEmpty();
  }

  private int mixed(String mount, String... froms) {
    for (String from : froms) {
      tree.file(from.replaceAll("\\W", "-") + "/Dockerfile", "FROM " + from + "\nRUN --mount=type=cache," + mount + " do something\n");
    }
    return Fleet.under(directory).refit(Transform.identity()).caches().get(0).mixed().size();
  }

  @Test
  void aCacheIsMixedWhereItsPackageManagerBuildsFromSource() {
    assertThat(mixed("target=/root/.cache/pypoetry", "python:3.12-alpine", "python:3.12-bookworm")).isEqualTo(2);
  }

  @Test
  void aCacheIsMixedWhereItsPackageManagerHasAnIndex() {
    assertThat(mixed("id=lists,target=/var/lib/apt/./lists", "debian:bookworm", "ubuntu:jammy")).isEqualTo(2);
  }

  @Test
  void aCacheIsMixedAlsoWhereAVariableMovesIt() {
    assertThat(mixed("target=/opt/wheels", "python:3.12-alpine\nENV PIP_CACHE_DIR=/opt/wheels/", "python:3.12-bookworm\nENV PIP_CACHE_DIR=/opt/wheels"))
        .isEqualTo(2);
  }

  @Test
  void aCacheThatFitsAllDistributionsIsNotMixed() {
    assertThat(mixed("target=/root/.npm", "node:20-alpine", "node:20-bookworm")).isZero();
  }

  @Test
  void aCacheOfNoPackageManagerIsNotMixed() {
    assertThat(mixed("target=/var/www/node", "node:20-alpine", "node:20-bookworm")).isZero();
  }

  @Test
  void aCacheWhoseIdAVariableTellsIsNotMixed() {
    assertThat(mixed("id=apt-$TARGETARCH,target=/var/cache/apt", "debian:bookworm\nARG TARGETARCH", "ubuntu:jammy\nARG TARGETARCH")).isZero();
  }

  @Test
  void aCacheIsKnownByItsIdOrByItsCleanedTarget() {
    tree.file("a/Dockerfile", "FROM alpine\nRUN --mount=type=cache,target=/root/./.npm/ npm ci\n");
    tree.file("b/Dockerfile", "FROM alpine\nRUN --mount=type=cache,id=/root/.npm,target=/x npm ci\n");
    assertThat(refit().caches().map(cache -> cache.id() + " " + cache.files())).containsExactly("/root/.npm 2");
  }

  @Test
  void aTargetThatIsNoPathHereIsOneInTheImage() {
    tree.file("a/Dockerfile", "FROM alpine\nRUN --mount=type=cache,target=/x\u0000/./y npm ci\n");
    assertThat(refit().caches().map(SharedCache::id)).containsExactly("/x\u0000/y");
  }

  @Test
  void aMountIsReadAsBuildKitReadsIt() {
    tree.file("a/Dockerfile", "FROM alpine\nRUN --mount=Type=Cache,target=/root/.npm npm ci\n");
    assertThat(refit().caches().map(SharedCache::id)).containsExactly("/root/.npm");
  }

  @Test
  void aMountStandsOnlyWhereItsOwnRunHadIt() {
    tree.file(
        "a/Dockerfile",
        "FROM python:3.12-alpine\nRUN pip install a\n"
            + "FROM python:3.12-bookworm\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\n");
    assertThat(refit().caches().get(0).uses().map(use -> use.distribution().get() + " " + use.standing()))
        .containsExactlyInAnyOrder("alpine false", "debian bookworm true");
  }

  @Test
  void aMountThatIsRepairedStandsAllTheSame() {
    tree.file("a/Dockerfile", "FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl\n");
    FleetRefit repaired = Fleet.under(directory).refit(Transforms.repairCacheMounts());
    SharedCache cache = repaired.caches().get(0);
    assertThat(cache.id()).isEqualTo("/var/cache/apt");
    assertThat(cache.uses().get(0).standing()).isTrue();
  }

  @Test
  void whatNeedsNoOrderIsPreparedByTheThreadThatMadeTheRewrite() {
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    Map<FleetFile, Thread> prepared = new ConcurrentHashMap<>();
    List<FleetFile> told = new ArrayList<>();
    refit()
        .visit(
            new FleetVisitor() {
              @Override
              public void prepare(FleetFile file, Rewrite rewrite) {
                prepared.put(file, Thread.currentThread());
              }

              @Override
              public void rewrite(FleetFile file, Rewrite rewrite) {
                assertThat(prepared).containsKey(file);
                told.add(file);
              }
            });
    assertThat(told).hasSize(2).containsExactlyInAnyOrderElementsOf(prepared.keySet());
    assertThat(prepared.values()).doesNotContain(Thread.currentThread());
  }

  @Test
  void packagesThatSeveralFilesAskForAreCounted() {
    tree.file("a/Dockerfile", "FROM python:3.12\nRUN apt-get install -y curl git=1:2.39 && apt-get install -y curl\nRUN pip install flask==3\n");
    tree.file("b/Dockerfile", "FROM python:3.12\nRUN apt-get install -y curl jq\nRUN pip install -r requirements.txt django\n");
    tree.file("c/Dockerfile", "FROM python:3.12\nONBUILD RUN apt-get install -y curl git\n");
    Seq<RequestedPackages> packages = refit().packages();
    assertThat(packages.map(each -> each.manager().name())).containsExactly("apt", "pip");
    assertThat(packages.get(0).packages()).isEqualTo(3);
    assertThat(packages.get(0).repeated())
        .containsExactly(new RequestedPackages.Request("curl", 3), new RequestedPackages.Request("git", 2));
    assertThat(packages.get(1).packages()).isEqualTo(2);
    assertThat(packages.get(1).repeated()).isEmpty();
  }

  @Test
  void whatIsLeftAloneIsGroupedByWhatWouldSettleIt() {
    String unknown = "FROM acme/base\nRUN pip install --no-cache-dir a\nRUN pip install --no-cache-dir b\n";
    Path first = tree.file("a/Dockerfile", unknown);
    tree.file("b/Dockerfile", unknown);
    LeftAlone group = refit().leftAlone().get(0);
    assertThat(group.remedy().rule()).isEqualTo("drop-cache-defeaters/*/user-unknown");
    assertThat(group.count()).isEqualTo(4);
    assertThat(group.files()).isEqualTo(2);
    assertThat(group.places().get(1)).hasToString(first + ":3");
  }

  @Test
  void whatChangesIsWrittenOnce() {
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", "FROM scratch\n");
    tree.file("c/Dockerfile", "FROM {{ base }}\n{{ more }}\nRUN pip install a\n");
    assertThat(refit().write().map(FleetFile::name)).containsExactly(directory.resolve("a/Dockerfile").toString());
    assertThat(tree.text("a/Dockerfile")).contains(Tree.MOUNT);
    assertThat(refit().write()).isEmpty();
  }

  @Test
  void aFileThatWasEditedSinceItWasReadIsNotWritten() {
    Path file = tree.file("a/Dockerfile", Tree.SERVICE);
    Transform slow =
        read -> {
          tree.file("a/Dockerfile", Tree.SERVICE + "# edited\n");
          return Transforms.pythonCaching().apply(read);
        };
    assertThatThrownBy(() -> Fleet.under(directory).refit(slow).write())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write " + file + ": it has changed since it was read; nothing was written");
    assertThat(tree.text("a/Dockerfile")).isEqualTo(Tree.SERVICE + "# edited\n");
  }

  @Test
  void whatCannotBeReadIsThrownWhenTheOthersAreDone() {
    tree.file("a/Dockerfile", Tree.SERVICE);
    Path missing = directory.resolve("missing");
    Path nowhere = directory.resolve("nowhere");
    FleetRefit refit = Fleet.of(List.of(missing, nowhere, directory)).refit(Transforms.pythonCaching());
    String reason = "cannot read " + missing + ": no such file; and 1 more";
    for (ThrowingCallable answer : List.<ThrowingCallable>of(refit::caches, refit::packages, refit::leftAlone, refit::write)) {
      assertThatThrownBy(answer)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(reason)
          .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessage("cannot read " + nowhere + ": no such file"));
    }
    assertThat(tree.text("a/Dockerfile")).contains(Tree.MOUNT);
  }

  @Test
  void aFileThatBuildKitWouldRefuseIsNoFailure() {
    tree.file("a/Dockerfile", "FETCH x\n");
    assertThat(refit().caches()).isEmpty();
    assertThat(refit().write()).isEmpty();
  }

  @Test
  void aCharacterThatTheEncodingLacksFailsOneFileAlone() throws IOException {
    byte[] latin = "FROM scratch\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = tree.file("a/Dockerfile", latin);
    tree.file("b/Dockerfile", "FROM scratch\n");
    Transform euro = Transform.each(From.class, (from, scope) -> Edit.after(Comment.of("\u20ac")).because("acme/euro", "#", "why not"));
    assertThatThrownBy(() -> Fleet.under(directory).refit(euro).write())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write " + file + ": ")
        .hasMessageContaining("ISO-8859-1");
    assertThat(Files.readAllBytes(file)).isEqualTo(latin);
    assertThat(tree.text("b/Dockerfile")).contains("\u20ac");
  }

  @Test
  void aFileThatIsNotUtf8IsWrittenWhereItIsAsItWasRead() throws IOException {
    byte[] latin = Tree.SERVICE.replace("/app", "/caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    Path file = tree.file("a/Dockerfile", latin);
    assertThat(refit().write()).hasSize(1);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(Tree.MOUNT, "/caf\u00e9");
  }

  @Test
  void filesComeInOrderHoweverManyThereAre() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      expected.add(tree.file("d%03d/Dockerfile".formatted(i), i % 3 == 0 ? Tree.SERVICE : "FROM scratch\n").toString());
    }
    List<String> visited = new ArrayList<>();
    refit().visit((file, rewrite) -> visited.add(file.name()));
    assertThat(visited).isEqualTo(expected);
  }

  @Test
  void aVisitorThatIsFinishedIsToldNothingMore() {
    for (int i = 0; i < 200; i++) {
      tree.file("d%03d/Dockerfile".formatted(i), "FROM scratch\n");
    }
    List<String> visited = new ArrayList<>();
    Fleet.under(directory)
        .visit(
            new FleetVisitor() {
              @Override
              public void rewrite(FleetFile file, Rewrite rewrite) {
                visited.add(file.name());
              }

              @Override
              public boolean finished() {
                return visited.size() == 3;
              }
            });
    assertThat(visited).hasSize(3);
  }

  @Test
  void aTransformThatFailsIsToldAndTheOthersCome() {
    tree.file("a/Dockerfile", "FROM scratch\n");
    tree.file("b/Dockerfile", Tree.SERVICE);
    Transform fails =
        file -> {
          if (file.text().length() < 20) {
            throw new IllegalStateException("no");
          }
          return Rewrite.unchanged(file);
        };
    List<String> told = new ArrayList<>();
    Fleet.under(directory)
        .refit(fails)
        .visit(
            new FleetVisitor() {
              @Override
              public void rewrite(FleetFile file, Rewrite rewrite) {
                told.add("done");
              }

              @Override
              public void failed(FleetFile file, String reason) {
                told.add(reason);
              }
            });
    assertThat(told).hasSize(2).last().isEqualTo("done");
    assertThat(told.get(0)).contains("a/Dockerfile", "a defect of the transform or of Drydock", "no");
  }

  private List<String> failures(FleetRefit refit, BiConsumer<FleetFile, Rewrite> prepare) {
    List<String> told = new ArrayList<>();
    refit.visit(
        new FleetVisitor() {
          @Override
          public void prepare(FleetFile file, Rewrite rewrite) {
            prepare.accept(file, rewrite);
          }

          @Override
          public void rewrite(FleetFile file, Rewrite rewrite) {}

          @Override
          public void failed(FleetFile file, String reason) {
            told.add(reason);
          }
        });
    return told;
  }

  @Test
  void whatTheCallersOwnCodeThrowsIsNoDefectOfDrydock() {
    Path file = tree.file("a/Dockerfile", Tree.SERVICE);
    BiConsumer<FleetFile, Rewrite> nothing = (any, rewrite) -> {};
    IllegalStateException no = new IllegalStateException("no");
    String choice = "cannot work on " + file + ": the choice of its transform failed: ";
    assertThat(failures(Fleet.under(directory).refitEach(any -> { throw no; }), nothing)).containsExactly(choice + no);
    assertThat(failures(Fleet.under(directory).refitEach(FleetRefitTest::noTransform), nothing))
        .containsExactly(choice + "java.lang.NullPointerException: no transform was chosen");
    assertThat(failures(refit(), (any, rewrite) -> { throw no; }))
        .containsExactly("cannot work on " + file + ": the visitor could not prepare it: " + no);
    assertThat(failures(refit(), nothing)).isEmpty();
  }

  @SuppressWarnings("NullAway")
  private static Transform noTransform(FleetFile file) {
    return null;
  }

  @Test
  void eachFileMayHaveATransformOfItsOwn() {
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    Fleet.under(directory)
        .refitEach(file -> file.path().endsWith("a/Dockerfile") ? Transforms.pythonCaching() : Transform.identity())
        .write();
    assertThat(tree.text("a/Dockerfile")).contains(Tree.MOUNT);
    assertThat(tree.text("b/Dockerfile")).isEqualTo(Tree.SERVICE);
  }
}
