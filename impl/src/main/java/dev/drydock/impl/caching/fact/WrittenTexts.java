package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.FileWriters;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.Options;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.shell.ShellScript;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The texts that a Dockerfile writes into files itself, by the names of these files: {@code COPY <<EOF /x.sh}, {@code cat
 * <<EOF > /x.sh}, {@code printf '…' > requirements.txt}, {@code tee x.sh}.
 */
public final class WrittenTexts {

  /** What reads a script into the shell that calls it. */
  static final Set<String> SOURCING = HashSet.of("source", ".");

  /** A text that is written, by an instruction at an index of the file. */
  private record Written(int index, String text) {}

  private final Map<String, Vector<Written>> byName;

  WrittenTexts(Vector<FileCopy<?>> copies, Vector<RunFacts> runs) {
    Map<String, Vector<Written>> found = HashMap.empty();
    for (FileCopy<?> copy : copies) {
      for (Heredoc heredoc : copy.heredocs()) {
        String destination = copy.destination();
        String name = destination.endsWith("/") ? heredoc.name() : Paths.baseName(destination);
        found = with(found, name, new Written(-1, heredoc.content()));
      }
    }
    for (RunFacts run : runs.filter(one -> FileWriters.OF_TEXT.exists(one.text()::contains))) {
      Vector<Invocation> invocations = run.invocations();
      for (int i = 0; i < invocations.size(); i++) {
        if (FileWriters.OF_TEXT.contains(invocations.get(i).name())) {
          Vector<String> files = files(invocations.get(i));
          String written = files.isEmpty() ? "" : written(run, i);
          for (String file : files) {
            found = with(found, Paths.baseName(file), new Written(run.index(), written));
          }
        }
      }
    }
    this.byName = found;
  }

  private static Map<String, Vector<Written>> with(Map<String, Vector<Written>> all, String name, Written written) {
    return all.put(name, all.getOrElse(name, Vector.empty()).append(written));
  }

  private static Vector<String> files(Invocation invocation) {
    Vector<String> redirected =
        invocation.command().redirections()
            .filter(redirection -> redirection.operator().contains(">"))
            .flatMap(redirection -> redirection.target().value());
    return invocation.name().equals("tee")
        ? redirected.appendAll(invocation.arguments().flatMap(Argument::plain))
        : redirected;
  }

  /** What a command writes: its words, what is piped into it, or the here-document that it is given. */
  private static String written(RunFacts run, int index) {
    Invocation invocation = run.invocations().get(index);
    return invocation.readsHereDocument() && hereStrings(invocation).isEmpty()
        ? hereDocument(run, index)
        : texts(run, run.feeding(invocation).append(invocation));
  }

  /** The lines of the Dockerfile's heredocs; else what stands between a command and the next one on a later line. */
  static String hereDocument(RunFacts run, int index) {
    String text = run.text();
    int start = run.invocations().get(index).command().span().start();
    Vector<Heredoc> heredocs = run.run().heredocs();
    if (heredocs.nonEmpty() && start < heredocs.head().body().start()) {
      return text.substring(heredocs.head().body().start());
    }
    int line = text.indexOf('\n', start);
    int next = index + 1;
    while (next < run.invocations().size() && run.invocations().get(next).command().span().start() < line) {
      next++;
    }
    int end = next < run.invocations().size() ? run.invocations().get(next).command().span().start() : text.length();
    return end > start ? text.substring(start, end) : "";
  }

  /** Commands as they are written, each on a line of its own. */
  private static String texts(RunFacts run, Vector<Invocation> invocations) {
    return invocations.map(each -> each.command().span().of(run.text())).mkString("\n");
  }

  /** What a command is given to read: by a here-string, by a pipe, or by a here-document. */
  private static String input(RunFacts run, Invocation invocation) {
    Vector<String> hereStrings = hereStrings(invocation);
    if (hereStrings.nonEmpty()) {
      return hereStrings.mkString("\n");
    }
    return invocation.command().inPipeline()
        ? texts(run, run.feeding(invocation))
        : hereDocument(run, run.invocations().indexOf(invocation));
  }

  private static Vector<String> hereStrings(Invocation invocation) {
    return invocation.command().redirections()
        .filter(redirection -> redirection.operator().equals("<<<"))
        .map(redirection -> redirection.target().text());
  }

  /** Whether the file writes none. */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  /** The texts that a command of a RUN runs and that are not read; of scripts those that the file wrote before it or in the same RUN. */
  public Vector<UnreadText> runBy(RunFacts run, Invocation invocation) {
    Vector<UnreadText> given = given(run, invocation);
    return byName.isEmpty()
        ? given
        : given.appendAll(
            file(invocation)
                .toVector()
                .flatMap(file -> in(run, file))
                .map(text -> new UnreadText(UnreadText.Kind.SCRIPT, text)));
  }

  private static Vector<UnreadText> given(RunFacts run, Invocation invocation) {
    if (Interpreters.isOne(invocation.name())) {
      String program = invocation.readsHereDocument() ? input(run, invocation) : invocation.command().span().of(run.text());
      return Vector.of(new UnreadText(UnreadText.Kind.PROGRAM, program));
    }
    boolean isGivenAny = invocation.command().inPipeline() || hereStrings(invocation).nonEmpty();
    return isGivenAny && readsItsInput(invocation) ? Vector.of(new UnreadText(UnreadText.Kind.PIPE, input(run, invocation))) : Vector.empty();
  }

  /** Whether a command is a shell whose script is what it reads: one without a file, with {@code -s}, or with that file. */
  private static boolean readsItsInput(Invocation invocation) {
    Option<String> file = invocation.firstOperand().flatMap(Argument::plain);
    boolean isShell = ShellScript.isShell(invocation.name());
    return file.contains("/dev/stdin")
        ? isShell || SOURCING.contains(invocation.name())
        : isShell && (invocation.firstOperand().isEmpty() || Options.has(invocation.arguments(), 's', "stdin"));
  }

  /** All that the file writes into files of this name. */
  Vector<String> into(String path) {
    return byName.getOrElse(Paths.baseName(path), Vector.empty()).map(Written::text);
  }

  /** What the file has written before a RUN, or in it, into files of this name. */
  Vector<String> in(RunFacts run, String path) {
    return byName
        .getOrElse(Paths.baseName(path), Vector.empty())
        .filter(text -> text.index() <= run.index())
        .map(Written::text);
  }

  /** The file that a command runs: what a shell or an interpreter is given, or the program itself. */
  static Option<String> file(Invocation invocation) {
    String name = invocation.name();
    boolean runsOperand =
        ShellScript.isShell(name) || SOURCING.contains(name) || Interpreters.isOne(name);
    return runsOperand
        ? invocation.firstOperand().flatMap(Argument::plain)
        : Option.some(name).filter(program -> !program.isEmpty() && !FileWriters.OF_TEXT.contains(program));
  }
}
