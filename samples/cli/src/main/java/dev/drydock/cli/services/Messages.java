package dev.drydock.cli.services;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of definitions: what could not be done, and what a person should know. */
final class Messages {

  private final List<String> failures = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /** Does something about one service; where that cannot be read, it is said, and the others are still done. */
  void guard(String where, Runnable step) {
    try {
      step.run();
    } catch (Unreadable | InvalidPathException e) {
      fail(where + ": " + e.getMessage());
    }
  }

  void fail(String message) {
    failures.add(message);
  }

  void remark(String message) {
    remarks.add(message);
  }

  List<String> failures() {
    return failures;
  }

  List<String> remarks() {
    return remarks;
  }
}
