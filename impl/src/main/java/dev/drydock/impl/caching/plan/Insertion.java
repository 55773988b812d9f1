package dev.drydock.impl.caching.plan;

import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.transform.Edit;

/** Steps that are put before a RUN, laid out as the RUN is: its indentation, and its file's case of keywords. */
public final class Insertion {

  private static final String USUAL_INDENTATION = "    ";

  private Insertion() {}

  /**
   * A step with a comment that explains it, above a RUN and the comments that are the RUN's. A blank line follows where
   * one stands above the RUN, or where else the step would seem to be what the RUN's comments speak of.
   *
   * @param command continued lines of it are indented by four spaces, and get the RUN's indentation
   */
  public static Edit before(RunFacts run, String comment, String command) {
    int top = Comments.topOf(run);
    String own = ownIndentation(run);
    Construct explained = Dockerfile.parse(own + Comment.of(comment).text()).constructs().head();
    Instruction step = step(run, command);
    return Comments.areSpaced(run) || top != run.index()
        ? Edit.before(explained, step, BlankLine.of())
        : Edit.before(explained, step);
  }

  /** One step. */
  static Instruction step(RunFacts beside, String command) {
    String laidOut = command.replace("\n" + USUAL_INDENTATION, "\n" + beside.run().indentation());
    return Instruction.parse(ownIndentation(beside) + beside.keywordCase().of("RUN") + " " + laidOut);
  }

  /** The blanks before the RUN's keyword. */
  private static String ownIndentation(RunFacts run) {
    String text = run.construct().text();
    int end = 0;
    while (text.charAt(end) == ' ' || text.charAt(end) == '\t') {
      end++;
    }
    return text.substring(0, end);
  }
}
