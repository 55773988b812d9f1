package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void nestsAndSeparates() {
    JsonWriter json = new JsonWriter().object().name("a").array().value(1).value(true).value("x");
    json.object().endObject().array().endArray().endArray().name("b").value("").endObject();
    assertThat(json).hasToString("{\"a\":[1,true,\"x\",{},[]],\"b\":\"\"}");
  }

  @Test
  void everyCharacterComesBackAndNoneEndsTheLine() throws IOException {
    StringBuilder all = new StringBuilder("\ud83d\ude80");
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      all.append(c).append(' ');
    }
    String json = new JsonWriter().value(all.toString()).toString();
    assertThat(json.lines()).hasSize(1);
    assertThat(json).doesNotContain("\u0085", "\u2028", "\u2029").contains("\ud83d\ude80").contains("\\ud800");
    byte[] bytes = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(new ObjectMapper().readValue(bytes, String.class)).isEqualTo(all.toString());
  }
}
