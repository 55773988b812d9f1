package dev.drydock.cli;

import dev.drydock.transform.Note;
import dev.drydock.transform.Transform;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How seriously rules are taken, by patterns of their ids in which {@code *} stands for one part; the last one counts. */
record RuleSettings(Map<String, Entry> entries) {

  /** A severity, and where it was said. */
  record Entry(Severity severity, String source) {}

  /** All as the transforms say. */
  static final RuleSettings NONE = new RuleSettings(Map.of());

  RuleSettings {
    entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** These, and the others after them. */
  RuleSettings under(RuleSettings others) {
    Map<String, Entry> all = new LinkedHashMap<>(entries);
    others.entries.forEach(
        (rule, entry) -> {
          all.remove(rule);
          all.put(rule, entry);
        });
    return new RuleSettings(all);
  }

  /** How seriously a rule is taken; null where nobody said. */
  @Nullable Severity of(String rule) {
    Severity severity = null;
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      if (matches(each.getKey(), rule)) {
        severity = each.getValue().severity();
      }
    }
    return severity;
  }

  /** How seriously a note is taken; null where it is no warning. */
  @Nullable Severity of(Note note) {
    Severity said = of(note.rule());
    return said == null && note.kind() == Note.Kind.WARNING ? Severity.WARNING : said;
  }

  /** This transform without the rules that are off. */
  Transform without(Transform transform) {
    return entries.values().stream().noneMatch(entry -> entry.severity() == Severity.OFF)
        ? transform
        : dockerfile -> transform.apply(dockerfile).only(note -> of(note.rule()) != Severity.OFF);
  }

  static boolean matches(String pattern, String rule) {
    String[] own = pattern.split("/", -1);
    String[] parts = rule.split("/", -1);
    boolean same = own.length == parts.length;
    for (int i = 0; same && i < own.length; i++) {
      same = own[i].equals("*") || parts[i].equals("*") || own[i].equals(parts[i]);
    }
    return same;
  }
}
