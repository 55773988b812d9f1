package dev.drydock.caching;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/** What a program does besides what its words say. What follows from each kind is decided by the transforms. */
public enum ProgramKind {
  /** Nothing: it reads and writes what its words name, and runs none of them. */
  HARMLESS,
  /** It also keeps files of its own below a home directory: settings, caches, models. */
  HOME,
  /** It runs code of the project or of its packages: {@code make}, {@code npm run}, {@code cargo build}. */
  PROJECT,
  /** It runs the file that its first operand names, or else what it reads: {@code sh}, {@code python}, {@code source}. */
  SCRIPT,
  /** It calls package managers that nobody sees: {@code playwright install-deps}. */
  PACKAGES,
  /** It runs the command that follows: {@code npx}, {@code uv run}, {@code python -m}. */
  COMMAND;

  /** As a table of programs spells it: in lower case. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Option<ProgramKind> of(String keyword) {
    return Vector.of(values()).find(kind -> kind.keyword().equals(keyword));
  }

  /** Whether all that it does is known without looking at anything else. */
  boolean isSafe() {
    return this == HARMLESS || this == HOME;
  }

  /** Whether it may do more than is written in the file. */
  boolean isDangerous() {
    return this == PROJECT || this == PACKAGES;
  }

  /** Whether a file or an address can be of this kind; a program can be of any. */
  boolean suitsScripts() {
    return this != SCRIPT && this != COMMAND;
  }
}
