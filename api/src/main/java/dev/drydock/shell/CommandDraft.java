package dev.drydock.shell;

import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simple command while it is being read, or a list, whose own words belong to no command. */
final class CommandDraft {

  private final @Nullable CommandDraft outer;
  private final Source source;
  private final WordTable table;
  private final int start;
  private final int opened;
  private Vector<Assignment> assignments = Vector.empty();
  private Vector<Redirection> redirections = Vector.empty();

  /** What runs a script: it has no words. */
  CommandDraft(Source source, WordTable table) {
    this(null, source, table, 0);
  }

  private CommandDraft(@Nullable CommandDraft outer, Source source, WordTable table, int start) {
    this.outer = outer;
    this.source = source;
    this.table = table;
    this.start = start;
    this.opened = table.opened();
  }

  /** A command, or a list, begins within this one. */
  CommandDraft begin(Source in, int from) {
    return new CommandDraft(this, in, table, from);
  }

  /** What it is within, once it has ended. */
  CommandDraft end() {
    table.drop(opened);
    return outer == null ? this : outer;
  }

  void add(WordDraft word, int end) {
    List<WordPart> parts = word.parts(end);
    WordDraft.Target target = word.target();
    if (target == null) {
      table.add(word.start(), end, parts);
    } else {
      add(target, new Word(word.source(), word.start(), end, parts));
    }
  }

  private void add(WordDraft.Target target, Word word) {
    String text = source.text();
    Span span = source.span(target.begin(), word.end());
    String named = text.substring(target.namedFrom(), target.namedTo());
    if (target.redirects()) {
      String descriptor = text.substring(target.begin(), target.namedFrom());
      redirections = redirections.append(new Redirection(descriptor, named, word, span));
    } else {
      assignments = assignments.append(new Assignment(named, word, span, target.appends(), true));
    }
  }

  /** The command with all its words. */
  SimpleCommand whole(Element place, int end, RunnerChain runners, ShellState state) {
    int count = table.opened() - opened;
    int first = table.take(opened);
    return new SimpleCommand(
        place, start, end, assignments, table, first, count, redirections, runners.runner(), runners.user(), state, state);
  }
}
