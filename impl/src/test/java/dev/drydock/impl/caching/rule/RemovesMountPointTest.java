package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.GO;
import static dev.drydock.caching.PackageManagers.PNPM;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.ARCHIVES;
import static dev.drydock.impl.caching.Examples.KEEP;
import static dev.drydock.impl.caching.Examples.LISTS;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.MOUNT;
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

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory that the RUN removes is no mount point, however the removal is written (hazard 1). */
class RemovesMountPointTest {

  private static final String UPDATE = "FROM debian:12\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y git\n";

  private static void assertKeptBeside(String command) {
    assertKept(MOUNT, python("RUN pip install a && " + command), "mount-cache/pip/removes-mount-point");
  }

  private static void assertMountedBeside(String command) {
    assertRewrites(
        MOUNT, python("RUN pip install a && " + command), python(PIP_MOUNT + "pip install a && " + command));
  }

  @Test
  void theCacheOfAHomeStaysToBeRemovedWhereTheFilePutsOtherThingsThere() {
    String text = "FROM python:3.12\nCOPY models /root/.cache/models\nRUN pip install a && rm -rf /root/.cache\n";
    assertKept(MAIN, text, "mount-cache/pip/removes-mount-point");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV C=\"apt-get clean\"\nRUN «lists»apt-get update && apt-get install -y a && $C",
        "ARG C='apt-get -y autoclean'\nRUN «lists»apt-get update && apt-get install -y a && $C",
        "RUN «lists»C='apt-get clean'; apt-get update && apt-get install -y a && $C"
      })
  void aVariableThatHoldsACallThatEmptiesTheArchivesKeepsThemAway(String lines) {
    assertNoted(assertRefits(lines), Note.Kind.KEPT, "mount-cache/apt/removes-mount-point", "$C");
    assertKept(MAIN, python("ENV PIP_CACHE_DIR=/opt/pip C=\"pip cache purge\"\nRUN pip install a && $C"), "mount-cache/pip/removes-mount-point");
    assertKept(MAIN, python("ENV C=\"pip cache purge\"\nRUN pip install a && $C"), "mount-cache/pip/removes-mount-point");
    assertKept(MAIN, python("ENV HOME=/h C=\"pip cache purge\"\nWORKDIR /h\nRUN pip install a && $C"), "mount-cache/pip/removes-mount-point");
    assertRefits("ENV UV_CACHE_DIR=/x C=\"uv cache clean\"\nRUN «pip»pip install a && $C");
    assertRefits("ENV C=\"apt-get clean\"\nRUN «pip»pip install a && $C");
    assertRefits("ENV C=\"apt-get check\"\nRUN «pip»pip install a\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y a && $C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -rf $UV_CACHE_DIR", "rm -rf /opt/uv-cache", "rm -rf $UV_CACHE_DIR/*"})
  void aCacheThatTheFileHasMovedCanLoseItsRemovalToo(String removal) {
    String mount = "--mount=type=cache,target=/opt/uv-cache \\\n    ";
    assertRefits("ENV UV_CACHE_DIR=/opt/uv-cache\nRUN «+" + mount + "»uv sync«- && " + removal + "»");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipenv --clear", "pipenv install --system --clear", "sudo pipenv --clear"})
  void pipenvClearsThePipDirectoryToo(String clearing) {
    assertKept(MAIN, python("RUN pip install pipenv && " + clearing), "mount-cache/pip/removes-mount-point");
  }

  @Test
  void pipenvWithoutClearLeavesIt() {
    assertRefits("RUN «pip»pip install pipenv && pipenv install --system\nRUN pipenv --clear");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /root/.cache", "rm -fr /root/.cache/pip", "rm -r -f ~/.cache", "rm --recursive /root/.cache/*",
        "rm -rf \"$HOME/.cache\"", "rm -rf /tmp/x /root/.cache", "find /root/.cache -delete", "rm -rf $CACHE_DIR",
        "rm -rf /root/.c*", "rm -rf /root/{.cache,.npm}", "rm -rf /root/.cach?/pip", "rm -rf /root/.[a-c]ache",
        "rm -rf /root//x/.././.cache/", "rm -rf /root/.cache/pip/", "cd / && rm -Rf root/.cache", "rm -rf /",
        "rmdir -p --recursive /root/.cache",
        "rm -rf /root/.cache/pip/x /root/.cache", "rm -rf /root/.cache /root/.cache/pip/x", "rm -rf /root/.cache/pip/$X",
        "cd $X && rm -rf .cache", "d=$(pip cache dir); rm -rf \"$d\"", "rm -rf \"${D:=/root/.cache}\"", "cd $X && rm -rf pip", "rm -rf `cat dirs`/cache", "rm -rf \"${PREFIX}/.cache\"", "rm -rf /root/$X",
        "find /root/.cache/pip -exec rm -rf {} +", "find -H /root/.cache -delete",
        "cd /root/.cache && find -delete", "find /root/.cache/pip -name 'p*' -delete", "find /root -name '*.pyc' -delete", "find /tmp /root/.cache -delete",
        "rm -rf /x/{a,b} /root/{.cache/pip,x}", "find ~ -ok rm {} +",
        "D=$(mktemp -u XX); rm -rf /root/.cache/pip/$D", "rm -$OPTIONS /root/.cache", "rm $OPTIONS ~/.cache/pip", "O=-rf; rm $O ~/.cache/pip"
      })
  void mountCacheNeverMountsWhatTheRunRemoves(String removal) {
    assertKeptBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /tmp/*", "rm -rf /root/*", "rm -f /root/.cache", "rm -rf ./build", "rm -rf $TMP_FILES",
        "rm -rf /root/.cached", "rm -rf /root/.cache/pipx", "rm -rf /root/.?", "rm -rf /home/$X", "rm -rf {a,/root}/x",
        "find /root/.cache -name x", "find /opt -delete", "find . -delete", "find $X -delete", "rm -rf x$CACHE",
        "rm -rf /root/{x,y}", "rm /root/.cache", "rm -f /root/{.cache,x}", "F=/x; rm $F /root/.cache", "rm -rf '/root/*'/x", "find /root/.npm -exec rm {} +"
      })
  void aRemovalOfSomethingElseIsNoReason(String removal) {
    assertMountedBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /tmp/* \\\n  /root/.cache", "cache=~/.cache\nrm -rf \"$cache\"", "cd\nrm -rf .cache", "rm -rf \"$HOME\"/.cache",
        "rm -rf ${XDG_CACHE_HOME:-/root/.cache}/pip", "find / -name '*.pyc' -delete", "find -L / -exec rm {} +", "pip cache purge",
        "python3 -m pip cache remove '*'"
      })
  void aCacheThatAScriptOfTheFileMayRemoveIsNotMounted(String script) {
    assertKept(MOUNT, python("COPY <<EOF /usr/bin/tidy\n" + script + "\nEOF\nRUN pip install a && tidy"), "mount-cache/pip/removes-mount-point");
    String printed = "RUN printf 'set -e\\n" + script.replace("\n", "\\n").replace("'", "\"") + "\\n' > /tidy.sh\n";
    assertKept(MOUNT, python(printed + "RUN pip install a && sh /tidy.sh"), "mount-cache/pip/removes-mount-point");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo 'rm -rf /root/.cache' | sh", "echo 'pip cache purge' | cat | bash", "echo 'rm -rf /root/.cache' | sudo sh", "{ echo 'rm -rf /root/.cache'; echo x; } | sh", "echo 'pip cache purge' | bash", "python3 -c 'import os; os.system(\"pip cache purge\")'",
        "python3 -c 'import shutil; shutil.rmtree(\"/root/.cache\")'", "python3 -c 'for f in (Path.home() / \".cache\").iterdir(): f.unlink()'",
        "ruby -e 'FileUtils.rm_rf(\"/root/.cache\")'", "node -e 'fs.rmSync(\"/root/.cache\", {recursive: true})'",
        "python3 -c 'subprocess.run([\"pip\", \"cache\", \"purge\"])'", "perl -e 'unlink glob \"/root/.cache/pip/*\"'"
      })
  void aCacheThatAProgramMayRemoveIsNotMounted(String program) {
    assertKeptBeside(program);
  }

  @Test
  void aCacheThatAProgramInAHereDocumentMayRemoveIsNotMounted() {
    String script = "RUN <<EOF\npip install a\npython3 <<E\nshutil.rmtree('/root/.cache')\nE\nEOF";
    assertKept(MOUNT, python(script), "mount-cache/pip/removes-mount-point");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo '/root/.cache /x' | xargs rm -rf", "printf '%s ' /root/.cache | sort | sudo xargs rm -r", "ls -d ~/.cache/* | xargs rm -rf",
        "pip cache dir | xargs rm -rf", "{ echo /x; echo /root/.cache; } | xargs -n 1 rm -rf", "bash -c 'echo /root/.cache | xargs rm -rf'",
        "for x in /root/.cache /y; do echo $x; done | xargs rmdir"
      })
  void aCacheWhoseNameIsPipedIntoXargsIsNotMounted(String removal) {
    assertKeptBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for d in /root/.cache /tmp/x; do rm -rf \"$d\"; done", "for d in /root/.cache /tmp/x; do rm -rf $d/*; done",
        "cd /root && for d in .cache .npm; do rm -rf \"$d\"; done", "cd; for d in .cache/pip; do rm -r $d; done",
        "for d in /root/.cache /x; do find \"$d\" -delete; done", "for d in /root/.cache /x; do find $d -type f -exec rm {} +; done",
        "find /root -name '.c*' | while read d; do rm -rf \"$d\"; done", "for d in $(find / -name pip); do rm -rf $d; done",
        "for d in pip uv; do rm -rf ~/.cache/$d; done", "for d in /root/.cache/pip /x; do cd $d && rm -rf *; done", "tidy() { cd $1; rm -rf *; }; tidy /root/.cache", "cd ~; set -- .cache .npm; rm -rf \"$@\""
      })
  void aCacheThatALoopMayRemoveIsNotMounted(String removal) {
    assertKeptBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd $X && rm -rf ./.cache", "cd $X && rm -rf ../.cache/*", "cd $X && rm -rf pip/http", "cd $X && rm -rf .cache/p*"
      })
  void aPathThatMayLeadToTheCacheFromADirectoryThatIsNotKnownIsADanger(String removal) {
    assertKeptBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cd $X && rm -rf .cache/other", "cd $X && rm -rf cache root", "cd $X && rm -rf x/pip", "cd $X && rm -rf ../*"})
  void aPathThatLeadsToNoCacheIsNoReason(String removal) {
    assertMountedBeside(removal);
  }

  @Test
  void whatHoldsACacheFromAboveMayBeNamedTooUnlessEverythingUsesIt() {
    String file = "FROM node:22\nRUN pnpm i && cd $X && rm -rf %s\n";
    assertKept(mountCache(PNPM), file.formatted(".local"), "mount-cache/pnpm/removes-mount-point");
    assertThat(mountCache(PNPM).apply(Dockerfile.parse(file.formatted("root"))).changed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd /root && ls -A | while read f; do rm -rf \"$f\"; done", "cd ~/.cache && ls | xargs rm -rf", "cd; rm -rf $(ls -a)",
        "ls /root/.cache | xargs -n 1 rm -r", "cd ~/.cache && for f in $(ls --all); do shred -u $f; done", "ls / | xargs rm -rf"
      })
  void aCacheThatIsListedForARemovalIsNotMounted(String removal) {
    assertKeptBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls /app | xargs rm -rf", "cd /root && ls | xargs rm -rf", "cd $X && ls -A | xargs rm -rf", "ls /root/.cache && rm -rf /x"})
  void aListOfOtherNamesIsNoReason(String removal) {
    assertMountedBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sh <<< 'rm -rf /root/.cache'", "bash -s <<< 'pip cache purge'", "bash -s x <<< \"rm -rf $HOME/.cache\"", ". /dev/stdin <<< 'rm -rf ~/.cache'",
        "python3 <<< 'shutil.rmtree(\"/root/.cache\")'", "echo 'rm -rf /root/.cache' | bash -s x",
        "cat <<< 'rm -rf /root/.cache' > /x.sh; sh /x.sh"
      })
  void aCacheThatAHereStringMayRemoveIsNotMounted(String removal) {
    assertKeptBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash <<< 'rm -rf /tmp/x'", "bash /x.sh <<< 'rm -rf /root/.cache'", "cat <<< 'rm -rf /root/.cache'", "python3 <<< 'print(1)'"})
  void aHereStringThatRemovesSomethingElseIsNoReason(String removal) {
    assertMountedBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "busybox rm -rf /root/.cache", "/bin/busybox rm -r ~/.cache/pip", "toybox rm -rf /root/.cache", "busybox sh -c 'rm -rf /root/.cache'",
        "sudo busybox find /root/.cache -delete"
      })
  void anAppletRemovesAsTheProgramOfItsNameDoes(String removal) {
    assertKeptBeside(removal);
  }

  @Test
  void whatAnAppletRemovesGoesTogetherWithItsName() {
    assertRefits("RUN «pip»pip install a«- && busybox rm -rf /root/.cache»");
    assertMountedBeside("busybox rm -rf /tmp/x && busybox --install -s /bin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shred -u $(find ~/.cache -type f)", "unlink $(find ~/.cache -type f)", "truncate -s 0 $(find / -name x)",
        "find ~/.cache -type f | while read f; do shred -u \"$f\"; done"
      })
  void whatEmptiesTheFilesThatItIsGivenIsARemovalToo(String removal) {
    assertKeptBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shred -u $(find /tmp -type f)", "shred -u /tmp/x", "cat $(find ~/.cache -type f) > /x"})
  void whatEmptiesOtherFilesIsNoReason(String removal) {
    assertMountedBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for d in /tmp/x /usr/share/doc; do rm -rf \"$d\"; done", "for d in a b; do rm -rf /opt/$d; done", "for d in /x /y; do find \"$d\" -delete; done",
        "find /usr/local -name '*.pyc' | while read f; do rm \"$f\"; done", "rm -f $(find /usr/lib -name '*.a')", "cd $X && rm -rf *"
      })
  void aLoopThatRemovesSomethingElseIsNoReason(String removal) {
    assertMountedBeside(removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY <<EOF /usr/bin/tidy\nrm -rf /root/.cache\nEOF\nRUN INSTALL", "COPY <<EOF /usr/bin/tidy\n# rm -rf /root/.cache\nrm -rf /tmp/*\nEOF\nRUN INSTALL && tidy",
        "COPY <<EOF /usr/bin/tidy\nls /root/.cache\nnpm cache clean --force\nEOF\nRUN INSTALL && tidy",
        "COPY <<EOF /usr/bin/tidy\nfind /usr -name '*.pyc' -delete\nrm -rf /var/cache/apt/*\nEOF\nRUN INSTALL && tidy",
        "RUN INSTALL && echo 'pip cache dir' | sh", "RUN INSTALL && python3 -c 'import os; os.remove(\"/x\")'",
        "RUN INSTALL && echo '/usr/share/doc /x' | xargs rm -rf", "RUN echo /root/.cache; INSTALL && ls /tmp/x | xargs rm -rf",
        "RUN echo /root/.cache | cat; INSTALL; ls /tmp/x | xargs rm -rf", "RUN INSTALL; if x; then echo /root/.cache; fi && ls /tmp/x | xargs rm -rf",
        "RUN INSTALL; echo 'pip cache purge' && cat /x.sh | sh", "RUN INSTALL && find /usr/share/cache -name x | grep y | xargs rm"
      })
  void aTextThatRemovesSomethingElseIsNoReason(String lines) {
    assertThat(MOUNT.apply(Dockerfile.parse(python(lines.replace("INSTALL", "pip install a")))).after().text()).contains("target=/root/.cache/pip ");
  }

  @Test
  void aScriptMeansTheHomeOfWhoRunsIt() {
    String file = "ENV GOPATH=/home/app/go\nENV HOME=/home/app\nCOPY <<EOF /usr/bin/tidy\nrm -rf ~/go\nEOF\nRUN go mod download && tidy";
    assertNoted(mountCache(GO).apply(Dockerfile.parse("FROM golang:1.22\n" + file + "\n")), Note.Kind.KEPT, "mount-cache/go/removes-mount-point", "tidy");
  }

  @Test
  void aScriptThatCleansUpAfterAptKeepsArchivesOut() {
    String script = "FROM debian:12\nCOPY <<EOF /usr/bin/tidy\n%s\nEOF\nRUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/* && tidy\n";
    assertThat(MAIN.apply(Dockerfile.parse(script.formatted("apt-get clean"))).after().text())
        .contains("target=/var/lib/apt/lists,")
        .doesNotContain("target=/var/cache/apt,");
    assertThat(MAIN.apply(Dockerfile.parse(script.formatted("apt-get -y dist-clean"))).after().text()).doesNotContain("type=cache");
    assertThat(MAIN.apply(Dockerfile.parse(script.formatted("apt-get check\nmake distclean"))).after().text())
        .contains("target=/var/cache/apt,", "target=/var/lib/apt/lists,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cd && rm -rf .cache", "rm -rf ~/.cache", "rm -rf $HOME/.cache", "rm -rf /h/.cache/pip"})
  void theHomeThatTheFileSetsIsTheOneThatIsMeant(String removal) {
    assertKept(MOUNT, python("ENV HOME=/h\nRUN pip install a && " + removal), "mount-cache/pip/removes-mount-point");
  }

  @Test
  void aCarriageReturnInAHeredocIsPartOfTheName() {
    String script = "<<EOF\r\npip install a\r\nrm -rf /root/.cache\r\nEOF\r\n";
    assertThat(MOUNT.apply(Dockerfile.parse("FROM python:3\r\nRUN " + script)).after().text())
        .isEqualTo("FROM python:3\r\n" + PIP_MOUNT.replace("\n", "\r\n") + script);
    String contents = script.replace("/root/.cache\r", "/root/.cache/pip/*\r");
    assertThat(MAIN.apply(Dockerfile.parse("FROM python:3\r\nRUN " + contents)).after().text())
        .isEqualTo("FROM python:3\r\n" + PIP_MOUNT.replace("\n", "\r\n") + contents);
  }

  @Test
  void theMainJobKeepsARemovalThatOtherToolsNeed() {
    assertKept(
        MAIN,
        python("RUN pip install a && playwright install && rm -rf /root/.cache"),
        "mount-cache/pip/removes-mount-point");
    assertKept(MAIN, python("RUN pip install a && rm -rf /root/.c*"), "mount-cache/pip/removes-mount-point");
  }

  @Test
  void theListsMayBeRemovedWithTheirDirectoryOnlyWhereTheMountIsAboveIt() {
    String run = "apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists";
    assertRewrites(
        mountCache(APT),
        python("RUN " + run),
        python(
            "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
                + "    --mount=type=cache,target=/var/lib/apt,sharing=locked \\\n    "
                + run));
    assertRewrites(mountCache(APT.listsOnly()), python("RUN " + run), python(ARCHIVES + run));
    assertRewrites(
        MAIN, python("RUN " + run), python(KEEP + LISTS + "apt-get update && apt-get install -y a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd $SOMEWHERE && rm -rf lists", "cd /var/lib/apt && popd && rm -rf lists", "(cd /var/lib/apt; ls) && rm -rf lists",
        "cd /var/lib/apt && cd /srv && cd - && rm -rf lists", "pushd /var/lib/apt && pushd /srv && popd && rm -rf lists",
        "if a; then cd /var/lib/apt; fi; rm -rf lists", "while a; do cd /var/lib/apt; done; rm -rf lists",
        "f() { cd /var/lib/apt; }; f; rm -rf lists", "echo | cd /var/lib/apt; rm -rf lists", "sh -c 'cd /var/lib/apt'; rm -rf lists",
        "cd 1; cd ../2; cd ../3; cd ../4; cd ../5; cd $X; rm -rf lists"
      })
  void aRemovalWhoseEffectCannotBeToldKeepsTheMountAway(String removal) {
    Rewrite rewrite = assertRefits("WORKDIR /app\n«keep»RUN «archives»apt-get update && apt-get install -y x && " + removal);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/removes-mount-point", "rm -rf lists");
  }

  @Test
  void aRemovalAnywhereKeepsEveryMountAway() {
    assertLeft(
        "RUN apt-get update && apt-get install -y x && find / -name '*.bin' -print0 | xargs -0 rm -f",
        "mount-cache/apt/removes-mount-point",
        "find / -name '*.bin' -print0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cd /root | rm -rf .cache
          cd | rm -r .cache
          cd ~/.cache/pip | rm -rf ../../.cache
          pushd /root | rm -rf .cache
          cd -P /root | rm -rf .cache
          cd /root/ | rm -rf .cache
          cd / && cd root | rm -rf .cache
          """)
  void aRemovalIsFollowedThroughCd(String way, String removal) {
    assertLeft(
        "RUN pip install x && touch ~/.cache/other && " + way + " && " + removal + " && other",
        "mount-cache/pip/removes-mount-point",
        removal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          RUN pip install x && for d in /root/.cache /tmp/x; do rm -rf "$d"; done | removes-mount-point | rm -rf "$d"
          RUN pip install x; dirs="/root/.cache/pip /tmp/x"; rm -rf $dirs | removes-mount-point | rm -rf $dirs
          ENV TRASH="/root/.cache /tmp/x" // RUN pip install x && rm -rf $TRASH | removes-mount-point | rm -rf $TRASH
          ARG D=/root/.cache // RUN pip install x && rm -rf $D | removes-mount-point | rm -rf $D
          RUN clean() { rm -rf "$1"; }; pip install x; clean /root/.cache | removes-mount-point | rm -rf "$1"
          RUN CLEAN="rm -rf /root/.cache/pip"; pip install x; $CLEAN | removes-mount-point | $CLEAN
          RUN pip install x && python -c "import shutil; shutil.rmtree('/root/.cache/pip')" | content | python -c "import shutil; shutil.rmtree('/root/.cache/pip')"
          """)
  void aMountPointThatAVariableMayNameIsNotMounted(String lines, String rule, String subject) {
    assertLeft(lines.replace(" // ", "\n"), "mount-cache/pip/" + rule, subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN «pip»pip install x && rm -rf \"$SRC\"", "RUN «pip»pip install x && for d in /tmp/a /srv/b; do rm -rf \"$d\"; done",
        "ARG D=/tmp/x\nRUN «pip»pip install x && rm -rf $D", "ENV C='du -s /root/.cache/pip'\nRUN «pip»pip install x && $C", "RUN «pip»pip install x && python -c \"print('/root/.cache')\"",
        "RUN «pip»pip install x && rm -rf \"$SRC\"«- && rm -rf /root/.cache/pip/http»"
      })
  void aVariableThatNamesSomethingElseIsNoReason(String marked) {
    assertRefits(marked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -rf /var/{lib/apt/lists,log}/*", "rm -rf /var/lib/*/*/*"})
  void aRemovalOfMoreThanTheCacheStays(String removal) {
    Rewrite rewrite = assertRefits("«keep»RUN «archives»apt-get update && apt-get install -y curl && " + removal);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/removes-mount-point", removal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"$GNUPGHOME\"", "$GNUPGHOME/x"})
  void whatMktempGaveIsNoCache(String removed) {
    assertMarked(
        MAIN,
        "FROM debian:12\n«keep»RUN «archives»«lists»export GNUPGHOME=\"$(mktemp -d)\" && apt-get update && apt-get install -y git"
            + " && rm -rf " + removed + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"export GNUPGHOME=\"$(cat x)\", \"$GNUPGHOME\"", "HOME_CACHE=$(cat x) && export GNUPGHOME=\"$(mktemp -d)\", $HOME_CACHE"})
  void whatAnotherCommandGaveMayBeOne(String set, String removed) {
    assertKept(
        MAIN,
        "FROM debian:12\nRUN " + set + " && apt-get update && apt-get install -y git && rm -rf " + removed + "\n",
        "mount-cache/apt/removes-mount-point",
        "rm -rf " + removed);
  }

  @Test
  void whatStandsBeforeAVariableTellsEnoughOfARemovedPath() {
    assertMarked(MAIN, UPDATE.replace("git\n", "git && rm /linux-install-${VERSION}.sh\n"));
    assertKept(
        MAIN,
        "FROM debian:12\nRUN apt-get update && apt-get install -y git && rm -rf /var/${NAME}\n",
        "mount-cache/apt/removes-mount-point",
        "rm -rf /var/${NAME}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN npm ci && pip install a && rm -rf /root/.cache", "RUN pip install a && poetry install && rm -rf ~/.cache/*",
        "RUN pip install a && huggingface-cli download b && rm -rf /root/.cache",
        "RUN pip install a && python -c 'import torch' && rm -rf /root/.cache", "RUN pip install a && ./x.sh && rm -rf ~/.cache",
        "RUN pip install uv && uv pip install --no-build-isolation b && rm -rf /root/.cache",
        "RUN pip install a && uv cache clean && uv sync --no-build-isolation && rm -rf /tmp/* /root/.cache /var/lib/apt/lists/*",
        "RUN npm ci\nRUN pip install a && rm -rf /root/.cache", "RUN ./x.sh\nRUN pip install a && rm -rf /root/.cache/pip",
        "RUN curl https://x.org/y | bash\nRUN pip install a && pip cache purge",
        "RUN mkdir -p ~/.cache/mine\nRUN pip install a && rm -rf ~/.cache", "RUN npm ci\nRUN bash -c 'pip install a && rm -rf ~/.cache'",
        "RUN npm ci\nONBUILD RUN pip install a && rm -rf ~/.cache",
        "RUN npm ci\nFROM 0\nRUN pip install a && rm -rf ~/.cache"
      })
  void aRemovalOfWhatSomebodyElseLeftStays(String lines) {
    assertKept(MAIN, python(lines.replace("FROM 0", "FROM python:3.12 AS x\nRUN npm ci\nFROM x")), "mount-cache/pip/removes-mount-point");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN «pip»«uv»pip install a && uv sync«- && rm -rf /root/.cache»", "RUN «pip»pip install a && mkdir /x && echo b > /x/c«- && rm -rf ~/.cache/*»",
        "RUN npm ci && rm -rf /root/.cache\nRUN «pip»pip install a«- && rm -rf /root/.cache»",
        "RUN ./x.sh\nRUN rm -rf ~/.cache\nRUN «pip»pip install a«- && rm -rf ~/.cache/pip»",
        "RUN git clone https://x.org/y && sed -i s/a/b/ y/z\nRUN «pip»pip install a«- && rm -rf ~/.cache/pip»", "RUN «pip»pip install a && ./x.sh«- && rm -rf ~/.cache/pip»",
        "RUN «pip»pip install a\nRUN «pip»pip install b«- && pip cache purge»", "RUN «uv»uv pip install a && npm ci«- && uv cache clean»",
        "RUN uv pip install --no-cache --no-build-isolation x\nRUN «pip»pip install a«- && rm -rf /root/.cache»"
      })
  void aRemovalOfWhatIsMountedGoes(String marked) {
    assertRefits(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN CACHE/pip ./x.sh\nRUN «pip»pip install a«- && rm -rf ~/.cache/pip»", "RUN «pip»./x.sh && pip install b\nRUN «pip»pip install a«- && pip cache purge»",
        "RUN CACHE ./x.sh\nRUN CACHE make\nRUN «pip»pip install a«- && rm -rf ~/.cache»", "RUN CACHE echo > ~/.cache/x\nRUN «pip»pip install a«- && rm -rf ~/.cache»",
        "RUN ./x.sh\nRUN rm -rf ~/.cache/pip\nRUN CACHE/pip ./x.sh\nRUN «pip»pip install a«- && pip cache purge»"
      })
  void whatARunPutsIntoAMountIsNotInTheImage(String marked) {
    assertRefits(marked.replace("CACHE", "--mount=type=cache,target=/root/.cache"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN ./x.sh\nRUN CACHE/pip ./x.sh\nRUN pip install a && rm -rf ~/.cache/pip", "RUN CACHE/pip ./x.sh\nRUN pip install a && rm -rf ~/.cache",
        "RUN ./x.sh\nRUN CACHE/pip rm -rf ~/.cache/pip/*\nRUN pip install a && pip cache purge", "RUN CACHE/pip/http ./x.sh\nRUN pip install a && pip cache purge",
        "RUN CACHE/pip ./x.sh\nRUN ./x.sh\nRUN CACHE/pip ./x.sh\nRUN pip install a && pip cache purge"
      })
  void whatARunLeavesBesideAMountIsStillRemoved(String lines) {
    String file = python(lines.replace("CACHE", "--mount=type=cache,target=/root/.cache"));
    assertKept(MAIN, file, "mount-cache/pip/removes-mount-point");
  }

  @Test
  void theSameInAHeredoc() {
    String text = python("RUN npm ci\nRUN <<EOF\npip install a\nrm -rf ~/.cache\nEOF");
    Rewrite rewrite = MAIN.apply(Dockerfile.parse(text));
    assertThat(rewrite.changed()).isFalse();
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/pip/removes-mount-point", "rm -rf ~/.cache");
  }

  @Test
  void whatAStageThatItIsNotBuiltOnLeftIsNoReason() {
    assertRefits("RUN ./x.sh\nFROM python:3.12\nRUN «pip»pip install a«- && rm -rf /root/.cache»");
  }

  @Test
  void ofABaseImageThatIsNotKnownItIsNotKnownWhatIsInItsHome() {
    String base = "FROM registry.example.com/base\nUSER root\nENV HOME=/root\nRUN ";
    assertKept(MAIN, base + "pip install a && rm -rf /root/.cache\n", "mount-cache/pip/removes-mount-point", "rm -rf /root/.cache");
    assertMarked(MAIN, base + "«pip»pip install a«- && rm -rf /root/.cache/pip»\n");
  }

  @Test
  void archivesThatAnEarlierRunLeftAreStillRemoved() {
    String hook = "FROM debian:12\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\n";
    String install = "RUN apt-get update && apt-get install -y a && ls /var/cache/apt/archives > /x\n";
    String clean = "RUN apt-get update && apt-get install -y b && apt-get clean\n";
    Rewrite rewrite = MAIN.apply(Dockerfile.parse(hook + install + clean));
    assertThat(rewrite.after().text()).contains("apt-get clean").doesNotContain("target=/var/cache/apt");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/removes-mount-point", "apt-get clean");
  }

  /** It is none of the file's commands that are read as removals, and no table knows it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rimraf /root/.cache",
        "wipe --hard ~/.cache",
        "cd /root && wipe .cache",
        "/opt/clean.sh /root/.cache",
        "rimraf /root/.cache/*",
        "cd /root/.cache && wipe *",
        "wipe /root/.c*",
        "python clean.py /root/.cache",
      })
  void aProgramThatIsNotKnownMayRemoveWhatItIsGiven(String command) {
    assertKept(
        MAIN,
        "FROM python:3.12\nRUN pip install a && " + command + "\n",
        "mount-cache/pip/removes-mount-point",
        command.substring(command.lastIndexOf("& ") + 1).strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wipe /root", "wipe /root/*", "wipe /srv/cache", "wipe /root/.cache/huggingface", "mkdir -p /root/.cache", "du -s /root/.cache"})
  void whatItIsNotGivenItLeaves(String command) {
    assertMarked(MAIN, "FROM python:3.12\nRUN «pip»pip install a && " + command + "\n");
  }

  @Test
  void aScriptThatTheFileWritesIsJudgedByItsText() {
    String copy = "FROM python:3.12\nCOPY <<E /w.sh\n%s\nE\nRUN «pip»pip install a && sh /w.sh /root/.cache\n";
    assertMarked(MAIN, copy.formatted("du -s $1"));
    for (String removing : new String[] {"rm -rf /root/.cache", "rm -rf \"$1\""}) {
      String text = copy.formatted(removing).replace("«pip»", "");
      assertKept(MAIN, text, "mount-cache/pip/removes-mount-point", "sh /w.sh /root/.cache");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pip install x && /tmp/clean-layer.sh                                            | /tmp/clean-layer.sh",
        "pip install x && bash /tmp/clean-layer.sh -q                                    | bash /tmp/clean-layer.sh -q",
        "'pip install x && curl -sS https://example.com/bin/clean_caches.sh | sh'         | curl -sS https://example.com/bin/clean_caches.sh",
        "pip install x && sudo ./Purge.sh                                                | ./Purge.sh"
      })
  void aScriptThatIsCalledACleanUpMayRemoveTheCache(String run, String subject) {
    assertLeft("RUN " + run, "mount-cache/pip/removes-mount-point", subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./install.sh", "make clean", "chmod +x /tmp/clean-layer.sh", "rm /tmp/clean-layer.sh", "cp clean-layer.sh /tmp", "./cleanroom"
      })
  void otherScriptsAndCommandsAboutOneAreNone(String command) {
    assertRefits("RUN «pip»pip install x && " + command);
  }

  @Test
  void aCleanUpThatTheFileWritesIsJudgedByItsText() {
    String script = "COPY <<EOF /clean.sh\n%s\nEOF\n";
    assertRefits(script.formatted("rm -rf /tmp/build") + "RUN «pip»pip install x && sh /clean.sh");
  }

  @Test
  void aFolderThatCdLeadsToIsKnownWhereItsWordIs() {
    assertRefits("RUN «pip»cd -P /root && pip install a«- && rm -rf .cache»");
    Rewrite rewrite = assertLeft("RUN cd - && pip install a && rm -rf .cache", "mount-cache/pip/removes-mount-point", "rm -rf .cache");
    assertThat(reason(rewrite, "mount-cache/pip/removes-mount-point")).contains("it may remove").endsWith("cannot be told");
  }

  @Test
  void whatAnEarlierRunMayHaveLeftBesideItsMountIsStillRemoved() {
    String later = "\nRUN pip install b && rm -rf /root/.cache";
    Rewrite rewrite = assertRefits("RUN «pip»pip install a && ./install.sh" + later);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/pip/removes-mount-point", "rm -rf /root/.cache");
    assertRefits("RUN «pip»pip install a && ls\nRUN «pip»pip install b«- && rm -rf /root/.cache»");
  }
}
