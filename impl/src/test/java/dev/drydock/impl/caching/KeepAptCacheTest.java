package dev.drydock.impl.caching;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.Transforms.keepAptCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.assertWarns;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepAptCacheTest {

  private static final Transform KEEP = keepAptCache();
  private static final Transform DOCUMENTED_MAIN = pythonCaching().withoutSyntax().withDocumentedAptConfiguration();
  private static final String ADDED =
      """
      # Configure apt to keep downloaded packages for cache mount
      RUN rm -f /etc/apt/apt.conf.d/docker-clean; \\
          echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
      """;

  /** A command is harmless only if a table says so; what may call apt is not said to do so. */
  @Test
  void itWarnsOfCommandsThatMayCallAptUnseen() {
    String text = "FROM debian:12\nRUN apt-get update && apt-get install -y a\nRUN make deps\nRUN tool x\nRUN cp a b && git clone x\n";
    Vector<Note> warnings = KEEP.apply(Dockerfile.parse(text)).notes().filter(note -> note.rule().equals("keep-apt-cache/grows-layer")).toVector();
    assertThat(warnings.map(Note::subject)).containsExactly("RUN apt-get update && apt-get install -y a", "RUN make deps", "RUN tool x");
    assertThat(warnings.map(note -> note.reason().contains("it may call apt"))).containsExactly(false, true, true);
  }

  @Test
  void itStandsAboveTheCommentsOfTheFirstAptRun() {
    assertWarns(
        KEEP,
        "FROM debian:12\nRUN true\n# tools\nRUN apt-get update && apt-get install -y a\nRUN apt-get install -y b\n",
        "FROM debian:12\nRUN true\n" + ADDED
            + "\n# tools\nRUN apt-get update && apt-get install -y a\nRUN apt-get install -y b\n",
        "keep-apt-cache/grows-layer");
  }

  @Test
  void aStageBuiltOnOneThatHasItInheritsIt() {
    assertRewrites(
        KEEP,
        "FROM debian:12 AS a\nRUN apt-get install -y a\nFROM a AS b\nRUN apt-get install -y b\nFROM debian:12\nRUN apt-get install -y c\n",
        "FROM debian:12 AS a\n" + ADDED + "RUN apt-get install -y a\nFROM a AS b\nRUN apt-get install -y b\nFROM debian:12\n"
            + ADDED + "RUN apt-get install -y c\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN rm /etc/apt/apt.conf.d/docker-clean", "RUN mv /etc/apt/apt.conf.d/docker-clean /tmp",
        "RUN echo 'Binary::apt::APT::Keep-Downloaded-Packages \"1\";' >> /etc/apt/apt.conf",
        "COPY keep-cache /etc/apt/apt.conf.d/keep-cache"
      })
  void whereItIsHandledAlreadyItIsLeftAlone(String line) {
    assertKept(KEEP, "FROM debian:12\n" + line + "\nRUN apt-get install -y a\n", "keep-apt-cache/present");
  }

  @ParameterizedTest
  @ValueSource(strings = {"USER app\nRUN apt-get install -y a", "RUN sudo apt-get install -y a"})
  void onlyRootMayConfigureApt(String lines) {
    assertKept(KEEP, "FROM debian:12\n" + lines + "\n", "keep-apt-cache/not-root");
  }

  @Test
  void whereAptMayBeMissingItIsLeftAlone() {
    assertKept(
        KEEP,
        "FROM x\nRUN if command -v apt-get; then apt-get update; apt-get install -y a; else apk add a; fi\n",
        "keep-apt-cache/conditional");
    assertUntouched(KEEP, "FROM alpine\nRUN apk add a\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUN ./install.sh", "RUN curl -s https://example.com/x | bash", "RUN . ./build.sh", "RUN apt-get update", "RUN apt-mark hold a"})
  void theMainJobNeverMakesALayerGrow(String line) {
    String base = "RUN «archives»«lists»apt-get update && apt-get install -y a«- && rm -rf /var/lib/apt/lists/*»\n" + line + "\n";
    assertMarked(MAIN, "FROM debian:12\n«keep»" + base);
    Rewrite rewrite =
        assertMarked(DOCUMENTED_MAIN, "FROM debian:12\n" + base.replace("«archives»", ""));
    assertNoted(rewrite, Note.Kind.KEPT, "keep-apt-cache/unmounted", line);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/cleanup-hook", "apt-get install -y a");
  }

  @Test
  void theMainJobWithTheDocumentedText() {
    assertMarked(
        DOCUMENTED_MAIN,
        """
        FROM debian:12 AS a
        RUN apt-get update
        «documented»RUN «archives»apt-get install -y a
        FROM a
        RUN «archives»apt-get install -y b
        FROM debian:12
        «documented»RUN «archives»apt-get install -y c
        """);
  }

  @Test
  void theNoteSaysWhoInheritsIt() {
    Rewrite rewrite = assertMarked(KEEP, "FROM debian:12\n«documented»RUN apt-get install -y a\n");
    assertThat(reason(rewrite, "keep-apt-cache/added")).matches(".*\\bimages\\b.*\\bFROM\\b.*");
  }

  @Test
  void onlyWhatGrowsALayerBehindItIsWarnedOf() {
    String text =
        """
        FROM debian:12
        RUN ./early.sh
        RUN apt-get install -y a
        RUN --mount=type=cache,target=/var/cache/apt apt-get install -y b
        RUN --mount=type=cache,target=/var/cache apt-get install -y c
        RUN --mount=type=cache,target=/var/cache/apt/archives apt-get install -y d
        RUN --mount=type=cache,target=/var/lib/apt apt-get install -y e
        RUN ./late.sh
        RUN echo done
        USER app
        RUN ./as-another.sh
        FROM debian:12
        RUN ./elsewhere.sh
        """;
    assertThat(KEEP.apply(Dockerfile.parse(text)).notes(Note.Kind.WARNING).map(Note::line)).containsExactly(3, 7, 8);
  }

  @Test
  void itStandsBeforeTheFirstInstallAndBehindAnUpdate() {
    assertRewrites(
        KEEP,
        "FROM debian:12\nRUN apt-get update\nRUN apt-get install -y a\nRUN apt-get install -y b\n",
        "FROM debian:12\nRUN apt-get update\n" + ADDED + "RUN apt-get install -y a\nRUN apt-get install -y b\n");
  }

  @Test
  void whatAnOnBuildHoldsOrAnotherStageSaysIsNotOfThisImage() {
    assertUntouched(KEEP, "FROM debian:12\nONBUILD RUN apt-get update && apt-get install -y a\n");
    String other = "FROM debian:12\nRUN rm /etc/apt/apt.conf.d/docker-clean\nFROM debian:12\n";
    assertRewrites(KEEP, other + "RUN apt-get install -y a\n", other + ADDED + "RUN apt-get install -y a\n");
    String later = "RUN apt-get install -y a\nONBUILD RUN rm -f /etc/apt/apt.conf.d/docker-clean\n";
    assertRewrites(KEEP, "FROM debian:12\n" + later, "FROM debian:12\n" + ADDED + later);
  }

  @Test
  void aWindowsImageHasNoApt() {
    assertKept(KEEP, "FROM mcr.microsoft.com/windows/servercore:1\nRUN apt-get install -y a\n", "keep-apt-cache/not-root");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN apt-get update && if a; then apt-get install -y b; fi\n",
        "RUN apt-get install -y b\nRUN if a; then apt-get install -y c; fi\n"
      })
  void anUnconditionalCallShowsThatThereIsApt(String runs) {
    assertRewrites(KEEP, "FROM x\n" + runs, "FROM x\n" + ADDED + runs);
  }

  @Test
  void anImageThatHasAptByItsNameNeedsNoUnconditionalCall() {
    String run = "RUN if a; then apt-get install -y b; fi\n";
    assertRewrites(KEEP, "FROM debian:12\n" + run, "FROM debian:12\n" + ADDED + run);
    assertRewrites(KEEP, "FROM ubuntu:24.04\n" + run, "FROM ubuntu:24.04\n" + ADDED + run);
    assertKept(KEEP, "ARG BASE=debian:12\nFROM $BASE\n" + run, "keep-apt-cache/conditional");
    assertKept(KEEP, "FROM centos:7\n" + run, "keep-apt-cache/conditional");
  }

  @Test
  void aptIsNotConfiguredForOtherPackageManagers() {
    Rewrite rewrite =
        assertMarked(
            pythonCaching(PIP).withoutSyntax().withDocumentedAptConfiguration(),
            "FROM python:3.12\nRUN apt-get update && apt-get install -y a\nRUN «pip»pip install b\n");
    assertThat(rewrite.notes().map(Note::rule)).containsExactly("mount-cache/pip/mounted");
  }

  @Test
  void aMountOfAnothersCacheIsNoneOfApts() {
    Rewrite rewrite =
        assertMarked(
            DOCUMENTED_MAIN,
            "FROM debian:12\nRUN apt-get update && apt-get install -y python3-pip\nRUN «pip»apt-get update && pip install b\n");
    assertNoted(rewrite, Note.Kind.KEPT, "keep-apt-cache/unmounted", "RUN apt-get update && pip install b");
  }

  @Test
  void theMainJobSaysWhichLineMayUseAptWithoutTheMount() {
    Rewrite rewrite =
        assertKept(
            DOCUMENTED_MAIN,
            "FROM debian:12\nRUN apt-get update && apt-get install -y a\nRUN ls\nRUN ./install.sh\n",
            "keep-apt-cache/unmounted",
            "RUN ./install.sh");
    assertThat(reason(rewrite, "keep-apt-cache/unmounted")).matches(".*\\bline 4\\b.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUN apt-get update", "RUN apt-get purge -y a", "RUN apt-mark auto a", "RUN add-apt-repository ppa:a/b", "RUN apt-cache policy a"})
  void aRunThatIsNeverMountedWouldLeaveThePackageCacheInItsLayer(String line) {
    assertKept(KEEP, "FROM debian:12\nRUN apt-get install -y a\n" + line + "\n", "keep-apt-cache/unmounted", line);
    assertRewrites(
        KEEP,
        "FROM debian:12\n" + line + "\nRUN apt-get install -y a\n",
        "FROM debian:12\n" + line + "\n" + ADDED + "RUN apt-get install -y a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM base\nRUN rm /etc/apt/apt.conf.d/docker-clean && apt-get install -y b",
        "FROM base AS b\nFROM b\nRUN cd /etc/apt/apt.conf.d && rm docker-clean", "FROM base\nRUN sed -i 's/x/y/' /etc/apt/apt.conf.d/docker-clean",
        "FROM base\nRUN cp /etc/apt/apt.conf.d/docker-clean /tmp", "ONBUILD RUN rm /etc/apt/apt.conf.d/docker-clean"
      })
  void aLaterStepThatNeedsDockerCleanKeepsIt(String later) {
    String text = "FROM debian:12 AS base\nRUN apt-get update && apt-get install -y a\n" + later + "\n";
    assertNoted(KEEP.apply(Dockerfile.parse(text)), Note.Kind.KEPT, "keep-apt-cache/needed", later.substring(later.lastIndexOf("RUN")));
    assertThat(KEEP.apply(Dockerfile.parse(text)).after().text()).doesNotContain("rm -f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM base\nRUN rm -f /etc/apt/apt.conf.d/docker-clean", "FROM debian:12\nRUN rm /etc/apt/apt.conf.d/docker-clean",
        "FROM base\nRUN ls /etc"
      })
  void anyOtherStepDoesNot(String later) {
    String text = "FROM debian:12 AS base\n«documented»RUN apt-get install -y a\n" + later + "\n";
    assertMarked(KEEP, text);
  }

  @Test
  void withTheConditionalFormALaterRemovalWorks() {
    assertMarked(
        MAIN,
        """
        FROM debian:12 AS base
        «keep»RUN «archives»apt-get update && apt-get install -y a
        FROM base
        RUN rm /etc/apt/apt.conf.d/docker-clean
        RUN «archives»apt-get install -y b
        """);
  }

  /** An unknown directory may be any, so that this is no proof that the image's hook is gone. */
  @Test
  void whatMayBeAnotherRemovalDoesNotReplaceTheConditionalForm() {
    assertMarked(MAIN, "FROM debian:12\nRUN rm -rf ${DIR}/x*\n«keep»RUN «archives»apt-get install -y a\n");
    String known = "FROM debian:12\nRUN rm -rf /etc/apt/apt.conf.d/docker-clean\n";
    assertMarked(MAIN, known + "RUN «archives»apt-get install -y a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«archives»«lists»which apt-get && apt-get update && apt-get install -y x || yum install -y x",
        "«archives»«lists»(apt-get update && apt-get install -y x) || apk add x"
      })
  void whereThereMayBeNoAptTheConditionalFormDoesNothing(String run) {
    assertMarked(MAIN, "FROM centos:7\n«keep»RUN " + run + "\n");
    Rewrite rewrite = assertKept(DOCUMENTED_MAIN, "FROM centos:7\nRUN " + run.replace("«archives»«lists»", "") + "\n", "keep-apt-cache/conditional");
    assertNoted(rewrite, Note.Kind.KEPT, "keep-apt-cache/conditional", "apt-get install -y x");
  }

  @Test
  void theConditionalFormComesOnceForALineageBeforeItsFirstMount() {
    assertMarked(
        MAIN,
        """
        FROM debian:12 AS a
        RUN apt-get update
        «keep»«+
        »# tools
        RUN «archives»apt-get install -y a
        FROM a AS b
        RUN «archives»apt-get install -y b
        FROM debian:12
        «keep»ONBUILD RUN «archives»apt-get install -y c
        """);
  }

  @Test
  void aBlankLineSetsTheConfigurationOffFromAComment() {
    assertRewrites(
        keepAptCache(),
        """
        FROM debian:12
        # curl for the health check
        RUN apt-get update && apt-get install -y curl
        """,
        """
        FROM debian:12
        # Configure apt to keep downloaded packages for cache mount
        RUN rm -f /etc/apt/apt.conf.d/docker-clean; \\
            echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache

        # curl for the health check
        RUN apt-get update && apt-get install -y curl
        """);
  }
}
