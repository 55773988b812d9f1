package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory that holds more than a cache is not mounted (hazard 8). */
class ContentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY wheels /root/.cache/pip\nRUN pip install a", "ADD c.tar /root/.cache/pip/\nRUN pip install a",
        "RUN cp -r /x /root/.cache/pip\nRUN pip install a", "RUN pip install a && cp -r /root/.cache/pip /opt",
        "RUN pip install a && chown -R app /root", "RUN pip install a && tar c ~/.cache/pip > /x",
        "RUN pip install a && chown -vR app /", "RUN pip install a && chmod --recursive g+w /roo?",
        "RUN pip install a && echo x > /root/.cache/pip/x", "RUN pip install /root/.cache/pip/x.whl",
        "ENV C=/root/.cache\nCOPY wheels $C/pip/x\nRUN pip install a", "WORKDIR /root\nCOPY a .cache/pip\nRUN pip install a",
        "RUN pip wheel --wheel-dir=/root/.cache/pip/wheels a", "RUN pip download -d/root/.cache/pip/dl a", "RUN pip install --target=/root/.cache/pip/x a",
        "RUN pip install a && curl --output=/root/.cache/pip/m https://x.org", "RUN pip install a && curl -o/root/.cache/pip/m https://x.org",
        "RUN touch /root/.cache/pip/x\nRUN pip install a", "RUN pip install a && /root/.cache/pip/run",
        "RUN pip install a && cd ~/.cache/pip && sha256sum selfcheck.json > /sum", "RUN pip install a && cd ~/.cache && sha256sum pip",
        "RUN pip install a && python -c 'open(\"/root/.cache/pip/x\")'"
      })
  void filesThatAMountWouldHideOrLoseKeepItAway(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/pip/content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install a && chown app /root", "pip install a && ls /root/.cache/pip", "pip install a && tar c /opt > /x",
        "pip install --cache-dir /root/.cache/pip a", "pip install --cache-dir=/root/.cache/pip a", "pip install --target=/opt/x a",
        "pip install a && curl -o/root/m https://x.org", "pip install a && cp -r /root/.config /x", "pip install a > /root/.cache/log",
        "pip install a && timeout 5 ls /root/.cache/pip", "pip install a && ls /root/.cache/pip </dev/null",
        "pip install a && ls /opt > /x", "cd ~/.cache/pip && nproc && pip install a", "pip install a && cd ~/.cache && sha256sum uv",
        "python -m pip install --cache-dir /root/.cache/pip a"
      })
  void whatLeavesTheFilesAloneIsNoReason(String command) {
    assertRewrites(MAIN, python("RUN " + command), python(PIP_MOUNT + command));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY --from=deps /root/.cache /root/.cache", "COPY --from=deps /root/ /root/", "COPY --from=deps /home/x/.cache/ /root/.cache",
        "COPY build-cache/ /root/.cache/", "COPY .cache /root/.cache", "ADD cache.tar.gz /root/.cache/",
        "RUN cp -a /x/. /root/.cache/", "RUN mv /x/.cache /root", "RUN cp -R /x/.cache ~/", "RUN rsync -a /x/ /root/.cache",
        "RUN tar -xzf /x.tgz -C /root/.cache", "RUN tar xf /x.tar --directory=/root/.cache", "RUN unzip x.zip -d ~/.cache"
      })
  void aTreeThatIsPutOverWhatHoldsTheCacheMayBringIt(String instruction) {
    assertLeft(instruction + "\nRUN pip install a", "mount-cache/pip/content", instruction);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY --from=deps /x /", "COPY --from=deps /root/.local /root/.local", "COPY --from=deps /x/app /root/", "COPY .netrc /root/",
        "COPY root/ /root/", "COPY . /root", "COPY --from=deps /root/.cache/uv /root/.cache/uv", "COPY x.json /root/.cache/", "COPY models /root/.cache/",
        "ADD x.tar.gz /root/", "ADD https://x.org/x.tar.gz /root/.cache/",
        "RUN tar -xzf /x.tgz -C /root", "RUN cp -a /x/. /root/", "RUN cp /x/.cache /root", "RUN cp -r /x/hf /root/.cache/", "RUN tar xf x -C /opt"
      })
  void whatCannotHoldTheCacheIsNoReason(String instruction) {
    assertRefits(instruction + "\nRUN «pip»pip install a");
  }

  @Test
  void theNoteNamesTheFirstCommandThatUsesFilesThere() {
    assertLeft(
        "RUN cp /root/.cache/pip/x /y && ls /root/.cache/pip > /z && pip install a", "mount-cache/pip/content", "cp /root/.cache/pip/x /y");
    assertLeft(
        "RUN ls /root/.cache/pip > /z && cp /root/.cache/pip/x /y && pip install a", "mount-cache/pip/content", "ls /root/.cache/pip > /z");
  }

  @Test
  void anArchiveIsTakenToHaveNothingHiddenInIt() {
    assertRefits("ADD app.tar.gz /opt/app/\nENV HOME=/opt/app\nRUN «/opt/app/.cache/pip»pip install a");
    assertLeft("ADD app.tar.gz /opt/app/\nENV PIP_CACHE_DIR=/opt/app/pip\nRUN pip install a", "mount-cache/pip/content", "ADD app.tar.gz /opt/app/");
  }

  @Test
  void whatIsPutThereAfterwardsOrElsewhereIsNoReason() {
    assertRefits("RUN «pip»pip install a\nCOPY --from=deps /root /root");
    assertRefits("FROM b\nCOPY --from=deps /root /root\nFROM python\nRUN «pip»pip install a");
  }

  @Test
  void aTreeThatTheRunItselfPutsThereWouldBeEverybodys() {
    Rewrite rewrite = assertLeft("RUN cp -a /x/. ~/.cache/ && pip install a", "mount-cache/pip/content", "cp -a /x/. ~/.cache/");
    assertThat(reason(rewrite, "mount-cache/pip/content")).startsWith("it may put files into /root/.cache/pip");
  }

  @Test
  void packagesOfOtherServicesAreNotInstalledByAPattern() {
    String pattern = "dpkg -i /var/cache/apt/archives/*.deb";
    Rewrite rewrite = assertMarked(MAIN, python("RUN «lists»apt-get update && apt-get install -y a && " + pattern));
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/content", pattern);
    assertKept(
        MAIN, python("RUN apt-get update && apt-get install -y --download-only a"), "mount-cache/apt/refused-setting");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mkdir /root/.cache && pip install x | mkdir /root/.cache
          ln -s /data/cache /root/.cache && pip install x | ln -s /data/cache /root/.cache
          pip install x && ln -sfn /data ~/.cache/pip | ln -sfn /data ~/.cache/pip
          mv /tmp/kept /root/.cache && pip install x | mv /tmp/kept /root/.cache
          mkdir -m 700 ~/.cache/pip && pip install x | mkdir -m 700 ~/.cache/pip
          pip install x && cd && mkdir .cache | mkdir .cache
          cd $X && mkdir .cache && pip install x | mkdir .cache
          cd $X && mkdir ../.cache/pip && pip install x | mkdir ../.cache/pip
          cd $X && ln -s /data pip && pip install x | ln -s /data pip
          mkdir -m 700 -p /root/.cache && pip install x | mkdir -m 700 -p /root/.cache
          mkdir -pm700 /root/.cache/pip && pip install x | mkdir -pm700 /root/.cache/pip
          mkdir --parents --mode=go= ~/.cache && pip install x | mkdir --parents --mode=go= ~/.cache
          pip install x && mkdir /root/.cache/pip/mine | mkdir /root/.cache/pip/mine
          """)
  void aDirectoryThatIsMadeAnewMustNotBeThere(String run, String made) {
    assertLeft("RUN " + run, "mount-cache/pip/content", made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mkdir /cache", "mkdir -m 777 /cache", "ln -s /mnt/cache /cache", "test ! -e /cache"})
  void soMustADirectoryOfTheFilesOwnAtTheTop(String making) {
    assertLeft("ENV XDG_CACHE_HOME=/cache\nRUN " + making + " && pip install x", "mount-cache/pip/content", making);
    assertRefits("WORKDIR /app\nENV XDG_CACHE_HOME=/app/cache\nRUN «+--mount=type=cache,target=/app/cache/pip \\\n    »ls /app && pip install x");
  }

  @Test
  void aDirectoryInTheListsIsMadeAnewWhereTheyWereDeleted() {
    Rewrite rewrite =
        assertRefits(
            "«keep»RUN «archives»apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*"
                + " && mkdir /var/lib/apt/lists/partial");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/content", "mkdir /var/lib/apt/lists/partial");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HF_HOME=/root/.cache/pip/hf python -m x", "export HF_HOME=~/.cache/pip/hf && python -m x",
        "env HF_HOME=/root/.cache/pip/hf python -m x", "bash -c 'HF_HOME=$HOME/.cache/pip/hf python -m x'",
        "H=/root/.cache/pip/hf; python -m x $H", "HF_HOME=/root/.cache/pip python -m x", "export HF_HOME=/root/.cache/pip"
      })
  void aVariableOfTheRunThatNamesADirectoryInTheCacheKeepsItAway(String command) {
    assertKept(MAIN, python("RUN pip install a && " + command), "mount-cache/pip/content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HF_HOME=/root/.cache/hf python -m x", "PIP_CACHE_DIR=/root/.cache/pip pip install b", "C=/root/.cache/pip; echo $C",
        "HF_HOME=/root/.cache python -m x", "export X=$Y/.cache/pip/x"
      })
  void aVariableOfTheRunThatNamesAnotherIsNoReason(String command) {
    assertRefits("RUN «pip»pip install a && " + command);
  }

  @Test
  void aVariableOfTheFileThatNamesADirectoryInTheCacheKeepsItAway() {
    assertLeft("ENV HF_HOME=/root/.cache/pip/hf\nRUN pip install a", "mount-cache/pip/content", "HF_HOME");
    assertRefits("ENV HF_HOME=/root/.cache/pip/hf\nENV HF_HOME=/root/.cache/hf\nRUN «pip»pip install a");
    assertRefits("ENV CACHE=/root/.cache/pip\nRUN «pip»pip install a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkdir -p /root/.cache/pip", "mkdir --parents ~/.cache", "mkdir /root/other", "mkdir /srv/.cache", "ln -s /x /root/other",
        "cp /x /root/", "mv /x /srv/.cache", "cd $X && mkdir cache", "cd $X && mkdir root && mkdir .cache/x", "cd $X && mkdir -p pip && cp x .",
        "mkdir -m 755 -p /etc/apt/keyrings", "cd $X && mkdir $Y *"
      })
  void aDirectoryThatMayBeThereDoesNotMind(String harmless) {
    assertRefits("RUN «pip»" + harmless + " && pip install x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find /var/cache/apt/archives -name '*.deb' -exec cp {} /debs \\;", "find /var/cache -type f -exec sha256sum {} + > /sums",
        "ls /var/cache/apt/archives > /packages", "[ -e /var/cache/apt/archives/x.deb ]", "chmod 700 /var/cache/apt/archives"
      })
  void whatReadsTheArchivesInTheSameRunKeepsTheMountAway(String reader) {
    Rewrite rewrite = assertRefits("RUN «lists»apt-get update && apt-get install -y x && " + reader);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/content", reader);
  }

  @Test
  void soDoesWhatReadsThemAfterACd() {
    Rewrite rewrite = assertRefits("RUN «lists»apt-get update && apt-get install -y x && cd /var/cache/apt && cp archives/*.deb /debs");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/content", "cp archives/*.deb /debs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp a.json /", "curl x | tar xz -C /", "mv x /root", "rsync -a y/ /"})
  void whatIsPutAboveTheCacheIsNoReason(String command) {
    assertRefits("RUN «pip»pip install x && " + command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find /var/lib/apt/lists -type f -exec cat {} + > /all", "cat /var/lib/apt/lists/*Packages > /all", "find /var/lib/apt/lists | xargs rm -rf",
        "cd /var/lib/apt/lists && tar cf /lists.tar ."
      })
  void whatReadsTheListsInTheSameRunKeepsThemOut(String reader) {
    Rewrite rewrite = assertRefits("«keep»RUN «archives»apt-get update && apt-get install -y x && " + reader);
    assertThat(rewrite.notes(Note.Kind.KEPT).map(Note::rule)).containsExactly("mount-cache/apt/content");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WORKDIR /opt/pip/work // ENV PIP_CACHE_DIR=/opt/pip // RUN pip install x | WORKDIR
          ENV PIP_CACHE_DIR=/opt TOOLS=/opt/tools // RUN pip install x | /opt
          ENV PIP_CACHE_DIR=/tmp // RUN pip install x | /tmp
          ENV PIP_CACHE_DIR=/app // RUN pip install x | /app
          """)
  void aDirectoryThatIsMoreThanACacheIsNotMounted(String lines, String subject) {
    assertLeft(lines.replace(" // ", "\n"), "mount-cache/pip/content", subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uv sync --script main.py", "uv run --script main.py", "uv run -s main.py", "uv run -qs main.py", "uv -q sync --script=main.py", "uv run --no-cache --script main.py",
        "bash -c 'uv sync --script main.py'", "python -m uv sync --script main.py"
      })
  void aResultThatLiesInTheCacheAloneIsNotMounted(String command) {
    assertKept(MAIN, python("RUN " + command), "mount-cache/uv/content");
    assertKept(MAIN, python("ONBUILD RUN " + command), "mount-cache/uv/content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"uv sync --active --script main.py", "uv sync --script main.py --active", "uv add --script main.py rich", "uv lock --script main.py", "uv run main.py --script", "uv sync"})
  void aResultElsewhereIs(String command) {
    assertMarked(MAIN, python("RUN «uv»" + command));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apt-get install --print-uris -qq -y libpq5 > /uris", "apt-get -qq --print-uris download x", "apt-get -o APT::Get::Print-URIs=true install x",
        "bash -c 'apt-get install -y --print-uris x'"
      })
  void whatPrintsWhatIsNotInTheCacheYetKeepsItAway(String command) {
    Rewrite rewrite = assertRefits("RUN apt-get install -y wget && " + command);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/content", command.startsWith("bash") ? "apt-get install -y --print-uris x" : command);
    assertRefits("«keep»RUN «archives»apt-get install -y wget\nRUN " + command.replace("-o APT::Get::Print-URIs=true", "--print-uris"));
  }
}
