package dev.drydock.cli.format;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Problem;
import dev.drydock.fleet.Remedy;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All annotations of one file: its problems, and its notes but for those that there is nothing to do about. That a RUN
 * downloads nothing, say, is no matter for a review.
 */
final class Annotations {

  /** A file that is none has a problem on every line, of which nobody needs more than a few. */
  private static final int PROBLEMS = 5;

  private static final int DIGITS = 32;

  private final RepositoryPath path;
  private final String text;
  private final TextLines lines;
  private final Map<String, Integer> said = new HashMap<>();
  private final List<Annotation> all = new ArrayList<>();

  private Annotations(RepositoryPath path, Dockerfile dockerfile) {
    this.path = path;
    this.text = dockerfile.text();
    this.lines = new TextLines(text);
    dockerfile.problems().take(PROBLEMS).forEach(this::add);
  }

  /** Those of a file that BuildKit would refuse. */
  static List<Annotation> of(RepositoryPath path, Dockerfile refused) {
    return new Annotations(path, refused).all;
  }

  /** Those of a file and of what becomes of it, each note of its level. */
  static List<Annotation> of(RepositoryPath path, Rewrite rewrite, Function<Note, Level> levels) {
    Annotations annotations = new Annotations(path, rewrite.before());
    for (Note note : rewrite.notes()) {
      Level level = levels.apply(note);
      if (level != Level.NOTE || note.kind() != Note.Kind.KEPT || Remedy.of(note.rule(), note.reason()).isOpen()) {
        annotations.add(level, note, rewrite);
      }
    }
    return annotations.all;
  }

  /** One that is about several files, and stands at a line of this one. */
  static Annotation of(RepositoryPath path, int line, String rule, String reason) {
    Region region = new Region(line, 1, line, 1);
    return new Annotation(Level.WARNING, rule, region, reason, digest(path.uri() + "\n" + rule), List.of());
  }

  private void add(Problem problem) {
    Region at = new Region(problem.line(), problem.column(), problem.line(), problem.column());
    String fingerprint = fingerprint(problem.kind(), problem.message());
    all.add(new Annotation(Level.WARNING, problem.kind(), at, problem.message(), fingerprint, List.of()));
  }

  private void add(Level level, Note note, Rewrite rewrite) {
    String about = note.subject().isEmpty() ? "" : note.subject() + ": ";
    all.add(
        new Annotation(
            level,
            note.rule(),
            lines.region(note.span()),
            about + note.reason(),
            fingerprint(note.rule(), note.span().of(text)),
            rewrite.edits(note).map(lines::wholeLines).asJava()));
  }

  /** Of what is said of the same words several times, each has its number. */
  private String fingerprint(String rule, String words) {
    String what = path.uri() + "\n" + rule + "\n" + words.strip();
    return digest(what + "\n" + said.merge(what, 1, Integer::sum));
  }

  private static String digest(String what) {
    return HexFormat.of().formatHex(Sha256.of(what.getBytes(StandardCharsets.UTF_8))).substring(0, DIGITS);
  }
}
