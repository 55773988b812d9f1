package dev.drydock.impl.caching;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Problem;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.function.Function;

/** Files that are wholly left alone (hazard 13): BuildKit's line parser refuses them, or they have no FROM. */
final class UnbuildableFile {

  private static final String RULE = "file/refused";

  /** The problems that BuildKit's line parser stops at, before it looks at any instruction. */
  private static final Set<String> LINE_PARSER =
      HashSet.of(
          "duplicate-parser-directive", "invalid-escape", "line-too-long", "no-instructions",
          "unterminated-heredoc", "unreadable-heredoc", "json-array-of-other-than-strings",
          "name-without-value");

  private UnbuildableFile() {}

  /** Why the file is left alone, where it is. */
  static Option<String> reason(Dockerfile dockerfile) {
    Option<Problem> problem =
        dockerfile.problems().find(found -> LINE_PARSER.contains(found.kind()));
    if (problem.isDefined()) {
      return Option.some("BuildKit cannot read the file, so nothing in it is touched: " + problem.get());
    }
    return dockerfile.stages().isEmpty()
        ? Option.some("there is no FROM, so this is no Dockerfile that can be built; nothing in it is touched")
        : Option.none();
  }

  /** The note that says so, on the first construct. */
  static Seq<Edit> note(Dockerfile dockerfile, String reason) {
    Option<Construct> first = dockerfile.constructs().headOption();
    return first
        .map(
            construct ->
                Edit.keep()
                    .noting(Note.Kind.KEPT, RULE, "", reason)
                    .at(construct))
        .toVector();
  }

  /** Edits of a file that can be built; a note for any other. */
  static Seq<Edit> unless(
      Dockerfile dockerfile, Function<Dockerfile, Seq<Edit>> edits) {
    Option<String> reason = reason(dockerfile);
    return reason.isDefined() ? note(dockerfile, reason.get()) : edits.apply(dockerfile);
  }
}
