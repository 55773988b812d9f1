package dev.drydock.impl.caching.rule;

import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.caching.PackageManager;

/**
 * Something that a rule says of a RUN.
 *
 * @param rule the rule's id, with a star for the package manager: what its page in {@code docs/rules/} is headed with
 */
public record Finding(Note.Kind kind, String rule, String subject, String reason) {

  public static Finding kept(String rule, String subject, String reason) {
    return new Finding(Note.Kind.KEPT, rule, subject, reason);
  }

  public static Finding warning(String rule, String subject, String reason) {
    return new Finding(Note.Kind.WARNING, rule, subject, reason);
  }

  public static Finding changed(String rule, String subject, String reason) {
    return new Finding(Note.Kind.CHANGED, rule, subject, reason);
  }

  /** An edit that also says this, of a package manager. */
  public Edit addTo(Edit edit, PackageManager manager) {
    return edit.noting(kind, rule.replace("*", manager.name()), subject, reason);
  }
}
