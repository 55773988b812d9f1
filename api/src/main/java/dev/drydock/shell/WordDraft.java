package dev.drydock.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A word while it is being read: neighbouring characters of one kind become one part. */
final class WordDraft {

  private final Source source;
  private final int start;
  private final Deque<Parts> open = new ArrayDeque<>();

  /** The parts so far, of the word or of the argument of an expansion within it. */
  private static final class Parts {
    private final WordPart.Variable variable;
    private final List<WordPart> parts = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private boolean pendingQuoted;

    Parts(WordPart.Variable variable) {
      this.variable = variable;
    }

    void flush() {
      if (pending.length() > 0 || pendingQuoted) {
        parts.add(new WordPart.Literal(pending.toString(), pendingQuoted));
        pending.setLength(0);
        pendingQuoted = false;
      }
    }
  }

  WordDraft(Source source, int start) {
    this.source = source;
    this.start = start;
    open.push(new Parts(new WordPart.Variable("", "", List.of(), false)));
  }

  void literal(String text, int from, int to, boolean quoted) {
    Parts current = open.getFirst();
    if (quoted != current.pendingQuoted) {
      current.flush();
      current.pendingQuoted = quoted;
    }
    current.pending.append(text, from, to);
  }

  void variable(String name, String operator, boolean quoted) {
    open.getFirst().flush();
    open.push(new Parts(new WordPart.Variable(name, operator, List.of(), quoted)));
  }

  void variableEnd() {
    Parts ended = open.pop();
    ended.flush();
    WordPart.Variable v = ended.variable;
    open.getFirst().parts.add(new WordPart.Variable(v.name(), v.operator(), ended.parts, v.quoted()));
  }

  void computed(boolean runsCommands) {
    open.getFirst().flush();
    open.getFirst().parts.add(new WordPart.Computed(runsCommands));
  }

  Word word(int end) {
    Parts all = open.getFirst();
    all.flush();
    return new Word(source, start, end, List.copyOf(all.parts));
  }
}
