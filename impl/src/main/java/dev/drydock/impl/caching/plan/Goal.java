package dev.drydock.impl.caching.plan;

/** What a transform does with the RUNs of a file. */
public enum Goal {
  /** Mounts come; what defeats them stays, and is warned of. */
  MOUNT,
  /** Mounts come together with the removal of what would defeat them, or not at all. */
  MOUNT_AND_CLEAR,
  /** What defeats the mounts that are there goes. */
  CLEAR;

  /** Whether the mounts that are there are repaired where that is safe. */
  boolean repairs() {
    return this == MOUNT_AND_CLEAR;
  }

  boolean clears() {
    return this != MOUNT;
  }
}
