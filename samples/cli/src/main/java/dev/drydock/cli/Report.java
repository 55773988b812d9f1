package dev.drydock.cli;

import dev.drydock.dockerfile.Problem;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The summary: what was changed and why, what was left alone and why, by file and line; then the totals. */
final class Report {

  private record Line(int number, String text) {}

  private final Colors colors;
  private final StringBuilder text = new StringBuilder();
  private int files;
  private int changed;
  private int warnings;

  Report(Colors colors) {
    this.colors = colors;
  }

  /** Takes in what there is to say of one file. */
  void add(Subject subject, Rewrite rewrite) {
    files++;
    if (rewrite.changed()) {
      changed++;
    }
    List<Line> lines = new ArrayList<>();
    for (Problem problem : rewrite.before().problems()) {
      warnings++;
      lines.add(new Line(problem.line(), text(subject, problem)));
    }
    for (Note note : rewrite.notes()) {
      if (note.kind() == Note.Kind.WARNING) {
        warnings++;
      }
      lines.add(new Line(note.line(), text(subject, note)));
    }
    lines.sort(Comparator.comparingInt(Line::number));
    lines.forEach(line -> text.append(line.text()));
  }

  /** Takes in a warning that is about several files. */
  void add(CacheConflict conflict) {
    warnings++;
    text.append(
        line(
            conflict.at().name() + ":" + conflict.at().line(),
            colors.warning(),
            CacheConflict.RULE,
            conflict.reason()));
  }

  private String text(Subject subject, Problem problem) {
    String at = subject.name() + ":" + problem.line() + ":" + problem.column();
    return line(at, colors.warning(), problem.kind(), problem.message());
  }

  private String text(Subject subject, Note note) {
    String about = note.subject().isEmpty() ? "" : note.subject() + ": ";
    return line(
        subject.name() + ":" + note.line(), colors.kind(note.kind()), note.rule(), about + note.reason());
  }

  private static String line(String at, String kind, String rule, String reason) {
    return at + ": " + kind + " [" + rule + "] " + Subject.printable(reason) + "\n";
  }

  /** The colours it is written in. */
  Colors colors() {
    return colors;
  }

  /** How many files became others. */
  int changed() {
    return changed;
  }

  /** The whole summary; a report on nothing says nothing. */
  String text(boolean written) {
    return files == 0 ? "" : text + totals(written) + "\n";
  }

  private String totals(boolean written) {
    String fate;
    if (changed == 0) {
      fate = "nothing to change";
    } else if (written) {
      fate = changed + " rewritten";
    } else {
      fate = changed + " would change; nothing is written without --write";
    }
    String cautions = warnings == 0 ? "" : warnings == 1 ? ", 1 warning" : ", " + warnings + " warnings";
    return (files == 1 ? "1 Dockerfile" : files + " Dockerfiles") + cautions + ": " + fate;
  }
}
