package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a script sets from command to command. What a subshell sets ends with it; what a branch, a
 * loop body or a function sets is uncertain behind it.
 */
final class StateTracker {

  /** The state to come back to, and how many changes had been noted then; marks of lists and elements are nested. */
  private record Mark(ShellState state, int changes, @Nullable Mark outer) {}

  private final List<String> changes = new ArrayList<>(0);
  private ShellState state;
  private Mark open;
  private Mark lastElement;

  StateTracker(ShellState initial) {
    state = initial;
    open = new Mark(initial, 0, null);
    lastElement = open;
  }

  ShellState now() {
    return state;
  }

  void enter(ShellBlock kind) {
    mark();
    if (kind == ShellBlock.FUNCTION || kind == ShellBlock.DEFERRED) {
      state = state.errexit(false);
    }
  }

  /** A program of its own starts with this. */
  void become(ShellState initial) {
    state = initial;
  }

  void leave(ShellBlock kind) {
    Mark before = pop();
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
    mark();
  }

  void endElement(boolean piped, boolean skippable) {
    lastElement = pop();
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

  private void mark() {
    open = new Mark(state, changes.size(), open);
  }

  private Mark pop() {
    Mark last = open;
    open = last.outer == null ? last : last.outer;
    return last;
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
