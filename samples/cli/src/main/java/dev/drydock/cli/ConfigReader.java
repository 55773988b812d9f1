package dev.drydock.cli;

import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.PathPatterns;
import dev.drydock.transform.Rule;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a {@code drydock.yaml}, and refuses what it cannot mean with file, line, column and what is allowed. */
final class ConfigReader {

  private static final String RULES = "rules";
  private static final String OVERRIDES = "overrides";
  private static final String PATHS = "paths";

  /** The file cannot be read or means nothing; the message says where and why. */
  static final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  private final Path file;
  private final Path directory;

  private ConfigReader(Path file) {
    this.file = file;
    this.directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
  }

  /**
   * What the file says.
   *
   * @throws Unusable where it cannot be read, is no YAML, or says what is not known
   */
  static Config read(Path file) {
    return new ConfigReader(file).config();
  }

  private Config config() {
    Optional<Node> root;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).setAllowDuplicateKeys(false).build();
      root = new Composer(settings, new ParserImpl(settings, new StreamReader(settings, Files.readString(file)))).getSingleNode();
    } catch (IOException e) {
      throw new Unusable("cannot read " + FleetFile.printable(file.toString()) + ": " + e.getMessage());
    } catch (MarkedYamlEngineException e) {
      throw new Unusable(at(e.getProblemMark()) + "no YAML: " + e.getProblem() + begun(e));
    } catch (YamlEngineException e) {
      throw new Unusable(FleetFile.printable(file.toString()) + ": " + e.getMessage());
    }
    if (root.isEmpty()) {
      return new Config(Option.some(file), Settings.NONE, RuleSettings.NONE, List.of());
    }
    Map<String, NodeTuple> top = entries(root.get(), "the file");
    List<String> keys = new ArrayList<>(Arrays.stream(Setting.values()).map(Setting::key).toList());
    keys.addAll(List.of(RULES, OVERRIDES));
    requireKnown(top, keys);
    return new Config(Option.some(file), settings(top), rules(top), overrides(top));
  }

  private Settings settings(Map<String, NodeTuple> entries) {
    Map<Setting, Settings.Value> values = new EnumMap<>(Setting.class);
    entries.forEach(
        (key, entry) ->
            Setting.of(key)
                .forEach(setting -> values.put(setting, new Settings.Value(texts(setting, entry), place(entry.getValueNode())))));
    return new Settings(values);
  }

  private List<String> texts(Setting setting, NodeTuple entry) {
    List<String> texts = new ArrayList<>();
    for (ScalarNode each : scalars(entry.getValueNode(), setting.key())) {
      if (!setting.allows(each.getValue())) {
        throw refusal(each, "'" + each.getValue() + "' is no value of " + setting.key() + Choices.after(each.getValue(), setting.allowed()));
      }
      texts.add(setting == Setting.PROGRAMS ? directory.resolve(each.getValue()).toString() : each.getValue());
    }
    if (setting.kind() == Setting.Kind.SWITCH && texts.size() != 1) {
      throw refusal(entry.getValueNode(), setting.key() + " is true or false");
    }
    return List.copyOf(texts);
  }

  private RuleSettings rules(Map<String, NodeTuple> entries) {
    NodeTuple rules = entries.get(RULES);
    if (rules == null) {
      return RuleSettings.NONE;
    }
    Map<String, RuleSettings.Entry> severities = new LinkedHashMap<>();
    entries(rules.getValueNode(), RULES)
        .forEach(
            (rule, entry) -> {
              if (!Rule.all().exists(each -> RuleSettings.matches(rule, each.id()))) {
                String advice = "a rule is named as in mount-cache/pip/user or mount-cache/*/user";
                throw refusal(entry.getKeyNode(), "'" + rule + "' is no rule" + RulePage.meant(rule, advice));
              }
              String value = scalar(entry.getValueNode(), rule).getValue();
              Severity severity =
                  Arrays.stream(Severity.values())
                      .filter(each -> each.key().equals(value))
                      .findFirst()
                      .orElseThrow(() -> refusal(entry.getValueNode(), "'" + value + "' is no severity" + Choices.after(value, Severity.keys())));
              severities.put(rule, new RuleSettings.Entry(severity, place(entry.getValueNode())));
            });
    return new RuleSettings(severities);
  }

  private List<Config.ForPaths> overrides(Map<String, NodeTuple> entries) {
    NodeTuple overrides = entries.get(OVERRIDES);
    if (overrides == null) {
      return List.of();
    }
    if (!(overrides.getValueNode() instanceof SequenceNode list)) {
      throw refusal(overrides.getValueNode(), "overrides is a list, each with paths and what is set for them");
    }
    List<String> keys = new ArrayList<>(List.of(PATHS, RULES));
    Arrays.stream(Setting.values()).filter(setting -> !setting.isOfFiles()).map(Setting::key).forEach(keys::add);
    List<Config.ForPaths> all = new ArrayList<>();
    for (Node each : list.getValue()) {
      Map<String, NodeTuple> own = entries(each, "an override");
      requireKnown(own, keys);
      NodeTuple paths = own.get(PATHS);
      if (paths == null) {
        throw refusal(each, "an override names its paths: paths: [\"services/legacy/\"]");
      }
      List<String> patterns = scalars(paths.getValueNode(), PATHS).stream().map(ScalarNode::getValue).toList();
      all.add(new Config.ForPaths(patterns, PathPatterns.of(directory, patterns), settings(own), rules(own), place(each)));
    }
    return List.copyOf(all);
  }

  private Map<String, NodeTuple> entries(Node node, String what) {
    if (!(node instanceof MappingNode mapping)) {
      throw refusal(node, what + " holds keys with values, as in tools: [pip, uv]");
    }
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = scalar(entry.getKeyNode(), what).getValue();
      if (entries.put(key, entry) != null) {
        throw refusal(entry.getKeyNode(), "'" + key + "' is there twice");
      }
    }
    return entries;
  }

  private void requireKnown(Map<String, NodeTuple> entries, List<String> keys) {
    entries.forEach(
        (key, entry) -> {
          if (!keys.contains(key)) {
            throw refusal(entry.getKeyNode(), "there is no setting '" + key + "' here" + Choices.after(key, keys));
          }
        });
  }

  private List<ScalarNode> scalars(Node node, String key) {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(each -> scalar(each, key)).toList()
        : List.of(scalar(node, key));
  }

  private ScalarNode scalar(Node node, String key) {
    if (node instanceof ScalarNode scalar) {
      return scalar;
    }
    throw refusal(node, "a text is expected for " + key);
  }

  private Unusable refusal(Node node, String reason) {
    return new Unusable(at(node.getStartMark()) + FleetFile.printable(reason));
  }

  private String place(Node node) {
    String at = at(node.getStartMark());
    return at.substring(0, at.length() - 2);
  }

  /** Where that begins which does not end as YAML should. */
  private static String begun(MarkedYamlEngineException error) {
    return error.getContextMark().map(mark -> ", for what begins in line " + (mark.getLine() + 1)).orElse("");
  }

  private String at(Optional<Mark> mark) {
    String name = FleetFile.printable(file.toString());
    return mark.map(it -> name + ":" + (it.getLine() + 1) + ":" + (it.getColumn() + 1) + ": ").orElse(name + ": ");
  }
}
