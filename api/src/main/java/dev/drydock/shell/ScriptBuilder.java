package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;
import dev.drydock.spi.ShellConnector;
import dev.drydock.spi.ShellSink;
import dev.drydock.spi.ShellUser;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the commands of a script from what the reader reports. */
final class ScriptBuilder implements ShellSink {

  private final WordTable table = new WordTable();
  private final Deque<Block> blocks = new ArrayDeque<>(2);
  private final Deque<Element> elements = new ArrayDeque<>(2);
  private Source source;
  private CommandDraft draft;
  private WordDraft word;

  /** What the next word is for; none where it is one of the command's own words. */
  private WordDraft.@Nullable Target target;

  private final StateTracker states;
  private final RunnerChain runners = new RunnerChain();
  private final List<SimpleCommand> commands = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>(0);

  private ShellState programState = ShellState.initial(false);

  ScriptBuilder(Source source, boolean errexit) {
    states = new StateTracker(ShellState.initial(errexit));
    this.source = source;
    this.draft = new CommandDraft(source, table);
    this.word = new WordDraft(source);
  }

  Vector<SimpleCommand> commands() {
    table.close();
    commands.sort(Comparator.comparingInt(SimpleCommand::position));
    return Vector.ofAll(commands);
  }

  Vector<Unread> unread() {
    unread.sort(Comparator.comparingInt(one -> one.span().start()));
    return unread.isEmpty() ? Vector.empty() : Vector.ofAll(unread);
  }

  @Override
  public void open(ShellBlock kind, int start) {
    states.enter(kind);
    blocks.push(new Block(kind, source, elements.peek(), start));
    draft = draft.begin(source, start);
    if (kind == ShellBlock.SCRIPT && blocks.size() > 1) {
      states.become(programState);
    }
  }

  @Override
  public void close(int end) {
    draft = draft.end();
    Block block = blocks.pop();
    block.endAt(end);
    states.leave(block.kind());
  }

  @Override
  public void element(int start, boolean negated) {
    elements.push(blocks.getFirst().add(start, negated));
    states.startElement();
  }

  @Override
  public void elementEnd(int end) {
    Element element = elements.pop();
    element.endAt(end);
    states.endElement(element.before() == Connector.PIPE, element.skippable());
  }

  @Override
  public void connector(ShellConnector kind, int start, int end) {
    blocks.getFirst().connect(Connector.valueOf(kind.name()), start, end);
    if (kind == ShellConnector.PIPE || kind == ShellConnector.BACKGROUND) {
      states.forgetElement();
    }
  }

  @Override
  public void command(int start) {
    draft = draft.begin(source, start);
  }

  @Override
  public void words(int end) {
    if (source.broken()) {
      return;
    }
    runners.begin();
    SimpleCommand command = draft.whole(place(), end, runners, states.now());
    place().is(command);
    add(command);
  }

  @Override
  public void commandEnd() {
    draft = draft.end();
    SimpleCommand command = place().command();
    if (command != null) {
      CommandEffect.of(command, reached(), states);
    }
  }

  private boolean reached() {
    Connector before = place().before();
    return before != Connector.AND && before != Connector.OR;
  }

  @Override
  public void wrapped(int assignmentsFrom, int firstWord, ShellUser user) {
    runners.change(runAs(user));
    SimpleCommand whole = place().command();
    for (SimpleCommand wrapper : runners.runner()) {
      if (whole != null) {
        add(whole.wrapped(wrapper, assignmentsFrom, firstWord, runners.user(), user.resetsEnvironment()));
      }
    }
  }

  private void add(SimpleCommand command) {
    commands.add(command);
    runners.add(command);
  }

  @Override
  public void script(boolean errexit, ShellUser user) {
    runners.change(runAs(user));
    runners.enterScript();
    if (errexit) {
      source.mentionErrexit();
    }
    for (SimpleCommand runner : runners.runner()) {
      programState = runner.forProgram(user.resetsEnvironment()).errexit(errexit);
    }
  }

  @Override
  public void scriptEnd() {
    runners.leaveScript();
  }

  @Override
  public void source(String text, int[] starts, int[] ends) {
    source = source.within(text, starts, ends);
  }

  @Override
  public void sourceEnd() {
    source = source.outer();
  }

  @Override
  public void assignment(int start, int nameEnd, boolean appends) {
    target = new WordDraft.Target(start, start, nameEnd, false, appends);
  }

  @Override
  public void redirection(int start, int operatorStart, int operatorEnd) {
    target = new WordDraft.Target(start, operatorStart, operatorEnd, true, false);
  }

  @Override
  public void word(int start) {
    word = word.begin(source, start, target);
    target = null;
  }

  @Override
  public void wordEnd(int end) {
    draft.add(word, end);
    word = word.outer();
  }

  @Override
  public void literal(int start, int end, boolean quoted) {
    word.literal(source, start, end, quoted);
  }

  @Override
  public void decoded(String text) {
    word.decoded(text);
  }

  @Override
  public void variable(String name, String operator, boolean quoted) {
    word.variable(name, operator, quoted);
  }

  @Override
  public void variableEnd() {
    word.variableEnd();
  }

  @Override
  public void computed(boolean runsCommands) {
    word.computed(runsCommands);
  }

  @Override
  public void binds(String name) {
    states.doubt(name);
  }

  @Override
  public void unread(int start, int end, String reason) {
    unread.add(new Unread(source.span(start, end), reason));
  }

  @Override
  public void stopped(int start, int end, String reason) {
    source.stop();
    unread(start, end, reason);
  }

  private Element place() {
    return elements.getFirst();
  }

  private static RunAs runAs(ShellUser user) {
    return new RunAs(user.changed(), Option.of(user.name()), user.resetsEnvironment());
  }
}
