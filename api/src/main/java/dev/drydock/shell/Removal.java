package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;
import dev.drydock.text.TextEdit;
import io.vavr.collection.Vector;
import java.util.Set;

/**
 * What goes with a command that succeeds, so that the rest does the same.
 *
 * <p>In {@code a && X} and {@code X && b} the status and what runs are those of the other command, so that X
 * goes with the {@code &&}. Behind {@code ;} or {@code ||}, or alone, X decides the status: there {@code true}
 * takes its place, unless something follows that decides it anew. {@code X || true} goes as a whole, and a compound
 * command that would do nothing any more goes with it ({@link CompoundRemoval}).
 */
final class Removal {

  /** Programs whose success or failure is not what ends with them. */
  private static final Set<String> NEVER_GO =
      Set.of("exec", "exit", "return", "break", "continue", "set", "shift", "source", ".", "cd", "trap", "eval");

  private final Element place;
  private final Element last;
  private final Block block;
  private final Layout layout;

  /** The removal of the elements of a list from one to another. */
  private Removal(Element place, Element last, Layout layout) {
    this.place = place;
    this.last = last;
    this.block = place.block();
    this.layout = layout;
  }

  /** The removal of an element of a list, with its {@code || true} where it has one. */
  private static Removal of(Element place, Layout layout) {
    return new Removal(place, withAlternative(place), layout);
  }

  /** The removal of commands that {@code &&} joins, some of a list but not all: they go as one. */
  static Vector<TextEdit> of(Vector<SimpleCommand> joined, Layout layout) {
    boolean safe = joined.forAll(command -> isSafe(command, command) && command.place().end() > command.place().start());
    return safe
        ? new Removal(joined.head().place(), joined.last().place(), layout).cuts()
        : Vector.empty();
  }

  static Vector<TextEdit> of(SimpleCommand command, Layout layout) {
    SimpleCommand whole = command.place().command();
    boolean safe = whole != null && isSafe(command, whole) && command.place().end() > command.place().start();
    return safe ? of(command.place(), layout).cuts() : Vector.empty();
  }

  /** What goes with a compound command that does nothing but succeed. */
  static Vector<TextEdit> ofCompound(Element place, Layout layout) {
    boolean endsListInside =
        place.before() == Connector.AND && !Lists.joins(place.after()) && !Lists.endsScript(place);
    boolean safe =
        place.block().source().cuttable()
            && place.block().kind() != ShellBlock.FUNCTION
            && !isLost(place)
            && !endsListInside
            && !separates(place)
            && !mayBeAskedFor(place);
    return safe ? of(place, layout).cuts() : Vector.empty();
  }

  /** Whether what follows a compound command right away, a reserved word or a comment, may not stand behind a simple one. */
  private static boolean separates(Element place) {
    String text = place.block().source().text();
    int next = place.end();
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean word = next < text.length() && (text.charAt(next) == '}' || Character.isLetter(text.charAt(next)));
    return text.startsWith("#", place.end()) || (word && place.after() == Connector.NONE);
  }

  /** The {@code true} of {@code X || true}; the element itself where there is none. */
  private static Element withAlternative(Element place) {
    if (place.after() != Connector.OR || Lists.joins(place.before()) || place.index() + 1 >= place.block().size()) {
      return place;
    }
    Element next = place.block().element(place.index() + 1);
    boolean whole = CompoundRemoval.idles(next) && next.after() != Connector.OR && next.after() != Connector.PIPE;
    return whole ? next : place;
  }

  private static boolean isSafe(SimpleCommand command, SimpleCommand whole) {
    Element place = command.place();
    return place.block().source().cuttable()
        && !isLost(place)
        && command.name().exists(name -> !NEVER_GO.contains(name))
        && whole.name().exists(name -> !NEVER_GO.contains(name))
        && !hasEffects(whole)
        && !endsInReturn(whole)
        && !mayBeAskedFor(place);
  }

