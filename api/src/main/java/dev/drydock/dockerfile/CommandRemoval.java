package dev.drydock.dockerfile;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes commands, or arguments of commands, out of a RUN: in each round all those that do not stand next to each other,
 * until nothing more can go.
 */
final class CommandRemoval {

  /**
   * What is still to go.
   *
   * @param asked the command of the RUN that was asked
   * @param command the same in the RUN as it is now
   */
  private record Part(SimpleCommand asked, SimpleCommand command, Seq<Word> arguments) {}

  private Run run;
  private List<Part> open = new ArrayList<>();
  private final List<SimpleCommand> stuck = new ArrayList<>();

  /** Whether parts go one after the other, because together they would leave a text that ends otherwise. */
  private boolean oneByOne;

  /** Whether the parts are those of the script under {@code -e}. */
  private final boolean underErrexit;

  private CommandRemoval(Run run, Map<SimpleCommand, ? extends Seq<Word>> parts) {
    this.run = run;
    this.underErrexit = !parts.isEmpty() && !commands(run.script()).contains(parts.keySet().iterator().next());
    parts.forEach((command, arguments) -> open.add(new Part(command, command, arguments)));
  }

  static Tuple2<Run, Vector<SimpleCommand>> of(Run run, Map<SimpleCommand, ? extends Seq<Word>> parts) {
    CommandRemoval removal = new CommandRemoval(run, parts);
    while (!run.execForm() && !removal.open.isEmpty() && removal.script().isDefined()) {
      removal.round(removal.script().get());
    }
    removal.giveUp(removal.open);
    return Tuple.of(removal.run, Vector.ofAll(removal.stuck));
  }

  private Option<ShellScript> script() {
    return underErrexit ? run.scriptUnderErrexit() : run.script();
  }

  private static Vector<SimpleCommand> commands(Option<ShellScript> script) {
    return script.map(ShellScript::commands).getOrElse(Vector.empty());
  }

  private void round(ShellScript script) {
    List<Part> tried = oneByOne ? List.of(open.get(0)) : open;
    Map<SimpleCommand, Seq<Word>> parts = new LinkedHashMap<>();
    tried.forEach(part -> parts.put(part.command, part.arguments));
    Tuple2<Vector<TextEdit>, Vector<SimpleCommand>> round = script.without(run.text(), parts);
    Option<Run> without =
        round._1.isEmpty() ? Option.none() : run.withScriptText(TextEdit.apply(run.text(), round._1));
    if (without.isDefined()) {
      run = without.get();
      open = left(round);
    } else if (oneByOne || round._1.isEmpty()) {
      giveUp(tried);
    } else {
      oneByOne = true;
    }
  }

  private void giveUp(List<Part> parts) {
    parts.forEach(part -> stuck.add(part.asked));
    open = new ArrayList<>(open.subList(parts.size(), open.size()));
  }

  /** What has not gone, in the script that is there now; what went with others is not there. */
  private List<Part> left(Tuple2<Vector<TextEdit>, Vector<SimpleCommand>> round) {
    Set<SimpleCommand> gone = new HashSet<>(round._2.asJava());
    List<Part> left = new ArrayList<>();
    if (gone.size() < open.size()) {
      Map<Span, SimpleCommand> commands = new HashMap<>();
      for (SimpleCommand command : commands(script())) {
        commands.putIfAbsent(command.span(), command);
      }
      for (Part part : open) {
        SimpleCommand now = gone.contains(part.command) ? null : commands.get(moved(part.command.span(), round._1));
        if (now != null && now.parts().size() == part.command.parts().size()) {
          left.add(new Part(part.asked, now, part.arguments.map(word -> now.parts().get(part.command.parts().indexOf(word)))));
        }
      }
    }
    return left;
  }

  private static Span moved(Span span, Vector<TextEdit> cuts) {
    return new Span(moved(span.start(), cuts), moved(span.end(), cuts));
  }

  /** Where an offset of the text lies once the cuts are made; one within a cut lies where that was. */
  private static int moved(int offset, Vector<TextEdit> cuts) {
    int at = offset;
    for (TextEdit cut : cuts) {
      if (cut.start() >= offset) {
        break;
      }
      at += cut.end() <= offset ? cut.replacement().length() - (cut.end() - cut.start()) : cut.start() - offset;
    }
    return at;
  }
}
