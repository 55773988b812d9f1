package dev.drydock.cli.format;

import dev.drydock.fleet.Remedy;
import dev.drydock.transform.Rule;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Static Analysis Results Interchange Format 2.1.0, as OASIS has published it and GitHub's code scanning takes it: addresses
 * relative to the repository, a page for each rule, fixes that replace whole lines, and a fingerprint for each result, so
 * that one that moves is no new one.
 */
final class SarifFormat extends AnnotationFormat {

  private final JsonGenerator json;
  private final String version;
  private final Map<String, Integer> rules = new LinkedHashMap<>();

  SarifFormat(OutputStream out, Levels levels, String version) {
    super(levels);
    this.json = Json.to(out);
    this.version = version;
    json.writeStartObject();
    json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json").writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs").writeStartObject().writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeArrayPropertyStart("results");
  }

  @Override
  void annotation(RepositoryPath path, Annotation annotation) {
    Integer number = rules.putIfAbsent(annotation.rule(), rules.size());
    json.writeStartObject().writeStringProperty("ruleId", annotation.rule());
    json.writeNumberProperty("ruleIndex", number == null ? rules.size() - 1 : number);
    json.writeStringProperty("level", annotation.level().name().toLowerCase(Locale.ROOT));
    message("message", annotation.message());
    json.writeArrayPropertyStart("locations").writeStartObject().writeObjectPropertyStart("physicalLocation");
    artifact(path);
    region("region", annotation.region());
    json.writeEndObject().writeEndObject().writeEndArray();
    json.writeObjectPropertyStart("partialFingerprints").writeStringProperty("drydock/v1", annotation.fingerprint()).writeEndObject();
    if (!annotation.replacements().isEmpty()) {
      fix(path, annotation.replacements());
    }
    json.writeEndObject();
  }

  private void fix(RepositoryPath path, List<Replacement> replacements) {
    json.writeArrayPropertyStart("fixes").writeStartObject();
    message("description", "What Drydock would write here.");
    json.writeArrayPropertyStart("artifactChanges").writeStartObject();
    artifact(path);
    json.writeArrayPropertyStart("replacements");
    for (Replacement each : replacements) {
      json.writeStartObject();
      region("deletedRegion", each.deleted());
      message("insertedContent", each.inserted());
      json.writeEndObject();
    }
    json.writeEndArray().writeEndObject().writeEndArray().writeEndObject().writeEndArray();
  }

  private void artifact(RepositoryPath path) {
    json.writeObjectPropertyStart("artifactLocation").writeStringProperty("uri", path.uri());
    json.writeStringProperty("uriBaseId", "%SRCROOT%").writeEndObject();
  }

  private void region(String name, Region region) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("startLine", region.line()).writeNumberProperty("startColumn", region.column());
    json.writeNumberProperty("endLine", region.endLine()).writeNumberProperty("endColumn", region.endColumn());
    json.writeEndObject();
  }

  private void message(String name, String text) {
    json.writeObjectPropertyStart(name).writeStringProperty("text", text).writeEndObject();
  }

  /** The rules come last, since only then it is known which ones were named. */
  @Override
  public void end() {
    json.writeEndArray().writeObjectPropertyStart("tool").writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Drydock").writeStringProperty("version", version);
    json.writeStringProperty("informationUri", "https://drydock.dev").writeArrayPropertyStart("rules");
    rules.keySet().forEach(this::rule);
    json.writeEndArray().writeEndObject().writeEndObject();
    json.writeEndObject().writeEndArray().writeEndObject().writeRaw('\n').close();
  }

  private void rule(String id) {
    String title = Rule.of(id).map(Rule::title).getOrElse("BuildKit would refuse this: " + id.replace('-', ' ') + ".");
    Remedy remedy = Remedy.of(id, title);
    json.writeStartObject().writeStringProperty("id", id);
    message("shortDescription", title);
    message("fullDescription", title);
    RulePages.address(id).forEach(address -> json.writeStringProperty("helpUri", address));
    message("help", Rule.of(id).isDefined() && remedy.isOpen() ? "What you can do: " + remedy.action() + "." : title);
    json.writeObjectPropertyStart("properties").writeArrayPropertyStart("tags");
    json.writeString("dockerfile").writeString("build-cache").writeEndArray().writeEndObject();
    json.writeEndObject();
  }
}
