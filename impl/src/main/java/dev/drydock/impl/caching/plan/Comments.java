package dev.drydock.impl.caching.plan;

import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;

/** The comments above a RUN, which stay directly above it. */
public final class Comments {

  /** What a comment says that would be the directive on the first line. */
  private static final Pattern SYNTAX =
      Pattern.compile("(?i)syntax\\s*=\\s*(docker\\.io/)?docker/dockerfile(-upstream)?([:@]\\S*)?(\\s.*)?");

  private Comments() {}

  /** Whether it looks like the directive for Docker's own frontend: it speaks of the file, and not of what is below it. */
  public static boolean isSyntax(Construct construct) {
    return construct instanceof Comment comment && SYNTAX.matcher(comment.words()).matches();
  }

  /** The index of the first of the comments right above a RUN that speak of it, or else of the RUN. A FROM ends them. */
  public static int topOf(RunFacts run) {
    Vector<Construct> constructs = run.dockerfile().constructs();
    int top = run.index();
    for (int i = top - 1; constructs.get(i) instanceof Comment; i--) {
      top = isSyntax(constructs.get(i)) ? top : i;
    }
    return top;
  }

  /** Whether a blank line stands above the RUN and its comments. */
  static boolean areSpaced(RunFacts run) {
    return run.dockerfile().constructs().take(topOf(run)).reverseIterator().find(above -> !isSyntax(above))
        .exists(BlankLine.class::isInstance);
  }
}
