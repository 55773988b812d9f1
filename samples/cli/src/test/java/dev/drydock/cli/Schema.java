package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A JSON schema that what the command writes is held to. */
enum Schema {
  /** That of Drydock's own format, as its page has it. */
  JSON(SpecificationVersion.DRAFT_2020_12) {
    @Override
    InputStream open() throws IOException {
      return Files.newInputStream(Path.of("..", "..", "docs", "formats.schema.json"));
    }
  },
  /** That of OASIS. */
  SARIF(SpecificationVersion.DRAFT_4) {
    @Override
    InputStream open() {
      return Objects.requireNonNull(Schema.class.getResourceAsStream("schema/sarif-2.1.0-rtm.5.json"));
    }
  };

  private final SpecificationVersion version;

  Schema(SpecificationVersion version) {
    this.version = version;
  }

  abstract InputStream open() throws IOException;

  /** The text has the form that the schema says; formats such as that of a URI count. */
  void accepts(String json) {
    try (InputStream schema = open()) {
      assertThat(
              SchemaRegistry.withDefaultDialect(version)
                  .getSchema(schema)
                  .validate(json, InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
