package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.caching.Examples.MAIN;
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

/** Whose the directories above a cache become (hazard 5). */
class ParentsTest {

  private static final String APP = "RUN useradd -m -u 1000 app\nUSER app\n";
  /** The step that makes the cache directory and the mount of it, before the command of a RUN. */
  private static final String STEP = "«+RUN mkdir -p /home/app/.cache/pip\n»";
  private static final String APPS_MOUNT = "RUN «/home/app/.cache/pip,uid=1000,gid=1000»";

  private static void assertParents(String lines) {
    assertLeft(lines, "mount-cache/pip/parents", "/home/app/.cache/pip");
  }

  @Test
  void aUsersCacheIsTheirsAndItsParentsAreMadeByThem() {
    assertRewrites(
        MAIN,
        python("RUN useradd -m -u 1000 app\nUSER app\nRUN pip install a\nRUN pip install b"),
        python(
            "RUN useradd -m -u 1000 app\nUSER app\nRUN mkdir -p /home/app/.cache/pip\n"
                + "RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=1000 \\\n    pip install a\n"
                + "RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=1000 \\\n    pip install b"));
  }

  /** A home that is no path has no directories above it to go through. */
  @Test
  void anEmptyHomeIsNoDirectoryThatIsThere() {
    assertLeft("ENV HOME=\nRUN pip install flask", "mount-cache/pip/parents", "/.cache/pip");
  }

  @Test
  void theirStepIsMadeOncePerLineageAndPath() {
    String mount = "RUN --mount=type=cache,target=/home/app/.cache/";
    assertRewrites(
        MAIN,
        "FROM python:3 AS a\nRUN useradd -m -u 1000 -g 50 app\nUSER app\n# why\nRUN pip install a\n"
            + "FROM a\nRUN pip install b\nFROM python:3\nRUN useradd -m -u 1000 -g 50 app\nUSER app\nRUN pip install c\n",
        "FROM python:3 AS a\nRUN useradd -m -u 1000 -g 50 app\nUSER app\nRUN mkdir -p /home/app/.cache/pip\n"
            + "# why\n" + mount + "pip,uid=1000,gid=50 \\\n    pip install a\n"
            + "FROM a\n" + mount + "pip,uid=1000,gid=50 \\\n    pip install b\n"
            + "FROM python:3\nRUN useradd -m -u 1000 -g 50 app\nUSER app\nRUN mkdir -p /home/app/.cache/pip\n"
            + mount + "pip,uid=1000,gid=50 \\\n    pip install c\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV PIP_CACHE_DIR=/opt/pip\nRUN useradd -m -u 1000 app\nUSER app\nRUN pip install a",
        "ENV PIP_CACHE_DIR=/home/app\nRUN useradd -m -u 1000 app\nUSER app\nRUN pip install a"
      })
  void aCacheThatItsUserMayNotBeAbleToMakeIsNotMounted(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/pip/parents");
  }

