package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyntaxDetectorTest {

  @Test
  void theWholeValueIsReported() {
    assertThat(SyntaxDetector.detect("#syntax = a/b:1 with words \r\nFROM a")).isEqualTo("a/b:1 with words");
  }

  @Test
  void aByteOrderMarkAndAShebangAreSkipped() {
    assertThat(SyntaxDetector.detect("\uFEFF#!/bin/x\n# syntax=a\n")).isEqualTo("a");
  }

  @Test
  void anIndentedDirectiveIsNotDetected() {
    assertThat(SyntaxDetector.detect(" # syntax=a\nFROM a")).isNull();
  }

  @Test
  void otherDirectivesMayComeFirst() {
    assertThat(SyntaxDetector.detect("# escape=x\n# check=y\n# SYNTAX=a\n")).isEqualTo("a");
    assertThat(SyntaxDetector.detect("# hello\n# syntax=a\n")).isNull();
  }

  @Test
  void twoSlashesAndJsonAreReadToo() {
    assertThat(SyntaxDetector.detect("// syntax=a\n")).isEqualTo("a");
    assertThat(SyntaxDetector.detect("{\"x\": [1, {\"syntax\": \"no\"}], \"syntax\": \"a\"}\n")).isEqualTo("a");
    assertThat(SyntaxDetector.detect("{\"syntax\": \"a\"} x")).isNull();
    assertThat(SyntaxDetector.detect("{\"syntax\": 1}")).isNull();
  }
}
