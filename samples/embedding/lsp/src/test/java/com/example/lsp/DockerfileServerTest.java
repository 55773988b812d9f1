package com.example.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server as a process of its own, spoken to by LSP4J's client. */
class DockerfileServerTest {

  private static final String URI = "file:///service/Dockerfile";
  private static final String TEXT =
      """
      FROM python:3.12-slim
      RUN pip install --no-cache-dir flask
      RUN pip install --no-cache-dir django
      """;

  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
  private Process process;
  private LanguageServer server;

  @BeforeEach
  void start() throws Exception {
    process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp", System.getProperty("java.class.path"), DockerfileServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(new Client(), process.getInputStream(), process.getOutputStream());
    launcher.startListening();
    server = launcher.getRemoteProxy();
    assertThat(get(server.initialize(new InitializeParams())).getServerInfo().getName()).isEqualTo("drydock");
  }

  @AfterEach
  void stop() throws Exception {
    get(server.shutdown());
    server.exit();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void aFileThatIsOpenedHasDiagnosticsWithSpansAndPages() throws Exception {
    open(TEXT);
    List<Diagnostic> pushed = next();
    assertThat(pushed)
        .anySatisfy(
            diagnostic -> {
              assertThat(diagnostic.getCode().getLeft()).startsWith("mount-cache/pip");
              assertThat(diagnostic.getRange().getStart().getLine()).isEqualTo(1);
              assertThat(diagnostic.getCodeDescription().getHref()).contains("docs/rules/").endsWith(".md");
              assertThat(diagnostic.getSource()).isEqualTo("drydock");
            });
    assertThat(get(server.getTextDocumentService().diagnostic(new DocumentDiagnosticParams(document()))).getLeft().getItems())
        .isEqualTo(pushed);
  }

  @Test
  void oneSuggestionIsTakenAndTheOtherLeft() throws Exception {
    open(TEXT);
    next();
    List<CodeAction> fixes = actions(new Range(new Position(2, 6), new Position(2, 6)), CodeActionKind.QuickFix);
    assertThat(fixes).isNotEmpty();
    CodeAction mount =
        fixes.stream().filter(fix -> fix.getDiagnostics().get(0).getCode().getLeft().startsWith("mount-cache/pip")).findFirst().orElseThrow();
    assertThat(edited(TEXT, mount))
        .isEqualTo(
            """
            FROM python:3.12-slim
            RUN pip install --no-cache-dir flask
            RUN --mount=type=cache,target=/root/.cache/pip \\
                pip install django
            """);
  }

  @Test
  void fixAllIsTheMainJob() throws Exception {
    open(TEXT);
    next();
    CodeAction all = actions(new Range(new Position(0, 0), new Position(0, 0)), CodeActionKind.SourceFixAll).get(0);
    assertThat(all.getKind()).isEqualTo("source.fixAll.drydock");
    assertThat(edited(TEXT, all)).isEqualTo(Transforms.pythonCaching().apply(Dockerfile.parse(TEXT)).after().text());
  }

  @Test
  void whatIsTypedCountsAtOnce() throws Exception {
    open("FROM python:3.12-slim\n");
    assertThat(next()).isEmpty();
    change(new Range(new Position(1, 0), new Position(1, 0)), "RUN pip install flask\n");
    assertThat(next()).isNotEmpty();
    change(new Range(new Position(1, 4), new Position(1, 7)), "pipz");
    assertThat(next()).noneMatch(diagnostic -> diagnostic.getCode().getLeft().startsWith("mount-cache/pip/"));
    change(new Range(new Position(0, 0), new Position(9, 0)), "FROM \u00e9\ud83d\ude80\n");
    next();
    change(null, "");
    next();
  }

  @Test
  void aBrokenFileHasErrorsWhereTheyAre() throws Exception {
    open("FROM python:3.12\nRUNN pip install flask\n");
    assertThat(next())
        .anySatisfy(
            diagnostic -> {
              assertThat(diagnostic.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
              assertThat(diagnostic.getRange().getStart().getLine()).isEqualTo(1);
            });
    assertThat(actions(new Range(new Position(1, 0), new Position(1, 0)), CodeActionKind.QuickFix)).isEmpty();
  }

  @Test
  void aLargeFileAndOneThatIsNotOpenAreAnswered() throws Exception {
    open("FROM debian\n" + "RUN echo a line that makes this file large\n".repeat(50_000));
    assertThat(next()).isEmpty();
    TextDocumentIdentifier other = new TextDocumentIdentifier("file:///nowhere/Dockerfile");
    assertThat(get(server.getTextDocumentService().hover(new HoverParams(other, new Position(0, 0))))).isNull();
  }

  @Test
  void hoverSaysWhatTheRuleMeans() throws Exception {
    open(TEXT);
    next();
    Hover hover = get(server.getTextDocumentService().hover(new HoverParams(document(), new Position(1, 6))));
    assertThat(hover.getContents().getRight().getValue()).contains("docs/rules/mount-cache");
  }

  private void open(String text) {
    server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "dockerfile", 1, text)));
  }

  private void change(Range range, String text) {
    TextDocumentContentChangeEvent event = new TextDocumentContentChangeEvent(text);
    event.setRange(range);
    server
        .getTextDocumentService()
        .didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(URI, 2), List.of(event)));
  }

  private List<Diagnostic> next() throws InterruptedException {
    PublishDiagnosticsParams params = published.poll(60, TimeUnit.SECONDS);
    assertThat(params).isNotNull();
    return params.getDiagnostics();
  }

  private List<CodeAction> actions(Range range, String kind) throws Exception {
    CodeActionParams params = new CodeActionParams(document(), range, new CodeActionContext(List.of(), List.of(kind)));
    return get(server.getTextDocumentService().codeAction(params)).stream().map(Either::getRight).toList();
  }

  private static TextDocumentIdentifier document() {
    return new TextDocumentIdentifier(URI);
  }

  /** The text with the edits of an action made, as an editor makes them: from the last to the first. */
  private static String edited(String text, CodeAction action) {
    List<TextEdit> edits = new ArrayList<>(action.getEdit().getChanges().get(URI));
    Lines lines = new Lines(text);
    edits.sort(Comparator.comparingInt(edit -> -lines.offset(edit.getRange().getStart())));
    StringBuilder result = new StringBuilder(text);
    for (TextEdit edit : edits) {
      result.replace(lines.offset(edit.getRange().getStart()), lines.offset(edit.getRange().getEnd()), edit.getNewText());
    }
    return result.toString();
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(60, TimeUnit.SECONDS);
  }

  private final class Client implements LanguageClient {

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
      published.add(diagnostics);
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams message) {}
  }
}
