package dev.drydock.fleet;

import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Rule;
import dev.drydock.transform.Transform;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

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
 * done either where no mount is left, and what prepares for mounts of apt's cache where none of these is.
 */
public final class IgnoreComments {

  /** The rule id of a warning on a comment that matches nothing. */
  public static final String UNUSED = "ignore/unused";

  /** The rule id of a warning on a comment that names no rule. */
  public static final String NO_RULE = "ignore/no-rule";

  private static final String KEEP_APT_CACHE = "keep-apt-cache";

  /** Transforms that only prepare a file for mounts, by the first part of their rules. */
  private static final Set<String> PREPARING = Set.of("add-syntax", KEEP_APT_CACHE);

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
    Predicate<Note> wanted =
        note ->
            !ignored.contains(note)
                && !(note.kind() == Note.Kind.CHANGED && (idle || unchanged.contains(note.line())));
    Rewrite rest = withoutIdleAptStep(whole, whole.only(wanted), wanted);
    return rest.andThen(warnings(comments, used).apply(rest.after()));
  }

  /** Without the step for apt's cache, where it was for mounts of which none is left. */
  private static Rewrite withoutIdleAptStep(Rewrite whole, Rewrite rest, Predicate<Note> wanted) {
    boolean idle = mountsAptCache(whole.after()) && !mountsAptCache(rest.after());
    return idle ? whole.only(wanted.and(note -> note.kind() != Note.Kind.CHANGED || !isOf(KEEP_APT_CACHE, note))) : rest;
  }

  private static boolean mountsAptCache(Dockerfile dockerfile) {
    return dockerfile.instructions().exists(instruction -> mountsAptCache(instruction, dockerfile.scope(instruction)));
  }

  private static boolean mountsAptCache(Instruction instruction, Scope scope) {
    Option<Instruction> executed = instruction instanceof OnBuild later ? later.instruction() : Option.some(instruction);
    return executed.exists(
        it ->
            it instanceof Run run
                && run.mounts()
                    .exists(mount -> mount instanceof CacheMount cache && CacheOwners.of(cache, scope).contains(PackageManagers.APT)));
  }

  private static boolean prepares(Note note) {
    return PREPARING.stream().anyMatch(transform -> isOf(transform, note));
  }

  private static boolean isOf(String transform, Note note) {
    return note.rule().startsWith(transform + "/");
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
