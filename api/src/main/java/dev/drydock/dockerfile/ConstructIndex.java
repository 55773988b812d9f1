package dev.drydock.dockerfile;

import io.vavr.collection.Vector;

/**
 * The place of each construct of a file, found by the instance. It is a hash table of numbers, which is a third of an
 * {@link java.util.IdentityHashMap}: a file has very many constructs.
 */
final class ConstructIndex {

  private final Vector<Construct> constructs;

  /** Places counted from 1, each at the hash of its construct or in the next free slot behind it; 0 where a slot is free. */
  private final int[] slots;

  ConstructIndex(Vector<Construct> constructs) {
    this.constructs = constructs;
    this.slots = new int[Math.max(4, Integer.highestOneBit(constructs.size()) * 4)];
    int place = 0;
    for (Construct construct : constructs) {
      slots[slot(construct)] = ++place;
    }
  }

  /** The place of this very instance, counted from 0; -1 where it is not of the file. */
  int of(Construct construct) {
    return slots[slot(construct)] - 1;
  }

  /** The slot that holds the construct, or else would. */
  private int slot(Construct construct) {
    int slot = hash(construct);
    while (slots[slot] != 0 && constructs.get(slots[slot] - 1) != construct) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** An identity's hash has its best bits above; these are put below. */
  private int hash(Construct construct) {
    int hash = System.identityHashCode(construct);
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }
}
