package dev.drydock.impl.caching.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a command may bring a text to. */
class FileWritersTest {

  private static boolean mayWrite(String command, String file) {
    return FileWriters.anyDestination(Calls.of(command), word -> word.text().equals(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cp /from /to", "mv -f /from /to", "ln -s /from /to", "install -m 644 /from /to", "awk '{print}' /from > /to", "cut -d: -f1 /from >> /to",
        "cat /from > /to", "echo /from >> /to", "printf /from > /to"
      })
  void aProgramWritesItsLastWordOrWhereItIsRedirectedTo(String command) {
    assertThat(mayWrite(command, "/to")).isTrue();
    assertThat(mayWrite(command, "/from")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"awk -i inplace '{print}' /to /to2", "sed -i s/a/b/ /to /to2", "tee /to /to2", "tool /to /to2"})
  void orWhateverItsWordsName(String command) {
    assertThat(mayWrite(command, "/to")).isTrue();
    assertThat(mayWrite(command, "/to2")).isTrue();
    assertThat(mayWrite(command, "/other")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"mkdir -p /to, true", "chmod 600 /to, true", "cp /from /to, false", "tool /to, false"})
  void someBringNothing(String command, boolean nothing) {
    assertThat(FileWriters.bringsNothing(Calls.of(command))).isEqualTo(nothing);
  }
}
