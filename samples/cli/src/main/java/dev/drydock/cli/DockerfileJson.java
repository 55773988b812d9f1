package dev.drydock.cli;

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

/**
 * A Dockerfile as one JSON object, in the words of BuildKit's parser: what an instruction does not have ({@code flags},
 * {@code json}, {@code heredocs}, the fields of a mount) is left out; lines are physical ones, counted from 1.
 */
final class DockerfileJson {

  private final Dockerfile dockerfile;
  private final JsonWriter json = new JsonWriter();

  private DockerfileJson(Dockerfile dockerfile) {
    this.dockerfile = dockerfile;
  }

  /** The object for a file of this name, on one line. */
  static String of(String name, Dockerfile dockerfile) {
    return new DockerfileJson(dockerfile).write(name);
  }

  /** The object for a file that could not be read. */
  static String ofUnreadable(String name, String reason) {
    return new JsonWriter().object().name("file").value(name).name("error").value(reason).endObject().toString();
  }

  private String write(String name) {
    json.object().name("file").value(name);
    json.name("problems").array();
    dockerfile.problems().forEach(this::problem);
    json.endArray();
    field("syntax", dockerfile.syntax());
    json.name("escape").value(String.valueOf(dockerfile.escape()));
    json.name("instructions").array();
    dockerfile.instructions().forEach(this::instruction);
    json.endArray();
    json.name("stages").array();
    dockerfile.stages().forEach(this::stage);
    json.endArray();
    json.name("mounts").array();
    dockerfile.stages().flatMap(Stage::instructions).filter(Run.class::isInstance).forEach(this::mounts);
    json.endArray();
    return json.endObject().toString();
  }

  private void problem(Problem problem) {
    json.object();
    json.name("line").value(problem.line());
    json.name("column").value(problem.column());
    json.name("message").value(problem.message());
    json.endObject();
  }

  private void instruction(Instruction instruction) {
    int start = dockerfile.line(instruction);
    json.object();
    json.name("keyword").value(instruction.writtenKeyword());
    json.name("start").value(start);
    json.name("end").value(start + Math.max(0, lines(instruction.text()) - 1));
    if (instruction.flags().nonEmpty()) {
      strings("flags", instruction.flags().map(Flag::text));
    }
    if (instruction.execForm()) {
      json.name("json").value(true);
    }
    json.name("args").array();
    arguments(instruction);
    json.endArray();
    if (instruction.heredocs().nonEmpty()) {
      json.name("heredocs").array();
      instruction.heredocs().forEach(this::heredoc);
      json.endArray();
    }
    json.endObject();
  }

  /** What an ONBUILD holds is its arguments: the keyword, and then the arguments of that. */
  private void arguments(Instruction instruction) {
    Instruction at = instruction;
    while (at instanceof OnBuild onBuild && onBuild.instruction().isDefined()) {
      at = onBuild.instruction().get();
      json.value(at.writtenKeyword());
    }
    at.arguments().forEach(json::value);
  }

  private static int lines(String text) {
    int feeds = (int) text.chars().filter(c -> c == '\n').count();
    return text.endsWith("\n") ? feeds : feeds + 1;
  }

  private void heredoc(Heredoc heredoc) {
    json.object();
    json.name("name").value(heredoc.name());
    json.name("expand").value(heredoc.expand());
    json.name("chomp").value(heredoc.chomp());
    json.name("fd").value(heredoc.fileDescriptor());
    json.name("content").value(heredoc.content());
    json.endObject();
  }

  private void stage(Stage stage) {
    json.object();
    json.name("base").value(stage.from().image().text());
    json.name("name").value(stage.name().getOrElse(""));
    json.name("platform").value(stage.from().platform().getOrElse(""));
    json.endObject();
  }

  private void mounts(Instruction run) {
    for (Mount mount : ((Run) run).mounts()) {
      json.object();
      json.name("line").value(dockerfile.line(run));
      json.name("type").value(mount.type());
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
      json.endObject();
    }
  }

  private void field(String name, Option<String> value) {
    value.filter(text -> !text.isEmpty()).forEach(text -> json.name(name).value(text));
  }

  private void strings(String name, Seq<String> values) {
    json.name(name).array();
    values.forEach(json::value);
    json.endArray();
  }
}
