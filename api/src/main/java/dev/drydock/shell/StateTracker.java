package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Follows what a script sets from command to command. What a subshell sets ends with it; what a branch, a
 * loop body or a function sets is uncertain behind it.
 */
final class StateTracker {

  /** The state to come back to, and how many changes had been noted then. */
  private record Mark(ShellState state, int changes) {}

  private final Deque<Mark> blocks = new ArrayDeque<>();
  private final Deque<Mark> elements = new ArrayDeque<>();
  private final List<String> changes = new ArrayList<>();
  private ShellState state;
  private Mark lastElement;

  StateTracker(ShellState initial) {
    state = initial;
    lastElement = new Mark(initial, 0);
  }

  ShellState now() {
    return state;
  }

  void enter(ShellBlock kind) {
    blocks.push(mark());
    if (kind == ShellBlock.FUNCTION || kind == ShellBlock.DEFERRED) {
      state = state.errexit(false);
    }
  }

  /** A program of its own starts with this. */
  void become(ShellState initial) {
    state = initial;
  }

  void leave(ShellBlock kind) {
    Mark before = blocks.pop();
    switch (kind) {
      case SCRIPT, SUBSHELL, SUBSTITUTION -> back(before);
      case FUNCTION, DEFERRED -> {
        doubtSince(before);
        state = state.errexit(before.state.errexit());
      }
      default -> {
        if (Element.mayNotRun(kind)) {
          doubtSince(before);
        }
      }
    }
  }

  void startElement() {
    elements.push(mark());
  }

  void endElement(boolean piped, boolean skippable) {
    lastElement = elements.pop();
    if (piped) {
      back(lastElement);
    } else if (skippable) {
      doubtSince(lastElement);
    }
  }

  /** The element that ended last turns out to have run in a process of its own. */
  void forgetElement() {
    back(lastElement);
  }

  void set(Assignment assignment, boolean exported) {
    changes.add(assignment.name());
    state = state.with(assignment, exported);
  }

  void export(String name) {
    state = state.export(name);
  }

  /** A variable stays, but commands do not see it any more. */
  void unexport(String name) {
    changes.add(name);
    state = state.unexport(name);
  }

  void unset(String name) {
    changes.add(name);
    state = state.unset(name);
  }

  /** A variable gets a value that is not known. */
  void doubt(String name) {
    changes.add(name);
    state = state.doubting(name);
  }

  void errexit(boolean inForce) {
    state = state.errexit(inForce);
  }

  void exportsAll(boolean all) {
    state = state.exportsAll(all);
  }

  private Mark mark() {
    return new Mark(state, changes.size());
  }

  private void back(Mark mark) {
    state = mark.state;
    changes.subList(mark.changes, changes.size()).clear();
  }

  /**
   * What has changed may not have; what was unset or hidden may still be there; errexit holds only where it held all
   * along.
   */
  private void doubtSince(Mark mark) {
    for (String name : changes.subList(mark.changes, changes.size())) {
      if (!state.known().containsKey(name)) {
        state = state.restoring(name, mark.state);
      }
      if (mark.state.exports(name)) {
        state = state.export(name);
      }
      state = state.doubting(name);
    }
    state = state.errexit(state.errexit() && mark.state.errexit());
  }
}
