package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordExpanderTest {

  private static final Map<String, String> KNOWN =
      Map.of("v", "a.b.a.c", "empty", "", "path", "/usr/local/bin", "n", "x");

  private static @Nullable String expand(String word) {
    return WordExpander.expand(word, '\\', KNOWN::get);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "plain,plain", "$v,a.b.a.c", "${v}x,a.b.a.cx", "'$v',$v", "\"$n'\",x'", "\\$v,$v", "a\\b,ab", "\"a\\b\",a\\b",
        "\"\\$n\",$n", "$,$", "a$,a$", "$(x),$(x)", "${empty:-d},d", "${empty-d},~~", "${n:-d},x", "${n:+d},d",
        "${empty:+d},~~", "${n:?no},x", "${v#*.},b.a.c", "${v##*.},c", "${v%.*},a.b.a", "${v%%.*},a", "${v/a/z},z.b.a.c",
        "${v//a/z},z.b.z.c", "${path##*/},bin", "${path/%/x},/usr/local/bin", "${empty:-${n:-y}},x", "${n:-${unknown}},x",
        "${v/\\//-},a.b.a.c", "${path//\\//-},-usr-local-bin", "${v#?.},b.a.c"
      })
  void wordsExpandAsInBuildKit(String word, String expected) {
    assertThat(expand(word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$unknown", "${unknown:-d}", "a${unknown:+d}", "\"$unknown\"", "${empty:-$unknown}", "${n#$unknown}"})
  void whatHangsOnAnUnknownVariableIsUnknown(String word) {
    assertThat(expand(word)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\"a", "${", "${}", "${n", "${:x}", "${{n}", "${n!}", "${n:x}", "${empty:?no}", "${n#\\z}"})
  void aBadWordHasNoValue(String word) {
    assertThat(expand(word)).isNull();
  }

  @Test
  void theEscapeCharacterIsTheFiles() {
    assertThat(WordExpander.expand("C:\\`$v", '`', KNOWN::get)).isEqualTo("C:\\$v");
  }
}
