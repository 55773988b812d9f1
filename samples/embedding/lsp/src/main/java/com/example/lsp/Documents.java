package com.example.lsp;

import dev.drydock.transform.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;

/** The files that are open in the editor. */
final class Documents implements TextDocumentService {

  private final Map<String, OpenFile> open = new ConcurrentHashMap<>();
  private LanguageClient client;

  void connect(LanguageClient client) {
    this.client = client;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    publish(params.getTextDocument().getUri(), new OpenFile(params.getTextDocument().getText()));
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    OpenFile file = open.get(uri);
    if (file != null) {
      publish(uri, file.after(params.getContentChanges()));
    }
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    open.remove(uri);
    client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {}

  private void publish(String uri, OpenFile file) {
    open.put(uri, file);
    client.publishDiagnostics(new PublishDiagnosticsParams(uri, file.diagnostics()));
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    OpenFile file = open.get(params.getTextDocument().getUri());
    return CompletableFuture.completedFuture(
        new DocumentDiagnosticReport(
            new RelatedFullDocumentDiagnosticReport(file == null ? List.of() : file.diagnostics())));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    String uri = params.getTextDocument().getUri();
    OpenFile file = open.get(uri);
    List<Either<Command, CodeAction>> actions = new ArrayList<>();
    if (file != null) {
      List<String> kinds = params.getContext().getOnly();
      if (asked(kinds, CodeActionKind.QuickFix)) {
        for (Note note : file.suggestions(params.getRange())) {
          CodeAction action = action(uri, "Drydock: " + note.reason(), CodeActionKind.QuickFix, file.edits(note));
          action.setDiagnostics(List.of(file.diagnostic(note)));
          actions.add(Either.forRight(action));
        }
      }
      if (asked(kinds, DockerfileServer.FIX_ALL) && !file.edits().isEmpty()) {
        actions.add(Either.forRight(action(uri, "Drydock: all suggestions", DockerfileServer.FIX_ALL, file.edits())));
      }
    }
    return CompletableFuture.completedFuture(actions);
  }

  /** Whether a kind is asked for: all are where the client names none, and a kind with those below it. */
  private static boolean asked(List<String> kinds, String kind) {
    return kinds == null || kinds.stream().anyMatch(only -> kind.equals(only) || kind.startsWith(only + "."));
  }

  private static CodeAction action(String uri, String title, String kind, List<TextEdit> edits) {
    CodeAction action = new CodeAction(title);
    action.setKind(kind);
    action.setEdit(new WorkspaceEdit(Map.of(uri, edits)));
    return action;
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    OpenFile file = open.get(params.getTextDocument().getUri());
    String said = file == null ? "" : file.hover(params.getPosition());
    return CompletableFuture.completedFuture(
        said.isEmpty() ? null : new Hover(new MarkupContent(MarkupKind.MARKDOWN, said)));
  }
}
