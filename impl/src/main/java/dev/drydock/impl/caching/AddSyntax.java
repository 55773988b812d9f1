package dev.drydock.impl.caching;

import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.ParserDirective;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.plan.Comments;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Chooses the frontend {@code docker/dockerfile:1}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/parser/directives.go}; {@code DetectSyntax} reads the
 * directive on the first line, behind a byte order mark or a {@code #!} line, and not behind leading blanks.
 */
final class AddSyntax {

  private static final String ADDED = "add-syntax/added";
  private static final String RAISED = "add-syntax/raised";
  private static final String UNKNOWN = "add-syntax/unknown";

  private static final String REFERENCE = "docker/dockerfile:1";

  private AddSyntax() {}

  static Seq<Edit> edits(Dockerfile dockerfile) {
    return dockerfile.syntax().isDefined()
        ? chosen(dockerfile, dockerfile.syntax().get())
        : Vector.of(added(dockerfile)).appendAll(dead(dockerfile));
  }

  private static Seq<Edit> chosen(Dockerfile dockerfile, String value) {
    Option<ParserDirective> live = directive(dockerfile);
    return switch (Frontend.named(value)) {
      case KNOWS_VARIABLES, KNOWS_MOUNTS, KNOWS_MOUNTS_OF_ROOT -> Vector.empty();
      case TOO_OLD ->
          live.isDefined()
              ? Vector.of(
                  Edit.replace(withValue(live.get(), value))
                      .because(
                          RAISED, value, "this frontend is from before cache mounts, which came with 1.2")
                      .at(live.get()))
              : Vector.of(unknown(dockerfile, value));
      case UNKNOWN -> Vector.of(unknown(dockerfile, value));
    };
  }

  private static Edit unknown(Dockerfile dockerfile, String value) {
    return Edit.keep()
        .noting(
            Note.Kind.KEPT,
            UNKNOWN,
            value,
            "whether this frontend knows cache mounts cannot be told from its name, so it stays")
        .at(dockerfile.constructs().head());
  }

  /** The directive with the version raised, and all else of the line as it was. */
  private static Construct withValue(ParserDirective directive, String value) {
    int colon = value.indexOf(':');
    String raised = value.substring(0, colon) + ":1" + value.substring(value.split("\\s", 2)[0].length());
    return ParserDirective.parse(directive.text().replace(value, raised));
  }

  /** Behind a {@code #!} line, which ends the directives for the parser, it is a comment that the detection reads. */
  private static Edit added(Dockerfile dockerfile) {
    Vector<Construct> constructs = dockerfile.constructs();
    ParserDirective added = ParserDirective.syntax(REFERENCE);
    Option<ParserDirective> unseen = directive(dockerfile);
    if (unseen.isDefined()) {
      return Edit.replace(added)
          .because(
              ADDED,
              "# syntax",
              "BuildKit does not see the syntax directive behind leading blanks; two would be an error")
          .at(unseen.get());
    }
    boolean script = constructs.head() instanceof Comment first && first.text().replace("\uFEFF", "").startsWith("#!");
    Edit edit = script ? Edit.after(Comment.of("syntax=" + REFERENCE)) : Edit.before(added);
    return edit.because(
            ADDED, "# syntax", "any builder then reads the file with a frontend that knows cache mounts")
        .at(constructs.head());
  }

  /**
   * Takes out comments that look like the directive and that BuildKit does not see where they stand: after a comment, a
   * blank line or an instruction. One that names another image than Docker's stays.
   */
  private static Vector<Edit> dead(Dockerfile dockerfile) {
    return dockerfile
        .constructs()
        .filter(Comments::isSyntax)
        .map(
            line ->
                Edit.remove()
                    .because(
                        ADDED,
                        line.text().strip(),
                        "BuildKit sees the syntax directive on the first line, and took this line for a comment")
                    .at(line));
  }

  private static Option<ParserDirective> directive(Dockerfile dockerfile) {
    return dockerfile
        .constructs()
        .takeWhile(ParserDirective.class::isInstance)
        .map(ParserDirective.class::cast)
        .find(directive -> directive.name().equals("syntax"));
  }
}
