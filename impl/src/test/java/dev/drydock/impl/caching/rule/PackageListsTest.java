package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APK;
import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.ARCHIVES;
import static dev.drydock.impl.caching.Examples.KEEP;
import static dev.drydock.impl.caching.Examples.LISTS;
import static dev.drydock.impl.caching.Examples.LISTS_STAY;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.MOUNT;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.KnownPrograms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where apt's lists may lie in a mount: what fetches them surely, and who else may need them in the image (hazard 2). */
class PackageListsTest {

  private static final String IN_BOTH_MOUNTS = "«keep»RUN «archives»«lists»apt-get update && apt-get install -y git\n";
  private static final String LISTS_PATH = "/var/lib/apt/lists";
  /** A first stage whose RUN gets both mounts, and one whose lists stay in the image. */
  private static final String MOUNTED = "FROM debian:12 AS base\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y git\n";
  private static final String STAY = MOUNTED.replace("«lists»", "");
  private static final String UPDATE = "FROM debian:12\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y git\n";

  private static Rewrite assertListsStay(String marked) {
    Rewrite rewrite = assertMarked(MAIN, marked);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", LISTS_PATH);
    return rewrite;
  }

  /** The first RUN keeps its lists, since this later RUN may call apt. */
  private static void assertMayCallApt(String later) {
    Rewrite rewrite = assertMarked(MAIN, UPDATE.replace("«lists»", "") + "RUN " + later + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", "/var/lib/apt/lists");
  }

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
  void aStageBuiltOnThisOneMayLiveOnThemToo() {
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
        python(KEEP + LISTS + "apt-get update && apt-get install -y a\nRUN ./install.sh"));
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
        "apt-get upgrade -y", "wget https://example.com/x.deb && apt install -y ./x.deb", "apt-cache policy curl > /versions.txt",
        "apt-get -y dist-upgrade && rm -rf /var/lib/apt/lists/*"
      })
  void aCallThatFindsNoListsSinceTheyAreDeletedFindsNoneLater(String after) {
    assertListsStay("FROM debian:12\n«keep»RUN «archives»apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/* && " + after + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apt-get purge -y --auto-remove a", "apt-mark manual a", "dpkg -l"})
  void aCallThatReadsNoListsDoesNotMind(String after) {
    assertMarked(
        MAIN,
        "FROM debian:12\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y a && «-rm -rf /var/lib/apt/lists/* && »" + after + "\n");
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
        "RUN if a; then apt-get update; fi",
        "RUN apt-get update\nRUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked apt-get update"
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
  void aLaterUpdateOnAConditionFetchesNoneForTheInstallAfterIt() {
    assertListsStay(STAY + "RUN if [ -n \"$X\" ]; then apt-get update; fi\nRUN «archives»apt-get install -y wget\n");
  }

  @Test
  void listsThatAreDeletedAreMountedWhateverALaterInstallFinds() {
    String run = "FROM debian:12\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y a«- && rm -rf /var/lib/apt/lists/*»";
    String later = "RUN «archives»apt-get install -y ./b.deb\n";
    assertMarked(MAIN, run + " && ls\n" + later);
    assertMarked(MAIN, run + " && npx playwright install-deps\nRUN rm -rf /var/lib/apt/lists/*\n" + later);
  }

  @Test
  void listsThatAProgramMayFetchAfterTheRemovalStayForALaterInstall() {
    String run = "FROM debian:12\n«keep»RUN «archives»apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*";
    String later = " && npx playwright install-deps\nRUN if a; then apt-get update; fi\nRUN «archives»apt-get install -y b\n";
    Rewrite rewrite = assertListsStay(run + later);
    assertThat(rewrite.notes(Note.Kind.KEPT).map(Note::reason)).anyMatch(reason -> reason.startsWith("npx playwright install-deps may fetch lists"));
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
        "RUN apt list --installed", "RUN apt-get update && apt-cache policy hello", "RUN apt-mark showmanual",
        "ENTRYPOINT apt-get update && apt-get install -y $PACKAGES", "RUN apt-get purge -y git"
      })
  void listsThatNobodyReadsLaterAreMounted(String later) {
    assertRefits(IN_BOTH_MOUNTS + later);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ -n \"$REFRESH\" ] && apt-get update; apt-get install -y x",
        "{ test -e /x && apt-get update; }; apt-get install -y x",
        "(cd /x && apt-get update) || true; apt-get install -y x",
        "cd /x && apt-get update || echo offline; apt-get install -y x"
      })
  void anUpdateThatAFailureBeforeItSkipsIsNoUpdate(String run) {
    assertListsStay("FROM debian:12\nRUN apt-get update\n«keep»RUN «archives»" + run + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd /x && apt-get update && apt-get install -y x", "set -e; cd /x; apt-get update; apt-get install -y x",
        "(cd /x && apt-get update && apt-get install -y x)", "{ apt-get update; } && apt-get install -y x",
        "cd /x && apt-get update && apt-get install -y x; rm -rf /tmp/x", "a | b && apt-get update && apt-get install -y x"
      })
  void anUpdateWithoutWhichTheRunFailsIsOne(String run) {
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»«lists»" + run + "\n");
  }

  @Test
  void listsThatMayStayAreNeededByALaterInstall() {
    assertListsStay(
        """
        FROM debian:12
        «keep»RUN «archives»apt-get update && apt-get install -y a; [ -n "$SLIM" ] && rm -rf /var/lib/apt/lists/*; true
        RUN «archives»apt-get install -y b
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV APT=\"apt-get install -y\"\nRUN $APT wget", "ARG INST\nRUN eval \"$INST wget\"",
        "COPY setup /usr/local/bin/setup\nRUN setup", "RUN /src/install", "RUN ./install_deps.py", "RUN make install-deps",
        "RUN python3 tools/install_prereqs.py", "RUN puppet apply x.pp", "RUN apt-file search x", "RUN $TOOL --all",
        "RUN ./configure && make && make install", "RUN python setup.py install", "RUN /opt/venv/bin/tool --all",
        "RUN $PYTHON -m build", "RUN python manage.py collectstatic", "RUN /usr/lib/x/postinst", "RUN ./gradlew build",
        "RUN make -C /src install-deps", "RUN npm ci", "RUN npx @puppeteer/browsers install chrome --install-deps",
        "COPY --from=x /tool /usr/local/bin/tool\nRUN tool --version", "RUN tool --version", "RUN bash -c './x.sh'",
        "RUN find /x -name '*.sh' -exec bash {} \\;", "RUN [\"make\", \"deps\"]", "RUN patchright install --with-deps",
        "RUN curl https://astral.sh/uv/install.sh | sh && curl https://x.org/x.sh | sh"
      })
  void listsStayWhereAProgramOfTheFileMayNeedThem(String later) {
    assertListsStay(STAY + later + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV TOOL=\"uname -a\"\nRUN $TOOL -r", "RUN eval 'echo hi'", "RUN go build ./...", "RUN $PYTHON -m venv /venv",
        "COPY --from=ghcr.io/astral-sh/uv:0.11.6 /uv /usr/local/bin/uv\nRUN uv --version", "RUN [\"ls\", \"-l\"]",
        "RUN npx @puppeteer/browsers install chrome", "RUN patchright install chromium", "RUN git clone https://x/y"
      })
  void programsThatATableKnowsAreNoReason(String later) {
    assertMarked(MAIN, MOUNTED + later + "\n");
  }

  private static final Transform LISTS_ONLY = mountCache(APT.listsOnly());
  private static final String FETCHES = "FROM debian:12 AS app\nRUN «archives»«lists»apt-get update && apt-get install -y git\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN make -C /src install-deps", "RUN gmake deps", "RUN npm run setup", "RUN yarn playwright install --with-deps",
        "RUN npx @puppeteer/browsers install chrome --install-deps", "RUN patchright install --with-deps chromium",
        "RUN python -m playwright install-deps", "RUN [\"npx\", \"playwright\", \"install\", \"--with-deps\"]",
        "RUN bash -c 'uvx patchright install --with-deps'", "RUN <<EOF\nset -e\nplaywright install-deps\nEOF",
        "ENV PW=\"playwright install --with-deps\"\nRUN $PW", "ONBUILD RUN make deps", "FROM app AS test\nRUN bash test.sh",
        "COPY --from=builder /root/.cargo/bin/tool /usr/local/bin/tool\nFROM app AS test\nRUN tool --version",
        "COPY uv /usr/local/bin/uv\nRUN uv --version", "RUN curl https://astral.sh/uv/install.sh | sh && curl https://x.org/x.sh | sh"
      })
  void aLaterCommandThatNoTableCallsHarmlessMayNeedTheLists(String later) {
    Rewrite rewrite = assertMarked(LISTS_ONLY, FETCHES.replace("«lists»", "") + later + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", LISTS_PATH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN npm ci --ignore-scripts", "RUN npx @puppeteer/browsers install chrome", "RUN patchright install chromium",
        "COPY --from=ghcr.io/astral-sh/uv:0.11.6 /uv /usr/local/bin/uv\nRUN uv sync --frozen", "RUN pip install -r requirements.txt",
        "FROM app AS test\nRUN git --version && go build ./...", "RUN curl https://astral.sh/uv/install.sh | sh",
        "RUN bash -c 'useradd x && cp -r /a /b'", "ONBUILD RUN mkdir /x", "RUN [\"playwright\", \"install\"]",
        "FROM debian:12 AS other\nRUN make install-deps"
      })
  void aLaterCommandThatATableCallsHarmlessIsNoReason(String later) {
    assertMarked(LISTS_ONLY, FETCHES + later + "\n");
  }

  @Test
  void aProgramIsHarmlessWhereATableOfOnesOwnSaysSo() {
    String text = FETCHES + "RUN fetch-models /models\n";
    assertMarked(LISTS_ONLY, text.replace("«lists»", ""));
    assertMarked(mountCache(APT.listsOnly()).knowing(KnownPrograms.parse("harmless: fetch-models # read by us")), text);
  }

  @Test
  void whatAnOnBuildHoldsRunsBehindTheWholeStage() {
    assertListsStay(
        """
        FROM debian:12
        ONBUILD RUN «archives»apt-get install -y wget
        «keep»RUN «archives»apt-get update && apt-get install -y curl
        """);
    assertKept(
        MAIN,
        """
        FROM python:3.12
        ONBUILD RUN pip install --no-cache-dir -r requirements.txt
        RUN useradd -m app
        USER app
        """,
        "mount-cache/pip/user",
        "pip install --no-cache-dir -r requirements.txt");
  }

  @Test
  void aStageMayBeBuiltOnAnyThatItsVariableMayName() {
    String end = "FROM debian:12 AS v-b\nFROM v-${VARIANT}\n";
    String stay = "ARG VARIANT=b\n" + STAY.replace("base", "v-a") + end;
    String mounted = "ARG VARIANT=b\n" + MOUNTED.replace("base", "v-a") + end;
    assertListsStay(stay + "«keep»RUN «archives»apt-get install -y wget\n");
    assertMarked(MAIN, mounted + "RUN true\n");
    assertMarked(MAIN, mounted.replace("v-${VARIANT}", "w-${VARIANT}") + "«keep»RUN «archives»apt-get install -y wget\n");
  }

  @Test
  void aStageThatCopiesAllOfAnotherIsBuiltOnIt() {
    String squashed = "FROM scratch\nCOPY --from=base / /\n";
    assertListsStay(STAY + squashed + "«keep»RUN «archives»apt-get install -y wget\n");
    assertMarked(MAIN, MOUNTED + squashed + "RUN true\n");
  }

  /** What is fetched again after the removal, or removed in part, is what the later RUN installs with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y curl",
        "rm -rf /var/lib/apt/lists && mkdir -p /var/lib/apt/lists/partial && apt-get update && apt-get install -y curl",
        "apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && apt-get update",
        "apt-get update && rm -rf /var/lib/apt/lists/partial && apt-get install -y curl",
        "apt-get update && apt-get install -y curl && find /var/lib/apt/lists -name '*Translation*' -delete",
        "apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f -mtime +7 -delete",
        "apt-get update && apt-get install -y curl && rm -rf \"/var/lib/apt/lists/*\" /tmp/x",
        "apt-get update && apt-get install -y curl && rm -rf '/var/lib/apt/lists/'\\*",
        "apt-get update && apt-get install -y curl && bash -c \"rm -rf '/var/lib/apt/lists/*'\"",
        "apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && npx playwright install-deps",
        "set -e; apt-get update; apt-get install -y curl; [ -z \"$DEV\" ] || exit 0; rm -rf /var/lib/apt/lists/*",
        "set -e; apt-get update; apt-get install -y curl; if [ -z \"$DEV\" ]; then exit; fi; rm -rf /var/lib/apt/lists/*"
      })
  void listsThatARunLeavesInSpiteOfARemovalStayForALaterInstall(String run) {
    Rewrite rewrite = MAIN.apply(Dockerfile.parse("FROM debian:12\nRUN " + run + "\nRUN apt-get install -y git\n"));
    assertThat(rewrite.after().text()).doesNotContain("target=/var/lib/apt/lists");
    assertThat(LISTS_STAY.apply(rewrite.before()).after().text()).doesNotContain("target=/var/lib/apt/lists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*",
        "apt-get update && apt-get install -y curl && rm -r /var/lib/apt/lists/*_*",
        "apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* /var/lib/apt/lists/partial",
        "apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f -delete",
        "apt-get update && apt-get install -y curl && find /var/lib/apt/lists -mindepth 1 -exec rm -rf {} +",
        "apt-get update && apt-get install -y curl && rm -rf \"/var/lib/apt/lists\"/*",
        "set -e; apt-get update; apt-get install -y curl || exit 1; rm -rf /var/lib/apt/lists/*",
        "set -e; cd /x || exit; apt-get update; apt-get install -y curl; (cd /y; exit 0); rm -rf /var/lib/apt/lists/*",
        "apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && ./configure"
      })
  void listsThatARunDeletesAreMounted(String run) {
    Rewrite rewrite = LISTS_STAY.apply(Dockerfile.parse("FROM debian:12\nRUN " + run + "\nRUN apt-get update\n"));
    assertThat(rewrite.after().text()).contains("target=/var/lib/apt/lists");
  }

  @Test
  void anUpdateOnAConditionAloneIsNothingToSpeakOf() {
    assertKept(
        MAIN,
        "FROM centos:7\nRUN [ -f /etc/debian_version ] && apt-get update; true\n",
        "mount-cache/apt/lists",
        "apt-get update");
  }

  @Test
  void listsThatAnInstallTookForGrantedAreThereToBeDeleted() {
    assertListsStay(
        """
        FROM debian:12
        «keep»RUN «archives»curl -fsSL https://a/setup | bash - && apt-get install -y nodejs
        RUN «archives»apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*
        """);
  }

  @Test
  void anInstallThatUpdatesByItselfFetchesItsLists() {
    assertMarked(MAIN, "FROM debian:13\n«keep»RUN «archives»«lists»apt-get install --update -y x\n");
    assertMarked(MAIN, "FROM debian:13\n«keep»RUN «archives»«lists»apt-get install --update -y x; apt-get install -y y\n");
    assertListsStay("FROM debian:13\n«keep»RUN «archives»a && apt-get install --update -y x; apt-get install -y y\n");
    assertListsStay("FROM debian:13\n«keep»RUN «archives»apt-get install -y x\n");
  }

  @Test
  void aLaterInstallNeedsListsThatItDeletesAfterwards() {
    Rewrite rewrite =
        assertRefits(
            """
            «keep»RUN «archives»apt-get update && apt-get install -y curl
            RUN «archives»apt-get install -y git && rm -r /var/lib/apt/lists/*""");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", "/var/lib/apt/lists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rosdep install -y --from-paths src", "mk-build-deps -ir", "playwright install-deps",
        "npx playwright install --with-deps chromium", "ansible-playbook site.yml", "bash <<X\napt-get install -y $(cat x)\nX",
        "apt-cache policy vim && ./install.sh"
      })
  void listsStayWhereALaterProgramMayInstallWithThem(String later) {
    assertMayCallApt(later);
  }

  @ParameterizedTest
  @ValueSource(strings = {
        "rosdep init && rosdep update", "playwright install chromium", "npx playwright@1.40 install chromium", "bash -c 'cat x'", "sh -lc true", "bash --version"
      })
  void aProgramThatDoesNotCallAptIsNoReason(String later) {
    assertMarked(MAIN, UPDATE + "RUN " + later + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -sSf https://sh.rustup.rs | sh -s -- -y --default-toolchain stable", "curl https://pyenv.run | bash",
        ". \"$NVM_DIR/nvm.sh\" && nvm install 20", "source /opt/ros/humble/setup.bash && env",
        "bash /tmp/Miniconda3-latest-Linux-x86_64.sh -b", "./cmake-3.27.0-linux-x86_64.sh --skip-license",
        ". $HOME/.cargo/env && cargo fetch", "bash -x /tmp/Miniconda3-latest-Linux-x86_64.sh -b"
      })
  void knownInstallersAndEnvironmentsDoNotCallApt(String known) {
    assertMarked(MAIN, UPDATE + "RUN " + known + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -sL https://deb.nodesource.com/setup_20.x | bash -", "bash /tmp/library-scripts/common.sh", "./install.sh",
        "curl -fsSL https://example.org/x | sh -s -- stable", "source build.sh", "./x.bash",
        "bash < x.sh", "bash -x x.sh", "echo 'x"
      })
  void anUnknownScriptMayCallApt(String unknown) {
    assertMayCallApt(unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if [ -n \"$X\" ]; then apt-get update && apt-get install -y git; fi",
        "command -v git || (apt-get update && apt-get install -y git)",
        "if a; then apt-get update && apt-get install -y x && apt-get install -y y; else apt-get update && apt-get install z; fi"
      })
  void anUpdateRightBeforeItsInstallRunsWhereTheInstallDoes(String command) {
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»«lists»" + command + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a; then apt-get update; fi && apt-get install -y git",
        "if a; then apt-get update && apt-get install -y x; fi && apt-get install -y git",
        "if a; then apt-get update; apt-get install -y git; fi", "a || apt-get update || apt-get install -y git"
      })
  void anUpdateThatTheInstallDoesNotDependOnIsNotEnough(String command) {
    Rewrite rewrite = assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»" + command + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", "/var/lib/apt/lists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apt-get update && apt-get install -y git", "apt-get update && apt-get install -y git && if a; then rm -rf /var/lib/apt/lists/*; fi",
        "apt-get update && apt-get install -y git; [ -n \"$SLIM\" ] && rm -rf /var/lib/apt/lists/*; true",
        "if a; then apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*; else apt-get update && apt-get install -y vim; fi",
        "bash -c 'apt-get update && apt-get install -y git'", "apt-get install --update -y git",
        "if a; then apt-get update; apt-get install -y x; rm -rf /var/lib/apt/lists/*; fi",
        "apt-get update && apt-get install -y git && find /var/lib/apt/lists -mindepth 1 -maxdepth 1 -exec rm -f {} +",
        "set -e; if a; then apt-get update; fi; if b; then apt-get install -y x; rm -rf /var/lib/apt/lists/*; fi",
        "set -e; if a; then apt-get update; apt-get install -y x; fi; if b; then rm -rf /var/lib/apt/lists/*; fi",
        "set -e; apt-get update; apt-get install -y x; [ -n \"$KEEP\" ] && rm -rf /var/lib/apt/lists/*; true",
        "set -e; [ -n \"$X\" ] && apt-get update; apt-get install -y x; rm -rf /var/lib/apt/lists/*",
        "set -e; test -f x || apt-get update; apt-get install -y x; rm -rf /var/lib/apt/lists/*",
        "set -e; if a; then apt-get update || true; apt-get install -y x; rm -rf /var/lib/apt/lists/*; fi"
      })
  void listsThatARunLeavesInTheImageStayThere(String command) {
    Rewrite rewrite = assertMarked(LISTS_STAY, "FROM debian:12\n«keep»RUN «archives»" + command + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", LISTS_PATH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«keep»RUN «archives»«lists»apt-get update && apt-get install -y git«- && rm -rf /var/lib/apt/lists/*»",
        "«keep»RUN «archives»«lists»apt-get update && apt-get install -y git«- && find /var/lib/apt/lists -type f -delete»",
        "«keep»RUN «archives»«lists»apt-get update && apt-get install -y git«- && find /var/lib/apt/lists -delete»",
        "«keep»RUN «archives»«lists»apt-get update && apt-get install -y git«- && find /var/lib/apt/lists -mindepth 1 -maxdepth 1 -exec rm -rf {} +»",
        "«keep»RUN «archives»«lists»bash -c 'apt-get update && apt-get install -y git«- && rm -rf /var/lib/apt/lists/*»'",
        "«keep»RUN «archives»«lists»if a; then apt-get update && apt-get install -y x«- && rm -rf /var/lib/apt/lists/*»;"
            + " else apt-get update && apt-get install -y y«- && rm -rf /var/lib/apt/lists/*»; fi",
        "«keep»ONBUILD RUN «archives»«lists»apt-get update && apt-get install -y git«- && rm -rf /var/lib/apt/lists/*»",
        "«keep»RUN «archives»«lists»set -eux; if a; then apt-get update; apt-get install -y x«-; rm -rf /var/lib/apt/lists/*»; fi",
        "«keep»RUN «archives»«lists»set -e; case $A in x) apt-get update; apt-get install -y x«-; rm -rf /var/lib/apt/lists/*» ;; esac"
      })
  void listsThatARunDeletesOnEveryPathAreMounted(String lines) {
    assertMarked(LISTS_STAY, "FROM debian:12\n" + lines + "\n");
  }

  @Test
  void whatMayNeedListsMattersWhereTheyWouldBeTakenAlone() {
    String text = "FROM debian:12\n«keep»RUN «archives»apt-get update && apt-get install -y git\nRUN ./install.sh\n";
    assertMarked(LISTS_STAY, text);
    assertMarked(MAIN, text);
    assertMarked(MAIN, text.replace("«archives»", "«archives»«lists»").replace("./install.sh", "ls"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set -eux; apt-get update; apt-get install -y x«-; apt-get dist-clean»",
        "apt-get update && apt-get install -y x«- && apt-get distclean -y» && echo x",
        "set -e; apt-get install --update -y x«-; apt-get dist-clean»"
      })
  void distCleanDeletesListsAsWell(String commands) {
    assertMarked(LISTS_STAY, "FROM debian:trixie\n«keep»RUN «archives»«lists»" + commands + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM ros:jazzy\nUSER root\nRUN apt-get update && apt-get install -y x && apt-get dist-clean\n",
        "FROM debian:trixie\nRUN apt-get update\nRUN apt-get install -y x && apt-get dist-clean\n"
      })
  void distCleanStaysWhereListsAreNotMounted(String file) {
    assertKept(LISTS_STAY, file, "mount-cache/apt/removes-mount-point");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apt-get update                                                | a later RUN may install with",
        "apt-get update && ./installer.sh && rm -rf /var/lib/apt/lists/* | the RUN deletes again, and no install with them is seen here"
      })
  void aNoteSaysWhetherTheListsThatAreOnlyFetchedAreOfUse(String run, String reason) {
    Rewrite rewrite = assertKept(LISTS_STAY, "FROM ubuntu:22.04\nRUN " + run + "\n", "mount-cache/apt/lists");
    assertThat(rewrite.notes(Note.Kind.KEPT).map(Note::toString).mkString()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RUN apk add --no-cache b", "RUN «/etc/apk/cache,sharing=locked»apk update && apk add b", "RUN apk del a", "FROM alpine\nRUN apk add b"})
  void anIndexIsMountedWhereNoLaterInstallGoesByIt(String later) {
    assertMarked(mountCache(APK), "FROM alpine\nRUN «/etc/apk/cache,sharing=locked»apk update && apk add a\n" + later + "\n");
  }

  @Test
  void cleanAloneDeletesNoLists() {
    assertMarked(LISTS_STAY, "FROM debian:trixie\n«keep»RUN «archives»apt-get update && apt-get install -y x«- && apt-get clean»\n");
  }
}
