package dev.drydock.shell;

import dev.drydock.shell.ScriptEdit.AssignmentPart;
import dev.drydock.shell.ScriptEdit.CommandPart;
import dev.drydock.shell.ScriptEdit.Part;
import dev.drydock.shell.ScriptEdit.WordPart;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What the commands of a script have to be once an edit is made: which words, assignments and redirections, in order. */
final class ScriptShape {

  /** Text that holds what is edited, as {@code '…'} of {@code bash -c}; the edited commands in it are looked at. */
  private static final String ANY = "\0";

  /** A command as texts. */
  private record Shape(Vector<String> assignments, Vector<String> words, Vector<String> redirections) {

    boolean allows(Shape other) {
      return allow(assignments, other.assignments) && allow(words, other.words) && allow(redirections, other.redirections);
    }

    private static boolean allow(Vector<String> wanted, Vector<String> found) {
      return wanted.size() == found.size()
          && wanted.zip(found).forAll(pair -> pair._1.equals(ANY) || pair._1.equals(pair._2));
    }
  }

  private final ShellScript before;
  private final Vector<Part> parts;
  private final boolean json;

  ScriptShape(ShellScript before, Vector<Part> parts, boolean json) {
    this.before = before;
    this.parts = parts;
    this.json = json;
  }

  /** Whether a script is the one before with just these edits. */
  boolean isThatOf(ShellScript after) {
    Vector<Shape> wanted = wanted();
    Vector<Shape> found = after.commands().map(ScriptShape::shape);
    return wanted.size() == found.size()
        && after.unread().size() == before.unread().size()
        && wanted.zip(found).forAll(pair -> pair._1.allows(pair._2));
  }

  private Vector<Shape> wanted() {
    Vector<Shape> wanted = before.commands().map(this::edited);
    for (Part part : parts) {
      if (part instanceof CommandPart commands) {
        Vector<Shape> added = ShellScript.parse(commands.commands()).commands().map(ScriptShape::shape);
        wanted = commands.first() ? added.appendAll(wanted) : wanted.appendAll(added);
      }
    }
    return wanted;
  }

  private static Shape shape(SimpleCommand command) {
    return new Shape(
        command.assignments().map(one -> text(one, one.value().text())),
        command.words().map(Word::text),
        command.redirections().map(one -> text(one, one.target().text())));
  }

  private Shape edited(SimpleCommand command) {
    return new Shape(
        command.assignments().map(one -> text(one, single(command, one.value()))).appendAll(added(command)),
        command.words().flatMap(word -> edited(command, word)),
        command.redirections().map(one -> text(one, single(command, one.target()))));
  }

  private static String text(Assignment assignment, String value) {
    return value.equals(ANY) ? ANY : assignment.name() + (assignment.appends() ? "+=" : "=") + value;
  }

  private static String text(Redirection redirection, String target) {
    return target.equals(ANY) ? ANY : redirection.descriptor() + redirection.operator() + target;
  }

  /** The variables that a command gets and did not have. */
  private Vector<String> added(SimpleCommand command) {
    return parts
        .filter(part -> part instanceof AssignmentPart one && one.command() == command && one.there().isEmpty())
        .map(part -> ((AssignmentPart) part).text());
  }

  /** What a word becomes that cannot become several. */
  private String single(SimpleCommand command, Word word) {
    Vector<String> texts = edited(command, word);
    return texts.size() == 1 ? texts.head() : texts.mkString(ANY);
  }

  /** What a word of a command becomes: itself, another one, several. */
  private Vector<String> edited(SimpleCommand command, Word word) {
    Vector<String> ahead = Vector.empty();
    Vector<String> behind = Vector.empty();
    String text = word.text();
    for (Part part : parts) {
      if (part instanceof WordPart words && isAt(words.word(), word)) {
        ahead = ahead.appendAll(words.before().map(one -> written(one, word)));
        text = words.text().map(one -> written(one, word)).getOrElse(text);
        behind = behind.appendAll(words.after().map(one -> written(one, word)));
      } else if (part instanceof WordPart words && word.span().covers(words.word().span())) {
        text = ANY;
      } else if (part instanceof AssignmentPart assignment) {
        Word place = assignment.place();
        boolean isNew = assignment.there().isEmpty();
        if (isNew && isAt(place, word)) {
          ahead = command == assignment.command() ? ahead : ahead.append(assignment.text());
        } else if (isAt(place, word)) {
          text = assignment.value();
        } else if (word.span().covers(place.span())) {
          text = !isNew && holds(word, place) ? assignment.text() : ANY;
        }
      }
    }
    return ahead.append(text).appendAll(behind);
  }

  private static boolean isAt(Word one, Word other) {
    return one.source() == other.source() && one.start() == other.start() && one.end() == other.end();
  }

  /** Whether a word is the assignment of a value, as an argument of {@code env}. */
  private static boolean holds(Word word, Word value) {
    return word.source() == value.source() && word.end() == value.end();
  }

  /** A word that is put beside another, or in its place, as it is read there: in an exec form in single quotes. */
  private String written(String text, Word place) {
    return json && place.source().depth() == 0
        ? value(text).map(value -> "'" + value.replace("'", "'\\''") + "'").getOrElse(ANY + text)
        : text;
  }

  /** What the command gets of a word, where that is the same each time. */
  static Option<String> value(String text) {
    return ShellScript.parse("command " + text).commands().head().words().last().value();
  }
}
