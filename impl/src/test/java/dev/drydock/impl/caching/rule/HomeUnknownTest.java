package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who runs and where HOME is are two facts: what makes a layer small stays where one of them is not known. */
class HomeUnknownTest {

  private static final String ID = "drop-cache-defeaters/pip/home-unknown";
  private static final String INSTALL = "RUN pip install --no-cache-dir a\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM example.com/x\nUSER 0\n", "FROM example.com/x\nUSER root\n", "FROM example.com/x\nUSER root:root\n",
        "ARG BASE\nFROM ${BASE}\nWORKDIR /opt/app-root/bin\nUSER 0\n", "FROM example.com/x\nUSER 0\nRUN apt-get -v\n",
        "FROM example.com/x AS a\nUSER 0\nFROM a\n", "FROM example.com/x\nUSER 0\nONBUILD "
      })
  void userTellsWhoRunsAndNotWhereHomeIs(String lines) {
    assertKept(MAIN, lines + INSTALL, ID, "--no-cache-dir");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "useradd -m -u 1000 x", "groupadd -g 1000 x", "usermod -aG x y", "adduser -D x", "/usr/sbin/useradd x", "bash -c 'useradd x'"
      })
  void accountsAreOnlyRootsToChangeAndTellNothingOfHome(String command) {
    assertKept(MAIN, "FROM example.com/x\nRUN " + command + "\n" + INSTALL, ID);
    assertKept(MAIN, "FROM example.com/x\nRUN sudo " + command + "\n" + INSTALL, "drop-cache-defeaters/pip/user-unknown");
    assertKept(MAIN, "FROM example.com/x\nRUN " + command + " || true\n" + INSTALL, ID);
    assertKept(MAIN, "FROM example.com/x\nRUN b || " + command + "\n" + INSTALL, "drop-cache-defeaters/pip/user-unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yum install -y b", "dnf install -y b", "microdnf install b", "apk add b", "zypper install -y b"})
  void packageManagersOfDistributionsShowRootAndNotItsHome(String command) {
    assertKept(MAIN, "FROM example.com/x\nRUN " + command + "\n" + INSTALL, ID);
    assertMarked(
        MAIN,
        "FROM example.com/x\nENV HOME=/root\nRUN " + command + "\nRUN «pip»pip install «---no-cache-dir »a\n");
    assertMarked(
        MAIN, "FROM openeuler/python:3.11\nRUN " + command + "\nRUN «pip»pip install «---no-cache-dir »a\n");
  }

  @Test
  void aptCalledByTheImagesOwnUserTellsBoth() {
    assertMarked(
        MAIN, "FROM example.com/x\nRUN apt-get update\nUSER root\nRUN «pip»pip install «---no-cache-dir »a\n");
    assertKept(MAIN, "FROM example.com/x\nUSER root\nRUN apt-get update\n" + INSTALL, ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM example.com/x\nENV PIP_CACHE_DIR=/root/.cache/pip\nUSER 0\n",
        "FROM python:3.12\nUSER 0\n",
        "FROM bitnami/minideb:bookworm\n", "FROM quay.io/bitnami/minideb\nUSER root\n", "FROM bitnamilegacy/minideb\n", "FROM bitnami/python:3.12\n", "FROM docker.io/bitnamilegacy/python\nUSER root\n",
        "FROM example.com/x\nENV HOME=/root\nUSER 0\n"
      })
  void aCacheWhosePlaceIsKnownIsMounted(String lines) {
    assertMarked(MAIN, lines + "RUN «pip»pip install «---no-cache-dir »a\n");
  }

  @Test
  void whatDefeatsAMountOfTheFilesOwnStaysToo() {
    assertKept(
        dropCacheDefeaters(PIP),
        "FROM example.com/x\nUSER 0\nRUN --mount=type=cache,target=/root/.cache/pip pip install a && rm -rf /root/.cache/pip\n",
        ID,
        "rm -rf /root/.cache/pip");
  }
}
