package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;
import dev.drydock.view.View;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of commands in its place. Filled while the script is read, and never changed afterwards.
 */
final class Block {

  /** What follows the element of the same index. */
  record Link(Connector kind, int start, int end) {}

  /**
   * What comes of the elements, by their indexes.
   *
   * @param failing those whose failure, or that of what stands before them with {@code &&}, is that of the script
   * @param inBackground those of an and-or list that runs in the background
   */
  private record Consequences(BitSet failing, BitSet inBackground) {}

  private final ShellBlock kind;
  private final Source source;
  private final @Nullable Element owner;
  private final int start;
  private int end;
  private boolean complete;
  private final View<Consequences> consequences = new View<>();
  private final View<Integer> exit = new View<>();
  private final List<Element> elements = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  Block(ShellBlock kind, Source source, @Nullable Element owner, int start) {
    this.kind = kind;
    this.source = source;
    this.owner = owner;
    this.start = start;
    this.end = start;
    if (owner != null) {
      owner.holds(this);
    }
  }

  /** Right behind what introduces it: {@code then}, a brace, a parenthesis. */
  int start() {
    return start;
  }

  /** Where its last command ends. */
  int end() {
    return end;
  }

  void endAt(int offset) {
    end = offset;
    complete = true;
  }

  ShellBlock kind() {
    return kind;
  }

  Source source() {
    return source;
  }

  /** The command that the list is a part of; {@code null} for the whole script. */
  @Nullable Element owner() {
    return owner;
  }

  Element add(int start, boolean negated) {
    Element element = new Element(this, elements.size(), start, negated);
    elements.add(element);
    return element;
  }

  void add(Link link) {
    links.add(link);
  }

  int size() {
    return elements.size();
  }

  Element element(int index) {
    return elements.get(index);
  }

  /** What follows an element; {@code NONE} at its end where nothing does. */
  Link link(int index) {
    if (index < links.size()) {
      return links.get(index);
    }
    int end = elements.get(index).end();
    return new Link(Connector.NONE, end, end);
  }

  /** Whether a failure of an element, or of what stands before it with {@code &&}, is that of the script. */
  boolean failsTheScript(int index) {
    return consequences().failing.get(index);
  }

  /** Whether the and-or list, or the pipeline, that an element is part of runs in the background. */
  boolean isInBackground(int index) {
    return consequences().inBackground.get(index);
  }

  /** The index of the first element in which the script may end with success; the number of elements where none is. */
  int firstExit() {
    return complete ? exit.get(this::readExit) : readExit();
  }

  private int readExit() {
    int index = 0;
    while (index < elements.size() && !elements.get(index).mayEndTheScript()) {
      index++;
    }
    return index;
  }

  private Consequences consequences() {
    return complete ? consequences.get(this::readConsequences) : readConsequences();
  }

  /** From the last element to the first, each by the one after it. */
  private Consequences readConsequences() {
    BitSet failing = new BitSet();
    BitSet inBackground = new BitSet();
    boolean ofWhole = passesItsStatusOn() && (owner == null || owner.block().failsTheScript(owner.index()));
    for (int i = elements.size() - 1; i >= 0; i--) {
      Connector after = link(i).kind();
      boolean last = i + 1 == elements.size();
      boolean joined = Lists.joins(after) || after == Connector.PIPE;
      inBackground.set(i, (joined && !last) ? inBackground.get(i + 1) : after == Connector.BACKGROUND);
      boolean skips = !last && (after == Connector.AND || after == Connector.PIPE);
      boolean ends = last && !joined && after != Connector.BACKGROUND && !elements.get(i).negated();
      failing.set(i, skips ? failing.get(i + 1) : ends && ofWhole);
    }
    return new Consequences(failing, inBackground);
  }

  private boolean passesItsStatusOn() {
    return !Status.isCondition(kind) && kind != ShellBlock.SUBSTITUTION && !Element.mayNotRun(kind);
  }
}
