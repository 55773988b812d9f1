package dev.drydock.impl.caching.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.effect.BuiltInPrograms;
import dev.drydock.impl.caching.effect.Conduct;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a command may do besides what its words say: it is harmless only if a table says so. */
class ConductTest {

  private static RunFacts lastRun(String lines, KnownPrograms programs) {
    return FileFacts.of(Dockerfile.parse("FROM debian:12\n" + lines), Vector.empty(), programs).runs().last();
  }

  /** The worst that a command of the last RUN may do. */
  private static Conduct worst(String lines) {
    RunFacts run = lastRun(lines, BuiltInPrograms.all());
    return run.isRead() ? run.invocations().map(run::conduct).max().getOrElse(Conduct.HARMLESS) : Conduct.UNREAD;
  }

  private static final String COMMANDS =
      """
      HARMLESS         cp /a /b
      HARMLESS         X=1
      HARMLESS         /usr/bin/sed -i s/a/b/ /x
      HARMLESS         sudo -E env X=1 ls
      HARMLESS         find / -name x -exec rm {} +
      HARMLESS         find "$D" -name x
      HARMLESS         bash -c 'ls && cat x'
      HARMLESS         bash --version
      HARMLESS         bash --version > /x
      HARMLESS         python3 -V
      HARMLESS         . /etc/os-release
      HARMLESS         source /opt/venv/bin/activate
      HARMLESS         apt-get install -y x
      HARMLESS         python3 -m venv /v
      HARMLESS         pip install x
      HARMLESS         python3 -m pip install x
      HARMLESS         /opt/venv/bin/pip install x
      HARMLESS         $JAVA_HOME/bin/keytool -list
      HARMLESS         curl https://example.com/x.tgz | tar xz
      HARMLESS         gcc-12 x.c

      KEEPS_FILES      playwright install chromium
      KEEPS_FILES      python -m playwright install
      KEEPS_FILES      git config --global x y
      KEEPS_FILES      bash Miniconda3-${VERSION}-Linux-x86_64.sh -b
      KEEPS_FILES      curl -LsSf https://astral.sh/uv/install.sh | sh
      KEEPS_FILES      curl -LsSf https://astral.sh/uv/install.sh | sudo -E env X=1 bash -s -- -y
      KEEPS_FILES      sudo curl https://sh.rustup.rs | sh
      KEEPS_FILES      curl --cacert /ca.pem https://sh.rustup.rs | sh
      KEEPS_FILES      curl --cacert ./ca.pem https://sh.rustup.rs | sh
      KEEPS_FILES      uv run playwright install chromium
      KEEPS_FILES      npx
      KEEPS_FILES      npm ci --ignore-scripts
      KEEPS_FILES      npm config set x y

      RUNS_PROJECT     make -C /src install-deps
      RUNS_PROJECT     npm ci
      RUNS_PROJECT     npm $COMMAND
      RUNS_PROJECT     ./configure --prefix=/usr
      RUNS_PROJECT     python3 setup.py install
      RUNS_PROJECT     python3 -c 'import os'
      RUNS_PROJECT     cargo build --release
      RUNS_PROJECT     find . -name Makefile -exec make -f {} +

      CALLS_PACKAGES   npx @puppeteer/browsers install chrome --install-deps
      CALLS_PACKAGES   npx --yes @puppeteer/browsers@2.3 install --install-deps chrome
      CALLS_PACKAGES   npx -y playwright@1.40 install-deps
      CALLS_PACKAGES   npx -p playwright playwright install --with-deps
      CALLS_PACKAGES   python3 -m playwright install --with-deps
      CALLS_PACKAGES   python3 -mplaywright install-deps
      CALLS_PACKAGES   .venv/bin/playwright install --with-deps
      CALLS_PACKAGES   ./node_modules/.bin/playwright install --with-deps chromium
      CALLS_PACKAGES   uv run --no-sync playwright install chromium --with-deps
      CALLS_PACKAGES   uvx --from playwright playwright install --with-deps
      CALLS_PACKAGES   poetry run playwright install --with-deps
      CALLS_PACKAGES   uv run pip install x
      CALLS_PACKAGES   xvfb-run -a playwright install --with-deps
      CALLS_PACKAGES   patchright install --with-deps chromium
      CALLS_PACKAGES   playwright install $OPTIONS
      CALLS_PACKAGES   sudo mk-build-deps -i
      CALLS_PACKAGES   xvfb-run apt-get install -y x
      CALLS_PACKAGES   find /pkgs -name '*.deb' -exec apt-get install -y {} +
      CALLS_PACKAGES   bash -c 'gdebi -n x.deb'

      UNKNOWN_PROGRAM  tool --version
      UNKNOWN_PROGRAM  /usr/local/bin/tool x
      UNKNOWN_PROGRAM  npx something
      UNKNOWN_PROGRAM  python -m something
      UNKNOWN_PROGRAM  sudo tool

      UNREAD           bash test.sh
      UNREAD           ./install.sh
      UNREAD           install.sh
      UNREAD           install.py
      UNREAD           install.bash
      UNREAD           /install
      UNREAD           /app/install
      UNREAD           bin/install
      UNREAD           ./bin/install
      UNREAD           $DIR/install
      UNREAD           bash install
      UNREAD           bash test
      UNREAD           . env-of-the-build
      UNREAD           python x.py -m venv
      UNREAD           uv run ./x.sh
      UNREAD           $COMMAND x
      UNREAD           eval "$(tool init)"
      UNREAD           curl https://example.com/x.sh | bash
      UNREAD           curl $URL | bash
      UNREAD           curl https://example.com/?https://astral.sh/uv/install.sh | bash
      UNREAD           curl https://astral.sh/uv/install.sh https://example.com/x.sh | bash
      UNREAD           curl https://astral.sh/uv/install.sh | sh && curl https://example.com/x.sh | bash
      UNREAD           (curl https://astral.sh/uv/install.sh; cat x) | sh
      UNREAD           cat https://astral.sh/uv/install.sh | sh
      UNREAD           bash < /x.sh
      UNREAD           bash <(curl https://example.com/x.sh)
      UNREAD           cat x | python3 -
      UNREAD           cat x | sudo bash -s stable
      UNREAD           find . -exec ./x.sh {} +
      """;

