package dev.drydock.impl.transform;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a cache is, and whose the directories above it become (hazards 5 and 6). */
class UsersTest {

  private static final String APP = "RUN useradd -m -u 1000 app\nUSER app\n";

  private static Rewrite rewrite(String lines) {
    return pythonCaching().withoutSyntax().apply(Dockerfile.parse("FROM python:3.12-slim\n" + lines + "\n"));
  }

  private static void assertKept(String lines, String rule) {
    Rewrite rewrite = rewrite(lines);
    assertThat(rewrite.after()).as(rewrite::explain).isSameAs(rewrite.before());
    assertThat(rewrite.explain()).contains(rule);
  }

  private static void assertMounts(String lines, String mount) {
    assertThat(rewrite(lines).after().text()).contains("--mount=type=cache,target=" + mount + " ");
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
    assertMounts(user + "\nUSER app\nRUN pip install --user flask", "/home/app/.cache/pip,uid=1000,gid=1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WORKDIR /home/app\nRUN useradd -m -u 1000 app && chown -R app /venv", "COPY . /home/app/src\nRUN useradd -m -u 1000 app",
        "WORKDIR /srv/app\nRUN adduser --gid 1000 --uid 1000 --home /srv/app app", "RUN mkdir -p /home/app && useradd -m -u 1000 app",
        "RUN useradd -m -u 1000 app && usermod -d /srv/app -m app", "RUN useradd -m -d /opt -u 1000 app",
        "RUN useradd -u 1000 app && chown -R app /srv", "RUN useradd -u 1000 app && chown app /home"
      })
  void aHomeThatMayBeRootsHasNone(String user) {
    assertKept(user + "\nUSER app\nRUN pip install --user flask", "mount-cache/pip/parents");
  }