  @Test
  void whereTheUsersHomeMayBeMissingNothingIsMounted() {
    assertKept(
        MAIN, python("RUN useradd -u 1000 app\nUSER app\nRUN pip install a"), "mount-cache/pip/parents");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN useradd -m -u 1000 app", "RUN useradd --create-home --uid 1000 app", "RUN useradd -m -u 1000 app && adduser app sudo",
        "RUN addgroup --gid 1000 app && adduser --uid 1000 --gid 1000 app && addgroup app www-data",
        "RUN useradd -m -u 1000 app && usermod -aG sudo app", "RUN useradd -m -u 500 app && usermod -u 1000 -g 1000 app",
        "RUN userdel -r app || true\nRUN useradd -m -u 1000 app", "RUN useradd -m -u 5 app && userdel app && useradd -m -u 1000 app",
        "WORKDIR /home/app\nCOPY . .\nRUN useradd -m -u 1000 app && chown -R app:app /home/app",
        "RUN useradd -u 1000 app && mkdir /home/app && chown 1000 /home/app"
      })
  void aUserWhoseHomeItIsHasACacheInIt(String user) {
    assertRefits(user + "\nUSER app\n" + STEP + APPS_MOUNT + "pip install --user flask");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN git clone https://x/app /home/app/src", "RUN install -d /home/app/data", "RUN cd /home && mkdir app",
        "RUN for d in a b; do mkdir -p /home/app/$d; done", "ARG APP_HOME=/home/app\nRUN mkdir -p ${APP_HOME}/data",
        "RUN H=/home/app; mkdir -p $H/data", "RUN curl https://x | tar -xz -C /home", "RUN cp -r /skel/app /home/", "RUN unzip x.zip -d/home",
        "WORKDIR /home\nRUN mkdir app", "WORKDIR /home\nRUN git clone https://x/app", "RUN mkdir -p /home/$NAME/data",
        "RUN python -m venv /home/app/venv", "RUN wget -P/home/app/lib https://x", "COPY users /home/", "RUN x || mkdir /home/app"
      })
  void aHomeThatMayHaveBeenMadeBeforeItsUserMayBeRoots(String before) {
    assertParents(before + "\nRUN useradd -m -u 1000 app\nUSER app\nRUN pip install --user flask");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN git clone https://x/app /opt/app", "RUN mkdir -p /home/other/x", "RUN echo /home/app",
        "ENV PATH=/home/app/bin:$PATH\nRUN apt-get update", "RUN ls /home", "RUN cd /srv && mkdir app", "RUN tar xz -C /opt",
        "RUN mkdir -p /home", "RUN cp x /", "COPY x /", "RUN groupadd -g 1000 app", "RUN sed -i s,/x,/home/app, /etc/x",
        "RUN mkdir /home/app2", "FROM python:3.12\nRUN mkdir /home/app\nFROM python:3.12"
      })
  void whatDoesNotMakeTheHomeLeavesItToItsUser(String before) {
    assertRefits(before + "\nRUN useradd -m -u 1000 app\nUSER app\n" + STEP + APPS_MOUNT + "pip install --user flask");
  }

  @Test
  void theHomeMayBeMadeByTheCommandBefore() {
    assertParents("RUN install -d /home/app/x && useradd -m -u 1000 app\nUSER app\nRUN pip install --user flask");
    assertRefits(
        "RUN useradd -m -u 1000 app && install -d /home/app/x\nUSER app\n" + STEP + APPS_MOUNT + "pip install --user flask");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WORKDIR /home/app // RUN useradd -m -u 1000 app && chown -R app /venv | /home/app
          COPY . /home/app/src // RUN useradd -m -u 1000 app | /home/app
          WORKDIR /srv/app // RUN adduser --gid 1000 --uid 1000 --home /srv/app app | /srv/app
          RUN mkdir -p /home/app && useradd -m -u 1000 app | /home/app
          RUN useradd -m -u 1000 app && usermod -d /srv/app -m app | /srv/app
          RUN useradd -m -d /opt -u 1000 app | /opt
          RUN useradd -u 1000 app && chown -R app /srv | /home/app
          RUN useradd -u 1000 app && chown app /home | /home/app
          """)
  void aHomeThatMayBeRootsHasNone(String user, String home) {
    assertLeft(
        user.replace(" // ", "\n") + "\nUSER app\nRUN pip install --user flask", "mount-cache/pip/parents", home + "/.cache/pip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        APP + "RUN --mount=type=cache,target=/home/app/.cache/uv,uid=1000,gid=1000 uv sync",
        APP + "RUN --mount=type=bind,source=x,target=/home/app/.cache/x true",
        APP + "RUN --mount=type=cache,target=/home/app/.cache,uid=1000 mkdir -p /home/app/.cache/x",
        "RUN useradd -m -u 1000 app\nENV HOME=/home/app\nRUN uv pip install --system x\nUSER app"
      })
  void whereDirectoriesAboveItAreRootsAlreadyNoneIsMade(String before) {
    assertParents(before + "\nRUN pip install --user flask");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY models /home/app/.cache/models", "COPY models /home/app/.cache/\nRUN chown -R app /srv",
        "RUN chown -R app /home/app\nCOPY --chown=root models /home/app/.cache/models", "WORKDIR /home/app/.cache/models",
        "RUN mkdir /home/app/.cache", "RUN mkdir -p /home/app/.cache/hf && chown app /home/app/.cache/hf",
        "RUN install -d -m 755 /home/app/.cache", "RUN <<E\nmkdir -p ~app/.cache\nE",
        "ENV HF_HOME=/home/app/.cache/hf\nRUN hf download x && chown -R app /home/app/.cache/hf",
        "ENV XDG_CACHE_HOME=/home/app/.cache\nRUN uv pip install --system x",
        "ENV HOME=/home/app\nRUN mkdir -p ~/.cache/x", "ENV HOME=/home/app\nRUN fetch $HOME/.cache/x", "RUN chown -R app /home/app && mkdir -p /home/app/.cache/x",
        "RUN chown -R other /home/app/.cache/ || true"
      })
  void whereAnotherUserMadeADirectoryAboveItNoneIsMade(String others) {
    assertParents("RUN useradd -m -u 1000 app\n" + others + "\nUSER app\nRUN pip install --user flask");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY models /home/app/.cache/models\nRUN chown -R app:app /home/app",
        "RUN mkdir -p /home/app/.cache/x && chown --recursive 1000 /home/app/.cache", "RUN mkdir -p /home/app/.cache/pip",
        "RUN rm -rf /home/app/.cache", "COPY . /home/app/src", "ENV XDG_CACHE_HOME=/home/app/.cache"
      })
  void whatWasHandedOverIsItsUsers(String others) {
    assertRefits("RUN useradd -m -u 1000 app\n" + others + "\nUSER app\n" + STEP + APPS_MOUNT + "pip install --user flask");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        APP + "RUN --mount=type=bind,source=x,target=/home/app/src/x true", APP + "RUN --mount=type=secret,id=x,target=/run/x true",
        APP + "RUN mkdir -p /home/app/.cache/uv\nRUN --mount=type=cache,target=/home/app/.cache/uv,uid=1000,gid=1000 uv sync",
        "RUN useradd -m -u 1000 app\nENV HOME=/home/app\nRUN touch /x\nUSER app",
        "ENV HOME=/root\nRUN «pip»pip install a\nRUN useradd -m -u 1000 app\nUSER app\nENV HOME=/home/app",
        "RUN useradd -m -u 1000 app\nENV HOME=/root\nRUN mkdir -p ~/.cache/x\nENV HOME=/home/app\nUSER app",
        "RUN useradd -m -u 1000 app\nRUN mkdir -p ~/.cache/x\nUSER app"
      })
  void whereDirectoriesAboveItAreNotRootsOneIsMade(String before) {
    assertRefits(before + "\n" + STEP + APPS_MOUNT + "pip install --user flask");
  }

  @Test
  void aDirectoryThatWasRemovedIsMadeAnew() {
    assertRefits(
        APP + STEP + APPS_MOUNT + "pip install --user a\n"
            + "RUN rm -rf /home/app/.cache\n"
            + STEP + APPS_MOUNT + "pip install --user b\n"
            + APPS_MOUNT + "pip install --user c");
  }

  @Test
  void aDirectoryThatTheFileMakesIsMadeOnce() {
    String made = "RUN mkdir -p ~/.cache/pip\n";
    assertRefits(APP + made + APPS_MOUNT + "pip install --user a");
    assertRefits(APP + made + "RUN rm -rf ~/.cache\n" + STEP + APPS_MOUNT + "pip install --user a");
    assertRefits(
        APP + made + "RUN rm -rf ~/.cache\n" + STEP + APPS_MOUNT + "pip install --user a\n" + APPS_MOUNT + "pip install --user b");
    assertRefits(
        APP + STEP + APPS_MOUNT + "pip install --user a\nRUN rm -rf ~/.cache\n" + made + APPS_MOUNT + "pip install --user b");
    assertRefits(APP + "RUN mkdir -p ~/.cache/pip && rm -rf ~/.cache\n" + STEP + APPS_MOUNT + "pip install --user a");
    assertParents(APP + "RUN --mount=type=tmpfs,target=/home/app/.cache mkdir -p ~/.cache/pip\nRUN pip install --user a");
    assertRefits(
        "RUN useradd -m -u 1000 app && mkdir -p /home/app/.cache/pip\nUSER app\n" + STEP + APPS_MOUNT + "pip install --user a");
  }

  @Test
  void stepsStandInTheOrderOfTheirMounts() {
    String marked =
        "FROM python:3.12-slim\n" + APP + STEP + "«+RUN mkdir -p /home/app/.cache/uv\n»# all\n"
            + APPS_MOUNT + "«/home/app/.cache/uv,uid=1000,gid=1000»uv pip install x && pip install --user y\n";
    assertMarked(mountCache(PIP).andThen(mountCache(UV)), marked);
    assertMarked(mountCache(UV).andThen(mountCache(PIP)), marked);
    assertMarked(mountCache(PIP, UV), marked);
  }

  @Test
  void aStepThatIsAddedInAnotherStageMakesNoneHere() {
    assertRefits(
        APP + STEP + APPS_MOUNT + "pip install a\nFROM python:3\n" + APP
            + "RUN --mount=type=cache,target=/home/app/.cache/x,uid=1000 true\nRUN pip install b");
  }

  @Test
  void aStepThatIsAddedKeepsALaterMountFromMakingTheDirectoryAsRoot() {
    assertRefits(
        APP + STEP + APPS_MOUNT + "pip install --user a\n"
            + "RUN --mount=type=cache,target=/home/app/.cache true\n"
            + APPS_MOUNT + "pip install --user b");
  }

  @Test
  void aRemovalThatGoesWithTheMountIsNone() {
    assertRefits(
        APP + STEP + APPS_MOUNT + "pip install --user a«- && rm -rf /home/app/.cache/pip»\n" + APPS_MOUNT + "pip install --user b");
  }

  @Test
  void anOnBuildHasNoStepBeforeIt() {
    assertParents(APP + "ONBUILD RUN pip install --user flask");
    assertRefits("ONBUILD RUN «pip»pip install flask");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENV HOME=/home/app // RUN PIP // RUN useradd -m -u 1000 app // USER app | /home/app/.cache/pip
          ENV PIP_CACHE_DIR=/home/app/.cache/pip // RUN PIP | /home/app/.cache/pip
          ENV XDG_CACHE_HOME=/srv/app/.cache // RUN PIP | /srv/app/.cache/pip
          RUN useradd -m app // ENV HOME=/home/app // RUN PIP | /home/app/.cache/pip
          ENV HOME=/app // RUN PIP // RUN ln -s /opt/src /app | /app/.cache/pip
          ENV HOME=/app // WORKDIR /app // RUN git clone https://x/y . && PIP | git clone https://x/y .
          RUN PIP && rm -rf /root/.cache/pip && rmdir /root/.cache | rmdir /root/.cache
          RUN PIP && rm -rf /root/.cache/pip/* && rmdir /root/.cache/pip | rmdir /root/.cache/pip
          WORKDIR /srv // ENV PIP_CACHE_DIR=/srv/app/.pip // RUN git clone https://x/y app && cd app && PIP | git clone https://x/y app
          ENV HOME=/app // WORKDIR /app // RUN useradd -r app && chown -R app:app /app // RUN PIP // USER app | /app/.cache/pip
          ENV XDG_CACHE_HOME=/app/.cache // WORKDIR /app // RUN chown app: /app // RUN PIP | /app/.cache/pip
          ENV HOME=/app // WORKDIR /app // RUN PIP // RUN useradd -d /app app && chown app /app // USER app | /app/.cache/pip
          ENV HOME=/opt/app // WORKDIR /opt/app // RUN PIP // RUN chgrp 0 . && chmod g+rwx . // USER 1001 | /opt/app/.cache/pip
          ENV HOME=/srv/app // WORKDIR /srv/app // RUN chown -R app /srv // RUN PIP | /srv/app/.cache/pip
          ENV HOME=/app // WORKDIR /app // RUN PIP && chown app /app | /app/.cache/pip
          ENV HOME=/app // WORKDIR /app // RUN chmod -R 777 /app // RUN PIP | /app/.cache/pip
          ENV HOME=/app // WORKDIR /app // RUN PIP // RUN if x; then chown -R app /app; fi | /app/.cache/pip
          """)
  void whatAMountWouldMakeAsRootsIsLeftToTheFile(String lines, String subject) {
    assertLeft(
        lines.replace(" // ", "\n").replaceAll("\\bPIP(?!_)", "pip install --no-cache-dir flask"),
        "mount-cache/pip/parents",
        subject);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WORKDIR /app // ENV HOME=/app | /app/.cache/pip
          COPY . /srv/app/ // ENV HOME=/srv/app | /srv/app/.cache/pip
          ENV PIP_CACHE_DIR=/opt/pip | /opt/pip
          ENV XDG_CACHE_HOME=/cache | /cache/pip
          ENV HOME=/tmp | /tmp/.cache/pip
          ENV PIP_CACHE_DIR=/var/cache/buildkit/pip | /var/cache/buildkit/pip
          RUN mkdir -p /srv/app // ENV HOME=/srv/app | /srv/app/.cache/pip
          WORKDIR /src // RUN git clone https://x/y . | /root/.cache/pip
          WORKDIR /app // ENV HOME=/app // RUN chmod -R 755 /app | /app/.cache/pip
          WORKDIR /app // ENV HOME=/app // RUN chown root:root /app && chmod +x /app | /app/.cache/pip
          WORKDIR /app // ENV HOME=/app // RUN chown -R app /app/data && chmod 777 /app/logs | /app/.cache/pip
          """)
  void whereTheDirectoryThatHoldsItIsThereItIsMounted(String lines, String target) {
    assertRefits(lines.replace(" // ", "\n") + "\nRUN «" + target + "»pip install «---no-cache-dir »flask");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "useradd -d /srv/app app && usermod -d /home/app app", "useradd -d /srv/app app\nRUN userdel app", "useradd -o -u 0 -d /srv/app admin"
      })
  void aDirectoryThatIsNobodysHomeAnyMoreIsRootsToMountIn(String accounts) {
    String lines = "WORKDIR /srv/app\nRUN %s\nENV PIP_CACHE_DIR=/srv/app/pip\nRUN ";
    assertRefits(lines.formatted(accounts) + "«/srv/app/pip»pip install a");
    assertLeft(lines.formatted("useradd -d /srv/app app") + "pip install a", "mount-cache/pip/parents", "/srv/app/pip");
  }

  @Test
  void whatAnotherStageHandsOverIsAnotherDirectory() {
    assertRefits(
        """
        WORKDIR /app
        ENV HOME=/app
        RUN «/app/.cache/pip»pip install «---no-cache-dir »flask
        FROM python:3.12-slim
        WORKDIR /app
        RUN chown app /app""");
  }

  @Test
  void whatIsHandedOverWithAllThatIsInItMayBeMountedBefore() {
    assertRefits(
        """
        WORKDIR /app
        ENV HOME=/app
        RUN «/app/.cache/pip»pip install «---no-cache-dir »flask
        RUN useradd -d /app app && chown -R app /app
        USER app""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chown root:root /home/app", "chown -R root /home", "chmod -R a-w /home", "chmod 555 /home/app", "rm -rf /home/app",
        "cd /home && mv app other"
      })
  void inAHomeThatWasTakenFromItsUserNothingIsMade(String taking) {
    assertParents("RUN useradd -m -u 1000 app\nRUN " + taking + "\nUSER app\nRUN /venv/bin/pip install flask");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chown -R app:app /home/app", "chown 1000 /home/app", "chown :staff /home/app", "chmod 700 /home/app", "chmod -R g+rwX /home/app",
        "rm -rf /home/app/x", "chown root /home/app/x", "chmod 0775 /home/app"
      })
  void inAHomeThatWasLeftToItsUserItIs(String command) {
    assertRefits("RUN useradd -m -u 1000 app\nRUN " + command + "\nUSER app\n" + STEP + APPS_MOUNT + "/venv/bin/pip install flask");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jupyter/scipy-notebook", "quay.io/jupyter/base-notebook:latest", "selenium/node-chrome:4.20", "registry.access.redhat.com/ubi9/python-311"})
  void theHomeThatAnImageSetsMayBeAUsers(String image) {
    assertKept(
        pythonCaching(), "FROM " + image + "\nUSER root\nRUN uv pip install --system --no-cache x\n", "mount-cache/uv/parents");
  }
}
