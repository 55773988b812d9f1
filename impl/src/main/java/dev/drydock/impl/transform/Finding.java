package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;

/** Something to be said of a RUN, by a rule. */
record Finding(Note.Kind kind, Rule rule, String subject, String reason) {

  static Finding kept(Rule rule, String subject, String reason) {
    return new Finding(Note.Kind.KEPT, rule, subject, reason);
  }

  static Finding warning(Rule rule, String subject, String reason) {
    return new Finding(Note.Kind.WARNING, rule, subject, reason);
  }

  static Finding changed(Rule rule, String subject, String reason) {
    return new Finding(Note.Kind.CHANGED, rule, subject, reason);
  }

  Edit addTo(Edit edit, PackageManager manager) {
    return edit.noting(kind, rule.id(manager), subject, reason);
  }
}
