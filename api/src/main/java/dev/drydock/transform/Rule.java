package dev.drydock.transform;

import dev.drydock.given.Given;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A rule that notes may name.
 *
 * @param id as in notes; {@code *} stands for the package manager
 * @param title what a note of it means, in a sentence
 */
public record Rule(String id, String title) {

  /** The parts, none of which is null. */
  public Rule {
    Given.notNull(id, "id");
    Given.notNull(title, "title");
  }

  /** The rules of the built-in transforms, of edits and of transforms in general. */
  public static Vector<Rule> all() {
    return RuleCatalogue.ALL;
  }

  /** The rule of a note; none where it is that of another team's transform. */
  public static Option<Rule> of(Note note) {
    return of(Given.notNull(note, "note").rule());
  }

  /** The rule of an id as it stands in a note, such as {@code mount-cache/pip/inert}. */
  public static Option<Rule> of(String id) {
    return RuleCatalogue.find(RuleId.of(Given.notNull(id, "id")));
  }

  /** The address of its page, from the root of Drydock's repository: {@code docs/rules/mount-cache-inert.md}. */
  public String page() {
    return "docs/rules/" + id.replace("/*", "").replace('/', '-') + ".md";
  }
}
