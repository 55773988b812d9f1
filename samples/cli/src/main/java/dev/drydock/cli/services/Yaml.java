package dev.drydock.cli.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A value of a YAML file, or of a JSON file, which is YAML as well: a text, a list, fields, or nothing. It knows the line where
 * it stands. Whoever asks for another kind of value than there is gets an empty one.
 */
final class Yaml {

  private static final String MERGE = "<<";

  private final Path file;
  private final @Nullable Node node;

  private Yaml(Path file, @Nullable Node node) {
    this.file = file;
    this.node = node;
  }

  /**
   * What a file holds.
   *
   * @throws Unreadable where it cannot be read or is no YAML
   */
  static Yaml read(Path file) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).setMaxAliasesForCollections(Integer.MAX_VALUE).build();
      ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, Files.readString(file)));
      return new Yaml(file, new Composer(settings, parser).getSingleNode().orElse(null));
    } catch (IOException e) {
      throw new Unreadable("cannot read " + file + ": " + (Files.exists(file) ? e.getMessage() : "no such file"));
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new Unreadable(file + line + ": cannot read it as YAML: " + e.getProblem().replace("\n", " "));
    } catch (YamlEngineException e) {
      throw new Unreadable(file + ": cannot read it as YAML: " + String.valueOf(e.getMessage()).replace("\n", " "));
    }
  }

  /** Where it stands: {@code compose.yaml:4}. */
  String place() {
    return file + (node == null ? "" : node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse(""));
  }

  /** Whether there is a value. */
  boolean isPresent() {
    return node != null && !Tag.NULL.equals(node.getTag());
  }

  /** Whether it is one text, and no list and no fields. */
  boolean isText() {
    return isPresent() && node instanceof ScalarNode;
  }

  /** The text; empty where it is none. */
  String text() {
    return isText() && node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The values of a list; any other value as the only one. */
  List<Yaml> items() {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(each -> new Yaml(file, each)).toList()
        : isPresent() ? List.of(this) : List.of();
  }

  /** The value of a field. */
  Yaml field(String name) {
    Yaml value = fields().get(name);
    return value == null ? new Yaml(file, null) : value;
  }

  /** The fields, with those that YAML's merge key takes over. */
  Map<String, Yaml> fields() {
    Map<String, Yaml> fields = new LinkedHashMap<>();
    addTo(fields, Collections.newSetFromMap(new IdentityHashMap<>()));
    return fields;
  }

  private void addTo(Map<String, Yaml> fields, Set<Node> above) {
    if (!(node instanceof MappingNode mapping) || !above.add(mapping)) {
      return;
    }
    List<Yaml> merged = new ArrayList<>();
    for (NodeTuple entry : mapping.getValue()) {
      Yaml value = new Yaml(file, entry.getValueNode());
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (key.equals(MERGE)) {
        merged.addAll(value.items());
      } else {
        fields.putIfAbsent(key, value);
      }
    }
    merged.forEach(each -> each.addTo(fields, above));
    above.remove(mapping);
  }
}
