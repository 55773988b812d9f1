package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.TextPattern;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Patterns compare texts, and are values. */
class TextPatternTest {

  private final TextPattern pip = TextPattern.of(Pattern.compile("pip[0-9.]*"));

  @Test
  void aWholeTextMatchesOrAPartIsFound() {
    assertThat(pip.matches("pip3.12")).isTrue();
    assertThat(pip.matches("xpip3")).isFalse();
    assertThat(pip.isIn("xpip3")).isTrue();
    assertThat(pip.isIn("uv")).isFalse();
  }

  @Test
  void textsAreTakenAsTheyAre() {
    TextPattern names = TextPattern.anyOf("a.b", "x-y", "C:\\(é)");
    assertThat(names.matches("a.b")).isTrue();
    assertThat(names.matches("x-y")).isTrue();
    assertThat(names.matches("C:\\(é)")).isTrue();
    assertThat(names.matches("aXb")).isFalse();
    assertThat(names.matches("a.b|x-y")).isFalse();
    assertThat(TextPattern.anyOf().matches("")).isFalse();
  }

  @Test
  void itIsEqualByExpressionAndFlags() {
    assertThat(pip).isEqualTo(TextPattern.of(Pattern.compile("pip[0-9.]*"))).hasToString("pip[0-9.]*");
    assertThat(pip).hasSameHashCodeAs(TextPattern.of(Pattern.compile("pip[0-9.]*")));
    assertThat(pip).isNotEqualTo(TextPattern.of(Pattern.compile("pip[0-9.]*", Pattern.CASE_INSENSITIVE)));
    assertThat(pip).isNotEqualTo(TextPattern.of(Pattern.compile("pip")));
  }

  @Test
  void aPackageManagerThatIsDescribedTwiceIsTheSame() {
    assertThat(described("b")).isEqualTo(described("b")).isNotEqualTo(described("c"));
  }

  private static PackageManager described(String program) {
    return PackageManager.named("a").runAs(program).configuredBy(TextPattern.of(Pattern.compile("x+"))).build();
  }
}
