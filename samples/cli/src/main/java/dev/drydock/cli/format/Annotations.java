package dev.drydock.cli.format;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Problem;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.Place;
import dev.drydock.fleet.Remedy;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * All annotations of one file: its problems, and its notes but for those that there is nothing to do about. That a RUN
 * downloads nothing, say, is no matter for a review.
 */
final class Annotations {

  /** A file that is none has a problem on every line, of which nobody needs more than a few. */
  private static final int PROBLEMS = 5;

  private static final int DIGITS = 32;

  private final FleetFile file;
  private final String text;
  private final TextLines lines;
  private final Map<String, Integer> said = new HashMap<>();
  private final List<Annotation> all = new ArrayList<>();

  private Annotations(FleetFile file, Dockerfile dockerfile) {
    this.file = file;
    this.text = dockerfile.text();
    this.lines = new TextLines(text);
    dockerfile.problems().take(PROBLEMS).forEach(this::add);
  }

  /** Those of a file that BuildKit would refuse. */
  static List<Annotation> of(FleetFile file, Dockerfile refused) {
    return new Annotations(file, refused).all;
  }

  /** Those of a file and of what becomes of it. */
  static List<Annotation> of(FleetFile file, Rewrite rewrite, Levels levels) {
    Annotations annotations = new Annotations(file, rewrite.before());
    for (Note note : rewrite.notes()) {
      Level level = levels.of(file, note);
      if (level != Level.NOTE || note.kind() != Note.Kind.KEPT || Remedy.of(note.rule(), note.reason()).isOpen()) {
        annotations.add(level, note, rewrite);
      }
    }
    return annotations.all;
  }

  /** One that is about several files, and stands at a line of this one. */
  static Annotation of(Place place, String rule, String reason) {
    Region line = new Region(place.line(), 1, place.line(), 1);
    return new Annotation(Level.WARNING, rule, line, reason, digest(place.file().uri() + "\n" + rule), List.of());
  }

  /** The path of a file as other tools write it. */
  static String path(FleetFile file) {
    return file.inRepository().toString().replace(File.separatorChar, '/');
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
    String what = file.uri() + "\n" + rule + "\n" + words.strip();
    return digest(what + "\n" + said.merge(what, 1, Integer::sum));
  }

  private static String digest(String what) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
