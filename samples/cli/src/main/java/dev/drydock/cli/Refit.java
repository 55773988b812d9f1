package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Applies a transform to the Dockerfiles below some paths: shows each change, or writes it. */
final class Refit implements Visitor {

  private final Console console;
  private final Transform transform;
  private final Report report;
  private final boolean write;
  private final boolean check;
  private final boolean quiet;
  private final Colors colors;
  private final CacheSharing sharing = new CacheSharing();
  private final UninterruptedWrites writes;

  Refit(Console console, Transform transform, Report report, boolean write, boolean check, boolean quiet) {
    this.console = console;
    this.transform = transform;
    this.report = report;
    this.write = write;
    this.check = check;
    this.quiet = quiet;
    this.colors = report.colors();
    this.writes = write ? UninterruptedWrites.begin() : new UninterruptedWrites();
  }

  /** Does them all, and then says what was done. */
  void run(List<String> paths) {
    Visitor.visit(paths, console, this);
    sharing.conflicts().forEach(report::add);
    if (!quiet) {
      console.print(report.text(write));
    }
  }

  @Override
  public void dockerfile(Subject subject, Dockerfile dockerfile) {
    Rewrite rewrite = transform.apply(dockerfile);
    if (rewrite.changed() && write) {
      write(rewrite.after(), subject.path().get());
    } else if (rewrite.changed() && !quiet) {
      print(rewrite, subject);
    }
    report.add(subject, rewrite);
    sharing.add(subject, rewrite);
  }

  private void write(Dockerfile dockerfile, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UncheckedIOException(new java.io.IOException("cannot write " + file + ": it is not a regular file"));
    }
    writes.write(dockerfile, file);
  }

  /** The diff, in the encoding of the file, so that it can be applied to it. */
  private void print(Rewrite rewrite, Subject subject) {
    String diff = colors.diff(rewrite.diff(subject.diffName()));
    int body = diff.indexOf('\n', diff.indexOf('\n') + 1) + 1;
    console.print(diff.substring(0, body).getBytes(StandardCharsets.UTF_8));
    console.print(diff.substring(body).getBytes(rewrite.before().encoding()));
    console.flush();
  }

  /** Where nobody looks any more, only the files that are to be written or checked matter. */
  @Override
  public boolean finished() {
    return console.closed() && !write && !check;
  }
}
