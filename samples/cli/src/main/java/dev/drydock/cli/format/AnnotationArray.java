package dev.drydock.cli.format;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** A format that is a JSON array with an object for each annotation. */
abstract class AnnotationArray extends AnnotationFormat {

  private final JsonGenerator json;

  AnnotationArray(OutputStream out, Levels levels) {
    super(levels);
    this.json = Json.to(out);
    json.writeStartArray();
  }

  /** Writes the fields of one. */
  abstract void fields(JsonGenerator json, RepositoryPath path, Annotation annotation);

  @Override
  final void annotation(RepositoryPath path, Annotation annotation) {
    json.writeStartObject();
    fields(json, path, annotation);
    json.writeEndObject();
  }

  @Override
  public final void end() {
    json.writeEndArray().writeRaw('\n').close();
  }
}
