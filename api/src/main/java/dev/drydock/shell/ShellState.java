package dev.drydock.shell;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Traversable;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What a script has set by the time it comes to a command. */
record ShellState(Map<String, Variable> known, boolean errexit, boolean exportsAll) {

  /** A variable's last assignment, and whether commands see it. */
  record Variable(Assignment assignment, boolean exported) {}

  static ShellState initial(boolean errexit) {
    return new ShellState(HashMap.empty(), errexit, false);
  }

  Vector<Assignment> exported() {
    return known.isEmpty() ? Vector.empty() : inOrder(known.values().filter(Variable::exported).map(Variable::assignment));
  }

  Vector<Assignment> variables() {
    return known.isEmpty() ? Vector.empty() : inOrder(known.values().map(Variable::assignment));
  }

  private static Vector<Assignment> inOrder(Traversable<Assignment> assignments) {
    return assignments.toVector().sortBy(assignment -> assignment.span().start());
  }

  ShellState with(Assignment assignment, boolean exported) {
    boolean seen = exported || exportsAll || exports(assignment.name());
    return with(assignment.name(), new Variable(assignment, seen));
  }

  /** The last assignment of a variable. */
  Option<Assignment> assignment(String name) {
    return known.get(name).map(Variable::assignment);
  }

  /** Whether commands see a variable. */
  boolean exports(String name) {
    return known.get(name).exists(Variable::exported);
  }

  ShellState export(String name) {
    return exporting(name, true);
  }

  ShellState unexport(String name) {
    return exporting(name, false);
  }

  private ShellState exporting(String name, boolean exported) {
    return known
        .get(name)
        .map(variable -> with(name, new Variable(variable.assignment(), exported)))
        .getOrElse(this);
  }

  ShellState unset(String name) {
    return known.containsKey(name) ? new ShellState(known.remove(name), errexit, exportsAll) : this;
  }

  /** With a variable as another state had it. */
  ShellState restoring(String name, ShellState before) {
    return before.known.get(name).map(variable -> with(name, variable)).getOrElse(this);
  }

  ShellState doubting(String name) {
    return known
        .get(name)
        .map(v -> with(name, new Variable(v.assignment().uncertain(), v.exported())))
        .getOrElse(this);
  }

  ShellState errexit(boolean inForce) {
    return inForce == errexit ? this : new ShellState(known, inForce, exportsAll);
  }

  ShellState exportsAll(boolean all) {
    return all == exportsAll ? this : new ShellState(known, errexit, all);
  }

  /** What another program started from here gets, with what is assigned for it. */
  ShellState forProgram(boolean resetsEnvironment, Iterable<Assignment> own) {
    ShellState program = new ShellState(HashMap.empty(), false, false);
    if (!resetsEnvironment) {
      program = new ShellState(known.filterValues(Variable::exported), false, false);
    }
    for (Assignment assignment : own) {
      program = program.with(assignment, true);
    }
    return program;
  }

  private ShellState with(String name, Variable variable) {
    return new ShellState(known.put(name, variable), errexit, exportsAll);
  }
}
