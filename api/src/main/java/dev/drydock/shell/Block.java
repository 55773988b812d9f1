package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;
import java.util.ArrayList;
import java.util.BitSet;
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

  private static final int UNKNOWN = -1;

  private final ShellBlock kind;
  private final Source source;
  private final @Nullable Element owner;
  private final int start;
  private int end;
  private boolean complete;
  private final ArrayList<Element> elements = new ArrayList<>(2);

  /** Kept without a lock, see {@link dev.drydock.view.View}, but volatile, since sets of bits have fields that are not final. */
  private volatile @Nullable Consequences consequences;

  /** Kept in the same way, {@link #UNKNOWN} at first. */
  private int exit = UNKNOWN;

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
    elements.trimToSize();
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

  /** Something follows the last element. */
  void connect(Connector connector, int from, int to) {
    elements.get(elements.size() - 1).connect(connector, from, to);
  }

  int size() {
    return elements.size();
  }

  Element element(int index) {
    return elements.get(index);
  }

  /** What follows an element; {@code NONE} at its end where nothing does. */
  Link link(int index) {
    return elements.get(index).link();
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
    int known = exit;
    if (known == UNKNOWN) {
      known = readExit();
      exit = complete ? known : UNKNOWN;
    }
    return known;
  }

  private int readExit() {
    int index = 0;
    while (index < elements.size() && !elements.get(index).mayEndTheScript()) {
      index++;
    }
    return index;
  }

  private Consequences consequences() {
    Consequences known = consequences;
    if (known == null) {
      known = readConsequences();
      consequences = complete ? known : null;
    }
    return known;
  }

  /** From the last element to the first, each by the one after it. */
  private Consequences readConsequences() {
    BitSet failing = new BitSet();
    BitSet inBackground = new BitSet();
    boolean ofWhole = passesItsStatusOn() && (owner == null || owner.block().failsTheScript(owner.index()));
    for (int i = elements.size() - 1; i >= 0; i--) {
      Connector after = elements.get(i).after();
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
