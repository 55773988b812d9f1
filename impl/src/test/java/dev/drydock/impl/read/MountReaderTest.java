package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.spi.MountSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MountReaderTest {

  private static List<String> fields(String value) {
    List<String> fields = new ArrayList<>();
    MountReader.read(
        value,
        new MountSink() {
          @Override
          public void field(String key, @Nullable String value) {
            fields.add(value == null ? key : key + "=" + value);
          }

          @Override
          public void malformed(String reason) {
            fields.add("!");
          }
        });
    return fields;
  }

  @Test
  void keysAreLowerCasedAndValuesAreNot() {
    assertThat(fields("TYPE=Cache,Target=/A=B,RO")).containsExactly("type=Cache", "target=/A=B", "ro");
  }

  @Test
  void aQuotedFieldMayHoldACommaAndDoubledQuotes() {
    assertThat(fields("type=cache,\"target=/a,\"\"b\"\"\"")).containsExactly("type=cache", "target=/a,\"b\"");
  }

  @Test
  void emptyFieldsCount() {
    assertThat(fields("a,,")).containsExactly("a", "", "");
  }

  @Test
  void aBrokenRecordIsReportedBehindItsGoodFields() {
    assertThat(fields("a=1,b\"c")).containsExactly("a=1", "!");
    assertThat(fields("a=1,\"b")).containsExactly("a=1", "!");
    assertThat(fields("\"a\"b")).containsExactly("!");
    assertThat(fields("")).containsExactly("!");
  }
}
