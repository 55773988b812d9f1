package dev.drydock.shell;

import dev.drydock.shell.ScriptEdit.AssignmentPart;
import dev.drydock.shell.ScriptEdit.CommandPart;
import dev.drydock.shell.ScriptEdit.Part;
import dev.drydock.shell.ScriptEdit.WordPart;
import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Writes the parts of a {@link ScriptEdit} into the text around a script. How a word is quoted within scripts within
 * scripts is found by trial: what is read again as it should be is right.
 */
final class ScriptEditing {

  /** Scripts within scripts within scripts; deeper ones are left alone. */
  private static final int DEEPEST = 3;

  /** A line break between two words, with nothing else about it. */
  private static final Pattern LINE_BREAK = Pattern.compile("[ \\t]*[\\\\`]?[ \\t]*\\r?\\n[ \\t]*");

  private static final Pattern JOINED_LINE = Pattern.compile("[ \\t]*[\\\\`]?[ \\t]*\\r?\\n[ \\t]*&&[ \\t]*");
  private static final Pattern REST_OF_LINE = Pattern.compile("[ \\t]*([\\\\`][ \\t]*)?(\\r?\\n|$)");

  /** What may end the script before its last line is reached. */
  private static final Set<String> ENDS_SCRIPT = Set.of("exit", "exec", "return");

  private static final Vector<Quoting> SHELL_QUOTING =
      Vector.of(Quoting.NONE, Quoting.SINGLE, Quoting.DOUBLE);

  private final ShellScript script;
  private final String enclosing;
  private final boolean json;
  private final Function<String, Option<ShellScript>> reading;

  ScriptEditing(ShellScript script, String enclosing, boolean json, Function<String, Option<ShellScript>> reading) {
    this.script = script;
    this.enclosing = enclosing;
    this.json = json;
    this.reading = reading;
  }

  Option<String> apply(Vector<Part> parts) {
    if (parts.isEmpty()) {
      return Option.some(enclosing);
    }
    if (!parts.forAll(this::isOwn)) {
      return Option.none();
    }
    Vector<TextEdit> edits = Vector.empty();
    for (Part part : parts) {
      Option<Vector<TextEdit>> found =
          candidates(part).find(candidate -> made(candidate, Vector.of(part)).isDefined());
      if (found.isEmpty()) {
        return Option.none();
      }
      edits = edits.appendAll(found.get());
    }
    return made(edits, parts);
  }

