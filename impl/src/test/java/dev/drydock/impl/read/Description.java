package dev.drydock.impl.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drydock.spi.Kind;
import dev.drydock.spi.MountSink;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Describes a Dockerfile in the shape of BuildKit's answers, from what the reader reports. */
final class Description {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String source;
  private final ObjectNode answer = JSON.createObjectNode();
  private final ArrayNode instructions = answer.putArray("instructions");
  private final ArrayNode stages = answer.putArray("stages");
  private final ArrayNode mounts = answer.putArray("mounts");
  private int line = 1;

  private Description(String source) {
    this.source = source;
  }

  static ObjectNode of(String source) {
    return new Description(source).describe();
  }

  private ObjectNode describe() {
    String syntax = SyntaxDetector.detect(source);
    if (syntax != null) {
      answer.put("syntax", syntax);
    }
    Constructs constructs = Constructs.of(source);
    answer.put("escape", String.valueOf(constructs.escape));
    for (Constructs.Cut cut : constructs.list) {
      instruction(cut, constructs.escape);
    }
    ArrayNode problems = answer.putArray("problems");
    ProblemFinder.find(
        source,
        (kind, offset, message) ->
            problems
                .addObject()
                .put("kind", kind)
                .put("line", 1 + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count())
                .put("message", message));
    return answer;
  }

  private void instruction(Constructs.Cut cut, char escape) {
    int start = line;
    int feeds = (int) cut.text().chars().filter(c -> c == '\n').count();
    line += feeds;
    if (cut.kind().compareTo(Kind.BLANK_LINE) <= 0) {
      return;
    }
    Parts parts = Parts.of(cut.text(), escape);
    ObjectNode node = instructions.addObject();
    node.put("keyword", parts.keyword);
    node.put("start", start);
    node.put("end", cut.text().endsWith("\n") ? line - 1 : line);
    strings(node, "flags", parts.flags);
    if (parts.json) {
      node.put("json", true);
    }
    arguments(parts, escape, node.putArray("args"));
    if (!parts.heredocs.isEmpty()) {
      ArrayNode heredocs = node.putArray("heredocs");
      for (Parts.Doc doc : parts.heredocs) {
        heredocs
            .addObject()
            .put("name", doc.name())
            .put("expand", doc.expand())
            .put("chomp", doc.chomp())
            .put("fd", doc.fileDescriptor())
            .put("content", doc.body());
      }
    }
    if (cut.kind() == Kind.FROM) {
      stage(parts);
    }
    if (cut.kind() == Kind.RUN) {
      mounts(parts, start);
    }
  }

  private static void arguments(Parts parts, char escape, ArrayNode args) {
    Parts at = parts;
    while (at.nested != null) {
      at = Parts.of(at.text.substring(at.nestedStart), escape);
      args.add(at.keyword);
    }
    at.arguments.forEach(args::add);
  }

  private static void strings(ObjectNode node, String name, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = node.putArray(name);
      values.forEach(array::add);
    }
  }

  private void stage(Parts parts) {
    String platform = "";
    for (String flag : parts.flags) {
      if (flag.startsWith("--platform=")) {
        platform = flag.substring("--platform=".length());
      }
    }
    stages
        .addObject()
        .put("base", parts.arguments.isEmpty() ? "" : parts.arguments.get(0))
        .put("name", parts.arguments.size() == 3 ? parts.arguments.get(2).toLowerCase(Locale.ROOT) : "")
        .put("platform", platform);
  }

  private void mounts(Parts parts, int start) {
    for (String flag : parts.flags) {
      if (flag.startsWith("--mount=")) {
        ObjectNode mount = mounts.addObject().put("line", start).put("type", "bind");
        Map<String, String> fields = new TreeMap<>();
        MountReader.read(flag.substring("--mount=".length()), new Fields(fields));
        fields.forEach(mount::put);
      }
    }
  }

  /** Gathers the fields that an answer shows, under the names that it has for them. */
  private record Fields(Map<String, String> fields) implements MountSink {
    @Override
    public void field(String key, @Nullable String value) {
      if (value == null || value.isEmpty()) {
        return;
      }
      switch (key) {
        case "type", "sharing" -> fields.put(key, value.toLowerCase(Locale.ROOT));
        case "target", "dst", "destination" -> fields.put("target", value);
        case "source", "src" -> fields.put("source", value);
        case "from", "id" -> fields.put(key, value);
        default -> {}
      }
    }

    @Override
    public void malformed(String reason) {}
  }
}
