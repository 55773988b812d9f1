package dev.drydock.shell;

import dev.drydock.dockerfile.Span;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes arguments out of a command, each with the blanks before it. */
final class WordRemoval {

  private WordRemoval() {}

  static Vector<Cut> of(SimpleCommand command, Seq<Word> arguments, Layout layout) {
    Source source = command.place().block().source();
    if (source.broken() || !arguments.forAll(word -> isOne(word, command.arguments()))) {
      return Vector.empty();
    }
    List<Word> words = new ArrayList<>(arguments.distinct().toJavaList());
    words.sort(Comparator.comparingInt(Word::start));
    List<Cut> cuts = new ArrayList<>();
    for (Word word : words) {
      cuts.add(new Cut(cut(word, command, source, layout), ""));
    }
    return Vector.ofAll(cuts);
  }

  private static boolean isOne(Word word, Vector<Word> arguments) {
    return arguments.exists(argument -> argument == word);
  }

  private static Span cut(
      Word word, SimpleCommand command, Source source, Layout layout) {
    int previous = blanksBefore(source.text(), word.start());
    int next = word.end() + blanksAfter(source.text(), word.end());
    boolean another = command.words().last() != word && next > word.end();
    boolean sharesLine =
        another && layout.breaks(previous, word.start()) && !layout.breaks(word.start(), next);
    return sharesLine ? source.span(word.start(), next) : source.span(previous, word.end());
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
