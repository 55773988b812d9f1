package dev.drydock.cli;

import dev.drydock.cli.format.RulePages;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.RewriteLines;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes and problems as lines that an editor can jump to: {@code path:line: kind [rule] subject: reason}. */
final class NoteList {

  /** A file that is none has a problem on every line, of which nobody needs more than a few. */
  private static final int PROBLEMS = 5;

  private final Colors colors;
  private final boolean written;
  private final InForce inForce;
  private final Set<String> pages = new TreeSet<>();

  /** Lines are those of the file as it lies there: after the rewrite where it is written. */
  NoteList(Colors colors, boolean written, InForce inForce) {
    this.colors = colors;
    this.written = written;
    this.inForce = inForce;
  }

  /** What there is to say of a rewrite, sorted by line; problems come first. */
  String of(FleetFile file, Rewrite rewrite) {
    RewriteLines lines = RewriteLines.of(rewrite);
    RuleSettings rules = inForce.rules(file);
    return problems(file, rewrite.before())
        + rewrite
            .notes()
            .sorted(Comparator.comparingInt(Note::line))
            .map(note -> line(file.name() + ":" + (written ? lines.after(note.line()) : note.line()), rules.of(note), note))
            .mkString();
  }

  /** The problems of a file that BuildKit would refuse. */
  String problems(FleetFile file, Dockerfile dockerfile) {
    int more = dockerfile.problems().size() - PROBLEMS;
    return dockerfile
            .problems()
            .take(PROBLEMS)
            .map(
                problem ->
                    line(
                        file.name() + ":" + problem.line() + ":" + problem.column(),
                        colors.warning(),
                        problem.kind(),
                        problem.message()))
            .mkString()
        + (more > 0 ? file.name() + ": and " + more + " more problems\n" : "");
  }

  /** The addresses of the pages of all rules that were named so far, each once; nothing where none were. */
  String pages() {
    return pages.isEmpty() ? "" : pages.stream().collect(Collectors.joining("\n  ", "More about these rules:\n  ", "\n"));
  }

  private String line(String at, @Nullable Severity severity, Note note) {
    RulePages.address(note.rule()).forEach(pages::add);
    String kind = severity == null ? colors.kind(note.kind()) : colors.severity(severity);
    String about = note.subject().isEmpty() ? "" : note.subject() + ": ";
    return line(at, kind, note.rule(), about + note.reason());
  }

  private static String line(String at, String kind, String rule, String reason) {
    return at + ": " + kind + " [" + rule + "] " + FleetFile.printable(reason) + "\n";
  }
}
