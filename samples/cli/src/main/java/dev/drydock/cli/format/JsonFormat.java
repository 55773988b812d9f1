package dev.drydock.cli.format;

import dev.drydock.cli.services.Service;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Problem;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.Place;
import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** All there is, as one JSON object; {@code docs/formats.schema.json} says its form. */
final class JsonFormat implements Format {

  /** That of the schema; a program can rely on all fields of the version it knows. */
  private static final int VERSION = 1;

  private record Shared(Place place, String rule, String reason) {}

  private final JsonGenerator json;
  private final Levels levels;
  private final List<Shared> shared = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();

  JsonFormat(OutputStream out, Levels levels, String version) {
    this.json = Json.to(out);
    this.levels = levels;
    json.writeStartObject().writeNumberProperty("version", VERSION).writeStringProperty("drydock", version);
    json.writeArrayPropertyStart("files");
  }

  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {
    TextLines lines = new TextLines(rewrite.before().text());
    begin(file, rewrite.changed() ? "changed" : "unchanged");
    json.writeStringProperty("encoding", rewrite.before().encoding().name());
    edits(rewrite.edits(), lines);
    json.writeArrayPropertyStart("notes");
    rewrite.notes().forEach(note -> note(file, note, rewrite, lines));
    json.writeEndArray();
    problems(rewrite.before());
    json.writeEndObject();
  }

  @Override
  public void refused(FleetFile file, Dockerfile dockerfile, String reason) {
    begin(file, "refused");
    json.writeStringProperty("reason", reason);
    problems(dockerfile);
    json.writeEndObject();
  }

  @Override
  public void skipped(FleetFile file, String reason) {
    without(file, "skipped", reason);
  }

  @Override
  public void failed(FleetFile file, String reason) {
    without(file, "failed", reason);
  }

  @Override
  public void shared(Place place, String rule, String reason) {
    shared.add(new Shared(place, rule, reason));
  }

  @Override
  public void service(Service service) {
    services.add(service);
  }

  @Override
  public void end() {
    json.writeEndArray().writeArrayPropertyStart("shared");
    for (Shared each : shared) {
      json.writeStartObject();
      path(each.place().file());
      json.writeNumberProperty("line", each.place().line());
      rule(each.rule(), each.reason(), Level.WARNING);
      json.writeEndObject();
    }
    json.writeEndArray().writeArrayPropertyStart("services");
    services.forEach(this::write);
    json.writeEndArray().writeEndObject().writeRaw('\n').close();
  }

  private void write(Service service) {
    json.writeStartObject();
    json.writeStringProperty("name", service.name()).writeStringProperty("definition", service.definition().toString());
    if (service.inline().isEmpty()) {
      json.writeStringProperty("path", service.dockerfile().toString());
    }
    if (!service.target().isEmpty()) {
      json.writeStringProperty("target", service.target());
    }
    json.writeObjectPropertyStart("args");
    service.arguments().forEach(argument -> json.writeStringProperty(argument.name(), argument.value()));
    json.writeEndObject().writeEndObject();
  }

  private void without(FleetFile file, String status, String reason) {
    begin(file, status);
    json.writeStringProperty("reason", reason).writeEndObject();
  }

  private void begin(FleetFile file, String status) {
    json.writeStartObject();
    path(file);
    json.writeStringProperty("status", status);
  }

  private void path(FleetFile file) {
    json.writeStringProperty("path", file.path().toString()).writeStringProperty("uri", file.uri());
  }

  private void note(FleetFile file, Note note, Rewrite rewrite, TextLines lines) {
    json.writeStartObject();
    json.writeStringProperty("kind", note.kind().name().toLowerCase(Locale.ROOT));
    rule(note.rule(), note.reason(), levels.of(file, note));
    json.writeStringProperty("subject", note.subject());
    span(note.span(), lines);
    edits(rewrite.edits(note), lines);
    json.writeEndObject();
  }

  private void rule(String rule, String reason, Level level) {
    json.writeStringProperty("rule", rule).writeStringProperty("level", level.name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("reason", reason);
    RulePages.address(rule).forEach(address -> json.writeStringProperty("help", address));
  }

  private void edits(Iterable<TextEdit> edits, TextLines lines) {
    json.writeArrayPropertyStart("edits");
    for (TextEdit edit : edits) {
      json.writeStartObject();
      span(new Span(edit.start(), edit.end()), lines);
      json.writeStringProperty("replacement", edit.replacement()).writeEndObject();
    }
    json.writeEndArray();
  }

  private void span(Span span, TextLines lines) {
    Region region = lines.region(span);
    json.writeObjectPropertyStart("span");
    json.writeNumberProperty("start", span.start()).writeNumberProperty("end", span.end());
    json.writeNumberProperty("line", region.line()).writeNumberProperty("column", region.column());
    json.writeNumberProperty("endLine", region.endLine()).writeNumberProperty("endColumn", region.endColumn());
    json.writeEndObject();
  }

  private void problems(Dockerfile dockerfile) {
    json.writeArrayPropertyStart("problems");
    for (Problem problem : dockerfile.problems()) {
      json.writeStartObject().writeStringProperty("kind", problem.kind());
      json.writeNumberProperty("line", problem.line()).writeNumberProperty("column", problem.column());
      json.writeStringProperty("message", problem.message()).writeEndObject();
    }
    json.writeEndArray();
  }
}
