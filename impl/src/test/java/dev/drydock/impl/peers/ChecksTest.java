package dev.drydock.impl.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each check finds in a file that was rewritten badly, and does not find in one that was rewritten well. */
class ChecksTest {

  private static final String LOST = "instructions lost or altered";
  private static final String REFUSED = "BuildKit refuses the file";
  private static final String BUSY = "a RUN removes its mount point";
  private static final String READ = "a later step reads the cache";
  private static final String LISTS = "apt installs from lists of another RUN";
  private static final String MARKS = "apt's marks are shared between images";
  private static final String USELESS = "mounts without use";
  private static final String COMMENTS = "comment lines lost";

  private static final String PIP = "RUN --mount=type=cache,target=/root/.cache/pip ";
  private static final String APT = "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked ";
  private static final String LISTS_ALONE = "RUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked ";

  private static List<String> found(String before, String after) {
    Pairing pairing = new Pairing(Dockerfile.parse(before), Dockerfile.parse(after));
    return Checks.ALL.stream().filter(check -> !check.findings().apply(pairing).isEmpty()).map(Check::name).toList();
  }

  @Test
  void whatAMountNeedsIsNoFinding() {
    assertThat(found(
            "FROM python:3.12\nENV PIP_NO_CACHE_DIR=1 A=b\nRUN pip install --no-cache-dir flask && npm ci && npm cache clean --force > /dev/null\n",
            "FROM python:3.12\nENV A=b\n" + PIP + "pip install flask && npm ci\n"))
        .isEmpty();
    assertThat(found("FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN pip install a\n", "FROM python:3.12\n" + PIP + "pip install a\n")).isEmpty();
    assertThat(found(
            "FROM debian\nRUN apt-get update && apt-get install -y a && (b > c && apt-get clean)\n",
            "FROM debian\nRUN echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";' > /etc/apt/apt.conf.d/keep-cache\n"
                + "RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y a && (b >c)\n"))
        .isEmpty();
    assertThat(found(
            "FROM alpine\nRUN --mount=type=cache,target=/var/cache/apk apk add a\n",
            "FROM alpine\nRUN --mount=type=cache,target=/var/cache/apk,id=apk,sharing=locked apk add a\n"))
        .isEmpty();
  }

  @Test
  void aWordThatRunsIntoTheNextInstructionIsLost() {
    assertThat(found("FROM alpine\nRUN apk add --no-cache \\\n    b\nENTRYPOINT [\"b\"]\n", "FROM alpine\nRUN --mount=type=cache,target=/var/cache/apk apk add b [\"b\"]\n"))
        .containsExactly(LOST);
    assertThat(found("FROM alpine\nRUN rm -rf /var/cache/apk/* /tmp/a\n", "FROM alpine\nRUN true\n")).containsExactly(LOST);
    assertThat(found("FROM alpine\nRUN --network=none a\n", "FROM alpine\nRUN a\n")).containsExactly(LOST);
    assertThat(found("FROM alpine\nUSER a\nRUN b\n", "FROM alpine\nUSER c\nRUN b\n")).containsExactly(LOST);
    assertThat(found("FROM alpine\nRUN a\n", "FROM alpine\nRUN a\nRUN b\n")).containsExactly(LOST);
  }

  @Test
  void whatDoesNotParseIsFound() {
    assertThat(found("FROM alpine\nRUN a \\\n && b\n", "FROM alpine\nRUN a\n && b\n")).contains(REFUSED);
    assertThat(found("# syntax=docker/dockerfile:1.0\nFROM python:3\nRUN pip install a\n", "# syntax=docker/dockerfile:1.0\nFROM python:3\n" + PIP + "pip install a\n"))
        .containsExactly(REFUSED);
  }

  @Test
  void aMountPointThatIsRemovedIsFound() {
    assertThat(found("FROM a\nRUN pip install b && rm -rf /root/.cache\n", "FROM a\n" + PIP + "pip install b && rm -rf /root/.cache\n"))
        .containsExactly(BUSY);
  }

