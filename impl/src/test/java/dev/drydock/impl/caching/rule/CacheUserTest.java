package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.caching.Examples.LISTS;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache is mounted only for a user who is known (hazard 5). */
class CacheUserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python:3-nonroot", "docker:rootless", "bitnami/spark", "example.com/bitnami/spark", "apache/superset:2"
      })
  void imagesThatSetAnotherUserAreKnown(String image) {
    assertKept(MAIN, "FROM " + image + "\nRUN pip install a\n", "mount-cache/pip/user");
    assertKept(MAIN, "FROM " + image + "\nRUN apt-get update && apt-get install -y a\n", "mount-cache/apt/user");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USER app\nRUN pip install a",  "RUN useradd -m app\nUSER app\nRUN pip install a",
        "ARG UID=1000\nRUN useradd -m -u $UID app\nUSER app\nRUN pip install a", "USER $NAME\nRUN pip install a",
        "RUN su app -c 'pip install a'"
      })
  void whereTheUsersNumbersAreUnknownNothingIsMounted(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/pip/user");
  }

  @Test
  void anImageWhoseUserIsAnotherIsLeftAlone() {
    assertKept(MAIN, "FROM jupyter/r-notebook\nRUN pip install a\n", "mount-cache/pip/user");
  }

  @Test
  void rootAgainIsRoot() {
    assertRewrites(
        MAIN, python("USER app\nUSER root\nRUN pip install a"), python("USER app\nUSER root\n" + PIP_MOUNT + "pip install a"));
  }

  @Test
  void sudoIsRootWhereTheUserMayBe() {
    assertRewrites(MAIN, python("RUN sudo pip install a"), python(PIP_MOUNT + "sudo pip install a"));
    assertKept(MAIN, python("USER app\nRUN sudo pip install a"), "mount-cache/pip/user");
    assertKept(MAIN, python("RUN useradd -m -u 1000 app\nUSER app\nRUN sudo pip install a"), "mount-cache/pip/user");
    assertKept(MAIN, python("RUN sudo -u app pip install a"), "mount-cache/pip/user");
    assertKept(
        MAIN, python("RUN sudo -u app apt-get update && sudo -u app apt-get install -y a"), "mount-cache/apt/user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FROM node:20-slim // USER node | /home/node,uid=1000,gid=1000
          FROM node // USER 1000:1000 | /home/node,uid=1000,gid=1000
          FROM node:22-alpine AS base // FROM base // USER node:node // WORKDIR /home/node/app | /home/node,uid=1000,gid=1000
          FROM node:20 // RUN groupmod -g 999 node && usermod -u 998 -g 999 node // USER node | /home/node,uid=998,gid=999
          FROM node:20 // RUN groupmod -n app node // USER node | /home/node,uid=1000,gid=1000
          FROM node:20 // RUN chmod g+w /etc/passwd // USER node | /home/node,uid=1000,gid=1000
          FROM gradle:8-jdk21 // USER gradle | /home/gradle,uid=1000,gid=1000
          FROM apache/airflow:2.9.0 | /home/airflow,uid=50000,gid=0
          FROM apache/airflow:slim-2.9.0 // USER root // RUN make // USER ${AIRFLOW_UID} | /home/airflow,uid=50000,gid=0
          FROM quay.io/jupyter/base-notebook:2024-10-14 | /home/jovyan,uid=1000,gid=100
          FROM jupyter/scipy-notebook // USER $NB_USER | /home/jovyan,uid=1000,gid=100
          FROM jupyter/minimal-notebook // USER ${NB_UID} | /home/jovyan,uid=1000,gid=100
          FROM node:20-alpine // RUN deluser --remove-home node && adduser -D -u 1000 app // USER app | /home/app,uid=1000,gid=1000
          FROM debian // RUN groupadd -g 7 app && useradd -r -m -u 7 -g 7 app // USER app | /home/app,uid=7,gid=7
          FROM alpine // RUN adduser -D -g '' -u 1000 -h /app app // USER app | /app,uid=1000,gid=1000
          FROM alpine // RUN addgroup -S -g 11 web && adduser -S -u 10 -G web app // USER app | /home/app,uid=10,gid=11
          """)
  void theAccountOfAnImageAndOneThatIsCreatedWithNumbersAreKnown(String before, String cache) {
    String lines = before.replace(" // ", "\n") + "\n";
    String path = cache.replaceFirst(",.*", "") + "/.cache/pip";
    String mount = path + cache.replaceFirst("[^,]*", "");
    assertRewrites(
        mountCache(PIP),
        lines + "RUN pip install a\n",
        lines + "RUN mkdir -p " + path + "\nRUN --mount=type=cache,target=" + mount + " \\\n    pip install a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM node:0.12 // USER 1000",
        "FROM node:$VERSION // USER node",
        "FROM node@sha256:0123456789012345678901234567890123456789012345678901234567890123 // USER 1000",
        "FROM acme/node:20 // USER node",
        "FROM node:20 // USER app",
        "FROM node:20 // RUN groupmod -g $GID node // USER node",
        "FROM node:20 // RUN test -z x || groupmod -g 9 node // USER node",
        "FROM node:20 // RUN groupmod -g 9 other // USER node",
        "FROM node:20 // RUN usermod -l app node // USER app",
        "FROM node:20 // RUN useradd -o -u 1000 app // USER 1000",
        "FROM node:20-alpine // RUN sed -i s/1000/1001/ /etc/passwd // USER node",
        "FROM node:20 // RUN bash /tmp/common-debian.sh \"$USERNAME\" // USER node",
        "FROM node:20 // RUN ./set-uid.sh 1001 // USER node",
        "FROM node:20 // RUN if usermod -u 5 node // USER node",
        "FROM node:20 // RUN /opt/setup USER=node // USER node",
        "FROM node:20 // COPY fixuid /usr/bin/ // RUN fixuid // USER node",
        "FROM jupyter/base-notebook // ENV NB_UID=1001 // USER ${NB_UID}",
        "ARG BASE=jupyter/base-notebook // FROM $BASE // USER ${NB_UID}", "ARG V=20 // FROM node:$V // USER node",
        "ARG BASE=base // FROM debian AS base // RUN useradd -m -u 7 app // USER app // FROM $BASE",
        "ARG BASE=base // FROM debian AS base // RUN useradd -m -u 7 app // FROM ${BASE} AS b // FROM b // USER app",
        "ARG BASE=base // FROM debian AS base // RUN useradd -m -u 7 app // FROM $BASE // USER 7",
        "ARG BASE=base // FROM debian AS base // RUN groupadd -g 7 web // FROM $BASE // RUN useradd -m -u 8 -g web app // USER app",
        "ARG BASE=base // FROM node:20 AS base // FROM $BASE // USER node",
        "FROM jupyter/base-notebook // USER ${NB_GID}",
        "FROM alpine // RUN adduser -S -u 10 app // USER app",
        "FROM debian // RUN useradd -r -m -u 7 app // USER app",
        "FROM debian // RUN adduser --system --uid 7 --gid 7 app // USER app",
        "FROM alpine // RUN adduser -D -G web -u 10 app // USER app",
        "FROM debian // RUN adduser --uid 10 app // USER app"
      })
  void anAccountOfAnImageMayBeAnotherOrBeChanged(String before) {
    assertKept(mountCache(PIP), before.replace(" // ", "\n") + "\nRUN pip install a\n", "mount-cache/pip/user");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM node:20 // RUN userdel node && useradd -m -u 1001 node // USER node",
        "FROM node:20 // RUN chown -R root /home/node // USER node",
        "FROM jupyter/base-notebook // USER root // RUN make // USER jovyan"
      })
  void theHomeOfAnImagesAccountMayBeAnothers(String before) {
    assertKept(mountCache(PIP), before.replace(" // ", "\n") + "\nRUN pip install a\n", "mount-cache/pip/parents");
  }

  @Test
  void whatAnArgumentMayAnswerWithAnotherImageStillHasTheUsersOfItsOwnStage() {
    String base = "ARG BASE=base\nFROM python:3.12 AS base\nRUN useradd -m -u 7 app\nUSER app\nFROM $BASE\nUSER root\n";
    assertMarked(MAIN, base + "RUN «pip»pip install a\n");
    assertMarked(
        MAIN,
        base + "RUN useradd -m -u 8 web\nUSER web\n«+RUN mkdir -p /home/web/.cache/pip\n»RUN «/home/web/.cache/pip,uid=8,gid=8»pip install a\n");
    assertKept(MAIN, base + "ENV PIP_CACHE_DIR=/home/app/pip\nRUN pip install a\n", "mount-cache/pip/parents");
  }

  @Test
  void bothNumbersMustBeKnown() {
    assertKept(MAIN, python("RUN useradd -m -u 1000 -g users app\nUSER app\nRUN pip install a"), "mount-cache/pip/user");
  }

  @Test
  void sudoInstallsAsRoot() {
    assertRewrites(
        mountCache(APT.listsOnly()),
        python("USER app\nRUN sudo apt-get update && sudo apt-get install -y a"),
        python("USER app\n" + LISTS + "sudo apt-get update && sudo apt-get install -y a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"usermod -l app2 app", "usermod -u $UID app", "userdel app", "test -n x || usermod -u 5 app"})
  void aUserThatIsChangedInWaysNotKnownIsNotKnown(String change) {
    assertLeft(
        "RUN useradd -m -u 1000 app && " + change + "\nUSER app\nRUN pip install --user flask",
        "mount-cache/pip/user",
        "pip install --user flask");
  }

  @Test
  void anOnBuildRunsBehindThoseBeforeIt() {
    String call = "pip install --no-cache-dir flask";
    assertLeft("ONBUILD USER app\nONBUILD RUN " + call, "mount-cache/pip/user", call);
    String cached = "pip install «---no-cache-dir »flask";
    assertRefits("ONBUILD ENV PIP_CACHE_DIR=/opt/pip\nONBUILD RUN «/opt/pip»" + cached);
    assertRefits("ONBUILD RUN «pip»" + cached + "\nONBUILD ENV PIP_CACHE_DIR=/opt/pip");
    assertRefits("ONBUILD ENV PIP_CACHE_DIR=/opt/pip\nRUN «pip»" + cached);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry.access.redhat.com/ubi8/python-38", "quay.io/fedora/python-312", "jupyter/r-notebook"})
  void anImageMayHaveAnotherUser(String image) {
    assertKept(pythonCaching(), "FROM " + image + "\nRUN pip install x\n", "mount-cache/pip/user");
  }
}
