package dev.drydock.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppearanceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a Jinja template | FROM python\\n{% if gpu %}\\nRUN x\\n{% endif %}",
        "a Jinja template | FROM {{ base }}\\n{{ installs }}",
        "a Go template | FROM {{ .Base }}\\n{{- range .Steps }}\\n{{ end }}",
        "an ERB template | FROM <%= base %>\\n<% if x %>",
        "YAML | # services\\nservices:\\n  api:\\n    build: .",
        "JSON | { \"a\": 1 }",
        "XML or HTML | <project>\\n</project>",
        "Markdown | # How to build\\n\\nUse it so:\\n```\\nFROM python\\n```",
        "a script | #!/bin/sh\\nset -e",
        "a diff | --- a/Dockerfile\\n+++ b/Dockerfile\\n@@ -1 +1 @@",
        "Java source | package acme;\\nfinal class ContainerfileParser {}",
        "Python source | import os\\ndef parse(text):\\n  return text"
      })
  void whatIsNoDockerfileIsCalledWhatItLooksLike(String expected, String text) {
    assertThat(reason(text.replace("\\n", "\n"))).startsWith("it looks like " + expected + ": BuildKit would refuse line ");
  }

  @Test
  void aBinaryFileHasOneReason() {
    assertThat(reason("\u0000\u0001\n".repeat(40_000))).startsWith("it looks like a binary file").contains(", and ");
  }

  @Test
  void aMistakeIsNamed() {
    assertThat(reason("FROM debian\nFETCH x\n")).contains("no Dockerfile that can be built", "line 2").contains("FETCH");
    assertThat(reason("")).startsWith("the file is empty");
  }

  private static String reason(String text) {
    Dockerfile dockerfile = Dockerfile.parse(text);
    assertThat(dockerfile.problems()).isNotEmpty();
    return Appearance.reason(dockerfile);
  }
}
