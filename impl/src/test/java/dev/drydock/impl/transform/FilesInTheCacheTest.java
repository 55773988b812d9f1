package dev.drydock.impl.transform;

import static dev.drydock.impl.transform.TransformAssertions.assertKept;
import static dev.drydock.impl.transform.TransformAssertions.assertMarked;
import static dev.drydock.impl.transform.TransformAssertions.assertNoted;
import static dev.drydock.impl.transform.TransformAssertions.assertRewrites;
import static dev.drydock.caching.Transforms.pythonCaching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import dev.drydock.caching.PackageManagers;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that go by what is in a cache directory, or that it is not there, in every place from which they may. */
class FilesInTheCacheTest {

  private static final Transform MAIN = pythonCaching().withoutSyntax();

  private static final String IN_BOTH_MOUNTS = "«keep»RUN «archives»«lists»apt-get update && apt-get install -y git\n";

  private static Rewrite assertRefits(String marked) {
    return assertMarked(MAIN, "FROM python:3.12\n" + marked + "\n");
  }

  /** Nothing changes, and the note of this rule is about this command. */
  private static void assertLeft(String lines, String rule, String subject) {
    assertKept(MAIN, "FROM python:3.12\n" + lines + "\n", rule, subject);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mkdir /root/.cache && pip install x | mkdir /root/.cache
          mkdir -m 700 ~/.cache/pip && pip install x | mkdir -m 700 ~/.cache/pip
          pip install x && cd && mkdir .cache | mkdir .cache
          pip install x && mkdir /root/.cache/pip/mine | mkdir /root/.cache/pip/mine
          """)
  void aDirectoryThatIsMadeAnewMustNotBeThere(String run, String made) {
    assertLeft("RUN " + run, "mount-cache/pip/content", made);
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
  @ValueSource(strings = {"mkdir -p /root/.cache/pip", "mkdir --parents ~/.cache", "mkdir /root/other", "mkdir /srv/.cache"})
  void aDirectoryThatMayBeThereDoesNotMind(String harmless) {
    assertRefits("RUN «pip»" + harmless + " && pip install x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkdir /root/.cache", "ln -s /data/cache /root/.cache", "mv /data/cache ~/.cache", "cp -r cache /root/.cache",
        "cp -r /root/.cache /saved", "tar cf /saved.tar ~/.cache", "test -d /root/.cache/pip && touch /had-a-cache",
        "[ ! -d ~/.cache ] || exit 1", "ls ~/.cache/pip | wc -l > /count", "chown app ~/.cache/pip",
        "cd /root && tar cf /saved.tar .cache"
      })
  void aLaterRunThatGoesByTheDirectoryOfAMountKeepsItAway(String later) {
    assertLeft("RUN pip install --no-cache-dir x\nRUN " + later, "mount-cache/pip/reader", "RUN " + later);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkdir -p /root/.cache/models", "ls /root/.cache/pip", "du -sh ~/.cache", "chown -R app /root", "cp -r /app /srv",
        "mkdir /root/.config", "cp a.json /", "curl x | tar xz -C /", "cd /srv && mkdir .cache", "find / -name core"
      })
  void aLaterRunThatDoesNotGoByItIsNoReason(String later) {
    assertRefits("RUN «pip»pip install x\nRUN " + later);
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

  @Test
  void whatIsDeletedAfterACdGoesToo() {
    assertRewrites(
        MAIN,
        """
        FROM debian:12
        RUN rm -f /etc/apt/apt.conf.d/docker-clean
        RUN apt-get update \\
            && apt-get install -y git \\
            && cd /var/lib/apt \\
            && rm -rf lists/* \\
            && cd /srv
        """,
        """
        FROM debian:12
        RUN rm -f /etc/apt/apt.conf.d/docker-clean
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
            --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
            apt-get update \\
            && apt-get install -y git \\
            && cd /var/lib/apt \\
            && cd /srv
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"apt-get download hello", "apt-cache policy hello", "apt-get source hello", "apt show hello"})
  void listsStayWhereSomethingLaterReadsThem(String later) {
    Rewrite rewrite = assertRefits(IN_BOTH_MOUNTS.replace("«lists»", "") + "RUN " + later);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", "/var/lib/apt/lists");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/no-download", later);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENTRYPOINT apt-get install -y $PACKAGES", "CMD [\"sh\", \"-c\", \"apt-get -y install vim && vim\"]"
      })
  void allOfItStaysForWhatTheContainerInstalls(String command) {
    assertLeft("RUN apt-get update && apt-get install -y git\n" + command, "mount-cache/apt/run-time", command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN apt list --installed", "RUN apt-get update && apt-cache policy hello", "RUN apt-mark showmanual",
        "ENTRYPOINT apt-get update && apt-get install -y $PACKAGES", "RUN apt-get purge -y git"
      })
  void listsThatNobodyReadsLaterAreMounted(String later) {
    assertRefits(IN_BOTH_MOUNTS + later);
  }

  @Test
  void aFindThatDeletesByNameEmptiesTheCacheOnly() {
    assertRefits("«keep»RUN «archives»«lists»apt-get update && apt-get install -y x«- && find /var/cache/apt -name '*.deb' -delete»");
    assertThat(PackageManagers.APT.consults()).contains("policy");
  }
}