  /** Whether its place is one from which nothing can be taken. */
  private static boolean isLost(Element place) {
    Block block = place.block();
    return place.inPipeline()
        || place.negated()
        || Status.isCondition(block.kind())
        || place.within(ShellBlock.SUBSTITUTION)
        || place.within(ShellBlock.DEFERRED)
        || block.isInBackground(place.index());
  }

  /** Whether a carriage return before the line's end is part of its last word, which is then another than was meant. */
  private static boolean endsInReturn(SimpleCommand whole) {
    return whole.text().endsWith("\r");
  }

  private static boolean hasEffects(SimpleCommand whole) {
    return whole.words().exists(Word::hasEffects)
        || whole.assignments().exists(assignment -> assignment.value().hasEffects())
        || !whole.redirections().forAll(Redirection::harmless);
  }

  /** Whether the script may look at the status with {@code $?}. */
  private static boolean mayBeAskedFor(Element place) {
    return place.block().source().signs().asksForStatus();
  }

  private Vector<TextEdit> cuts() {
    Connector before = place.before();
    Connector after = last.after();
    if (place.index() == 0 && !hasNext()) {
      Vector<TextEdit> emptied = CompoundRemoval.cuts(block, layout);
      return emptied.isEmpty() ? replaced() : emptied;
    }
    if (before == Connector.AND) {
      return needsTrue() ? replaced() : dropped();
    }
    if (before == Connector.OR || after == Connector.OR) {
      return replaced();
    }
    if (hasNext()) {
      return nextAsksForStatus() ? replaced() : between();
    }
    return statusIsKept() ? dropped() : replaced();
  }

  /**
   * Whether a failure before the last {@code &&} is passed over by {@code set -e} and would not be once the
   * {@code &&} is gone; that is of no account where the script ends there.
   */
  private boolean needsTrue() {
    boolean lastOfList = !Lists.joins(last.after());
    return lastOfList && place.mayExit() && !(Lists.endsScript(last) && runsNoList(previous()));
  }

  /** Whether a command runs no other commands in this shell, to which {@code set -e} would then apply. */
  private static boolean runsNoList(Element element) {
    SimpleCommand simple = element.command();
    return simple != null
        && simple.name().exists(name -> !Set.of("eval", "source", ".").contains(name))
        && !element.block().source().outermost().signs().definesFunctions();
  }

  /** Whether the script ends the same without it: everything before it that fails has ended it already. */
  private boolean statusIsKept() {
    return place.index() > 0 && (previous().after() == Connector.BACKGROUND || Status.succeedsOrEnds(previous()));
  }

  /** Whether the next command ends the script or a function with the status that it finds. */
  private boolean nextAsksForStatus() {
    SimpleCommand next = next().command();
    return next != null
        && next.arguments().isEmpty()
        && next.name().exists(name -> name.equals("exit") || name.equals("return"));
  }

  private Vector<TextEdit> replaced() {
    return cut(place.start(), last.end(), "true");
  }

  /** With what connects it to the command before it. */
  private Vector<TextEdit> dropped() {
    Block.Link link = block.link(place.index() - 1);
    Block.Link following = block.link(last.index());
    boolean ownLine = link.kind() == Connector.NEWLINE;
    boolean kept = link.kind() == Connector.BACKGROUND;
    if (!ownLine && !kept && followsCommentsThatStay(link)) {
      return afterComments(link, following);
    }
    if (Lists.joins(link.kind()) && link.kind() == following.kind() && sharesLineWithNext()) {
      return cut(place.start(), next().start(), "");
    }
    int from = ownLine ? link.start() : kept ? link.end() : previous().end();
    if (!ownLine && mayHoldHeredoc(from, place.start())) {
      return Vector.empty();
    }
    if (!ownLine && !kept && belongAbove(link.end(), place.start()) && layout.endsText(last.end())) {
      Vector<TextEdit> below = belowComments(link.end(), place.start());
      if (below.nonEmpty()) {
        return below;
      }
    }
    int to = last.end();
    if (ownLine && following.kind() == Connector.NEWLINE) {
      to = following.start();
    } else if (kept && following.kind() == Connector.SEMICOLON) {
      to = following.end();
    }
    return cut(from, to, "");
  }