  @ParameterizedTest
  @ValueSource(strings = {"usermod -l app2 app", "usermod -u $UID app", "userdel app", "test -n x || usermod -u 5 app"})
  void aUserThatIsChangedInWaysNotKnownIsNotKnown(String change) {
    assertKept("RUN useradd -m -u 1000 app && " + change + "\nUSER app\nRUN pip install --user flask", "mount-cache/pip/user");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        APP + "RUN --mount=type=cache,target=/home/app/.cache/uv,uid=1000,gid=1000 uv sync",
        APP + "RUN --mount=type=bind,source=x,target=/home/app/.cache/x true",
        "RUN useradd -m -u 1000 app\nENV HOME=/home/app\nRUN uv pip install --system x\nUSER app"
      })
  void whereDirectoriesAboveItAreRootsAlreadyNoneIsMade(String before) {
    assertKept(before + "\nRUN pip install --user flask", "mount-cache/pip/parents");
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
        "ENV HOME=/home/app\nRUN mkdir -p ~/.cache/x", "RUN chown -R app /home/app && mkdir -p /home/app/.cache/x",
        "RUN chown -R other /home/app/.cache/ || true"
      })
  void whereAnotherUserMadeADirectoryAboveItNoneIsMade(String others) {
    assertKept("RUN useradd -m -u 1000 app\n" + others + "\nUSER app\nRUN pip install --user flask", "mount-cache/pip/parents");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY models /home/app/.cache/models\nRUN chown -R app:app /home/app",
        "RUN mkdir -p /home/app/.cache/x && chown --recursive 1000 /home/app/.cache", "RUN mkdir -p /home/app/.cache/pip",
        "RUN rm -rf /home/app/.cache", "COPY . /home/app/src", "ENV XDG_CACHE_HOME=/home/app/.cache"
      })
  void whatWasHandedOverIsItsUsers(String others) {
    assertMounts(
        "RUN useradd -m -u 1000 app\n" + others + "\nUSER app\nRUN pip install --user flask",
        "/home/app/.cache/pip,uid=1000,gid=1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        APP + "RUN --mount=type=bind,source=x,target=/home/app/src/x true", APP + "RUN --mount=type=secret,id=x,target=/run/x true",
        APP + "RUN mkdir -p /home/app/.cache/uv\nRUN --mount=type=cache,target=/home/app/.cache/uv,uid=1000,gid=1000 uv sync",
        "RUN useradd -m -u 1000 app\nENV HOME=/home/app\nRUN touch /x\nUSER app"
      })
  void whereTheyAreNotItIsMounted(String before) {
    assertMounts(before + "\nRUN pip install --user flask", "/home/app/.cache/pip,uid=1000,gid=1000");
  }

  @Test
  void aDirectoryThatWasRemovedIsMadeAnew() {
    String text = rewrite(APP + "RUN pip install --user a\nRUN rm -rf /home/app/.cache\nRUN pip install --user b\nRUN pip install --user c").after().text();
    assertThat(text.split("RUN mkdir -p /home/app/.cache/pip\n", -1)).hasSize(3);
    assertThat(text).endsWith("pip install --user c\n");
  }

  @Test
  void aDirectoryThatTheFileMakesIsMadeOnce() {
    String made = "RUN mkdir -p ~/.cache/pip\n";
    assertThat(rewrite(APP + made + "RUN pip install --user a").after().text()).containsOnlyOnce("mkdir");
    String removed = APP + made + "RUN rm -rf ~/.cache\nRUN pip install --user a";
    assertThat(rewrite(removed).after().text()).contains("RUN mkdir -p /home/app/.cache/pip\n");
    String mounted = APP + "RUN --mount=type=tmpfs,target=/home/app/.cache mkdir -p ~/.cache/pip\nRUN pip install --user a";
    assertKept(mounted, "mount-cache/pip/parents");
    String byRoot = "RUN useradd -m -u 1000 app && mkdir -p /home/app/.cache/pip\nUSER app\nRUN pip install --user a";
    assertThat(rewrite(byRoot).after().text()).contains("RUN mkdir -p /home/app/.cache/pip\n");
  }

  @Test
  void stepsStandInTheOrderOfTheirMounts() {
    Dockerfile before = Dockerfile.parse("FROM python:3.12-slim\n" + APP + "# all\nRUN uv pip install x && pip install --user y\n");
    String after = mountCache(PIP).andThen(mountCache(UV)).apply(before).after().text();
    assertThat(after).contains("USER app\nRUN mkdir -p /home/app/.cache/pip\nRUN mkdir -p /home/app/.cache/uv\n# all\nRUN --mount");
    assertThat(mountCache(UV).andThen(mountCache(PIP)).apply(before).after().text()).isEqualTo(after);
    assertThat(mountCache(PIP, UV).apply(before).after().text()).isEqualTo(after);
  }

  @Test
  void aStepThatIsAddedKeepsALaterMountFromMakingTheDirectoryAsRoot() {
    Rewrite rewrite =
        rewrite(
            APP
                + "RUN pip install --user a\nRUN --mount=type=cache,target=/home/app/.cache true\nRUN pip install --user b");
    assertThat(rewrite.after().text()).endsWith("    pip install --user b\n").containsOnlyOnce("mkdir");
    assertThat(pythonCaching().withoutSyntax().apply(rewrite.after()).after()).isSameAs(rewrite.after());
  }

  @Test
  void aRemovalThatGoesWithTheMountIsNone() {
    String text = rewrite(APP + "RUN pip install --user a && rm -rf /home/app/.cache/pip\nRUN pip install --user b").after().text();
    assertThat(text.split("RUN mkdir -p", -1)).hasSize(2);
    assertThat(text).doesNotContain("rm -rf");
  }

  @Test
  void anOnBuildHasNoStepBeforeIt() {
    assertKept(APP + "ONBUILD RUN pip install --user flask", "mount-cache/pip/parents");
    assertMounts("ONBUILD RUN pip install flask", "/root/.cache/pip");
  }

  @Test
  void anOnBuildRunsBehindThoseBeforeIt() {
    assertKept("ONBUILD USER app\nONBUILD RUN pip install --no-cache-dir flask", "mount-cache/pip/user");
    assertMounts("ONBUILD ENV PIP_CACHE_DIR=/opt/pip\nONBUILD RUN pip install --no-cache-dir flask", "/opt/pip");
    assertMounts("ONBUILD RUN pip install --no-cache-dir flask\nONBUILD ENV PIP_CACHE_DIR=/opt/pip", "/root/.cache/pip");
    assertMounts("ONBUILD ENV PIP_CACHE_DIR=/opt/pip\nRUN pip install --no-cache-dir flask", "/root/.cache/pip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",ro,uid=1000", ",uid=0", ",mode=0755"})
  void aMountThatItsUserMayNotWriteToIsNoReasonToUseTheCache(String options) {
    assertKept(
        APP + "RUN --mount=type=cache,target=/home/app/.cache/uv" + options + " uv sync --no-cache",
        "mount-cache/uv/already-mounted");
    String alone = "FROM a\n" + APP + "RUN --mount=type=cache,target=/home/app/.cache/uv" + options + " uv sync --no-cache\n";
    TransformAssertions.assertUntouched(dropCacheDefeaters(PackageManagers.UV), alone);
  }

  @ParameterizedTest
  @ValueSource(strings = {",uid=1000", ",uid=1000,gid=5,mode=0700", ",mode=0777", ",mode=777"})
  void oneThatItsUserMayWriteToIs(String options) {
    String run = "RUN --mount=type=cache,target=/home/app/.cache/uv" + options + " uv sync";
    assertThat(rewrite(APP + run + " --no-cache").after().text()).endsWith(run + "\n");
  }

  @Test
  void rootMayWriteToAny() {
    String run = "RUN --mount=type=cache,target=/root/.cache/uv,uid=1000 uv sync";
    assertThat(rewrite(run + " --no-cache").after().text()).endsWith(run + "\n");
    assertKept("RUN --mount=type=cache,target=/root/.cache/uv,readonly uv sync --no-cache", "mount-cache/uv/already-mounted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV HOME=/home/app\nRUN pip install --no-cache-dir flask\nRUN useradd -m -u 1000 app\nUSER app",
        "ENV PIP_CACHE_DIR=/home/app/.cache/pip\nRUN pip install --no-cache-dir flask",
        "ENV XDG_CACHE_HOME=/srv/app/.cache\nRUN pip install --no-cache-dir flask",
        "RUN useradd -m app\nENV HOME=/home/app\nRUN pip install --no-cache-dir flask",
        "ENV HOME=/app\nRUN pip install --no-cache-dir flask\nRUN ln -s /opt/src /app",
        "ENV HOME=/app\nWORKDIR /app\nRUN git clone https://x/y . && pip install --no-cache-dir -r requirements.txt",
        "ENV HOME=/app\nWORKDIR /app\nRUN pip install --no-cache-dir flask\nRUN git clone --depth 1 https://x/y /app",
        "WORKDIR /srv\nENV PIP_CACHE_DIR=/srv/app/.pip\nRUN git clone https://x/y app && cd app && pip install --no-cache-dir .",
        "ENV HOME=/app\nWORKDIR /app\nRUN useradd -r app && chown -R app:app /app\nRUN pip install --no-cache-dir flask\nUSER app",
        "ENV XDG_CACHE_HOME=/app/.cache\nWORKDIR /app\nRUN chown app: /app\nRUN pip install --no-cache-dir flask",
        "ENV HOME=/app\nWORKDIR /app\nRUN pip install --no-cache-dir flask\nRUN useradd -d /app app && chown app /app\nUSER app",
        "ENV HOME=/opt/app\nWORKDIR /opt/app\nRUN pip install --no-cache-dir flask\nRUN chgrp 0 . && chmod g+rwx .\nUSER 1001",
        "ENV HOME=/srv/app\nWORKDIR /srv/app\nRUN chown -R app /srv\nRUN pip install --no-cache-dir flask",
        "ENV HOME=/app\nWORKDIR /app\nRUN pip install --no-cache-dir flask && chown app /app",
        "ENV HOME=/app\nWORKDIR /app\nRUN chmod -R 777 /app\nRUN pip install --no-cache-dir flask",
        "ENV HOME=/app\nWORKDIR /app\nRUN pip install --no-cache-dir flask\nRUN if x; then chown -R app /app; fi"
      })
  void whatAMountWouldMakeAsRootsIsLeftToTheFile(String lines) {
    Rewrite rewrite = rewrite(lines);
    assertThat(rewrite.after()).as(rewrite::explain).isSameAs(rewrite.before());
    assertThat(rewrite.explain()).containsAnyOf("mount-cache/pip/parents", "mount-cache/pip/reader");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WORKDIR /app\nENV HOME=/app,/app/.cache/pip", "COPY . /srv/app/\nENV HOME=/srv/app,/srv/app/.cache/pip",
        "ENV PIP_CACHE_DIR=/opt/pip,/opt/pip", "ENV XDG_CACHE_HOME=/cache,/cache/pip", "ENV HOME=/tmp,/tmp/.cache/pip",
        "ENV PIP_CACHE_DIR=/var/cache/buildkit/pip,/var/cache/buildkit/pip", "RUN mkdir -p /srv/app\nENV HOME=/srv/app,/srv/app/.cache/pip",
        "WORKDIR /src\nRUN git clone https://x/y .,/root/.cache/pip", "WORKDIR /app\nENV HOME=/app\nRUN chmod -R 755 /app,/app/.cache/pip",
        "WORKDIR /app\nENV HOME=/app\nRUN chown root:root /app && chmod +x /app,/app/.cache/pip",
        "WORKDIR /app\nENV HOME=/app\nRUN chown -R app /app/data && chmod 777 /app/logs,/app/.cache/pip"
      })
  void whereTheDirectoryThatHoldsItIsThereItIsMounted(String lines) {
    String[] parts = lines.split(",", 2);
    assertMounts(parts[0] + "\nRUN pip install --no-cache-dir flask", parts[1]);
  }

  @Test
  void whatAnotherStageHandsOverIsAnotherDirectory() {
    assertMounts(
        "WORKDIR /app\nENV HOME=/app\nRUN pip install --no-cache-dir flask\nFROM python:3.12-slim\nWORKDIR /app\nRUN chown app /app",
        "/app/.cache/pip");
  }

  @Test
  void whatIsHandedOverWithAllThatIsInItMayBeMountedBefore() {
    assertMounts(
        "WORKDIR /app\nENV HOME=/app\nRUN pip install --no-cache-dir flask\nRUN useradd -d /app app && chown -R app /app\nUSER app",
        "/app/.cache/pip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chown root:root /home/app", "chown -R root /home", "chmod -R a-w /home", "chmod 555 /home/app", "rm -rf /home/app",
        "cd /home && mv app other"
      })
  void inAHomeThatWasTakenFromItsUserNothingIsMade(String taking) {
    assertKept("RUN useradd -m -u 1000 app\nRUN " + taking + "\nUSER app\nRUN /venv/bin/pip install flask", "mount-cache/pip/parents");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chown -R app:app /home/app", "chown 1000 /home/app", "chown :staff /home/app", "chmod 700 /home/app", "chmod -R g+rwX /home/app",
        "rm -rf /home/app/x", "chown root /home/app/x", "chmod 0775 /home/app"
      })
  void inAHomeThatWasLeftToItsUserItIs(String command) {
    assertMounts(
        "RUN useradd -m -u 1000 app\nRUN " + command + "\nUSER app\nRUN /venv/bin/pip install flask",
        "/home/app/.cache/pip,uid=1000,gid=1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcr.microsoft.com/azure-functions/python:4-python3.11,/home/.cache/pip", "bitnami/spark:3.5,/.cache/pip",
        "python:3.12,/root/.cache/pip", "example.com/own,/root/.cache/pip"
      })
  void anImageMaySetHome(String image) {
    String[] parts = image.split(",", 2);
    String text = "FROM " + parts[0] + "\nUSER root\nRUN pip install --no-cache-dir flask\n";
    String after = pythonCaching().withoutSyntax().apply(Dockerfile.parse(text)).after().text();
    assertThat(after).contains("target=" + parts[1] + " ").doesNotContain("--no-cache-dir");
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry.access.redhat.com/ubi8/python-38", "quay.io/fedora/python-312", "jupyter/base-notebook"})
  void anImageMayHaveAnotherUser(String image) {
    TransformAssertions.assertKept(pythonCaching(), "FROM " + image + "\nRUN pip install x\n", "mount-cache/pip/user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jupyter/scipy-notebook", "quay.io/jupyter/base-notebook:latest", "selenium/node-chrome:4.20", "registry.access.redhat.com/ubi9/python-311"})
  void theHomeThatAnImageSetsMayBeAUsers(String image) {
    TransformAssertions.assertKept(
        pythonCaching(), "FROM " + image + "\nUSER root\nRUN uv pip install --system --no-cache x\n", "mount-cache/uv/parents");
  }
}
