package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.shell.Connector;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Which commands of a script write into others through pipes. */
final class Pipes {

  private Pipes() {}

  /** The commands whose output a command reads, in the order of the text: all before it in its pipe, blocks among them. */
  static Vector<Invocation> into(Invocation reading, Vector<Invocation> script) {
    SimpleCommand reader = outermost(reading.command());
    int end = reader.before() == Connector.PIPE ? script.indexWhere(other -> other.command() == reader) : 0;
    int start = end;
    boolean begins = false;
    while (start > 0 && !begins && feeds(script.get(start - 1).command(), reader)) {
      start--;
      SimpleCommand feeding = script.get(start).command();
      begins = feeding.nesting() == reader.nesting() && feeding.before() != Connector.PIPE;
    }
    return script.slice(start, end);
  }

  /** The command right before the pipe that the command at an index reads; none where a block of commands is there. */
  static Option<Invocation> rightBefore(int index, Invocation[] script) {
    SimpleCommand reader = script[index].command();
    if (reader.before() != Connector.PIPE) {
      return Option.none();
    }
    int before = index - 1;
    while (reader.runBy().isDefined() && before >= 0) {
      reader = reader.runBy().get();
      before--;
    }
    return before >= 0 && script[before].command().after() == Connector.PIPE ? Option.some(script[before]) : Option.none();
  }

  /** The command itself, or the first of those that run it in the same place: {@code sudo xargs rm}. */
  private static SimpleCommand outermost(SimpleCommand command) {
    return command.runBy()
        .filter(by -> by.nesting() == command.nesting())
        .map(Pipes::outermost)
        .getOrElse(command);
  }

  /** Whether a command right before a pipe, or before a command that is, writes into it, itself or in a block of commands. */
  private static boolean feeds(SimpleCommand earlier, SimpleCommand reader) {
    return earlier.nesting() > reader.nesting() || earlier.after() == Connector.PIPE;
  }
}
