package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of commands in its place. Filled while the script is read, and never changed afterwards.
 */
final class Block {

  /** What follows the element of the same index. */
  record Link(Connector kind, int start, int end) {}

  private final ShellBlock kind;
  private final Source source;
  private final @Nullable Element owner;
  private final int start;
  private int end;
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
}
