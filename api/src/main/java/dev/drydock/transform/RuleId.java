package dev.drydock.transform;

import java.util.List;

/** The id of a rule by its segments, of which {@code *} stands for any one, such as the name of a package manager. */
record RuleId(List<String> segments) {

  static RuleId of(String id) {
    return new RuleId(List.of(id.split("/", -1)));
  }

  /** Whether a rule of this other id is meant. */
  boolean covers(RuleId other) {
    boolean covers = segments.size() == other.segments.size();
    for (int i = 0; covers && i < segments.size(); i++) {
      String segment = segments.get(i);
      covers = segment.equals("*") ? !other.segments.get(i).isEmpty() : segment.equals(other.segments.get(i));
    }
    return covers;
  }
}
