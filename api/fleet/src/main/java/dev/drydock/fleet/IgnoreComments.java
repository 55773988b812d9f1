package dev.drydock.fleet;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Rule;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Comments in a Dockerfile that ask to leave something alone. A fleet respects them by itself.
 *
 * <pre>
 * # drydock: ignore                              nothing is done to the next instruction, and nothing said of it
 * # drydock: ignore mount-cache/pip -- reason    the same for some rules; * stands for one part of an id
 * # drydock: ignore-file                         for the whole file, wherever it stands
 * </pre>
 *
 * <p>The comment stands right above the instruction, among other comments. One that matches nothing gets a warning of the
 * rule {@code ignore/unused}, and {@code ignore/no-rule} where what it names is no rule. What is changed at one
 * instruction hangs together: where one of its changes is ignored, none is made. What only prepares for mounts is not
 * done either where no mount is left.
 */
public final class IgnoreComments {

  /** The rule id of a warning on a comment that matches nothing. */
  public static final String UNUSED = "ignore/unused";

  /** The rule id of a warning on a comment that names no rule. */
  public static final String NO_RULE = "ignore/no-rule";

  /** Transforms that only prepare a file for mounts, by the first part of their rules. */
  private static final Set<String> PREPARING = Set.of("add-syntax", "keep-apt-cache");

  private IgnoreComments() {}

  /** This transform, but for what comments ask to leave alone. */
  public static Transform respectedBy(Transform transform) {
    Objects.requireNonNull(transform, "transform");
    return dockerfile -> {
      List<IgnoreComment> comments = IgnoreComment.of(dockerfile);
      Rewrite whole = transform.apply(dockerfile);
      return comments.isEmpty() ? whole : without(whole, comments);
    };
  }

  private static Rewrite without(Rewrite whole, List<IgnoreComment> comments) {
    Dockerfile before = whole.before();
    Set<IgnoreComment> used = new HashSet<>();
    Set<Note> ignored = new HashSet<>();
    Set<Integer> unchanged = new HashSet<>();
    for (Note note : whole.notes()) {
      for (IgnoreComment comment : comments) {
        if (comment.matches(before, note)) {
          used.add(comment);
          ignored.add(note);
          if (note.kind() == Note.Kind.CHANGED) {
            unchanged.add(note.line());
          }
        }
      }
    }
    boolean idle =
        !unchanged.isEmpty()
            && whole.notes(Note.Kind.CHANGED).forAll(note -> unchanged.contains(note.line()) || prepares(note));
    Rewrite rest =
        whole.only(
            note ->
                !ignored.contains(note)
                    && !(note.kind() == Note.Kind.CHANGED && (idle || unchanged.contains(note.line()))));
    return rest.andThen(warnings(comments, used).apply(rest.after()));
  }

  private static boolean prepares(Note note) {
    return PREPARING.contains(note.rule().substring(0, Math.max(0, note.rule().indexOf('/'))));
  }

  private static Transform warnings(List<IgnoreComment> comments, Set<IgnoreComment> used) {
    return Transform.edits(
        dockerfile -> {
          List<Edit> warnings = new ArrayList<>();
          for (IgnoreComment comment : comments) {
            if (!used.contains(comment) && dockerfile.constructs().contains(comment.comment())) {
              warnings.add(warning(comment).at(comment.comment()));
            }
          }
          return warnings;
        });
  }

  private static Edit warning(IgnoreComment comment) {
    boolean known = Rule.all().exists(rule -> comment.names(rule.id()));
    return known
        ? Edit.keep()
            .noting(Note.Kind.WARNING, UNUSED, comment.rule(), "no note here is of this rule; take the comment out, or mend the name")
        : Edit.keep()
            .noting(
                Note.Kind.WARNING,
                NO_RULE,
                comment.rule(),
                "this is no rule; rules stand in brackets in what is said of a file, as in mount-cache/pip/user");
  }
}
