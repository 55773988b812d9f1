package dev.drydock.cli.format;

import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** GitLab's code quality report, which a merge request shows. */
final class GitlabFormat extends AnnotationArray {

  private static final Map<Level, String> SEVERITIES = Map.of(Level.ERROR, "major", Level.WARNING, "minor", Level.NOTE, "info");

  GitlabFormat(OutputStream out, Levels levels) {
    super(out, levels);
  }

  @Override
  void fields(JsonGenerator json, RepositoryPath path, Annotation annotation) {
    json.writeStringProperty("description", annotation.message());
    json.writeStringProperty("check_name", annotation.rule());
    json.writeStringProperty("fingerprint", annotation.fingerprint());
    json.writeStringProperty("severity", SEVERITIES.get(annotation.level()));
    json.writeObjectPropertyStart("location").writeStringProperty("path", path.text());
    json.writeObjectPropertyStart("lines");
    json.writeNumberProperty("begin", annotation.region().line()).writeNumberProperty("end", annotation.region().endLine());
    json.writeEndObject().writeEndObject();
  }
}
