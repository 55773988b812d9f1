package dev.drydock.cli.format;

import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The JSON of {@code hadolint --format json}, which SonarQube and others read. */
final class HadolintFormat extends AnnotationArray {

  private static final Map<Level, String> LEVELS = Map.of(Level.ERROR, "error", Level.WARNING, "warning", Level.NOTE, "info");

  HadolintFormat(OutputStream out, Levels levels) {
    super(out, levels);
  }

  @Override
  void fields(JsonGenerator json, RepositoryPath path, Annotation annotation) {
    json.writeNumberProperty("line", annotation.region().line());
    json.writeStringProperty("code", annotation.rule());
    json.writeStringProperty("message", annotation.message());
    json.writeNumberProperty("column", annotation.region().column());
    json.writeStringProperty("file", path.text());
    json.writeStringProperty("level", LEVELS.get(annotation.level()));
  }
}
