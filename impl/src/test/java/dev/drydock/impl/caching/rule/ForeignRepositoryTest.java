package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.LISTS_STAY;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of a repository that is not the distribution's do not outlive a build (hazard 15). */
class ForeignRepositoryTest {

  private static final String INSTALL = "apt-get update && apt-get install -y x";
  private static final String DELETE = " && rm -rf /var/lib/apt/lists/*";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add-apt-repository -y ppa:a/b", "apt-add-repository 'deb https://example.com/apt stable main'",
        "echo 'deb https://example.com/apt stable main' > /etc/apt/sources.list.d/x.list",
        "echo \"deb [signed-by=/k] https://example.com/debian $(lsb_release -cs) main\" | tee /etc/apt/sources.list.d/x.list",
        "printf 'Types: deb\\nURIs: https://example.com/\\n' > /etc/apt/sources.list.d/x.sources",
        "curl -fsSL https://example.com/x.list -o /etc/apt/sources.list.d/x.list", "wget -O /etc/apt/sources.list.d/x.list https://example.com/x",
        "curl https://example.com/x | tee /etc/apt/sources.list.d/x.list", "cp x.list /etc/apt/sources.list.d/", "dpkg -i /tmp/repository.deb",
        "curl -fsSL https://deb.nodesource.com/setup_22.x | bash -",
        "curl -fsSL https://deb.nodesource.com/setup_22.x -o setup.sh && bash setup.sh", "wget https://example.com/add.sh && sh ./add.sh",
        "bash <(curl -fsSL https://deb.nodesource.com/setup_22.x)", "source <(sudo wget -qO- https://example.com/x)",
        "curl https://example.com/x > /tmp/x && . /tmp/x", "wget -qO add.sh https://example.com/x && chmod +x add.sh && ./add.sh",
        "/usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y", "bash /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh",
        "{ echo 'Types: deb'; echo 'URIs: https://example.com/debian'; } > /etc/apt/sources.list.d/x.sources",
        "if a; then echo 'deb https://example.com/a x main'; else echo 'deb https://example.com/b x main'; fi > /etc/apt/sources.list.d/x.list",
        "echo 'deb https://mirrors.aliyun.com/docker-ce/linux/debian bookworm stable' > /etc/apt/sources.list.d/x.list",
        "echo 'deb [trusted=yes] file:/repository ./' > /etc/apt/sources.list.d/x.list",
        "echo 'deb [ signed-by=/k.asc ] {{ .repository }} binary/' > /etc/apt/sources.list.d/x.list",
        "bash -c 'echo deb https://example.com/apt stable main > /etc/apt/sources.list.d/x.list'",
        "sed -i '$ a deb https://example.com/apt stable main' /etc/apt/sources.list", "dpkg -i repository.deb", "dpkg -i *.deb",
        "echo \"$ENTRY\" > /etc/apt/sources.list.d/x.list"
      })
  void whatAddsOneKeepsListsOut(String command) {
    String together = "RUN «archives»" + command + " && " + INSTALL + DELETE + "\n";
    assertMarked(LISTS_STAY, "FROM debian:12\n«keep»" + together);
    String apart = "FROM debian:12\nUSER root\nRUN " + command + "\nRUN " + INSTALL + DELETE + "\n";
    Rewrite rewrite = LISTS_STAY.apply(Dockerfile.parse(apart));
    assertThat(rewrite.after().text()).doesNotContain("/var/lib/apt/lists,");
    assertThat(rewrite.notes(Note.Kind.KEPT).map(Note::rule)).contains("mount-cache/apt/foreign-repository");
  }

  @Test
  void theNoteNamesTheCommandThatAddsIt() {
    String add = "echo 'deb https://example.com/apt stable main' > /etc/apt/sources.list.d/x.list";
    Rewrite rewrite =
        LISTS_STAY.apply(Dockerfile.parse("FROM debian:12\nRUN set -e; \\\n  " + add + "; \\\n  " + INSTALL + DELETE + "\n"));
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/foreign-repository", FirstLine.of(add));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY x.list /etc/apt/sources.list.d/", "ADD https://example.com/x.list /etc/apt/sources.list.d/x.list",
        "COPY <<EOF /etc/apt/sources.list.d/x.list\ndeb https://example.com/apt stable main\nEOF",
        "ARG REPOSITORY\nCOPY <<EOF /etc/apt/sources.list.d/x.list\ndeb $REPOSITORY stable main\nEOF",
        "RUN cat > /etc/apt/sources.list.d/x.list <<EOF\ndeb https://example.com/apt stable main\nEOF",
        "RUN add-apt-repository ppa:a/b\nFROM base AS child", "WORKDIR /etc/apt/sources.list.d\nCOPY x.list ./",
        "RUN bash -c \"$(wget -qO- https://example.com/add)\"", "RUN eval \"$(curl -fsSL https://example.com/x)\"", "RUN bash <<< \"$(curl https://example.com/add)\"",
        "RUN curl -o /tmp/add.sh https://example.com/add.sh\nRUN bash /tmp/add.sh", "ARG NAME\nCOPY x.list /etc/apt/sources.list.d/$NAME.list",
        "ADD https://example.com/add.sh /tmp/\nRUN bash /tmp/add.sh"
      })
  void soDoesAnEarlierStepOfTheLineage(String step) {
    assertMarked(LISTS_STAY, "FROM debian:12 AS base\n" + step + "\n«keep»RUN «archives»" + INSTALL + DELETE + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add-apt-repository universe", "sed -i 's/deb.debian.org/mirrors.example.org/g' /etc/apt/sources.list",
        "echo 'deb http://deb.debian.org/debian bookworm-backports main' > /etc/apt/sources.list.d/backports.list",
        "echo 'deb https://snapshot.debian.org/archive/debian/20240101T000000Z bookworm main' > /etc/apt/sources.list",
        "echo 'deb http://archive.ubuntu.com/ubuntu jammy main' | tee /etc/apt/sources.list", "rm -f /etc/apt/sources.list.d/cuda.list",
        "ls /etc/apt/sources.list.d", "pip install x", "bash /src/add.sh", "bash /src/add.sh \"$(curl -s https://example.com/version)\"",
        "curl -o /tmp/Miniconda3.sh https://repo.anaconda.com/miniconda/x.sh && bash /tmp/Miniconda3.sh -b",
        "curl -o rust.sh https://sh.rustup.rs && sh rust.sh -y", "curl -o /tmp/x.sh https://example.com/x.sh && chmod +x /tmp/x.sh",
        "{ echo 'deb http://deb.debian.org/debian bookworm main'; } > /etc/apt/sources.list",
        "suite=\"$(awk '/^Suites:/ { print $2 }' /etc/apt/sources.list.d/debian.sources)\"", "head /etc/apt/sources.list",
        "echo 'deb https://mirrors.aliyun.com/debian bookworm main' > /etc/apt/sources.list",
        "echo 'deb http://mirror.example.org:8080/ubuntu-ports jammy main' > /etc/apt/sources.list",
        "sed -i 's,^deb http://deb.debian.org,deb http://mirror.example.org,' /etc/apt/sources.list", "add-apt-repository -y universe",
        "echo \"$(curl -s https://example.com/version)\"",
        "echo 'deb http://deb.debian.org/debian bookworm main' > /etc/apt/sources.list && curl -O https://example.com/x",
        "echo '# none' > /etc/apt/sources.list", "cat /etc/apt/sources.list", "echo /etc/apt/sources.list.d/x.list"
      })
  void theDistributionsOwnAreNoReason(String command) {
    String run = "FROM debian:12\nRUN " + command + "\n«keep»RUN «archives»«lists»" + INSTALL + "«-" + DELETE + "»\n";
    if (command.startsWith("pip")) {
      run = run.replace("RUN pip", "RUN «pip»pip");
    }
    assertMarked(LISTS_STAY, run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nvidia/cuda:12.4.1-runtime-ubuntu22.04", "nvcr.io/nvidia/cuda:12.4.1-base-ubuntu22.04", "pytorch/pytorch:2.4.0-cuda12.1-cudnn9-devel",
        "tensorflow/tensorflow:2.15.0-gpu", "rocm/dev-ubuntu-24.04", "ros:jazzy", "docker.io/library/postgres:16", "mongo:7",
        "apache/airflow:2.8.1-python3.11", "mcr.microsoft.com/devcontainers/python:3.12-bookworm", "gazebo:gzserver9-bionic", "mono:6.12-slim",
        "postgis/postgis:16-3.4", "pgvector/pgvector:pg17", "cimg/python:3.12", "gcr.io/cloud-builders/gcloud-slim",
        "mcr.microsoft.com/playwright:v1.48.0-jammy", "mcr.microsoft.com/azure-functions/python:4-python3.11", "vllm/vllm-openai:latest"
      })
  void anImageThatIsKnownToHaveOneKeepsListsOut(String image) {
    String base = "FROM " + image + "\nUSER root\n";
    Rewrite rewrite = assertMarked(LISTS_STAY, base + "«keep»RUN «archives»" + INSTALL + DELETE + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/foreign-repository", image);
    assertMarked(
        LISTS_STAY,
        base + "RUN rm /etc/apt/sources.list.d/*.list\n«keep»RUN «archives»«lists»" + INSTALL + "«-" + DELETE + "»\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pytorch/pytorch:2.4.0-cuda12.1-cudnn9-runtime", "tensorflow/tensorflow:2.15.0", "python:3.12", "example.com/nvidia/cuda:12", "mcr.microsoft.com/devcontainers/base:bookworm",
        "mcr.microsoft.com/playwright/python:v1.48.0-jammy"})
  void ofOtherImagesNoneIsKnown(String image) {
    assertMarked(
        LISTS_STAY,
        "FROM " + image + "\nUSER root\n«keep»RUN «archives»«lists»" + INSTALL + "«-" + DELETE + "»\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=secret,id=x,target=/etc/apt/sources.list.d/x.list", "type=bind,source=x.sources,target=/etc/apt/sources.list.d/x.sources",
        "type=bind,source=x,target=/etc/apt/sources.list", "type=bind,source=x,target=/etc/apt/sources.list.d"
      })
  void oneThatIsMountedKeepsListsOut(String mount) {
    Rewrite rewrite = LISTS_STAY.apply(Dockerfile.parse("FROM debian:12\nRUN --mount=" + mount + " " + INSTALL + DELETE + "\n"));
    assertThat(rewrite.after().text()).contains("target=/var/cache/apt,").doesNotContain("target=/var/lib/apt/lists,");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/foreign-repository", mount);
  }

  @Test
  void soDoesOneOverAllThatConfiguresApt() {
    String mount = "type=bind,source=apt,target=/etc/apt";
    Rewrite rewrite = assertKept(LISTS_STAY, "FROM debian:12\nRUN --mount=" + mount + " " + INSTALL + DELETE + "\n", "mount-cache/apt/cleanup-hook");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/foreign-repository", mount);
  }

  @Test
  void aListThatTheFileWritesIsNoReasonWhereItIsTheDistributions() {
    String copy = "FROM debian:12\nCOPY <<EOF /etc/apt/sources.list\ndeb http://deb.debian.org/debian bookworm main\nEOF\n";
    assertMarked(LISTS_STAY, copy + "«keep»RUN «archives»«lists»" + INSTALL + "«-" + DELETE + "»\n");
  }

  @Test
  void aScriptMayFetchListsOfTheRepositoryThatWasAddedBeforeIt() {
    String add = " && echo 'deb https://example.com/apt stable main' > /etc/apt/sources.list.d/x.list";
    assertMarked(LISTS_STAY, "FROM debian:12\n«keep»RUN «archives»" + INSTALL + add + " && ./install.sh" + DELETE + "\n");
    assertMarked(LISTS_STAY, "FROM debian:12\n«keep»RUN «archives»«lists»" + INSTALL + add + "«-" + DELETE + "»\n");
  }

  @Test
  void anyOtherMountIsNoReason() {
    String mount = "RUN --mount=type=secret,id=x,target=/etc/apt/auth.conf.d/x.conf " + INSTALL + DELETE;
    assertThat(LISTS_STAY.apply(Dockerfile.parse("FROM debian:12\n" + mount + "\n")).after().text()).contains("target=/var/lib/apt/lists,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"./release.deb", "./$file", "/tmp/release", "\"/tmp/$file\""})
  void aPackageInstalledByItsFileMayBringOne(String file) {
    assertMarked(
        LISTS_STAY,
        "FROM debian:12\n«keep»RUN «archives»" + INSTALL + " && apt-get install -y " + file + " && apt-get update" + DELETE + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$packages", "curl/bookworm-backports"})
  void aPackageInstalledByItsNameBringsNone(String name) {
    assertMarked(
        LISTS_STAY,
        "FROM debian:12\n«keep»RUN «archives»«lists»" + INSTALL + " && apt-get install -y " + name + " && apt-get update«-" + DELETE + "»\n");
  }

  @Test
  void whatIsAddedAfterTheListsAreFetchedIsNotInThem() {
    assertMarked(
        LISTS_STAY,
        "FROM debian:12\n«keep»RUN «archives»«lists»" + INSTALL + "«-" + DELETE + "» && dpkg -i /tmp/x.deb\n"
            + "FROM debian:12\nRUN add-apt-repository ppa:a/b\n"
            + "FROM debian:12\n«keep»RUN «archives»«lists»" + INSTALL + "«-" + DELETE + "»\n");
  }
}