  static Stream<String> commands() {
    return COMMANDS.lines().filter(line -> !line.isBlank());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandIsAsHarmlessAsATableSays(String line) {
    String command = line.substring(17);
    assertThat(worst("RUN " + command)).isEqualTo(Conduct.valueOf(line.substring(0, 17).strip()));
  }

  /** However it is nested, it is not followed for ever. */
  @Test
  void aLongChainOfCommandsIsNotKnown() {
    assertThat(worst("RUN " + "npx ".repeat(3) + "playwright")).isEqualTo(Conduct.KEEPS_FILES);
    assertThat(worst("RUN " + "npx ".repeat(2_000) + "playwright")).isEqualTo(Conduct.UNKNOWN_PROGRAM);
    assertThat(worst("RUN " + "find -exec ".repeat(2_000) + "ls")).isEqualTo(Conduct.UNKNOWN_PROGRAM);
  }

  @Test
  void aCommandThatAVariableHoldsIsReadWhereTheVariableIsKnown() {
    assertThat(worst("ARG X='cp -r'\nRUN $X /a /b")).isEqualTo(Conduct.HARMLESS);
    assertThat(worst("ENV X='playwright install'\nRUN $X --with-deps")).isEqualTo(Conduct.CALLS_PACKAGES);
    assertThat(worst("ENV APT='apt-get install'\nRUN $APT x")).isEqualTo(Conduct.CALLS_PACKAGES);
    assertThat(worst("RUN APT='apt-get install' && ${APT} x")).isEqualTo(Conduct.CALLS_PACKAGES);
    assertThat(worst("ARG X=./x.sh\nRUN $X")).isEqualTo(Conduct.UNREAD);
    assertThat(worst("ARG X\nRUN $X")).isEqualTo(Conduct.UNREAD);
    assertThat(worst("ARG X=cp\nRUN ${X}y /a /b")).isEqualTo(Conduct.UNREAD);
  }

  @Test
  void aKnownToolIsThatToolWhereverItCameFrom() {
    assertThat(worst("COPY --from=ghcr.io/astral-sh/uv /uv /usr/local/bin/uv\nRUN uv --version")).isEqualTo(Conduct.HARMLESS);
    assertThat(worst("COPY --from=ghcr.io/astral-sh/uv /uv /usr/local/bin/\nRUN uv --version")).isEqualTo(Conduct.HARMLESS);
    assertThat(worst("ADD https://example.com/jq /usr/bin/jq\nRUN jq .")).isEqualTo(Conduct.HARMLESS);
  }

  @Test
  void aProgramFromAnotherStageThatNoTableKnowsIsUnknown() {
    assertThat(worst("COPY --from=builder /x/tool /usr/local/bin/tool\nRUN tool")).isEqualTo(Conduct.UNKNOWN_PROGRAM);
    assertThat(worst("COPY --from=builder /x/tool /usr/local/bin/\nRUN tool")).isEqualTo(Conduct.UNKNOWN_PROGRAM);
  }

  @Test
  void aProgramOfTheBuildsOwnFilesIsNotRead() {
    assertThat(worst("COPY install /usr/local/bin/install\nRUN install x y")).isEqualTo(Conduct.UNREAD);
    assertThat(worst("COPY a install /usr/local/bin/\nRUN install x y")).isEqualTo(Conduct.UNREAD);
    assertThat(worst("COPY <<EOF /usr/local/bin/setup\nx\nEOF\nRUN setup")).isEqualTo(Conduct.UNREAD);
    assertThat(worst("COPY --from=builder /x/setup /usr/local/bin/install\nRUN install x")).isEqualTo(Conduct.UNREAD);
    assertThat(worst("COPY install /opt/install\nRUN install x y")).isEqualTo(Conduct.HARMLESS);
  }

  @Test
  void aPackageManagerThatSomebodyDescribesIsKnown() {
    PackageManager tool =
        PackageManager.named("tool").downloadingWith("get").cachingIn(CacheDirectory.shared("~/.cache/tool")).build();
    Dockerfile file = Dockerfile.parse("FROM debian:12\nRUN tool get x");
    RunFacts run = FileFacts.of(file, Vector.of(tool)).runs().last();
    assertThat(run.conduct(run.invocations().last())).isEqualTo(Conduct.KEEPS_FILES);
  }

  @Test
  void aTableOfOnesOwnCounts() {
    KnownPrograms own = BuiltInPrograms.all().and(KnownPrograms.parse("harmless: tool, ./build.sh # read by us"));
    RunFacts run = lastRun("RUN tool x && ./build.sh && bash ./build.sh", own);
    assertThat(run.invocations().map(run::conduct)).containsOnly(Conduct.HARMLESS);
    assertThat(run.mayCallPackageManagers()).isFalse();
    assertThat(run.mayWriteBelowHome()).isFalse();
  }

  @Test
  void whatFollowsFromEachIsDecidedOnce() {
    assertThat(Vector.of(Conduct.values()).filter(Conduct::mayWriteBelowHome)).doesNotContain(Conduct.HARMLESS).hasSize(5);
    assertThat(Vector.of(Conduct.values()).filter(Conduct::mayCallPackageManagers)).doesNotContain(Conduct.KEEPS_FILES).hasSize(4);
    assertThat(Vector.of(Conduct.values()).map(Conduct::reason)).doesNotHaveDuplicates();
  }

  @Test
  void aRunWithoutAScriptThatWasReadMayDoAnything() {
    assertThat(lastRun("RUN cp a b", BuiltInPrograms.all()).mayCallPackageManagers()).isFalse();
    assertThat(lastRun("SHELL [\"python\", \"-c\"]\nRUN cp a b", BuiltInPrograms.all()).mayCallPackageManagers()).isTrue();
    assertThat(lastRun("RUN chroot /x cp a b", BuiltInPrograms.all()).mayWriteBelowHome()).isTrue();
  }
}
