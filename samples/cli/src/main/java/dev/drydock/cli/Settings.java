package dev.drydock.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is set, and where: a value for each setting that somebody set. */
record Settings(Map<Setting, Value> values) {

  /**
   * The value of a setting.
   *
   * @param texts what it is; one text for a switch
   * @param source where it was said, such as {@code drydock.yaml:3:8} or {@code --tools}
   */
  record Value(List<String> texts, String source) {}

  /** Nothing is set. */
  static final Settings NONE = new Settings(Map.of());

  Settings {
    values = Map.copyOf(values);
  }

  /** These, but for what the others set. */
  Settings under(Settings others) {
    Map<Setting, Value> all = new EnumMap<>(Setting.class);
    all.putAll(values);
    all.putAll(others.values);
    return new Settings(all);
  }

  /** What is in force: what was set, or what is usual. */
  Value value(Setting setting) {
    Value value = values.get(setting);
    return value == null ? new Value(setting.usual(), "the default") : value;
  }

  /** The texts of a setting. */
  List<String> texts(Setting setting) {
    return value(setting).texts();
  }

  /** Whether a switch is on. */
  boolean isOn(Setting setting) {
    return texts(setting).contains("true");
  }

  /** Whether somebody set it. */
  boolean isSet(Setting setting) {
    return values.containsKey(setting);
  }
}
