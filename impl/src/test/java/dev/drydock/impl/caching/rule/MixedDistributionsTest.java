package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.Transforms.repairCacheMounts;
import static dev.drydock.impl.caching.Examples.REPAIR;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;

import dev.drydock.caching.CacheIds;
import dev.drydock.transform.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages on different distributions have a cache each (hazard 11). */
class MixedDistributionsTest {

  private static final String MOUNT = "RUN --mount=type=cache,%starget=/var/lib/apt/lists,sharing=locked apt-get update\n";

  private static String file(String one, String firstId, String other, String secondId) {
    return "FROM " + one + " AS a\n" + MOUNT.formatted(firstId) + "FROM " + other + "\n" + MOUNT.formatted(secondId);
  }

  @Test
  void aCacheOfAptsIsKeptApartByRelease() {
    assertNoted(
        assertRewrites(
            REPAIR,
            file("debian:12", "", "ubuntu:22.04", ""),
            file(
                "debian:12", "id=debian-bookworm/var/lib/apt/lists,", "ubuntu:22.04", "id=ubuntu-jammy/var/lib/apt/lists,")),
        Note.Kind.CHANGED,
        "repair-cache-mounts/apt/mixed-distributions",
        "type=cache,target=/var/lib/apt/lists,sharing=locked");
  }

  @Test
  void anIdThatIsThereKeepsItsBeginning() {
    assertRewrites(
        REPAIR,
        file("debian:12", "id=s/1-apt,", "debian:11", "id=s/1-apt,"),
        file("debian:12", "id=s/1-apt/debian-bookworm,", "debian:11", "id=s/1-apt/debian-bullseye,"));
  }

  @ParameterizedTest
  @CsvSource({
    "debian:12, '', python:3.12-slim-bookworm, ''",
    "debian:12, '', acme/base, ''",
    "debian:12, 'id=a,', ubuntu:22.04, 'id=b,'",
    "debian:12, '', debian:$RELEASE, ''"
  })
  void whatIsNotKnownToBeMixedStays(String one, String firstId, String other, String secondId) {
    assertUntouched(REPAIR, file(one, firstId, other, secondId));
  }

  @Test
  void onlyWhatADistributionDecidesIsKeptApart() {
    String file = "FROM %s\nRUN --mount=type=cache,target=/root/.npm%s npm ci\n";
    assertUntouched(REPAIR, file.formatted("node:20-bookworm AS a", "") + file.formatted("node:20-alpine3.20", ""));
    String pip = "FROM %s\nRUN --mount=type=cache,%starget=/root/.cache/pip pip install a\n";
    assertRewrites(
        REPAIR,
        pip.formatted("python:3.12-bookworm", "") + pip.formatted("python:3.12-alpine3.20", ""),
        pip.formatted("python:3.12-bookworm", "id=debian-bookworm/root/.cache/pip,")
            + pip.formatted("python:3.12-alpine3.20", "id=alpine-3.20/root/.cache/pip,"));
  }

  @Test
  void aPolicyStandsAroundTheRelease() {
    assertRewrites(
        repairCacheMounts(APT.withIds(CacheIds.prefixed("s/1-"))),
        file("debian:12", "", "ubuntu:22.04", "").replace("type=cache,", "id=apt,type=cache,"),
        file("debian:12", "", "ubuntu:22.04", "")
            .replaceFirst("type=cache,", "id=apt/debian-bookworm,type=cache,")
            .replaceFirst("mount=type=cache,", "mount=id=apt/ubuntu-jammy,type=cache,"));
  }
}
