package dev.drydock.cli;

import dev.drydock.cli.format.Json;
import dev.drydock.dockerfile.BindMount;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Problem;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.SecretMount;
import dev.drydock.dockerfile.SshMount;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.core.JsonGenerator;

/**
 * A Dockerfile as one JSON object, in the words of BuildKit's parser: what an instruction does not have ({@code flags},
 * {@code json}, {@code heredocs}, the fields of a mount) is left out; lines are physical ones, counted from 1.
 */
final class DockerfileJson {

  private final Dockerfile dockerfile;
  private final JsonGenerator json;

  private DockerfileJson(Dockerfile dockerfile, JsonGenerator json) {
    this.dockerfile = dockerfile;
    this.json = json;
  }

  /** The object for a file of this name, on one line. */
  static String of(String name, Dockerfile dockerfile) {
    return Json.text(json -> new DockerfileJson(dockerfile, json).write(name));
  }

  /** The object for a file that could not be read. */
  static String ofUnreadable(String name, String reason) {
    return Json.text(
        json -> json.writeStartObject().writeStringProperty("file", name).writeStringProperty("error", reason).writeEndObject());
  }

  private void write(String name) {
    json.writeStartObject().writeStringProperty("file", name);
    json.writeArrayPropertyStart("problems");
    dockerfile.problems().forEach(this::problem);
    json.writeEndArray();
    field("syntax", dockerfile.syntax());
    json.writeStringProperty("escape", String.valueOf(dockerfile.escape()));
    json.writeArrayPropertyStart("instructions");
    dockerfile.instructions().forEach(this::instruction);
    json.writeEndArray();
    json.writeArrayPropertyStart("stages");
    dockerfile.stages().forEach(this::stage);
    json.writeEndArray();
    json.writeArrayPropertyStart("mounts");
    dockerfile.stages().flatMap(Stage::instructions).filter(Run.class::isInstance).forEach(this::mounts);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void problem(Problem problem) {
    json.writeStartObject();
    json.writeNumberProperty("line", problem.line());
    json.writeNumberProperty("column", problem.column());
    json.writeStringProperty("message", problem.message());
    json.writeEndObject();
  }

  private void instruction(Instruction instruction) {
    int start = dockerfile.line(instruction);
    json.writeStartObject();
    json.writeStringProperty("keyword", instruction.writtenKeyword());
    json.writeNumberProperty("start", start);
    json.writeNumberProperty("end", start + Math.max(0, lines(instruction.text()) - 1));
    if (instruction.flags().nonEmpty()) {
      strings("flags", instruction.flags().map(Flag::text));
    }
    if (instruction.execForm()) {
      json.writeBooleanProperty("json", true);
    }
    json.writeArrayPropertyStart("args");
    arguments(instruction);
    json.writeEndArray();
    if (instruction.heredocs().nonEmpty()) {
      json.writeArrayPropertyStart("heredocs");
      instruction.heredocs().forEach(this::heredoc);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** What an ONBUILD holds is its arguments: the keyword, and then the arguments of that. */
  private void arguments(Instruction instruction) {
    Instruction at = instruction;
    while (at instanceof OnBuild onBuild && onBuild.instruction().isDefined()) {
      at = onBuild.instruction().get();
      json.writeString(at.writtenKeyword());
    }
    at.arguments().forEach(json::writeString);
  }

  private static int lines(String text) {
    int feeds = (int) text.chars().filter(c -> c == '\n').count();
    return text.endsWith("\n") ? feeds : feeds + 1;
  }

  private void heredoc(Heredoc heredoc) {
    json.writeStartObject();
    json.writeStringProperty("name", heredoc.name());
    json.writeBooleanProperty("expand", heredoc.expand());
    json.writeBooleanProperty("chomp", heredoc.chomp());
    json.writeNumberProperty("fd", heredoc.fileDescriptor());
    json.writeStringProperty("content", heredoc.content());
    json.writeEndObject();
  }

  private void stage(Stage stage) {
    json.writeStartObject();
    json.writeStringProperty("base", stage.from().image().text());
    json.writeStringProperty("name", stage.name().getOrElse(""));
    json.writeStringProperty("platform", stage.from().platform().getOrElse(""));
    json.writeEndObject();
  }

  private void mounts(Instruction run) {
    for (Mount mount : ((Run) run).mounts()) {
      json.writeStartObject();
      json.writeNumberProperty("line", dockerfile.line(run));
      json.writeStringProperty("type", mount.type());
      field("target", mount.target());
      if (mount instanceof CacheMount cache) {
        field("id", cache.id());
        field("source", cache.source());
        field("from", cache.from());
        field("sharing", cache.sharing());
      } else if (mount instanceof BindMount bind) {
        field("source", bind.source());
        field("from", bind.from());
      } else if (mount instanceof SecretMount secret) {
        field("id", secret.id());
        field("source", secret.source());
      } else if (mount instanceof SshMount ssh) {
        field("id", ssh.id());
      }
      json.writeEndObject();
    }
  }

  private void field(String name, Option<String> value) {
    value.filter(text -> !text.isEmpty()).forEach(text -> json.writeStringProperty(name, text));
  }

  private void strings(String name, Seq<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
