package dev.drydock.impl.transform;

import static dev.drydock.impl.transform.TransformAssertions.assertKept;
import static dev.drydock.impl.transform.TransformAssertions.assertMarked;
import static dev.drydock.impl.transform.TransformAssertions.assertNotNoted;
import static dev.drydock.impl.transform.TransformAssertions.assertNoted;
import static dev.drydock.impl.transform.TransformAssertions.assertRewrites;
import static dev.drydock.impl.transform.TransformAssertions.assertUntouched;
import static dev.drydock.impl.transform.TransformAssertions.assertWarns;
import static dev.drydock.impl.transform.TransformAssertions.reason;
import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hazards of a cache mount, each on both sides: changed where it is safe, left alone with a reason where not. */
class HazardsTest {

  private static final Transform MOUNT = mountCache(APT, PIP, UV);
  private static final Transform MAIN = pythonCaching().withoutSyntax();
  private static final String KEEP =
      """
      # Configure apt to keep downloaded packages for cache mount
      RUN rm -f /etc/apt/apt.conf.d/docker-clean; \\
          echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
      """;
  private static final String LISTS =
      "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
          + "    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n    ";
  private static final String ARCHIVES = "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n    ";
  private static final String PIP_MOUNT = "RUN --mount=type=cache,target=/root/.cache/pip \\\n    ";
  private static final String UV_MOUNT = "RUN --mount=type=cache,target=/root/.cache/uv \\\n    ";

  private static String python(String lines) {
    return "FROM python:3.12\n" + lines + "\n";
  }

