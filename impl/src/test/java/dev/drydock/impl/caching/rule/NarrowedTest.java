package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.LISTS;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNotNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the lists are mounted where the file uses apt's marks of installed packages. */
class NarrowedTest {

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
  void listsOnlyMountsOnlyTheListsEverywhere() {
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
