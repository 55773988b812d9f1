package dev.drydock.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word while it is being read: neighbouring characters of one kind become one part. Most words are one piece of the
 * text without quotes, so nothing else is kept until there is a second piece. A draft is used for one word after another,
 * and has another one for the words within its word, which are those of a command substitution.
 */
final class WordDraft {

  private static final WordPart.Variable NONE = new WordPart.Variable("", "", List.of(), false);

  private final @Nullable WordDraft outer;
  private @Nullable WordDraft inner;
  private Source source;
  private int start;

  /** What the word is for; none where it is one of the command's own words. */
  private @Nullable Target target;

  /** Where the one piece ends that begins where the word does; the start where there is none. */
  private int plainEnd;

  /** The parts; none while there is at most that one piece. */
  private @Nullable Parts current;

  /** What the expansions that are open stand in; none where none is open. */
  private @Nullable Deque<Parts> around;

  /** The parts so far, of the word or of the argument of an expansion within it. */
  private static final class Parts {
    private final WordPart.Variable variable;
    private List<WordPart> parts = List.of();

    /** The characters that have not become a part: a piece of a text, or several put together. */
    private String text = "";
    private int from;
    private int to;
    private @Nullable StringBuilder joined;
    private boolean quoted;

    Parts(WordPart.Variable variable) {
      this.variable = variable;
    }

    void append(String piece, int start, int end) {
      StringBuilder all = joined;
      if (all != null) {
        all.append(piece, start, end);
      } else if (from == to) {
        text = piece;
        from = start;
        to = end;
      } else if (start != end) {
        joined = new StringBuilder(to - from + end - start + 16).append(text, from, to).append(piece, start, end);
      }
    }

    void flush() {
      StringBuilder all = joined;
      if (all != null || from != to || quoted) {
        add(new WordPart.Literal(all == null ? text.substring(from, to) : all.toString(), quoted));
        joined = null;
        from = to;
        quoted = false;
      }
    }

    void add(WordPart part) {
      if (parts.isEmpty()) {
        parts = List.of(part);
      } else {
        if (parts.size() == 1) {
          parts = new ArrayList<>(parts);
        }
        parts.add(part);
      }
    }
  }

  /** What a word is the value of, or the file of: an assignment or a redirection, whose name or operator is a range. */
  record Target(int begin, int namedFrom, int namedTo, boolean redirects, boolean appends) {}

  WordDraft(Source source) {
    this(source, null);
  }

  private WordDraft(Source source, @Nullable WordDraft outer) {
    this.source = source;
    this.outer = outer;
  }

  /** A word begins within this one. */
  WordDraft begin(Source in, int from, @Nullable Target of) {
    WordDraft word = inner;
    if (word == null) {
      word = new WordDraft(in, this);
      inner = word;
    }
    word.source = in;
    word.start = from;
    word.plainEnd = from;
    word.target = of;
    word.current = null;
    word.around = null;
    return word;
  }

  /** What the word stands in. */
  WordDraft outer() {
    return outer == null ? this : outer;
  }

  Source source() {
    return source;
  }

  int start() {
    return start;
  }

  @Nullable Target target() {
    return target;
  }

  /** The parts, with the piece that there is so far. */
  private Parts current() {
    Parts known = current;
    if (known == null) {
      known = new Parts(NONE);
      known.append(source.text(), start, plainEnd);
      current = known;
    }
    return known;
  }

  void literal(Source in, int from, int to, boolean quoted) {
    if (current == null && !quoted && in == source && from == start && plainEnd == start) {
      plainEnd = to;
    } else {
      literal(in.text(), from, to, quoted);
    }
  }

  /** Quoted characters that are spelled otherwise. */
  void decoded(String text) {
    literal(text, 0, text.length(), true);
  }

  private void literal(String text, int from, int to, boolean quoted) {
    Parts parts = current();
    if (quoted != parts.quoted) {
      parts.flush();
      parts.quoted = quoted;
    }
    parts.append(text, from, to);
  }

  void variable(String name, String operator, boolean quoted) {
    Parts inner = current();
    inner.flush();
    Deque<Parts> outer = around;
    if (outer == null) {
      outer = new ArrayDeque<>(4);
      around = outer;
    }
    outer.push(inner);
    current = new Parts(new WordPart.Variable(name, operator, List.of(), quoted));
  }

  void variableEnd() {
    Parts ended = current();
    ended.flush();
    Deque<Parts> outer = around;
    if (outer != null) {
      current = outer.pop();
    }
    WordPart.Variable v = ended.variable;
    current().add(new WordPart.Variable(v.name(), v.operator(), ended.parts, v.quoted()));
  }

  void computed(boolean runsCommands) {
    Parts parts = current();
    parts.flush();
    parts.add(new WordPart.Computed(runsCommands));
  }

  /** What the word is made of that ends there; {@code null} where it is its text. */
  @Nullable List<WordPart> parts(int end) {
    if (current == null && plainEnd == end && end > start) {
      return null;
    }
    Parts parts = current();
    parts.flush();
    return List.copyOf(parts.parts);
  }
}
