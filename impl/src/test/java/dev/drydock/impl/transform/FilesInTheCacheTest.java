package dev.drydock.impl.transform;

import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.transform.TransformAssertions.assertRewrites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that go by what is in a cache directory, or that it is not there, in every place from which they may. */
class FilesInTheCacheTest {

  private static final String LISTS = "--mount=type=cache,target=/var/lib/apt/lists";
  private static final String PIP = "--mount=type=cache,target=/root/.cache/pip";
  private static final Transform MAIN = pythonCaching().withoutSyntax();

  private static Rewrite refitted(String run) {
    return MAIN.apply(Dockerfile.parse("FROM python:3.12\n" + run + "\n"));
  }

  private static void assertNotMounted(String mount, String rule, String run) {
    Rewrite rewrite = refitted(run);
    assertThat(rewrite.after().text()).doesNotContain(mount);
    assertThat(rewrite.notes(Note.Kind.KEPT).map(Note::rule)).as(rewrite::explain).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkdir /root/.cache && pip install x", "mkdir -m 700 ~/.cache/pip && pip install x",
        "pip install x && cd && mkdir .cache", "pip install x && mkdir /root/.cache/pip/mine"
      })
  void aDirectoryThatIsMadeAnewMustNotBeThere(String run) {
    assertNotMounted(PIP, "mount-cache/pip/content", "RUN " + run);
  }

  @Test
  void aDirectoryInTheListsIsMadeAnewWhereTheyWereDeleted() {
    assertNotMounted(
        LISTS,
        "mount-cache/apt/content",
        "RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/* && mkdir /var/lib/apt/lists/partial");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mkdir -p /root/.cache/pip", "mkdir --parents ~/.cache", "mkdir /root/other", "mkdir /srv/.cache"})
  void aDirectoryThatMayBeThereDoesNotMind(String harmless) {
    assertThat(refitted("RUN " + harmless + " && pip install x").after().text()).contains(PIP);
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
    assertNotMounted(PIP, "mount-cache/pip/reader", "RUN pip install --no-cache-dir x\nRUN " + later);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkdir -p /root/.cache/models", "ls /root/.cache/pip", "du -sh ~/.cache", "chown -R app /root", "cp -r /app /srv",
        "mkdir /root/.config", "cp a.json /", "curl x | tar xz -C /", "cd /srv && mkdir .cache", "find / -name core"
      })
  void aLaterRunThatDoesNotGoByItIsNoReason(String later) {
    assertThat(refitted("RUN pip install x\nRUN " + later).after().text()).contains(PIP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find /var/cache/apt/archives -name '*.deb' -exec cp {} /debs \\;", "find /var/cache -type f -exec sha256sum {} + > /sums",
        "cd /var/cache/apt && cp archives/*.deb /debs", "ls /var/cache/apt/archives > /packages",
        "[ -e /var/cache/apt/archives/x.deb ]", "chmod 700 /var/cache/apt/archives"
      })
  void whatReadsTheArchivesInTheSameRunKeepsTheMountAway(String reader) {
    assertNotMounted(
        "target=/var/cache/apt", "mount-cache/apt/content", "RUN apt-get update && apt-get install -y x && " + reader);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp a.json /", "curl x | tar xz -C /", "mv x /root", "rsync -a y/ /"})
  void whatIsPutAboveTheCacheIsNoReason(String command) {
    assertThat(refitted("RUN pip install x && " + command).after().text()).contains(PIP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find /var/lib/apt/lists -type f -exec cat {} + > /all", "cat /var/lib/apt/lists/*Packages > /all", "find /var/lib/apt/lists | xargs rm -rf",
        "cd /var/lib/apt/lists && tar cf /lists.tar ."
      })
  void whatReadsTheListsInTheSameRunKeepsThemOut(String reader) {
    assertNotMounted(LISTS, "mount-cache/apt/content", "RUN apt-get update && apt-get install -y x && " + reader);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find / -name '*.bin' -print0 | xargs -0 rm -f",
        "cd $SOMEWHERE && rm -rf lists", "cd /var/lib/apt && popd && rm -rf lists", "(cd /var/lib/apt; ls) && rm -rf lists",
        "cd /var/lib/apt && cd /srv && cd - && rm -rf lists", "pushd /var/lib/apt && pushd /srv && popd && rm -rf lists",
        "if a; then cd /var/lib/apt; fi; rm -rf lists", "while a; do cd /var/lib/apt; done; rm -rf lists",
        "f() { cd /var/lib/apt; }; f; rm -rf lists", "echo | cd /var/lib/apt; rm -rf lists", "sh -c 'cd /var/lib/apt'; rm -rf lists",
        "cd 1; cd ../2; cd ../3; cd ../4; cd ../5; cd $X; rm -rf lists"
      })
  void aRemovalWhoseEffectCannotBeToldKeepsTheMountAway(String removal) {
    assertNotMounted(
        LISTS, "mount-cache/apt/removes-mount-point", "WORKDIR /app\nRUN apt-get update && apt-get install -y x && " + removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd /root && rm -rf .cache", "cd && rm -r .cache", "cd ~/.cache/pip && rm -rf ../../.cache", "pushd /root && rm -rf .cache",
        "cd -P /root && rm -rf .cache", "cd /root/ && rm -rf .cache", "cd / && cd root && rm -rf .cache"
      })
  void aRemovalIsFollowedThroughCd(String removal) {
    assertNotMounted(
        PIP, "mount-cache/pip/removes-mount-point", "RUN pip install x && touch ~/.cache/other && " + removal + " && other");
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
  @ValueSource(
      strings = {
        "RUN apt-get download hello", "RUN apt-cache policy hello", "RUN apt-get source hello", "RUN apt show hello",
        "ENTRYPOINT apt-get install -y $PACKAGES", "CMD [\"sh\", \"-c\", \"apt-get -y install vim && vim\"]"
      })
  void listsStayWhereSomethingLaterReadsThem(String later) {
    assertThat(refitted("RUN apt-get update && apt-get install -y git\n" + later).after().text()).doesNotContain(LISTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN apt list --installed", "RUN apt-get update && apt-cache policy hello", "RUN apt-mark showmanual",
        "ENTRYPOINT apt-get update && apt-get install -y $PACKAGES", "RUN apt-get purge -y git"
      })
  void listsThatNobodyReadsLaterAreMounted(String later) {
    assertThat(refitted("RUN apt-get update && apt-get install -y git\n" + later).after().text()).contains(LISTS);
  }

  @Test
  void aFindThatDeletesByNameEmptiesTheCacheOnly() {
    assertThat(
            refitted("RUN apt-get update && apt-get install -y x && find /var/cache/apt -name '*.deb' -delete")
                .after()
                .text())
        .contains("target=/var/cache/apt")
        .doesNotContain("find");
    assertThat(PackageManagers.APT.consults()).contains("policy");
  }
}