  @Nested
  class LaterRunsThatTakeAllFromTheCache {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "RUN uv pip install --offline --system x", "ENV UV_OFFLINE=1\nRUN uv sync", "RUN UV_OFFLINE=true uv sync",
          "RUN --network=none uv sync", "RUN --network=none true && uv pip install x"
        })
    void keepTheCacheInTheImage(String reader) {
      assertKept(MOUNT, python("RUN uv sync\n" + reader), "mount-cache/uv/reader");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "RUN --network=none pip install --no-index --find-links /wheels x", "ENV UV_OFFLINE=0",
          "RUN --network=none uv --version", "RUN --mount=type=cache,target=/root/.cache/uv uv sync --offline",
          "FROM python:3.12\nRUN uv sync --offline"
        })
    void othersDoNot(String later) {
      assertRewrites(MOUNT, python("RUN uv sync\n" + later), python(UV_MOUNT + "uv sync\n" + later));
    }
  }

  @Nested
  class RemovalsOfMountPoints {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "rm -rf /root/.cache", "rm -fr /root/.cache/pip", "rm -r -f ~/.cache", "rm --recursive /root/.cache/*",
          "rm -rf \"$HOME/.cache\"", "rm -rf /tmp/x /root/.cache", "find /root/.cache -delete", "rm -rf $CACHE_DIR",
          "rm -rf /root/.c*", "rm -rf /root/{.cache,.npm}", "rm -rf /root/.cach?/pip", "rm -rf /root/.[a-c]ache",
          "rm -rf /root//x/.././.cache/", "rm -rf /root/.cache/pip/", "cd / && rm -Rf root/.cache", "rm -rf /",
          "rmdir -p --recursive /root/.cache",
          "rm -rf /root/.cache/pip/x /root/.cache", "rm -rf /root/.cache /root/.cache/pip/x", "rm -rf /root/.cache/pip/$X",
          "cd $X && rm -rf .cache", "cd $X && rm -rf pip", "rm -rf `cat dirs`/cache", "rm -rf \"${PREFIX}/.cache\"", "rm -rf /root/$X",
          "find /root/.cache/pip -exec rm -rf {} +", "find -H /root/.cache -delete",
          "cd /root/.cache && find -delete", "find /root/.cache/pip -name 'p*' -delete", "find /root -name '*.pyc' -delete", "find /tmp /root/.cache -delete",
          "rm -rf /x/{a,b} /root/{.cache/pip,x}", "find ~ -ok rm {} +"
        })
    void mountCacheNeverMountsWhatTheRunRemoves(String removal) {
      assertKept(MOUNT, python("RUN pip install a && " + removal), "mount-cache/pip/removes-mount-point");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "rm -rf /tmp/*", "rm -rf /root/*", "rm -f /root/.cache", "rm -rf ./build", "rm -rf $TMP_FILES",
          "rm -rf /root/.cached", "rm -rf /root/.cache/pipx", "rm -rf /root/.?", "rm -rf /home/$X", "rm -rf {a,/root}/x",
          "find /root/.cache -name x", "find /opt -delete", "find . -delete", "find $X -delete", "rm -rf x$CACHE",
          "rm -rf /root/{x,y}", "rm /root/.cache", "rm -rf '/root/*'/x", "find /root/.npm -exec rm {} +"
        })
    void aRemovalOfSomethingElseIsNoReason(String removal) {
      assertRewrites(
          MOUNT, python("RUN pip install a && " + removal), python(PIP_MOUNT + "pip install a && " + removal));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "find /root/.cache/pip -mindepth 1 -delete", "find /root/.cache/pip -name '*.whl' -delete",
          "find /root/.cache/pip -type f -delete", "find ~/.cache/pip/http -delete", "rm -rf /root/.cache/pip/*"
        })
    void aRemovalOfWhatIsInTheMountMakesItInert(String removal) {
      assertWarns(
          MOUNT,
          python("RUN pip install a && " + removal),
          python(PIP_MOUNT + "pip install a && " + removal),
          "mount-cache/pip/inert");
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
    }

    @Test
    void aCommandWhoseLastWordHasOneIsNotTakenOut() {
      String script = "<<EOF\r\npip install a\r\npip cache purge -v\r\nEOF\r\n";
      Rewrite rewrite = MAIN.apply(Dockerfile.parse("FROM python:3\r\nRUN " + script));
      assertThat(rewrite.after().text()).isEqualTo("FROM python:3\r\n" + PIP_MOUNT.replace("\n", "\r\n") + script);
      assertNoted(rewrite, Note.Kind.KEPT, "drop-cache-defeaters/pip/stuck", "pip cache purge -v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf /root/.cache", "rm -rf ~/.cache/pip", "rm -rf /root/.cache/pip/*", "pip cache purge"})
    void theMainJobTakesTheRemovalOfAPureCacheOut(String removal) {
      assertRewrites(MAIN, python("RUN pip install a && " + removal), python(PIP_MOUNT + "pip install a"));
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
  }

  @Nested
  class ListsOfASeparateUpdate {

    @Test
    void onlyTheArchivesAreMounted() {
      assertRewrites(
          MAIN,
          python("RUN apt-get update\nRUN apt-get install -y a"),
          python("RUN apt-get update\n" + KEEP + ARCHIVES + "apt-get install -y a"));
    }

    @Test
    void anUpdateBehindTheInstallOrUnderAConditionIsNone() {
      assertRewrites(
          mountCache(APT), python("RUN apt-get install -y a && apt-get update"),
          python(ARCHIVES + "apt-get install -y a && apt-get update"));
      assertRewrites(
          mountCache(APT), python("RUN apt-get install -y a || (apt-get update && apt-get install -y a)"),
          python(ARCHIVES + "apt-get install -y a || (apt-get update && apt-get install -y a)"));
    }

    @Test
    void aLaterStepMayLiveOnTheListsThatAreLeft() {
      String later = "RUN apt-get update && apt-get install -y a\nRUN apt-get install -y b";
      assertRewrites(
          mountCache(APT),
          python(later),
          python(ARCHIVES + "apt-get update && apt-get install -y a\n" + ARCHIVES + "apt-get install -y b"));
      assertRewrites(
          mountCache(APT),
          python("RUN apt-get update && apt-get install -y a\nRUN ./install.sh"),
          python(ARCHIVES + "apt-get update && apt-get install -y a\nRUN ./install.sh"));
    }

    @Test
    void aStageBuiltOnThisOneMayToo() {
      assertRewrites(
          mountCache(APT),
          "FROM debian:12 AS base\nRUN apt-get update && apt-get install -y a\nFROM base\nRUN apt-get install -y b\n",
          "FROM debian:12 AS base\n"
              + ARCHIVES
              + "apt-get update && apt-get install -y a\nFROM base\n"
              + ARCHIVES
              + "apt-get install -y b\n");
    }

    @Test
    void nothingLivesOnListsThatAreDeleted() {
      assertRewrites(
          MAIN,
          python("RUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*\nRUN ./install.sh"),
          python(LISTS + "apt-get update && apt-get install -y a\nRUN ./install.sh"));
    }

    @Test
    void theListsOfTwoStepsThatAreBothDeletedAreBothMounted() {
      assertRewrites(
          mountCache(APT.listsOnly()),
          python(
              "RUN apt-get update && apt-get install -y a\n"
                  + "RUN apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/*"),
          python(
              LISTS + "apt-get update && apt-get install -y a\n"
                  + LISTS + "apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/*"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "RUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*", "RUN apt-get update && rm -rf /var/lib/apt/lists/*",
          "RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update",
          "RUN --mount=type=cache,target=/var/lib/apt apt-get update", "RUN apt-get update\nFROM debian:12"
        })
    void listsThatNoEarlierStepLeftMayLieInAMount(String earlier) {
      String run = "apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/*";
      assertRewrites(mountCache(APT.listsOnly()), python(earlier + "\nRUN " + run), python(earlier + "\n" + LISTS + run));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "RUN apt-get update\nRUN «archives»apt-get install -y x", "RUN --mount=type=cache,target=/opt apt-get update",
          "RUN if a; then apt-get update; fi"
        })
    void listsThatAnEarlierStepMayHaveLeftStayInTheImage(String earlier) {
      String run = "RUN apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/*";
      String marked = python(earlier + "\n" + run.replace("RUN ", "RUN «archives»"));
      Rewrite rewrite = assertMarked(mountCache(APT.listsOnly()), marked);
      assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", "/var/lib/apt/lists");
    }

    @Test
    void aLaterStepThatDeletesThemFirstLivesOnNone() {
      String later = "\nRUN rm -rf /var/lib/apt/lists/*\nRUN ./install.sh";
      assertRewrites(
          mountCache(APT.listsOnly()),
          python("RUN apt-get update && apt-get install -y a" + later),
          python(LISTS + "apt-get update && apt-get install -y a" + later));
    }

    @Test
    void theNoteNamesTheStepThatMayLiveOnThem() {
      Rewrite rewrite = MOUNT.apply(Dockerfile.parse(python("RUN apt-get update && apt-get install -y a\nRUN ls\nRUN ./b.sh")));
      assertThat(reason(rewrite, "mount-cache/apt/lists")).matches(".*\\bline 4\\b.*");
    }

    @Test
    void whyListsStayDependsOnTheCommandsOfTheRun() {
      Vector<Rewrite> rewrites =
          Vector.of("RUN apt-get update", "«keep»RUN «archives»apt-get install -y a", "«keep»RUN «archives»apt-get install -y a && apt-get update")
              .map(run -> assertMarked(MAIN, python(run)));
      assertThat(rewrites.map(rewrite -> reason(rewrite, "mount-cache/apt/lists"))).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void listsOfAnEarlierStepThatAreDeletedHereStayDeleted() {
      assertRewrites(
          mountCache(APT.listsOnly()),
          python("RUN apt-get update\nRUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*"),
          python(
              "RUN apt-get update\n"
                  + ARCHIVES
                  + "apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*"));
    }
  }

  @Nested
  class MarksOfInstalledPackages {

    @ParameterizedTest
    @ValueSource(strings = {"apt-get autoremove -y", "apt-get purge -y --auto-remove gcc", "apt-mark auto '.*'"})
    void theWholeDirectoryIsNarrowedToTheLists(String command) {
      String run = "apt-get update && apt-get install -y a && " + command;
      Rewrite rewrite = assertRewrites(mountCache(APT), python("RUN " + run), python(LISTS + run));
      assertNoted(rewrite, Note.Kind.CHANGED, "mount-cache/apt/narrowed", "/var/lib/apt/lists");
    }

    @Test
    void marksOfAStageThatIsNoneOfTheLineageAreNoReason() {
      String whole =
          "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
              + "    --mount=type=cache,target=/var/lib/apt,sharing=locked \\\n    ";
      assertRewrites(
          mountCache(APT),
          "FROM a\nRUN apt-mark auto x\nFROM debian:12\nRUN apt-get update && apt-get install -y a\n",
          "FROM a\nRUN apt-mark auto x\nFROM debian:12\n" + whole + "apt-get update && apt-get install -y a\n");
      assertRewrites(
          mountCache(APT),
          "FROM debian:12 AS a\nRUN apt-get update && apt-get install -y a\nFROM a\nRUN apt-get autoremove -y\n",
          "FROM debian:12 AS a\n" + LISTS + "apt-get update && apt-get install -y a\nFROM a\nRUN apt-get autoremove -y\n");
    }

    @Test
    void listsOnlyDoesSoEverywhere() {
      Rewrite rewrite =
          assertRewrites(
              mountCache(APT.listsOnly()),
              python("RUN apt-get update && apt-get install -y a"),
              python(LISTS + "apt-get update && apt-get install -y a"));
      assertNoted(rewrite, Note.Kind.CHANGED, "mount-cache/apt/mounted", "/var/cache/apt, /var/lib/apt/lists");
      assertNotNoted(rewrite, "mount-cache/apt/narrowed");
      String whole = python("RUN «archives»«/var/lib/apt,sharing=locked»apt-get update && apt-get install -y a");
      assertNotNoted(assertMarked(mountCache(APT), whole), "mount-cache/apt/narrowed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV UV_LINK_MODE=symlink\nRUN uv sync", "RUN uv pip install --link-mode=symlink a",
        "RUN uv sync --link-mode symlink", "RUN UV_LINK_MODE=symlink uv sync"
      })
  void anImageNeverPointsIntoAMount(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/uv/refused-setting");
  }

  @Test
  void otherLinkModesAreFine() {
    assertRewrites(
        MAIN, python("ENV UV_LINK_MODE=copy\nRUN uv sync"), python("ENV UV_LINK_MODE=copy\n" + UV_MOUNT + "uv sync"));
  }

  @Nested
  class OtherUsers {

    @Test
    void theCacheIsTheirsAndItsParentsAreMadeByThem() {
      assertRewrites(
          MAIN,
          python("RUN useradd -m -u 1000 app\nUSER app\nRUN pip install a\nRUN pip install b"),
          python(
              "RUN useradd -m -u 1000 app\nUSER app\nRUN mkdir -p /home/app/.cache/pip\n"
                  + "RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=1000 \\\n    pip install a\n"
                  + "RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=1000 \\\n    pip install b"));
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

    @Test
    void whereTheFrontendDoesNotKnowTheirNumbersNothingIsMounted() {
      assertKept(
          MAIN,
          "# syntax=docker/dockerfile:1.0-experimental\n"
              + python("RUN useradd -m -u 1000 app\nUSER app\nRUN pip install a"),
          "mount-cache/pip/frontend");
      assertRewrites(
          MAIN,
          "# syntax=docker/dockerfile:1.0-experimental\n" + python("RUN pip install a"),
          "# syntax=docker/dockerfile:1.0-experimental\n" + python(PIP_MOUNT + "pip install a"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ENV PIP_CACHE_DIR=/opt/pip\nRUN useradd -m -u 1000 app\nUSER app\nRUN pip install a",
          "ENV PIP_CACHE_DIR=/home/app\nRUN useradd -m -u 1000 app\nUSER app\nRUN pip install a"
        })
    void aCacheThatTheyMayNotBeAbleToMakeIsNotMounted(String lines) {
      assertKept(MAIN, python(lines), "mount-cache/pip/parents");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "python:3-nonroot", "docker:rootless", "bitnami/python", "example.com/bitnami/python", "apache/airflow:2"
        })
    void imagesThatSetAnotherUserAreKnown(String image) {
      assertKept(MAIN, "FROM " + image + "\nRUN pip install a\n", "mount-cache/pip/user");
      assertKept(MAIN, "FROM " + image + "\nRUN apt-get update && apt-get install -y a\n", "mount-cache/apt/user");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "python:3", "docker.io/library/python", "ghcr.io/astral-sh/uv:python3.12", "public.ecr.aws/docker/library/python:3",
          "nvidia/cuda:12"
        })
    void imagesWhoseUserIsRootAreKnown(String image) {
      assertRewrites(
          MAIN,
          "FROM " + image + "\nRUN pip install --no-cache-dir a\n",
          "FROM " + image + "\n" + PIP_MOUNT + "pip install a\n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "RUN «archives»sudo apt-get install x", "RUN if a; then apt-get update; fi", "RUN sudo apt-get update", "RUN apt-get --version",
          "RUN true\nFROM example.com/base"
        })
    void whatDoesNotShowThatTheUserIsRootDoesNot(String lines) {
      Rewrite rewrite = assertMarked(MAIN, "FROM example.com/base\n" + lines + "\nRUN pip install --no-cache-dir a\n");
      assertNoted(rewrite, Note.Kind.KEPT, "drop-cache-defeaters/pip/user-unknown", "--no-cache-dir");
    }

    @Test
    void anEarlierAptOfTheLineageShowsThatTheUserIsRoot() {
      assertMarked(
          MAIN, "FROM example.com/base AS a\nRUN apt-get update\nFROM a\nRUN «pip»pip install «---no-cache-dir »a\n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "USER app\nRUN pip install a",  "RUN useradd -m app\nUSER app\nRUN pip install a",
          "ARG UID=1000\nRUN useradd -m -u $UID app\nUSER app\nRUN pip install a", "USER $NAME\nRUN pip install a",
          "RUN su app -c 'pip install a'"
        })
    void whereTheirNumbersAreUnknownNothingIsMounted(String lines) {
      assertKept(MAIN, python(lines), "mount-cache/pip/user");
    }

    @Test
    void whereTheirHomeMayBeMissingNothingIsMounted() {
      assertKept(
          MAIN, python("RUN useradd -u 1000 app\nUSER app\nRUN pip install a"), "mount-cache/pip/parents");
    }

    @Test
    void anImageWhoseUserIsAnotherIsLeftAlone() {
      assertKept(MAIN, "FROM jupyter/base-notebook\nRUN pip install a\n", "mount-cache/pip/user");
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
      assertKept(MAIN, python("RUN sudo -u app pip install a"), "mount-cache/pip/user");
      assertKept(
          MAIN, python("RUN sudo -u app apt-get update && sudo -u app apt-get install -y a"), "mount-cache/apt/user");
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

    @Test
    void whereRootIsNotKnownTheLayerStaysSmall() {
      assertKept(
          MAIN, "FROM example.com/base\nRUN pip install --no-cache-dir a\n", "drop-cache-defeaters/pip/user-unknown");
      assertRewrites(
          MAIN,
          "FROM example.com/base\nUSER root\nRUN pip install --no-cache-dir a\n",
          "FROM example.com/base\nUSER root\n" + PIP_MOUNT + "pip install a\n");
      assertRewrites(
          MAIN,
          "FROM example.com/base\nRUN apt-get update && apt-get install -y b && pip install --no-cache-dir a\n",
          "FROM example.com/base\n"
              + KEEP
              + "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
              + "    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n"
              + "    --mount=type=cache,target=/root/.cache/pip \\\n"
              + "    apt-get update && apt-get install -y b && pip install a\n");
    }
  }

  @Nested
  class RelocatedCaches {

    @ParameterizedTest
    @ValueSource(strings = {"ENV PIP_CACHE_DIR=/opt/c", "ENV HOME=/opt\nENV PIP_CACHE_DIR=$HOME/c", "ENV PIP_CACHE_DIR /opt/c"})
    void theMountFollowsTheVariable(String setting) {
      assertMarked(MAIN, python(setting + "\nRUN «/opt/c»pip install a"));
    }

    @Test
    void theMountFollowsThem() {
      assertRewrites(
          MAIN,
          python("ENV XDG_CACHE_HOME=/x\nRUN uv sync"),
          python("ENV XDG_CACHE_HOME=/x\nRUN --mount=type=cache,target=/x/uv \\\n    uv sync"));
      assertRewrites(
          MAIN,
          python("RUN pip install --cache-dir /c a"),
          python("RUN --mount=type=cache,target=/c \\\n    pip install --cache-dir /c a"));
      assertRewrites(
          MAIN,
          python("RUN export UV_CACHE_DIR=/c && uv sync"),
          python("RUN --mount=type=cache,target=/c \\\n    export UV_CACHE_DIR=/c && uv sync"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ARG PIP_CACHE_DIR\nRUN pip install a", "ARG PIP_CACHE_DIR=/c\nRUN pip install a",
          "ENV PIP_CACHE_DIR=cache\nRUN pip install a", "ENV PIP_CACHE_DIR=~/c\nRUN pip install a",
          "ENV HOME=$ELSEWHERE\nRUN pip install a", "RUN pip config set global.cache-dir /c\nRUN pip install a",
          "RUN pip config set global.cache-dir /c && pip install a",
          "RUN pip install --cache-dir=$(mktemp -d) a", "RUN pip install a --cache-dir", "ENV XDG_CACHE_HOME=x\nRUN pip install a",
          "ENV PIP_CACHE_DIR=/\nRUN pip install a", "ENV PIP_CACHE_DIR=/a,b\nRUN pip install a",
          "ENV PIP_CACHE_DIR='/a b'\nRUN pip install a", "ENV PIP_CACHE_DIR=/\u00e9\nRUN pip install a",
          "RUN PIP_CACHE_DIR+=x pip install a", "RUN if a; then export PIP_CACHE_DIR=/c; fi; pip install a",
          "RUN printf '[global]\\ncache-dir=/c' > /etc/pip.conf\nRUN pip install a"
        })
    void whatABuildArgumentCanMoveIsLeftAlone(String lines) {
      assertKept(MAIN, python(lines), "mount-cache/pip/relocated");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ENV PIP_CACHE_DIR=\nRUN «pip»pip install a", "ENV XDG_CACHE_HOME=\nRUN «pip»pip install a",
          "ENV UV_CACHE_DIR=/c\nRUN «pip»pip install a", "RUN pip config set global.timeout 9\nRUN «pip»pip install a",
          "RUN pip config set global.cache-dir /c\nFROM python:3\nRUN «pip»pip install a",
          "RUN «pip»pip install a\nRUN pip config set global.cache-dir /c"
        })
    void whatIsEmptyOrSaidElsewhereDoesNotMoveThem(String marked) {
      assertMarked(MAIN, python(marked));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "WORKDIR /h\nENV HOME=/h\nRUN «/h/.cache/pip»pip install a", "ENV HOME=/h XDG_CACHE_HOME=/x\nRUN «/x/pip»pip install a",
          "ENV HOME=/h XDG_CACHE_HOME=/x PIP_CACHE_DIR=/p\nRUN «/p»pip install a",
          "ENV PIP_CACHE_DIR=/p\nRUN «/q»pip install --cache-dir=/o/../q/ a", "ENV PIP_CACHE_DIR=/p\nRUN «/q»PIP_CACHE_DIR=/q pip install a",
          "ENV P=/opt\nRUN «/opt/q»export PIP_CACHE_DIR=$P/q; pip install a"
        })
    void theStrongestSettingCounts(String marked) {
      assertMarked(MAIN, python(marked));
    }

    @Test
    void aptsOwnDirectoriesStayWhereTheyAre() {
      assertKept(
          MAIN,
          python("RUN apt-get update && apt-get -o Dir::Cache::Archives=/a install -y b"),
          "mount-cache/apt/refused-setting");
    }
  }

  @Test
  void anotherMountAtTheTargetIsRespected() {
    assertKept(MAIN, python("RUN --mount=type=tmpfs,target=/root/.cache pip install a"), "mount-cache/pip/occupied");
    assertKept(
        MAIN,
        python("RUN --mount='type=bind,\"target=/root/.cache/pip\",from=x' pip install a"),
        "mount-cache/pip/occupied");
  }

  @Nested
  class FilesAtTheTarget {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "COPY wheels /root/.cache/pip\nRUN pip install a", "ADD c.tar /root/.cache/pip/\nRUN pip install a",
          "RUN cp -r /x /root/.cache/pip\nRUN pip install a", "RUN pip install a && cp -r /root/.cache/pip /opt",
          "RUN pip install a && chown -R app /root", "RUN pip install a && tar c ~/.cache/pip > /x",
          "RUN pip install a && chown -vR app /", "RUN pip install a && chmod --recursive g+w /roo?",
          "RUN pip install a && echo x > /root/.cache/pip/x", "RUN pip install /root/.cache/pip/x.whl",
          "ENV C=/root/.cache\nCOPY wheels $C/pip/x\nRUN pip install a", "WORKDIR /root\nCOPY a .cache/pip\nRUN pip install a",
          "RUN touch /root/.cache/pip/x\nRUN pip install a", "RUN pip install a && /root/.cache/pip/run"
        })
    void aMountWouldHideOrLoseThem(String lines) {
      assertKept(MAIN, python(lines), "mount-cache/pip/content");
    }

    @Test
    void aLaterStepOrStageReadsThem() {
      assertKept(
          MAIN,
          "FROM python:3 AS x\nRUN pip install a\nFROM y\nCOPY --from=x /root/.cache /root/.cache\n",
          "mount-cache/pip/reader");
      assertKept(MAIN, python("RUN pip install a\nRUN mv /root/.cache/pip /x"), "mount-cache/pip/reader");
      assertKept(
          MAIN,
          "FROM python:3 AS x\nRUN pip install a\nFROM y\nRUN --mount=from=x,source=/root/.cache/pip,target=/c ls\n",
          "mount-cache/pip/reader");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "COPY --from=0 /root/.cache/pip/x /x", "COPY --from=X root/.cache /x", "COPY --from=x /a /root/.c* /b", "COPY --from=x /root/* /x",
          "COPY --from=x /root/$A /b", "COPY --from=x /root/${A:-b} /b", "RUN --mount=from=x,source=root,target=/c ls"
        })
    void howeverTheStageIsNamed(String reader) {
      assertKept(MAIN, "FROM python:3 AS x\nRUN pip install a\nFROM y\n" + reader + "\n", "mount-cache/pip/reader");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "COPY --from=x / /x", "COPY --from=y /root/.cache /x", "COPY --from=1 /root/.cache /x", "COPY root/.cache /x",
          "RUN --mount=from=x,target=/c ls", "RUN --mount=source=root,target=/c ls", "RUN --mount=from=y,source=root,target=/c ls", "COPY --from=x /opt/$A /b",
          "COPY --from=x /root/.config /b"
        })
    void otherStagesAndTheWholeOfOneAreNoReason(String reader) {
      String text = "pip install a\nFROM z AS y\nRUN true\nFROM y\n" + reader + "\n";
      assertRewrites(MAIN, "FROM python:3 AS x\nRUN " + text, "FROM python:3 AS x\n" + PIP_MOUNT + text);
    }

    @Test
    void aLongInstructionIsShownByItsBeginning() {
      String reader = "mv /root/.cache/pip /" + "x".repeat(80);
      Rewrite rewrite = assertKept(MAIN, python("RUN pip install a\nRUN " + reader), "mount-cache/pip/reader");
      assertThat(rewrite.notes().head().subject()).isEqualTo(("RUN " + reader).substring(0, 80) + "…");
    }

    @Test
    void aStageThatIsBuiltOnItIsReadToo() {
      assertKept(
          MAIN,
          "FROM python:3 AS x\nRUN pip install a\nFROM x AS y\nFROM z\nCOPY --from=y /root/.cache /x\n",
          "mount-cache/pip/reader");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "pip install a && chown app /root", "pip install a && ls /root/.cache/pip", "pip install a && tar c /opt > /x",
          "pip install --cache-dir /root/.cache/pip a", "pip install a && cp -r /root/.config /x", "pip install a > /root/.cache/log",
          "pip install a && timeout 5 ls /root/.cache/pip", "pip install a && ls /root/.cache/pip </dev/null",
          "pip install a && ls /opt > /x"
        })
    void whatLeavesThemAloneIsNoReason(String command) {
      assertRewrites(MAIN, python("RUN " + command), python(PIP_MOUNT + command));
    }

    @Test
    void aContainerOfAnotherStageDoesNotKeepTheCache() {
      String text = "uv pip install --system a\nFROM z\nCMD uvx ruff\n";
      assertRewrites(MAIN, "FROM python:3\nRUN " + text, "FROM python:3\n" + UV_MOUNT + text);
    }

    @Test
    void aCopyOfSomethingElseIsNoReason() {
      assertRewrites(
          MAIN,
          "FROM python:3 AS x\nRUN pip install a\nFROM y\nCOPY --from=x /usr/local /usr/local\n",
          "FROM python:3 AS x\n" + PIP_MOUNT + "pip install a\nFROM y\nCOPY --from=x /usr/local /usr/local\n");
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
    @ValueSource(strings = {"CMD uvx ruff", "ENTRYPOINT [\"uv\", \"run\", \"--script\", \"a.py\"]", "CMD [\"uvx\", \"a\"]"})
    void aContainerThatUsesTheCacheKeepsIt(String command) {
      assertKept(MAIN, python("RUN uv pip install --system a\n" + command), "mount-cache/uv/run-time");
    }
  }

  @Nested
  class OtherInterpreters {

    @Test
    void theyAreLeftAlone() {
      assertKept(
          MAIN, python("SHELL [\"pwsh\", \"-c\"]\nRUN pip install a"), "mount-cache/pip/shell");
      assertKept(
          MAIN, python("RUN <<EOF\n#!/usr/bin/env python3\n# pip install a\nEOF"), "mount-cache/pip/interpreter");
      assertUntouched(MAIN, python("RUN python3 <<EOF\nimport this\nEOF"));
      assertUntouched(MOUNT, python("SHELL [\"pwsh\", \"-c\"]\nRUN ls"));
      assertThat(MAIN.apply(Dockerfile.parse(python("RUN <<EOF python3\npip install a\nEOF"))).changed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash", "ash", "ksh", "zsh"})
    void everyShellIsReadWhereverItStands(String shell) {
      for (String lines :
          new String[] {
            "RUN «pip»%s <<EOF\npip install a\nEOF", "RUN «pip»%s -ec 'pip install a'", "RUN «pip»[\"%s\", \"-c\", \"pip install a\"]",
            "RUN «pip»<<EOF\n#!/bin/%s\npip install a\nEOF", "SHELL [\"/bin/%s\", \"-c\"]\nRUN «pip»pip install a"
          }) {
        // Not through the harness: with carriage returns the shell would read other names.
        Marked example = Marked.of(python(lines.replace("%s", shell)));
        assertThat(MOUNT.apply(Dockerfile.parse(example.before())).after().text()).isEqualTo(example.after());
      }
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"RUN fish -c 'pip install a' | unread", "SHELL [\"fish\", \"-c\"] // RUN pip install a | shell"})
    void anotherShellIsNotRead(String lines, String rule) {
      assertKept(MOUNT, python(lines.replace(" // ", "\n")), "mount-cache/pip/" + rule);
    }

    @Test
    void theScriptThatAShellReadsFromAHeredocIsLookedInto() {
      // Not through the harness: with carriage returns bash would read other names, and the RUN stays.
      assertThat(MAIN.apply(Dockerfile.parse(python("RUN bash -ex <<EOF\npip install a\nEOF"))).after().text())
          .isEqualTo(python(PIP_MOUNT + "bash -ex <<EOF\npip install a\nEOF"));
      assertKept(MAIN, python("RUN bash -ex <<EOF\npip install $(a)\nEOF"), "mount-cache/pip/unread");
    }

    @Test
    void whatCannotBeReadIsLeftAloneAndSaysWhere() {
      Rewrite rewrite = assertKept(MAIN, python("RUN pip install a && if true"), "mount-cache/pip/unread");
      assertThat(rewrite.notes().head().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&&", "||", "|"})
    void aListWithoutAnEndIsLeftAlone(String joined) {
      assertKept(
          MAIN,
          python("RUN useradd -m a && apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/* " + joined),
          "mount-cache/apt/unread");
    }
  }

  @Test
  void anOldOrUnknownFrontendGetsNoMounts() {
    assertKept(MAIN, "# syntax=docker/dockerfile:1.1\n" + python("RUN pip install a"), "mount-cache/pip/frontend");
    assertKept(MAIN, "# syntax=mirror.example.com/d:1\n" + python("RUN pip install a"), "mount-cache/pip/frontend");
    assertRewrites(
        pythonCaching(),
        "# syntax=docker/dockerfile:1.1\n" + python("RUN pip install a"),
        "# syntax=docker/dockerfile:1\n" + python(PIP_MOUNT + "pip install a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcr.microsoft.com/windows/servercore:ltsc2022", "python:3-windowsservercore-ltsc2022",
        "mcr.microsoft.com/dotnet/sdk:8.0-nanoserver-1809", "--platform=windows/amd64 python:3"
      })
  void windowsImagesAreLeftAlone(String from) {
    assertKept(MAIN, "FROM " + from + "\nRUN pip install a\n", "mount-cache/pip/windows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV CMAKE_ARGS=-DCUDA=off\nRUN pip install a", "ARG TORCH_CUDA_ARCH_LIST\nRUN pip install a",
        "RUN CFLAGS=-O3 pip install a", "RUN pip install --no-binary :all: a", "RUN export FORCE_CUDA=1 && pip install a"
      })
  void wheelsBuiltUnderCompilerSettingsAreNotShared(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/pip/build-settings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUN pip install a <<EOF\n", "FROM\nRUN <<X\npip install a\n", "RUN pip install a\n"})
  void aFileThatCannotBeBuiltIsWhollyUntouched(String text) {
    assertKept(MAIN, text, "file/refused");
  }

  @Test
  void aTemplateIsDecidedInstructionByInstruction() {
    assertRewrites(
        MAIN, python("{{ if x }}\nRUN pip install a\n{{ end }}"), python("{{ if x }}\n" + PIP_MOUNT + "pip install a\n{{ end }}"));
  }
}
