package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One command of a list, simple or compound, and what is known from where it stands. */
final class Element {

  private final Block block;
  private final int index;
  private final int start;
  private final boolean negated;
  private int end;
  private @Nullable SimpleCommand command;
  private List<Block> blocks = List.of();
  private Connector after = Connector.NONE;
  private int afterStart;
  private int afterEnd;

  Element(Block block, int index, int start, boolean negated) {
    this.block = block;
    this.index = index;
    this.start = start;
    this.negated = negated;
    this.end = start;
  }

  Block block() {
    return block;
  }

  int index() {
    return index;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  void endAt(int offset) {
    end = offset;
  }

  /** The simple command that it is; {@code null} where it is a compound one. */
  @Nullable SimpleCommand command() {
    return command;
  }

  void is(SimpleCommand simple) {
    command = simple;
  }

  void holds(Block inner) {
    if (blocks.isEmpty()) {
      blocks = new ArrayList<>(1);
    }
    blocks.add(inner);
  }

  void connect(Connector connector, int from, int to) {
    after = connector;
    afterStart = from;
    afterEnd = to;
  }

  /** What follows it; {@code NONE} at its end where nothing does. */
  Block.Link link() {
    return after == Connector.NONE ? new Block.Link(after, end, end) : new Block.Link(after, afterStart, afterEnd);
  }

  /** The lists in it, in order: of a compound command its parts, and of any the substitutions in its words. */
  List<Block> blocks() {
    return blocks;
  }

  Connector before() {
    return index == 0 ? Connector.NONE : block.element(index - 1).after;
  }

  Connector after() {
    return after;
  }

  /** Whether the pipeline that it is part of is negated. */
  boolean negated() {
    return firstOfPipeline().negated;
  }

  boolean inPipeline() {
    return before() == Connector.PIPE || after() == Connector.PIPE;
  }

  /** Whether it may be skipped though everything before it in its list succeeds. */
  boolean skippable() {
    Element first = firstOfPipeline();
    return switch (first.before()) {
      case OR -> true;
      case AND -> first.block.element(first.index - 1).negated();
      default -> false;
    };
  }

  /** Whether {@code set -e} may be in force there. */
  boolean mayExit() {
    return block.source().mentionsErrexit();
  }

  boolean conditional() {
    return skippable() || within(Element::mayNotRun);
  }

  /** Whether the script cannot succeed without having run it: nothing before it passes over it, and over a failure. */
  boolean mustRun() {
    if (conditional()) {
      return false;
    }
    for (Element place = this; place != null; place = place.block.owner()) {
      if (place.block.firstExit() < place.index) {
        return false;
      }
      boolean skippedByFailure = place.firstOfPipeline().before() == Connector.AND;
      if (skippedByFailure && !place.failureFailsTheScript()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the script may succeed and end in it: with {@code exit 0}, {@code exit}, or {@code exec}. */
  boolean mayEndTheScript() {
    boolean ends = command != null && !inPipeline() && exits(command);
    return ends || blocks.stream().anyMatch(inner -> sharesTheScript(inner.kind()) && inner.firstExit() < inner.size());
  }

  private boolean exits(SimpleCommand simple) {
    String name = simple.name().getOrElse("");
    if (name.equals("exec")) {
      return simple.arguments().nonEmpty();
    }
    if (!name.equals("exit")) {
      return false;
    }
    return simple.arguments().isEmpty()
        ? before() != Connector.OR
        : simple.arguments().head().value().forAll(status -> !status.matches("0*[1-9]\\d*"));
  }

  private static boolean sharesTheScript(ShellBlock kind) {
    return switch (kind) {
      case GROUP, CONDITION, LATER_CONDITION, LOOP_CONDITION, BRANCH, LOOP_BODY, EVALUATED -> true;
      case SCRIPT, DEFERRED, SUBSHELL, SUBSTITUTION, FUNCTION -> false;
    };
  }

  /** Whether the script cannot succeed unless it does, {@code set -e} left aside. */
  boolean mustSucceed() {
    return mustRun() && after() != Connector.PIPE && failureFailsTheScript();
  }

  private Element firstOfPipeline() {
    Element first = this;
    while (first.before() == Connector.PIPE) {
      first = first.block.element(first.index - 1);
    }
    return first;
  }

  /** Whether a failure here, or of what stands before it with {@code &&}, is that of the script: nothing takes over. */
  private boolean failureFailsTheScript() {
    return block.failsTheScript(index);
  }

  /** How many lists hold it. */
  int depth() {
    int depth = 0;
    for (Element place = this; place != null; place = place.block.owner()) {
      depth++;
    }
    return depth;
  }

  boolean within(ShellBlock kind) {
    return within(block -> block.kind() == kind);
  }

  boolean within(Predicate<Block> test) {
    for (Element place = this; place != null; place = place.block.owner()) {
      if (test.test(place.block)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the other one stands in another branch of a compound command that holds both, or in another function. */
  boolean excludes(Element other) {
    return isInAnotherBranch(other) || isInAnotherFunction(other);
  }

  private boolean isInAnotherFunction(Element other) {
    Block mine = function();
    Block theirs = other.function();
    return mine != null && theirs != null && !within(block -> block == theirs) && !other.within(block -> block == mine);
  }

  private @Nullable Block function() {
    for (Element place = this; place != null; place = place.block.owner()) {
      if (place.block.kind() == ShellBlock.FUNCTION) {
        return place.block;
      }
    }
    return null;
  }

  private boolean isInAnotherBranch(Element other) {
    for (Element mine = this; mine != null; mine = mine.block.owner()) {
      if (mine.block.kind() == ShellBlock.BRANCH) {
        Block theirs = other.blockIn(mine.block.owner());
        if (theirs != null) {
          return theirs != mine.block && theirs.kind() == ShellBlock.BRANCH;
        }
      }
    }
    return false;
  }

  /** The list of a compound command that holds this; {@code null} where the compound command does not. */
  private @Nullable Block blockIn(@Nullable Element compound) {
    for (Element place = this; place != null; place = place.block.owner()) {
      if (place.block.owner() == compound) {
        return compound == null ? null : place.block;
      }
    }
    return null;
  }

  private static boolean mayNotRun(Block block) {
    Element owner = block.owner();
    return mayNotRun(block.kind()) || (owner != null && owner.skippable());
  }

  /** Whether a list of this kind may be passed over. */
  static boolean mayNotRun(ShellBlock kind) {
    return switch (kind) {
      case BRANCH, LATER_CONDITION, LOOP_BODY, FUNCTION, DEFERRED -> true;
      default -> false;
    };
  }
}
