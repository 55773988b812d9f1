package dev.drydock.cli.format;

import dev.drydock.fleet.FleetFile;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** GitLab's code quality report, which a merge request shows. */
final class GitlabFormat extends AnnotationFormat {

  private static final Map<Level, String> SEVERITIES = Map.of(Level.ERROR, "major", Level.WARNING, "minor", Level.NOTE, "info");

  private final JsonGenerator json;

  GitlabFormat(OutputStream out, Levels levels) {
    super(levels);
    this.json = Json.to(out);
    json.writeStartArray();
  }

  @Override
  void annotation(FleetFile file, Annotation annotation) {
    json.writeStartObject();
    json.writeStringProperty("description", annotation.message());
    json.writeStringProperty("check_name", annotation.rule());
    json.writeStringProperty("fingerprint", annotation.fingerprint());
    json.writeStringProperty("severity", SEVERITIES.get(annotation.level()));
    json.writeObjectPropertyStart("location").writeStringProperty("path", Annotations.path(file));
    json.writeObjectPropertyStart("lines");
    json.writeNumberProperty("begin", annotation.region().line()).writeNumberProperty("end", annotation.region().endLine());
    json.writeEndObject().writeEndObject().writeEndObject();
  }

  @Override
  public void end() {
    json.writeEndArray().writeRaw('\n').close();
  }
}
