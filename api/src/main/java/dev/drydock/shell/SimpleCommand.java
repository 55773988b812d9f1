package dev.drydock.shell;

import dev.drydock.given.Given;
import dev.drydock.spi.ShellBlock;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command with its words (POSIX XCU 2.9.1), and what is known from where it stands.
 *
 * <p>A command that runs another ({@code sudo}, {@code env}, {@code bash -c}) is one, and the other is one of
 * its own, which says so in {@link #runBy()}; where it stands is then told as for the wrapper.
 */
public final class SimpleCommand {

  private final Element place;
  private final int start;
  private final int end;
  private final Vector<Assignment> assignments;
  private final WordTable table;
  private final int firstRow;
  private final int size;
  private final Vector<Redirection> redirections;
  private final Option<SimpleCommand> runBy;
  private final RunAs runAs;
  private final ShellState state;
  private final ShellState surroundings;

  /** Kept as a {@link dev.drydock.view.View} keeps what it has read; a wrapped command shares words with its wrapper. */
  private volatile @Nullable Vector<Word> words;

  /** Kept without a lock, as is the name, see {@link dev.drydock.view.View}. */
  private @Nullable Span span;

  private @Nullable Option<String> name;

  /** A command whose words are rows of a table. */
  SimpleCommand(
      Element place,
      int start,
      int end,
      Vector<Assignment> assignments,
      WordTable table,
      int firstRow,
      int size,
      Vector<Redirection> redirections,
      Option<SimpleCommand> runBy,
      RunAs runAs,
      ShellState state,
      ShellState surroundings) {
    this.place = place;
    this.start = start;
    this.end = end;
    this.assignments = assignments;
    this.table = table;
    this.firstRow = firstRow;
    this.size = size;
    this.redirections = redirections;
    this.runBy = runBy;
    this.runAs = runAs;
    this.state = state;
    this.surroundings = surroundings;
  }

  /**
   * The command that some of the words of this one are, for a wrapper that runs it.
   *
   * @param assignmentsFrom the first of the words just before {@code firstWord} that are assignments for it
   */
  SimpleCommand wrapped(SimpleCommand wrapper, int assignmentsFrom, int firstWord, RunAs user, boolean resets) {
    return new SimpleCommand(
        place,
        table.start(firstRow + assignmentsFrom),
        table.end(firstRow + size - 1),
        words().subSequence(assignmentsFrom, firstWord).flatMap(Word::asAssignment),
        table,
        firstRow + firstWord,
        size - firstWord,
        Vector.empty(),
        Option.some(wrapper),
        user,
        wrapper.state,
        wrapper.forProgram(resets));
  }

  /** From its first assignment, word or redirection to its last, in the enclosing text. */
  public Span span() {
    Span known = span;
    if (known == null) {
      known = source().span(start, end);
      span = known;
    }
    return known;
  }

  /** Where it begins in the enclosing text. */
  int position() {
    return source().position(start, end);
  }

  private Source source() {
    return place.block().source();
  }

  /** As written, in the script that it is part of. */
  public String text() {
    return source().text().substring(start, end);
  }

  /** The assignments before its words; all there is where it has no words. */
  public Vector<Assignment> assignments() {
    return assignments;
  }

  /** Its name and arguments; empty where it only assigns or redirects. */
  public Vector<Word> words() {
    Vector<Word> known = words;
    return known != null ? known : readWords();
  }

  private synchronized Vector<Word> readWords() {
    Vector<Word> known = words;
    if (known == null) {
      SimpleCommand whole = place.command();
      known = whole == null || whole == this ? table.words(source(), firstRow, size) : whole.words().takeRight(size);
      words = known;
    }
    return known;
  }

  boolean hasWords() {
    return size > 0;
  }

  /** Whether one of some programs may be the name of a command with words, found without making a text of it. */
  boolean mayBeOneOf(List<String> programs) {
    if (!table.isPlain(firstRow)) {
      return true;
    }
    int last = table.end(firstRow);
    int length = last - table.start(firstRow);
    for (String program : programs) {
      if (program.length() <= length && source().text().startsWith(program, last - program.length())) {
        return true;
      }
    }
    return false;
  }

  /** What can be taken out of it: the values of its assignments, each of which goes with its name, then its words. */
  public Vector<Word> parts() {
    return assignments.isEmpty() ? words() : assignments.map(Assignment::value).appendAll(words());
  }

  /** Its redirections, in order; those of a wrapped command are its wrapper's. */
  public Vector<Redirection> redirections() {
    return redirections;
  }

  /**
   * What it runs, without the folder: {@code apt-get} for {@code /usr/bin/apt-get}.
   * None where that is not known before it runs, and where it has no words.
   */
  public Option<String> name() {
    Option<String> known = name;
    if (known == null) {
      known = hasWords() ? baseName(words().head()) : Option.none();
      name = known;
    }
    return known;
  }

  private static Option<String> baseName(Word first) {
    if (first.globs()) {
      return Option.none();
    }
    String path = first.value().getOrElse("");
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? Option.none() : Option.some(name);
  }

  /** The words after the first. */
  public Vector<Word> arguments() {
    return words().drop(1);
  }

  /** The command that runs this one, where it is not the shell itself. */
  public Option<SimpleCommand> runBy() {
    return runBy;
  }

  /**
   * The user that a wrapper changes to, name or number, without a group: {@code su}, {@code sudo}, {@code gosu}. None where
   * nothing changes it, and where it cannot be told; {@link #changesUser} tells the two apart.
   */
  public Option<String> user() {
    return runAs.user();
  }

  /** Whether a wrapper changes the user; where none does, the user is that of the instruction. */
  public boolean changesUser() {
    return runAs.changed();
  }

  /**
   * Whether variables that were set before its wrapper do not reach it, and {@code HOME} may be another one ({@code su -},
   * {@code sudo} without {@code -E}, {@code env -i}).
   */
  public boolean resetsEnvironment() {
    return runAs.resetsEnvironment();
  }

  RunAs runAs() {
    return runAs;
  }

  /** What connects it to the command before it in its list. */
  public Connector before() {
    return place.before();
  }

  /** What connects it to the command after it in its list; a {@code ;} may also end a list. */
  public Connector after() {
    return place.after();
  }

  /**
   * Whether it may not run although everything before it succeeds: in a branch of {@code if} or {@code case},
   * a loop body, a function, a {@code trap}, after {@code ||}, after {@code ! a &&}.
   */
  public boolean conditional() {
    return place.conditional();
  }

  /**
   * Whether the script cannot succeed without having run it: it is not {@link #conditional}, and where a failure
   * before it skips it, as with {@code a && it}, no {@code ||} or {@code ;} behind makes up for that failure; and the
   * script does not end before it with success, as with {@code a || exit 0; it}.
   */
  public boolean mustRun() {
    return place.mustRun();
  }

  /** Whether the script cannot succeed unless it does: it {@link #mustRun}, and nothing behind makes up for its failure. */
  public boolean mustSucceed() {
    return place.mustSucceed() || (place.mustRun() && errexit());
  }

  /**
   * Whether the other command stands in another branch of the same {@code if} or {@code case}, so that of the two only
   * one runs when the script comes there, or in another function.
   */
  public boolean excludes(SimpleCommand other) {
    Given.notNull(other, "other");
    return place.excludes(other.place);
  }

  /** Whether it runs only once the shell gets a signal or ends: {@code trap '…' EXIT}. */
  public boolean deferred() {
    return place.within(ShellBlock.DEFERRED);
  }

  /** Whether it runs only when a function is called. */
  public boolean inFunction() {
    return place.within(ShellBlock.FUNCTION);
  }

  /** Whether its output is used as text, or as a file: {@code $(…)}, backticks, {@code <(…)}. */
  public boolean inSubstitution() {
    return place.within(ShellBlock.SUBSTITUTION);
  }

  /** Whether it is within parentheses. */
  public boolean inSubshell() {
    return place.within(ShellBlock.SUBSHELL);
  }

  /** Whether it is in the body or the condition of a loop. */
  public boolean inLoop() {
    return place.within(ShellBlock.LOOP_BODY) || place.within(ShellBlock.LOOP_CONDITION);
  }

  /** Whether it, or a command around it, reads from or writes to a pipe. */
  public boolean inPipeline() {
    return place.inPipeline() || place.within(SimpleCommand::isPiped);
  }

  /** How many lists of commands it stands in: 1 in the script itself, 2 within {@code (…)} or {@code bash -c '…'}. */
  public int nesting() {
    return place.depth();
  }

  /** Whether {@code !} turns its status around. */
  public boolean negated() {
    return place.negated();
  }

  /**
   * Whether the script says that it ends where this command fails: {@code set -e} in any spelling or {@code
   * bash -e} is in force, and the command is none whose failure the shell passes over (a condition, before
   * {@code &&} or {@code ||}, negated, in a pipeline but the last). False in a function, which may be called
   * from anywhere. What the shell was started with, as by {@code SHELL}, is not seen here.
   */
  public boolean errexit() {
    return state.errexit() && !Status.failureIsPassedOver(place);
  }

  /**
   * What is known to be in its environment from the script: variables exported before it, those that a
   * wrapper sets, then those before its own name. The last one of a name counts; one that is not {@link
   * Assignment#certain} may also have its earlier value. What {@code unset} removes, and what a wrapper with a
   * fresh environment does not pass on, is not there.
   */
  public Vector<Assignment> environment() {
    return surroundings.exported().appendAll(hasWords() ? assignments : Vector.empty());
  }

  /** Every shell variable known to be set before it, exported or not: what {@code $X} in its words may mean. */
  public Vector<Assignment> variables() {
    return state.variables();
  }

  /** The last assignment of a shell variable that is known before it, exported or not. */
  public Option<Assignment> variable(String name) {
    Given.notNull(name, "name");
    return state.assignment(name);
  }

  /** What its environment has from the script of this name: as {@link #environment} tells for all. */
  public Option<Assignment> environment(String name) {
    Given.notNull(name, "name");
    Option<Assignment> own =
        hasWords() ? assignments.findLast(assignment -> assignment.name().equals(name)) : Option.none();
    return own.isDefined() || !surroundings.exports(name) ? own : surroundings.assignment(name);
  }

  private static boolean isPiped(Block block) {
    Element owner = block.owner();
    return owner != null && owner.inPipeline();
  }

  Element place() {
    return place;
  }

  /** The state that the shell is in which expands its words. */
  ShellState state() {
    return state;
  }

  /** What a program that it starts knows. */
  ShellState forProgram(boolean resetsEnvironment) {
    return surroundings.forProgram(resetsEnvironment, assignments);
  }

  /** As written. */
  @Override
  public String toString() {
    return text();
  }
}