  private Option<String> made(Vector<TextEdit> edits, Vector<Part> parts) {
    Vector<TextEdit> ascending =
        edits.sorted(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
    boolean apart = ascending.zip(ascending.drop(1)).forAll(pair -> pair._1.end() <= pair._2.start());
    return apart
        ? Option.some(TextEdit.apply(enclosing, ascending))
            .filter(text -> reading.apply(text).exists(read -> new ScriptShape(script, parts, json).isThatOf(read)))
        : Option.none();
  }

  private boolean isOwn(Part part) {
    if (part instanceof WordPart words) {
      return words.word().source().outermost() == script.source();
    }
    return !(part instanceof AssignmentPart assignment)
        || assignment.command().place().block().source().outermost() == script.source();
  }

  /** The ways of writing a part, the plainest first. */
  private Vector<Vector<TextEdit>> candidates(Part part) {
    if (part instanceof CommandPart commands) {
      return json || script.commands().isEmpty() ? Vector.empty() : Vector.of(commands(commands));
    }
    if (part instanceof WordPart words) {
      return quotings(words.word().source()).map(quoting -> words(words, quoting));
    }
    AssignmentPart assignment = (AssignmentPart) part;
    if (assignment.command().words().isEmpty()) {
      return Vector.empty();
    }
    Word place = assignment.place();
    WordPart written =
        assignment.there().isDefined()
            ? new WordPart(place, Vector.empty(), Option.some(assignment.value()), Vector.empty())
            : new WordPart(place, Vector.of(assignment.text()), Option.none(), Vector.empty());
    return quotings(place.source()).map(quoting -> words(written, quoting));
  }

  /** How text may have to be written, from a script at this depth to the enclosing text. */
  private Vector<UnaryOperator<String>> quotings(Source source) {
    int depth = source.depth();
    if (depth > DEEPEST) {
      return Vector.empty();
    }
    if (json && depth == 0) {
      return Vector.of(text -> '"' + Quoting.JSON.written(ScriptShape.value(text).getOrElse(text)) + '"');
    }
    Vector<UnaryOperator<String>> found = Vector.of(UnaryOperator.identity());
    for (int level = json ? 1 : 0; level < depth; level++) {
      found =
          found.flatMap(
              inner -> SHELL_QUOTING.map(outer -> (UnaryOperator<String>) text -> outer.written(inner.apply(text))));
    }
    return json ? found.map(inner -> text -> Quoting.JSON.written(inner.apply(text))) : found;
  }

  private Vector<TextEdit> words(WordPart part, UnaryOperator<String> quoting) {
    Span span = part.word().span();
    String gap = gap(part.word());
    String before = part.before().map(text -> quoting.apply(text) + gap).mkString();
    String after = part.after().map(text -> gap + quoting.apply(text)).mkString();
    Vector<TextEdit> edits = Vector.empty();
    if (!before.isEmpty()) {
      edits = edits.append(new TextEdit(span.start(), span.start(), before));
    }
    for (String text : part.text()) {
      edits = edits.append(new TextEdit(span.start(), span.end(), quoting.apply(text)));
    }
    return after.isEmpty() ? edits : edits.append(new TextEdit(span.end(), span.end(), after));
  }

  /** What stands between a word and a further one: the line break before it, where it has a line to itself. */
  private String gap(Word word) {
    if (json && word.source().depth() == 0) {
      return ", ";
    }
    int start = word.span().start();
    int from = start;
    while (from > 0 && " \t\r\n\\`".indexOf(enclosing.charAt(from - 1)) >= 0) {
      from--;
    }
    String before = enclosing.substring(from, start);
    boolean alone =
        LINE_BREAK.matcher(before).matches()
            && REST_OF_LINE.matcher(enclosing).region(word.span().end(), enclosing.length()).lookingAt()
            && !isHead(word);
    return alone ? before : " ";
  }

  private boolean isHead(Word word) {
    return script.commands().exists(command -> command.words().headOption().exists(head -> head == word));
  }

  private Vector<TextEdit> commands(CommandPart part) {
    Block block = script.commands().head().place().block();
    for (Element owner = block.owner(); owner != null; owner = block.owner()) {
      block = owner.block();
    }
    return part.first() ? prepended(part.commands(), block) : appended(part.commands(), block);
  }

  private Vector<TextEdit> prepended(String commands, Block block) {
    int start = block.source().span(block.element(0).start(), block.element(0).end()).start();
    if (hasLines(block)) {
      int line = enclosing.lastIndexOf('\n', start - 1) + 1;
      String ended = enclosing.substring(line, start) + commands + lineEnd(start);
      return Vector.of(new TextEdit(line, line, ended));
    }
    Vector<Connector> connectors = Vector.range(0, block.size()).map(i -> block.element(i).after());
    boolean dependsOnFirst = connectors.forAll(kind -> kind == Connector.AND || kind == Connector.PIPE || kind == Connector.NONE);
    return dependsOnFirst ? Vector.of(new TextEdit(start, start, commands + " && ")) : Vector.empty();
  }

  private Vector<TextEdit> appended(String commands, Block block) {
    Element last = block.element(block.size() - 1);
    SimpleCommand command = last.command();
    boolean endsScript = command != null && command.name().exists(ENDS_SCRIPT::contains);
    if (endsScript || last.after() == Connector.BACKGROUND) {
      return Vector.empty();
    }
    int end = block.source().span(last.start(), last.end()).end();
    if (hasLines(block)) {
      int feed = enclosing.indexOf('\n', end) + 1;
      int first = block.source().span(last.start(), last.end()).start();
      String indentation = enclosing.substring(enclosing.lastIndexOf('\n', first - 1) + 1, first);
      return Vector.of(new TextEdit(feed, feed, (indentation.isBlank() ? indentation : "") + commands + lineEnd(end)));
    }
    return Vector.of(new TextEdit(end, end, joint(block, last) + commands));
  }

  /** As the last command is joined to the one before it. */
  private String joint(Block block, Element last) {
    if (last.before() == Connector.AND) {
      Element previous = block.element(last.index() - 1);
      int from = block.source().span(previous.start(), previous.end()).end();
      String joint = new Span(from, block.source().span(last.start(), last.end()).start()).of(enclosing);
      if (JOINED_LINE.matcher(joint).matches()) {
        return joint;
      }
    }
    return " && ";
  }

  /** Whether the last command ends the last line of a script of lines, as in a here-document. */
  private static boolean hasLines(Block block) {
    Element last = block.element(block.size() - 1);
    String rest = block.source().text().substring(last.end());
    return rest.isBlank() && rest.indexOf('\n') >= 0;
  }

  /** How the line ends that this place of the enclosing text is in. */
  private String lineEnd(int at) {
    int feed = enclosing.indexOf('\n', at);
    return feed > 0 && enclosing.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }
}
