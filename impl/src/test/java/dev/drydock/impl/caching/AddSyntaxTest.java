package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddSyntaxTest {

  private static final Transform ADD = Transforms.addSyntax();

  @Test
  void theDirectiveIsTheFirstLine() {
    assertRewrites(ADD, "FROM a\n", "# syntax=docker/dockerfile:1\nFROM a\n");
  }

  @Test
  void itStandsBehindAByteOrderMark() {
    Rewrite rewrite = ADD.apply(Dockerfile.parse("\uFEFFFROM a\n"));
    assertThat(rewrite.after().text()).isEqualTo("\uFEFF# syntax=docker/dockerfile:1\nFROM a\n");
    assertThat(rewrite.after().syntax()).contains("docker/dockerfile:1");
    assertThat(rewrite.undo().after().text()).isEqualTo("\uFEFFFROM a\n");
  }

  @Test
  void itStandsBehindAShebang() {
    assertRewrites(
        ADD, "#!/usr/bin/env docker\nFROM a\n", "#!/usr/bin/env docker\n# syntax=docker/dockerfile:1\nFROM a\n");
  }

  @Test
  void aLiveEscapeDirectiveStaysAlive() {
    Rewrite rewrite =
        assertRewrites(
            ADD, "# escape=`\nFROM a\nRUN b `\n  c\n", "# syntax=docker/dockerfile:1\n# escape=`\nFROM a\nRUN b `\n  c\n");
    assertThat(rewrite.after().escape()).isEqualTo('`');
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n# escape=`\nFROM a\n", "# words\n# escape=`\nFROM a\n", "# unknown=1\n# syntax=b\nFROM a\n"})
  void aDeadDirectiveStaysDead(String text) {
    Rewrite rewrite = assertRewrites(ADD, text, "# syntax=docker/dockerfile:1\n" + text);
    assertThat(rewrite.after().escape()).isEqualTo('\\');
    assertThat(rewrite.after().syntax()).contains("docker/dockerfile:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# syntax=docker/dockerfile:1\n", "#syntax = docker/dockerfile:1.4\n", "  # Syntax=docker.io/docker/dockerfile:1-labs\n",
        "# SYNTAX=docker/dockerfile:1.2 words\n", "# syntax=docker/dockerfile\n# syntax=docker/dockerfile:1\n"
      })
  void aLineThatBuildKitTakesForACommentIsReplaced(String dead) {
    String syntax = "# syntax=docker/dockerfile:1\n";
    assertRewrites(ADD, "# words\n" + dead + "FROM a\n", syntax + "# words\nFROM a\n");
    assertRewrites(ADD, "\n" + dead + "\nFROM a\n", syntax + "\n\nFROM a\n");
    assertRewrites(ADD, "FROM a\n" + dead + "RUN b\n", syntax + "FROM a\nRUN b\n");
    assertRewrites(ADD, "# escape=`\n# words\n" + dead + "FROM a\n", syntax + "# escape=`\n# words\nFROM a\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# syntax=example/frontend\n", "# the syntax=docker/dockerfile:1 line\n", "# syntax=docker/dockerfiles\n"})
  void anotherCommentStays(String comment) {
    assertRewrites(ADD, "FROM a\n" + comment, "# syntax=docker/dockerfile:1\nFROM a\n" + comment);
  }

  @Test
  void whereALiveDirectiveStandsADeadOneIsLeftAlone() {
    assertUntouched(ADD, "# syntax=docker/dockerfile:1.4\n# words\n# syntax=docker/dockerfile:1\nFROM a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker/dockerfile", "docker/dockerfile:1", "docker/dockerfile:latest", "docker/dockerfile:1.2",
        "docker/dockerfile:1.7-labs", "docker/dockerfile:labs", "docker/dockerfile:experimental",
        "docker/dockerfile:1.1-experimental", "docker/dockerfile:1.0-experimental", "docker.io/docker/dockerfile:1.4.1",
        "docker/dockerfile:1 extra words", "docker/dockerfile:1.10"
      })
  void aFrontendThatKnowsMountsIsKept(String reference) {
    assertUntouched(ADD, "# syntax=" + reference + "\nFROM a\n");
  }

  @Test
  void theOtherFormsOfTheDirectiveCount() {
    assertUntouched(ADD, "# check=skip=all\n# syntax=docker/dockerfile:1\nFROM a\n");
    assertUntouched(ADD, "#syntax = docker/dockerfile:1\nFROM a\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.1", "1.1.7", "1.0.2"})
  void aFrontendFromBeforeMountsIsRaised(String version) {
    assertRewrites(
        ADD,
        "# syntax = docker/dockerfile:" + version + "\nFROM a\n",
        "# syntax = docker/dockerfile:1\nFROM a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker/dockerfile@sha256:0000000000000000000000000000000000000000000000000000000000000000",
        "docker/dockerfile:1.0@sha256:0000000000000000000000000000000000000000000000000000000000000000",
        "mirror.example.com/docker/dockerfile:1.0", "example/frontend", "docker/dockerfile:nightly"
      })
  void anUnknownFrontendIsKeptWithANote(String reference) {
    assertKept(ADD, "# syntax=" + reference + "\nFROM a\n", "add-syntax/unknown");
    assertKept(Transforms.mountCache(PackageManagers.PIP), "# syntax=" + reference + "\nFROM a\nRUN pip install a\n", "mount-cache/pip/frontend");
  }

  @Test
  void aDirectiveBehindLeadingBlanksIsReplacedBecauseTwoWouldBeAnError() {
    assertRewrites(ADD, "  # syntax=docker/dockerfile:1\nFROM a\n", "# syntax=docker/dockerfile:1\nFROM a\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# words only\n", "ENV a\nFROM b\n", "RUN <<EOF\nFROM a\n", "# escape=x\nFROM a\n", "RUN a\n"})
  void aFileThatCannotBeBuiltIsWhollyUntouched(String text) {
    assertKept(ADD, text, "file/refused");
  }

  @Test
  void anEmptyFileIsUntouched() {
    assertUntouched(ADD, "");
  }
}