  @Test
  void laterReadersAreFound() {
    String build = "cargo build --release\n";
    String copy = "FROM debian\nCOPY --from=build /app/target/release/a /a\n";
    String mounted = "FROM rust AS build\nWORKDIR /app\nRUN --mount=type=cache,target=/app/target ";
    assertThat(found("FROM rust AS build\nWORKDIR /app\nRUN " + build + copy, mounted + build + copy)).containsExactly(READ);
    assertThat(found("FROM rust AS build\nWORKDIR /app\nRUN " + build + "CMD [\"target/release/a\"]\n", mounted + build + "CMD [\"target/release/a\"]\n"))
        .containsExactly(READ);
    assertThat(found("FROM rust AS build\nWORKDIR /app\nRUN " + build + "FROM debian\n", mounted + build + "FROM debian\n")).isEmpty();
    assertThat(found(
            "FROM dotnet\nRUN dotnet restore\nRUN dotnet publish --no-restore\n",
            "FROM dotnet\nRUN --mount=type=cache,target=/root/.nuget/packages dotnet restore\nRUN dotnet publish --no-restore\n"))
        .containsExactly(READ);
  }

  @Test
  void listsOfAnotherRunAreFound() {
    assertThat(found("FROM a\nRUN apt-get update\nRUN apt-get install b\n", "FROM a\nRUN apt-get update\n" + LISTS_ALONE + "apt-get install b\n"))
        .containsExactly(LISTS);
    assertThat(found("FROM a\nRUN apt-get update\nRUN apt-get install b\n", "FROM a\n" + LISTS_ALONE + "apt-get update\nRUN apt-get install b\n"))
        .containsExactly(LISTS);
    assertThat(found("FROM a\nRUN apt-get update && apt-get install b\n", "FROM a\n" + LISTS_ALONE + "apt-get update && apt-get install b\n")).isEmpty();
  }

  @Test
  void sharedMarksAreFound() {
    String run = "apt-get update && apt-get install -y b\n";
    assertThat(found("FROM a\nRUN " + run + "RUN apt-get autoremove -y\n", "FROM a\n" + APT + run + "RUN apt-get autoremove -y\n")).containsExactly(MARKS);
    assertThat(found("FROM a\nRUN " + run, "FROM a\n" + APT + run)).isEmpty();
  }

  @Test
  void mountsWithoutUseAreFound() {
    String install = "apt-get update && apt-get install -y b\n";
    assertThat(found("FROM debian:12\nRUN " + install, "FROM debian:12\n" + APT + install)).containsExactly(USELESS);
    assertThat(found("FROM node:20-alpine\nRUN npm ci\n", "FROM node:20-alpine\n" + PIP + "npm ci\n")).containsExactly(USELESS);
    assertThat(found("FROM node:20-alpine\nRUN npm ci\n", "FROM node:20-alpine\nRUN --mount=type=cache,target=/root/.npm npm ci\n")).isEmpty();
    assertThat(found("FROM a\nUSER b\nRUN pip install c\n", "FROM a\nUSER b\n" + PIP + "pip install c\n")).containsExactly(USELESS);
    assertThat(found("FROM a-windows\nRUN pip install c\n", "FROM a-windows\n" + PIP + "pip install c\n")).containsExactly(USELESS);
    assertThat(found("FROM a\nRUN pip install --no-cache-dir c\n", "FROM a\n" + PIP + "pip install --no-cache-dir c\n")).containsExactly(USELESS);
    assertThat(found("FROM a\nRUN pip install c && rm -rf /root/.cache/pip/*\n", "FROM a\n" + PIP + "pip install c && rm -rf /root/.cache/pip/*\n"))
        .containsExactly(USELESS);
  }

  @Test
  void lostCommentsAreFound() {
    assertThat(found("FROM a\nRUN pip install \\\n  # why\n  b\n", "FROM a\n" + PIP + "pip install b\n")).containsExactly(COMMENTS);
  }

  @Test
  void aChangedRunIsPairedWithTheOneItIsMostLike() {
    Pairing pairing = new Pairing(Dockerfile.parse("FROM a\nRUN b && c\n"), Dockerfile.parse("FROM a\nRUN x\nRUN b && c && d\n"));
    assertThat(pairing.lost).isEmpty();
    assertThat(pairing.added).extracting(added -> added.text().strip()).containsExactly("RUN x");
  }
}
