package dev.drydock.openrewrite;

import dev.drydock.transform.Note;
import java.nio.file.Path;
import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;

/** What Drydock says of the Dockerfiles: what it changed, what it left alone, and why. */
public final class NoteTable extends DataTable<NoteTable.Row> {

  /** The table of this recipe. */
  public NoteTable(Recipe recipe) {
    super(recipe, "Notes on Dockerfiles", "What was changed or left alone in each Dockerfile, and why.");
  }

  void add(ExecutionContext context, Path file, Note note) {
    insertRow(context, new Row(file.toString(), note.line(), note.rule(), note.kind().name(), note.subject(), note.reason()));
  }

  /**
   * One note.
   *
   * @param file the path of the Dockerfile, from the root of the project
   * @param line where the construct begins in the file before, counted from 1
   * @param rule a stable id, such as {@code mount-cache/pip/inert}
   * @param kind CHANGED, KEPT or WARNING
   * @param subject what of the construct is meant
   * @param reason why, in words that a person can act on
   */
  public record Row(
      @Column(displayName = "File", description = "The path of the Dockerfile.") String file,
      @Column(displayName = "Line", description = "Where the construct begins in the file before.") int line,
      @Column(displayName = "Rule", description = "A stable id, which Drydock's documentation has a page for.") String rule,
      @Column(displayName = "Kind", description = "CHANGED, KEPT or WARNING.") String kind,
      @Column(displayName = "Subject", description = "What of the construct is meant.") String subject,
      @Column(displayName = "Reason", description = "Why.") String reason) {}
}
