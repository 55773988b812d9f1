package dev.drydock.cli;

import dev.drydock.cli.format.FilePatch;
import dev.drydock.cli.format.Format;
import dev.drydock.cli.format.Formats;
import dev.drydock.cli.services.Service;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.SharedCache;
import dev.drydock.transform.Rewrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Refits the Dockerfiles below some paths: shows each change, or writes it. */
class Refit extends FleetCommand {

  private final Report report;
  private final NoteList list;
  private final Display display;
  private final Colors colors;
  private final boolean write;
  private final boolean check;
  private final UninterruptedWrites writes;
  private final UndoLog undo = UndoLog.ofProcess();
  private final InForce inForce;
  private final Gate gate;
  private final Format format;
  private final @Nullable Questions questions;
  private boolean cannotUndo;
  private final Progress progress;

  Refit(
      Console console,
      Display display,
      Colors colors,
      InForce inForce,
      Gate gate,
      boolean write,
      boolean check,
      boolean interactive) {
    super(console);
    Formats wanted = display.format();
    this.format = wanted == null ? (file, rewrite) -> {} : wanted.to(console.output(), inForce::level, Version.number(), RunDate.ofProcess());
    this.display = display;
    this.colors = colors;
    this.write = write;
    this.check = check;
    this.inForce = inForce;
    this.gate = gate;
    this.questions = interactive ? new Questions(console) : null;
    this.report = new Report(colors, write);
    this.list = new NoteList(colors, write, inForce);
    this.writes = write ? UninterruptedWrites.begin() : new UninterruptedWrites();
    this.progress = new Progress(console);
  }

  /** What fails a check. */
  Gate gate() {
    return gate;
  }

  /** What was done so far. */
  Report report() {
    return report;
  }

  /** Says what remains to be said when all are done. */
  void conclude(String paths) {
    progress.end();
    for (SharedCache cache : report.mixed()) {
      cache.mixed().forEach(use -> gate.addWarning(use.first().file().path(), SharedCache.MIXED));
      format.shared(Report.place(cache), SharedCache.MIXED, report.reason(cache));
    }
    format.end();
    if (check && !display.quiet()) {
      console().printError(gate.text());
    }
    if (display.notes()) {
      console().print(report.warningsOnSeveralFiles());
    }
    if (display.summary()) {
      console().print(list.pages() + report.summary(paths));
    } else if (display.totals()) {
      console().printError(list.pages() + report.totals());
    }
  }

  @Override
  public void prepare(FleetFile file, Rewrite rewrite) {
    if (display.summary()) {
      report.prepare(file, rewrite);
    }
  }

  @Override
  public void rewrite(FleetFile file, Rewrite made) {
    read(file);
    Rewrite rewrite = made;
    if (questions != null && made.changed()) {
      print(made, file);
      rewrite = questions.choose(file, made);
    }
    if (rewrite.changed() && write) {
      try {
        write(rewrite, file);
      } catch (UncheckedIOException e) {
        failed(file, FleetFile.printable(String.valueOf(e.getMessage())));
        return;
      }
    }
    if (rewrite.changed() && questions == null && display.diffs()) {
      print(rewrite, file);
    }
    format.rewrite(file, rewrite);
    report.add(file, rewrite);
    gate.add(file, rewrite, inForce.rules(file));
    if (display.notes()) {
      console().print(list.of(file, rewrite));
    }
    progress.step();
  }

  @Override
  public void refused(FleetFile file, Dockerfile dockerfile, String reason) {
    read(file);
    format.refused(file, dockerfile, reason);
    report.addRefused(file, reason);
    if (display.notes()) {
      console().print(list.problems(file, dockerfile));
    }
    if (display.totals()) {
      console().warn(file.name() + " is left alone: " + reason + "; --force refits it all the same");
    }
  }

  @Override
  void service(Service service) {
    format.service(service);
  }

  @Override
  public void skipped(FleetFile file, String reason) {
    format.skipped(file, reason);
    report.addSkipped(file, reason);
  }

  @Override
  public void failed(FleetFile file, String reason) {
    super.failed(file, reason);
    format.failed(file, reason);
  }

  private void write(Rewrite rewrite, FleetFile file) {
    Path path = file.path();
    if (!Files.isRegularFile(path)) {
      throw new UncheckedIOException(new IOException("cannot write " + file.name() + ": it is not a regular file"));
    }
    file.requireUnchanged(rewrite.before());
    int names = names(path);
    keep(rewrite, path);
    writes.write(rewrite.after(), path);
    if (names > 1) {
      console().warn(file.name() + " had " + names + " names (hard links); the others keep the text as it was");
    }
  }

  /** Where that cannot be, such as in a home that is read-only, files are written all the same. */
  private void keep(Rewrite rewrite, Path path) {
    try {
      if (!cannotUndo) {
        undo.keep(path, rewrite.before(), rewrite.after());
      }
    } catch (UncheckedIOException e) {
      cannotUndo = true;
      console().warn(String.valueOf(e.getMessage()));
    }
  }

  /** By how many names the file is known; one where the system does not tell. */
  private static int names(Path path) {
    try {
      return Files.getAttribute(path, "unix:nlink") instanceof Integer names ? names : 1;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return 1;
    }
  }

  private void print(Rewrite rewrite, FleetFile file) {
    console().print(FilePatch.of(file, rewrite, colors::diff));
    console().flush();
  }

  /** Where nobody looks any more, only the files that are to be written or checked matter. */
  @Override
  public boolean finished() {
    return (console().closed() && !write && !check) || (questions != null && questions.ended());
  }
}