  /** Whether lines of comments stand before its connector that are not about it. */
  private boolean followsCommentsThatStay(Block.Link link) {
    CommentLines comments = layout.commentLines(previous().end(), link.start());
    boolean sharesLineWithConnector = !layout.breaks(link.start(), place.start());
    boolean areAboutIt = sharesLineWithConnector && comments.areInWords() && !belongAbove(previous().end(), link.start());
    return !comments.isEmpty() && !areAboutIt;
  }

  /** Whether the lines of comments between two places are about the arguments that they follow. */
  private boolean belongAbove(int from, int to) {
    CommentLines comments = layout.commentLines(from, to);
    return !comments.isEmpty() && comments.belongAbove(layout.indentation(place.start()));
  }

  /**
   * With what connects it to the command before it, where lines of comments stand before that: these speak of what stays
   * (packages that somebody took out of the list), and stay. At the end of the text they stand above the line before.
   */
  private Vector<TextEdit> afterComments(Block.Link link, Block.Link following) {
    if (hasNext() && link.kind() == following.kind()) {
      return withNext();
    }
    if (mayHoldHeredoc(link.start(), place.start())) {
      return Vector.empty();
    }
    if (!layout.endsText(last.end())) {
      return cut(link.start(), hasNext() ? following.start() : last.end(), "");
    }
    Vector<TextEdit> below = belowComments(previous().end(), link.start());
    return below.isEmpty() ? replaced() : below;
  }

  /** All behind the command before it, and the lines of comments between two places stand above its line; nothing where that is the first. */
  private Vector<TextEdit> belowComments(int from, int to) {
    return layout
        .commentsAbove(from, to)
        .map(above -> Vector.of(above).appendAll(cut(previous().end(), last.end(), "")))
        .getOrElse(Vector.empty());
  }

  /** The first of its lines' commands, with others behind it there. */
  private boolean sharesLineWithNext() {
    return layout.breaks(previous().end(), place.start())
        && !layout.breaks(place.start(), next().start());
  }

  /** With what connects it to the command after it. */
  private Vector<TextEdit> withNext() {
    Block.Link link = block.link(last.index());
    int next = next().start();
    if (layout.comments(last.end(), link.start()) && layout.breaks(last.end(), link.start())) {
      return cut(place.start(), layout.behindBlanks(last.end()), "")
          .appendAll(cut(link.start(), next, ""));
    }
    return layout.comments(link.end(), next)
        ? cut(place.start(), layout.behindBlanks(link.end()), "")
        : cut(place.start(), layout.codeFrom(link.end(), next), "");
  }

  /** From before another command, and not joined to the one before it. */
  private Vector<TextEdit> between() {
    Connector after = last.after();
    boolean alike = place.index() > 0 && place.before() == after;
    if (alike && !(after == Connector.SEMICOLON && sharesLineWithNext())) {
      return dropped();
    }
    boolean endsLine = place.before() == Connector.SEMICOLON && after == Connector.NEWLINE;
    return endsLine ? dropped() : withNext();
  }

  /** Whether the lines of a here-document may lie between two places. */
  private boolean mayHoldHeredoc(int from, int to) {
    Source source = block.source();
    return source.signs().firstHeredoc() <= from && source.text().substring(from, to).indexOf('\n') >= 0;
  }

  private boolean hasNext() {
    return last.index() + 1 < block.size();
  }

  private Element next() {
    return block.element(last.index() + 1);
  }

  private Element previous() {
    return block.element(place.index() - 1);
  }

  private Vector<TextEdit> cut(int start, int end, String replacement) {
    return Vector.of(block.source().edit(start, end, replacement));
  }
}
