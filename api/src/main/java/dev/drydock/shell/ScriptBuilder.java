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

/** Builds the commands of a script from what the reader reports. */
final class ScriptBuilder implements ShellSink {

  private final Deque<Source> sources = new ArrayDeque<>();
  private final Deque<Block> blocks = new ArrayDeque<>();
  private final Deque<Element> elements = new ArrayDeque<>();
  private final Deque<CommandDraft> drafts = new ArrayDeque<>();
  private final Deque<WordDraft> words = new ArrayDeque<>();
  private final StateTracker states;
  private final RunnerChain runners = new RunnerChain();
  private final List<SimpleCommand> commands = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  private ShellState programState = ShellState.initial(false);

  ScriptBuilder(Source source, boolean errexit) {
    states = new StateTracker(ShellState.initial(errexit));
    sources.push(source);
    drafts.push(new CommandDraft(source, 0));
  }

  Vector<SimpleCommand> commands() {
    commands.sort(Comparator.comparingInt(command -> command.span().start()));
    return Vector.ofAll(commands);
  }

  Vector<Unread> unread() {
    unread.sort(Comparator.comparingInt(one -> one.span().start()));
    return Vector.ofAll(unread);
  }

  @Override
  public void open(ShellBlock kind, int start) {
    states.enter(kind);
    blocks.push(new Block(kind, source(), elements.peek(), start));
    drafts.push(new CommandDraft(source(), start));
    if (kind == ShellBlock.SCRIPT && blocks.size() > 1) {
      states.become(programState);
    }
  }

  @Override
  public void close(int end) {
    drafts.pop();
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
    drafts.push(new CommandDraft(source(), start));
  }

  @Override
  public void words(int end) {
    if (source().broken()) {
      return;
    }
    runners.begin();
    SimpleCommand command =
        drafts.getFirst().whole(place(), end, runners.runner(), runners.user(), states.now());
    place().is(command);
    add(command);
  }

  @Override
  public void commandEnd() {
    drafts.pop();
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
    runners
        .runner()
        .map(runner -> inner(runner, assignmentsFrom, firstWord, user.resetsEnvironment()))
        .forEach(this::add);
  }

  private SimpleCommand inner(
      SimpleCommand runner, int assignmentsFrom, int firstWord, boolean resets) {
    return drafts.getFirst().inner(runner, assignmentsFrom, firstWord, runners.user(), resets);
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
      source().mentionErrexit();
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
    sources.push(source().within(text, starts, ends));
  }

  @Override
  public void sourceEnd() {
    sources.pop();
  }

  @Override
  public void assignment(int start, int nameEnd, boolean appends) {
    drafts.getFirst().assignment(start, nameEnd, appends);
  }

  @Override
  public void redirection(int start, int operatorStart, int operatorEnd) {
    drafts.getFirst().redirection(start, operatorStart, operatorEnd);
  }

  @Override
  public void word(int start) {
    words.push(new WordDraft(source(), start));
  }

  @Override
  public void wordEnd(int end) {
    drafts.getFirst().add(words.pop().word(end));
  }

  @Override
  public void literal(int start, int end, boolean quoted) {
    words.getFirst().literal(source(), start, end, quoted);
  }

  @Override
  public void decoded(String text) {
    words.getFirst().decoded(text);
  }

  @Override
  public void variable(String name, String operator, boolean quoted) {
    words.getFirst().variable(name, operator, quoted);
  }

  @Override
  public void variableEnd() {
    words.getFirst().variableEnd();
  }

  @Override
  public void computed(boolean runsCommands) {
    words.getFirst().computed(runsCommands);
  }

  @Override
  public void binds(String name) {
    states.doubt(name);
  }

  @Override
  public void unread(int start, int end, String reason) {
    unread.add(new Unread(source().span(start, end), reason));
  }

  @Override
  public void stopped(int start, int end, String reason) {
    source().stop();
    unread(start, end, reason);
  }

  private Source source() {
    return sources.getFirst();
  }

  private Element place() {
    return elements.getFirst();
  }

  private static RunAs runAs(ShellUser user) {
    return new RunAs(user.changed(), Option.of(user.name()), user.resetsEnvironment());
  }
}
