package dev.drydock.laws;

import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.ParserDirective;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import io.vavr.collection.Vector;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Law 13: what no note names means the same as before. A change has a note with a reason, or it is one of layout:
 * BuildKit reads the same instructions, and people the same comments.
 */
final class Meaning {

  private static final String LAW = "13 meaning";

  private Meaning() {}

  static void check(Rewrite rewrite) {
    if (rewrite.notes().forAll(note -> !note.unexplained())) {
      return;
    }
    Dockerfile before = rewrite.before();
    Set<Integer> named =
        rewrite.notes(Note.Kind.CHANGED).toJavaStream().filter(note -> !note.unexplained()).map(Note::line).collect(Collectors.toSet());
    Vector<String> was = meanings(before.constructs().filter(construct -> !named.contains(before.line(construct))));
    Vector<String> is =
        meanings(
            rewrite
                .after()
                .constructs()
                .filter(construct -> rewrite.origin(construct).forAll(origin -> !named.contains(before.line(origin)))));
    if (!was.equals(is)) {
      int same = was.zip(is).takeWhile(pair -> pair._1.equals(pair._2)).size();
      throw Broken.law(
          LAW,
          rewrite,
          "No note gives a reason why " + shown(was, same) + " became " + shown(is, same) + ": Edit.because(…) does.");
    }
  }

  private static String shown(Vector<String> meanings, int index) {
    return index < meanings.size() ? meanings.get(index) : "nothing";
  }

  private static Vector<String> meanings(Vector<Construct> constructs) {
    return constructs.filter(construct -> !(construct instanceof BlankLine)).map(Meaning::of);
  }

  private static String of(Construct construct) {
    if (construct instanceof Comment comment) {
      return "# " + comment.words();
    }
    if (construct instanceof ParserDirective directive) {
      return "# " + directive.name() + "=" + directive.value();
    }
    return construct instanceof Instruction instruction ? of(instruction) : construct.text().strip();
  }

  private static String of(Instruction instruction) {
    String held = instruction instanceof OnBuild outer ? outer.instruction().map(Meaning::of).getOrElse("") : "";
    Vector<String> parts = instruction.flags().map(Flag::text).appendAll(instruction.arguments());
    return instruction.keyword()
        + (instruction.execForm() ? " in exec form " : " ")
        + (held.isEmpty() ? parts.mkString(" ") : held)
        + instruction.heredocs().map(Heredoc::content).mkString();
  }
}
