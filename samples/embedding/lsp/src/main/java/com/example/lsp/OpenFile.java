package com.example.lsp;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Rule;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** A Dockerfile as the editor has it, and what Drydock says of it. Immutable: each change makes another. */
final class OpenFile {

  /** Where the pages of the rules lie; each is below it at {@link Rule#page()}. */
  private static final String PAGES = "https://drydock.dev/";

  /** One for all files: a transform is immutable and thread-safe. */
  private static final Transform MAIN_JOB = Transforms.pythonCaching();

  private final String text;
  private final Lines lines;
  private final Rewrite rewrite;

  OpenFile(String text) {
    this.text = text;
    this.lines = new Lines(text);
    this.rewrite = MAIN_JOB.apply(Dockerfile.parse(text));
  }

  /** The file after what was typed; a change without a range is the whole text. */
  OpenFile after(List<TextDocumentContentChangeEvent> changes) {
    String now = text;
    for (TextDocumentContentChangeEvent change : changes) {
      Range range = change.getRange();
      if (range == null) {
        now = change.getText();
      } else {
        Lines at = new Lines(now);
        now = now.substring(0, at.offset(range.getStart())) + change.getText() + now.substring(at.offset(range.getEnd()));
      }
    }
    return new OpenFile(now);
  }

  /** The notes, and what BuildKit would refuse. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>();
    rewrite.before().problems().forEach(problem -> {
      Position start = new Position(problem.line() - 1, problem.column() - 1);
      Diagnostic diagnostic = new Diagnostic(new Range(start, lines.endOfLine(start)), problem.message());
      diagnostic.setSeverity(DiagnosticSeverity.Error);
      diagnostic.setSource("drydock");
      diagnostic.setCode(problem.kind());
      all.add(diagnostic);
    });
    rewrite.notes().forEach(note -> all.add(diagnostic(note)));
    return all;
  }

  /** A note as a diagnostic, with the address of its rule's page. */
  Diagnostic diagnostic(Note note) {
    String about = note.subject().isEmpty() ? "" : note.subject() + ": ";
    Diagnostic diagnostic = new Diagnostic(lines.range(note.span()), about + note.reason());
    diagnostic.setSeverity(
        switch (note.kind()) {
          case CHANGED -> DiagnosticSeverity.Information;
          case KEPT -> DiagnosticSeverity.Hint;
          case WARNING -> DiagnosticSeverity.Warning;
        });
    diagnostic.setSource("drydock");
    diagnostic.setCode(note.rule());
    Rule.of(note).forEach(rule -> diagnostic.setCodeDescription(new DiagnosticCodeDescription(PAGES + rule.page())));
    return diagnostic;
  }

  /** The suggestions that touch this range. */
  List<Note> suggestions(Range range) {
    Span asked = new Span(lines.offset(range.getStart()), lines.offset(range.getEnd()));
    return rewrite
        .notes(Note.Kind.CHANGED)
        .filter(note -> note.span().start() <= asked.end() && asked.start() <= note.span().end())
        .asJava();
  }

  /** The edits that one suggestion stands for. */
  List<org.eclipse.lsp4j.TextEdit> edits(Note note) {
    return edits(rewrite.edits(note));
  }

  /** The edits of all suggestions. */
  List<org.eclipse.lsp4j.TextEdit> edits() {
    return edits(rewrite.edits());
  }

  private List<org.eclipse.lsp4j.TextEdit> edits(Iterable<TextEdit> edits) {
    List<org.eclipse.lsp4j.TextEdit> all = new ArrayList<>();
    edits.forEach(
        edit ->
            all.add(
                new org.eclipse.lsp4j.TextEdit(
                    lines.range(new Span(edit.start(), edit.end())), edit.replacement())));
    return all;
  }

  /** What is said at this position: each rule's title, the reason, and the page. */
  String hover(Position position) {
    int offset = lines.offset(position);
    StringBuilder said = new StringBuilder();
    for (Note note : rewrite.notes()) {
      if (note.span().start() <= offset && offset <= note.span().end()) {
        said.append(said.isEmpty() ? "" : "\n\n");
        Rule.of(note).forEach(rule -> said.append("**[").append(rule.title()).append("](").append(PAGES).append(rule.page()).append(")**\n\n"));
        said.append(note.reason());
      }
    }
    return said.toString();
  }
}
