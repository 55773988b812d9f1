package dev.drydock.shell;

import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes arguments out of a command, each with the blanks before it, and assignments, each with the blanks after it. */
final class WordRemoval {

  private WordRemoval() {}

  static Vector<TextEdit> of(SimpleCommand command, Seq<Word> parts, Layout layout) {
    Source source = command.place().block().source();
    Vector<Assignment> assignments =
        command.words().isEmpty()
            ? Vector.empty()
            : command.assignments().filter(assignment -> isOne(assignment.value(), parts));
    Seq<Word> arguments = parts.filter(word -> isOne(word, command.arguments())).distinct();
    boolean areAllFound = assignments.size() + arguments.size() == parts.distinct().size();
    return source.cuttable() && areAllFound
        ? assignments.map(assignment -> cut(assignment, source, layout)).appendAll(cuts(command, arguments, layout))
        : Vector.empty();
  }

  private static TextEdit cut(Assignment assignment, Source source, Layout layout) {
    int end = assignment.value().end();
    int next = end + blanksAfter(source.text(), end);
    int to = layout.comments(end, next) ? layout.behindBlanks(end) : next;
    return new TextEdit(assignment.span().start(), source.span(end, to).end(), "");
  }

  private static Vector<TextEdit> cuts(SimpleCommand command, Seq<Word> arguments, Layout layout) {
    List<Word> words = new ArrayList<>(arguments.toJavaList());
    words.sort(Comparator.comparingInt(Word::start));
    List<TextEdit> cuts = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean goesOn = i + 1 < words.size() && follows(words.get(i), words.get(i + 1), command);
      if (!goesOn) {
        Span span = cut(words.get(first).start(), words.get(i), command, layout);
        cuts.add(new TextEdit(span.start(), span.end(), ""));
        first = i + 1;
      }
    }
    return Vector.ofAll(cuts);
  }

  private static boolean isOne(Word word, Seq<Word> words) {
    return words.exists(other -> other == word);
  }

  /** Whether nothing stands between two words but blanks. */
  private static boolean follows(Word word, Word next, SimpleCommand command) {
    String text = command.place().block().source().text();
    return blanksBefore(text, next.start()) <= word.end();
  }

  /** Words that follow each other, from the start of the first to the end of the last. */
  private static Span cut(int start, Word last, SimpleCommand command, Layout layout) {
    Source source = command.place().block().source();
    int previous = Math.max(blanksBefore(source.text(), start), endOfWordBefore(start, command));
    int next = last.end() + blanksAfter(source.text(), last.end());
    boolean another = command.words().last() != last && next > last.end();
    boolean sharesLine =
        another
            && layout.breaks(previous, start)
            && (!layout.breaks(last.end(), next)
                || (layout.comments(previous, start) && !layout.comments(last.end(), next)));
    return sharesLine ? source.span(start, next) : source.span(previous, last.end());
  }

  /** A word may end in an escaped blank, which is its own. */
  private static int endOfWordBefore(int start, SimpleCommand command) {
    return command.words().filter(word -> word.end() <= start).map(Word::end).lastOption().getOrElse(0);
  }

  private static int blanksBefore(String text, int start) {
    int from = start;
    while (from > 0 && isBlank(text, from - 1)) {
      from -= joinsLines(text, from - 1) ? 2 : 1;
    }
    return from;
  }

  private static int blanksAfter(String text, int end) {
    int to = end;
    while (to < text.length() && (isBlank(text, to) || text.startsWith("\\\n", to))) {
      to += text.charAt(to) == '\\' ? 2 : 1;
    }
    return to - end;
  }

  private static boolean isBlank(String text, int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '\t' || joinsLines(text, at);
  }

  private static boolean joinsLines(String text, int at) {
    return text.charAt(at) == '\n' && at > 0 && text.charAt(at - 1) == '\\';
  }
}
