package dev.drydock.cli.format;

import dev.drydock.fleet.FleetFile;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code hadolint --format json}, which SonarQube and others read. */
final class HadolintFormat extends AnnotationFormat {

  private static final Map<Level, String> LEVELS = Map.of(Level.ERROR, "error", Level.WARNING, "warning", Level.NOTE, "info");

  private final JsonGenerator json;

  HadolintFormat(OutputStream out, Levels levels) {
    super(levels);
    this.json = Json.to(out);
    json.writeStartArray();
  }

  @Override
  void annotation(FleetFile file, Annotation annotation) {
    json.writeStartObject();
    json.writeNumberProperty("line", annotation.region().line());
    json.writeStringProperty("code", annotation.rule());
    json.writeStringProperty("message", annotation.message());
    json.writeNumberProperty("column", annotation.region().column());
    json.writeStringProperty("file", Annotations.path(file));
    json.writeStringProperty("level", LEVELS.get(annotation.level()));
    json.writeEndObject();
  }

  @Override
  public void end() {
    json.writeEndArray().writeRaw('\n').close();
  }
}
