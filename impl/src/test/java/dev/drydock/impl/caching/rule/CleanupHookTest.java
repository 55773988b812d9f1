package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.KEEP;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where apt would delete the archives of a mount, the mount does not come (hazard 16). */
class CleanupHookTest {

  private static final String INSTALL = "RUN apt-get install -y git\n";
  private static final String INSTALL_AND_CLEAN =
      "RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n";
  private static final String HOOK =
      "'DPkg::Post-Invoke { \"rm -f /var/cache/apt/archives/*.deb || true\"; };' > /etc/apt/apt.conf.d/";

  private static void assertDeclined(String lines) {
    Rewrite rewrite = assertKept(MAIN, "FROM debian:12\n" + lines, "mount-cache/apt/cleanup-hook");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/cleanup-hook", "apt-get install -y git");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN echo " + HOOK + "99clean", "RUN printf '%s\\n' " + HOOK + "docker-clean",
        "RUN echo 'APT::Update::Post-Invoke {\"rm -f /var/cache/apt/*.bin\";};' | tee /etc/apt/apt.conf.d/x",
        "RUN echo 'DPkg::Post-Invoke {\"apt-get clean\";};' >> /etc/apt/apt.conf",
        "RUN echo 'DPkg { Post-Invoke { \"/usr/local/sbin/tidy\"; }; };' > /etc/apt/apt.conf.d/x",
        "COPY <<EOF /etc/apt/apt.conf.d/99clean\nDPkg::Post-Invoke {\"rm -f /var/cache/apt/archives/*.deb\";};\nEOF",
        "RUN cat > /etc/apt/apt.conf.d/x <<EOF\nDPkg::Post-Invoke {\"rm -f /var/cache/apt/archives/*.deb\";};\nEOF",
        "RUN bash -c \"echo 'DPkg::Post-Invoke {\\\"apt-get clean\\\";};' > /etc/apt/apt.conf.d/x\"",
        "ENV HOOK='DPkg::Post-Invoke {\"apt-get clean\";};'\nRUN echo \"$HOOK\" > /etc/apt/apt.conf.d/x",
        "RUN echo 'Binary::apt::APT::Keep-Downloaded-Packages \"false\";' > /etc/apt/apt.conf.d/x",
        "RUN echo 'APT::Keep-Downloaded-Packages \"0\";' > /etc/apt/apt.conf.d/x",
        "RUN rm -f /etc/apt/apt.conf.d/docker-clean && echo " + HOOK + "99clean",
        "RUN <<EOF\n#!/usr/bin/env python3\nopen('/etc/apt/apt.conf.d/x', 'w').write('DPkg::Post-Invoke {\"apt-get clean\";};')\nEOF"
      })
  void aHookThatTheFileWritesIsHeeded(String line) {
    assertDeclined(line + "\n" + INSTALL);
    assertKept(mountCache(APT.listsOnly().withCaches(APT.caches().head())), "FROM debian:12\n" + line + "\n" + INSTALL, "mount-cache/apt/cleanup-hook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY 99clean /etc/apt/apt.conf.d/", "WORKDIR /etc/apt/apt.conf.d\nCOPY 99clean .", "WORKDIR /etc/apt\nCOPY apt.conf .", "COPY apt /etc/apt", "ADD https://example.com/apt.conf /etc/apt/apt.conf",
        "RUN curl -o /etc/apt/apt.conf.d/x https://example.com/x", "RUN wget -qO- https://example.com/x > /etc/apt/apt.conf.d/x",
        "RUN cp /src/apt.conf /etc/apt/apt.conf.d/x", "RUN curl https://example.com/x | tee /etc/apt/apt.conf.d/x",
        "ARG CONF\nRUN echo \"$CONF\" > /etc/apt/apt.conf.d/x", "COPY --from=other /etc/apt/apt.conf.d /etc/apt/apt.conf.d",
        "RUN sed -i 's/^/#/' /etc/apt/apt.conf.d/docker-clean", "COPY --from=other /etc /etc", "COPY --from=other [\"/etc/\", \"/etc\"]",
        "RUN cat /src/x > /etc/apt/apt.conf.d/x", "ARG APT_CONFIG", "ONBUILD COPY x /etc/apt/apt.conf.d/\nONBUILD"
      })
  void aConfigurationWhoseTextIsNotHereIsNotTrusted(String line) {
    assertDeclined(line + (line.endsWith("ONBUILD") ? " " : "\n") + INSTALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN --mount=type=bind,source=apt.conf,target=/etc/apt/apt.conf.d/x apt-get install -y git\n",
        "RUN apt-get -c /src/apt.conf install -y git\n", "RUN APT_CONFIG=/src/apt.conf apt-get install -y git\n"
      })
  void norIsOneOfTheRunItself(String run) {
    assertThat(MAIN.apply(Dockerfile.parse("FROM debian:12\n" + run)).changed()).isFalse();
  }

  @Test
  void oneThatIsMountedIsOfItsRunAlone() {
    assertMarked(
        MAIN,
        "FROM debian:12\nRUN --mount=type=bind,source=apt.conf,target=/etc/apt/apt.conf.d/x apt-get update\n"
            + INSTALL.replace("RUN ", "«keep»RUN «archives»"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN echo 'Acquire::Retries \"3\";' > /etc/apt/apt.conf.d/80-retries",
        "ARG PROXY\nRUN echo \"Acquire::http::Proxy \\\"$PROXY\\\";\" > /etc/apt/apt.conf.d/proxy",
        "RUN printf 'APT::Install-Recommends \"0\";\\n' | tee /etc/apt/apt.conf.d/x",
        "RUN echo 'DPkg::Post-Invoke {\"ldconfig\";};' > /etc/apt/apt.conf.d/x",
        "RUN cat > /etc/apt/apt.conf.d/x <<EOF\nAPT::Get::Assume-Yes \"true\";\nEOF",
        "COPY <<EOF /etc/apt/apt.conf.d/x\nAPT::Get::Assume-Yes \"true\";\nEOF", "COPY sources.list /etc/apt/sources.list",
        "WORKDIR /src\nCOPY apt.conf .", "ONBUILD COPY x /etc/apt/apt.conf.d/", "RUN ls /etc/apt/apt.conf.d", "RUN mkdir -p /etc/apt/keyrings",
        "FROM debian:12 AS other\nCOPY x /etc/apt/apt.conf.d/\nFROM debian:12",
        "RUN echo 'APT { Install-Recommends \"0\"; };' > /etc/apt/apt.conf.d/x", "RUN cat /etc/apt/apt.conf.d/docker-clean",
        "RUN echo /etc/apt/apt.conf.d", "RUN apt-get -c /src/apt.conf update", "RUN rm -f /etc/apt/apt.conf.d/docker-gzip-*",
        "RUN if a; then rm -f /etc/apt/apt.conf.d/docker-clean; fi"
      })
  void anythingElseIsNoReason(String line) {
    assertMarked(MAIN, "FROM debian:12\n" + line + "\n" + INSTALL.replace("RUN ", "«keep»RUN «archives»"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN printf 'DPkg::Post-Invoke {\"rm -rf /var/lib/apt/lists/* || true\";};\\n' > /etc/apt/apt.conf.d/90slim",
        "RUN echo 'APT::Update::Post-Invoke {\"apt-get distclean\";};' > /etc/apt/apt.conf.d/x",
        "RUN echo 'DPkg::Post-Invoke {\"/usr/local/sbin/tidy\";};' > /etc/apt/apt.conf.d/x",
        "COPY <<EOF /etc/apt/apt.conf.d/x\nDPkg::Post-Invoke {\"rm -rf /var/lib/apt/lists\";};\nEOF",
        "COPY apt.conf /etc/apt/apt.conf.d/x\nRUN rm /etc/apt/apt.conf.d/docker-clean"
      })
  void aHookThatMayDeleteListsKeepsThemOut(String line) {
    Rewrite rewrite = MAIN.apply(Dockerfile.parse("FROM debian:12\n" + line + "\n" + INSTALL_AND_CLEAN));
    assertThat(rewrite.after().text()).doesNotContain("target=/var/lib/apt/lists,");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/cleanup-hook", "apt-get install -y git");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN echo " + HOOK + "99clean", "RUN echo 'DPkg::Post-Invoke {\"rm -rf /tmp/*\";};' > /etc/apt/apt.conf.d/x",
        "RUN echo 'APT::Keep-Downloaded-Packages \"0\";' > /etc/apt/apt.conf.d/x"
      })
  void aHookThatDeletesNoListsLetsThemBeMounted(String line) {
    assertThat(MAIN.apply(Dockerfile.parse("FROM debian:12\n" + line + "\n" + INSTALL_AND_CLEAN)).after().text())
        .contains("target=/var/lib/apt/lists,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN rm -f /etc/apt/apt.conf.d/docker-clean", "RUN rm /etc/apt/apt.conf.d/docker-clean",
        "RUN cd /etc/apt/apt.conf.d && rm docker-clean", "RUN rm -rf /etc/apt/apt.conf.d/docker*", "RUN mv /etc/apt/apt.conf.d/docker-clean /tmp",
        "RUN : > /etc/apt/apt.conf.d/docker-clean", "RUN sudo rm -f /etc/apt/apt.conf.d/docker-clean",
        "RUN rm -rf /etc/apt/apt.conf.d", "RUN rm /etc/apt/apt.conf.d/*", "RUN rm -f /etc/apt/apt.conf.d/docker-*",
         "RUN find /etc/apt/apt.conf.d -name docker-clean -delete",
        "RUN bash -c 'rm -f /etc/apt/apt.conf.d/docker-clean'", "RUN [\"rm\", \"-f\", \"/etc/apt/apt.conf.d/docker-clean\"]"
      })
  void whatTheFileWroteToTheSameEndIsEnoughForAptGet(String line) {
    assertMarked(MAIN, "FROM debian:12\n" + line + "\n" + INSTALL.replace("RUN ", "RUN «archives»"));
    String apt = line + "\nRUN «archives»apt install -y git\n";
    assertKept(MAIN, "FROM debian:12\n" + apt.replace("«archives»", ""), "mount-cache/apt/cleanup-hook", "apt install -y git");
    String fast = apt.replace("«archives»apt", "apt-fast");
    assertKept(MAIN, "FROM debian:12\n" + fast, "mount-cache/apt/cleanup-hook", "apt-fast install -y git");
    assertMarked(
        MAIN, "FROM debian:12\nRUN echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";' > /etc/apt/apt.conf.d/x\n" + apt);
  }

  @Test
  void inTheSameRunItIsEnoughBeforeTheInstallAlone() {
    String remove = "rm -f /etc/apt/apt.conf.d/docker-clean";
    assertMarked(MAIN, "FROM debian:12\nRUN «archives»" + remove + " && apt-get install -y git\n");
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»apt-get install -y git && " + remove + "\n");
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»if a; then " + remove + "; fi; apt-get install -y git\n");
  }

  @Test
  void oneStepServesAllThatFollowInTheLineage() {
    String first = "FROM debian:12 AS base\n«keep»RUN «archives»apt-get install -y a\n";
    String last = "RUN «archives»apt-get install -y c\n";
    assertMarked(MAIN, first + "RUN «archives»apt-get install -y b\n" + last);
    assertMarked(MAIN, first + "RUN apt-get install -y -o Dir::Cache::Archives=/x b\n" + last);
    assertMarked(MAIN, first + "FROM base\nRUN «archives»apt-get install -y b\nFROM base\n" + last);
  }

  @Test
  void aStepThatIsThereServesWhatIsAddedAfterIt() {
    String keep = "FROM debian:12\n" + KEEP;
    assertMarked(MAIN, keep + INSTALL.replace("RUN ", "RUN «archives»"));
    assertMarked(MAIN, keep + "RUN «archives»apt install -y git\n");
    String fish = "FROM debian:12\nSHELL [\"fish\", \"-c\"]\n" + KEEP + "SHELL [\"/bin/sh\", \"-c\"]\n";
    assertMarked(MAIN, fish + "RUN «archives»apt install -y git\n");
  }

  @Test
  void whatAStageDidServesThoseThatAreBuiltOnItInEveryBuild() {
    String install = INSTALL.replace("RUN ", "RUN «archives»");
    String base = "ARG BASE=common\nFROM debian:12 AS common\n";
    String remove = "RUN rm -f /etc/apt/apt.conf.d/docker-clean\n";
    for (String certain : new String[] {"FROM common AS app\n", "FROM --platform=$BUILDPLATFORM common AS app\n"}) {
      assertMarked(MAIN, base + "«keep»" + install + certain + install);
      assertMarked(MAIN, base + remove + certain + install);
    }
    for (String variable : new String[] {"FROM $BASE AS app\n", "FROM ${BASE} AS app\n"}) {
      assertMarked(MAIN, base + "«keep»" + install + variable + "«keep»" + install + "FROM app\n" + install);
      assertMarked(MAIN, base + remove + variable + "«keep»" + install);
      assertKept(MAIN, base + "RUN echo " + HOOK + "99clean\n" + variable + INSTALL, "mount-cache/apt/cleanup-hook");
    }
  }

  @Test
  void onlyRootCanTellAptToKeepThem() {
    assertDeclined("RUN useradd -m app\nUSER app\nRUN sudo apt-get install -y git\n");
    assertMarked(MAIN, "FROM debian:12\nUSER root\n«keep»RUN «archives»sudo apt-get install -y git\n");
    assertMarked(MAIN, "FROM example.com/x\n«keep»RUN «archives»if a; then apt-get install -y git; fi\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM debian:12 // RUN useradd -m app // USER app // RUN sudo apt-get install -y git | RUN runs as another user here",
        "FROM example.com/x // RUN sudo apt-get install -y git | as whom RUN runs here is not known",
        "FROM example.com/x // RUN if a; then sudo apt-get install -y git; fi | as whom RUN runs here is not known",
        "FROM debian:12 // RUN rm /etc/apt/apt.conf.d/docker-clean // RUN apt install -y git | Binary::apt::APT::Keep-Downloaded-Packages",
        "FROM debian:12 // RUN echo 'APT::Keep-Downloaded-Packages \"0\";' > /etc/apt/apt.conf // RUN apt install -y git | the file tells apt to delete them",
        "FROM debian:12 // COPY x /etc/apt/apt.conf.d/ // RUN apt install -y git | whose text is not in it"
      })
  void theNoteSaysWhatIsInTheWay(String file, String reason) {
    Rewrite rewrite = assertKept(MAIN, file.replace(" // ", "\n") + "\n", "mount-cache/apt/cleanup-hook");
    assertThat(reason(rewrite, "mount-cache/apt/cleanup-hook")).contains(reason);
  }

  @Test
  void aMountByHandIsServedToo() {
    String run = "RUN --mount=type=cache,target=%s,sharing=locked apt-get install -y git\n";
    assertMarked(MAIN, "FROM debian:12\n«keep»" + run.formatted("/var/cache/apt"));
    assertMarked(MAIN, "FROM debian:12\n«keep»" + run.formatted("/var/cache/apt/archives"));
    assertKept(MAIN, "FROM debian:12\n" + run.formatted("/var/cache"), "mount-cache/apt/already-mounted");
  }

  @Test
  void mountCacheByItselfGoesByTheFileAlone() {
    assertMarked(mountCache(APT.listsOnly()), "FROM debian:12\nRUN «archives»apt-get install -y git\n");
  }
}
