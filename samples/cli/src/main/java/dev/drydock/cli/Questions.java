package dev.drydock.cli;

import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;

/** Asks a person of each file, and where wanted of each change, whether it is to be written. */
final class Questions {

  private final Console console;
  private boolean all;
  private boolean ended;

  Questions(Console console) {
    this.console = console;
  }

  /** Whether the person wants no more questions and no more changes. */
  boolean ended() {
    return ended;
  }

  /** What of a rewrite is to be written; the change is on the screen already. */
  Rewrite choose(FleetFile file, Rewrite rewrite) {
    if (all || ended) {
      return all ? rewrite : rewrite.only(note -> false);
    }
    while (true) {
      switch (answer("Write " + file.name() + "? [y]es, [n]o, [c]hange by change, [a]ll from here, [q]uit: ")) {
        case "y", "yes" -> {
          return rewrite;
        }
        case "a", "all" -> {
          all = true;
          return rewrite;
        }
        case "c", "change" -> {
          return changes(rewrite);
        }
        case "n", "no" -> {
          return rewrite.only(note -> false);
        }
        case "q", "quit" -> {
          ended = true;
          return rewrite.only(note -> false);
        }
        default -> console.print("Please answer with one of these letters.\n");
      }
    }
  }

  private Rewrite changes(Rewrite rewrite) {
    // Two changes of one instruction may have equal notes.
    Set<Note> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Note note : rewrite.notes(Note.Kind.CHANGED)) {
      String answer = "";
      while (!ended && !answer.matches("y|yes|n|no|q|quit")) {
        answer = answer("  " + FleetFile.printable(note.toString()) + "\n  [y]es, [n]o, [q]uit: ");
        ended = answer.matches("q|quit");
      }
      if (!answer.startsWith("y")) {
        refused.add(note);
      }
    }
    return rewrite.only(note -> !refused.contains(note));
  }

  /** An answer in lower case; the end of the input is the wish to end. */
  private String answer(String question) {
    console.print(question);
    console.flush();
    return console.line().strip().toLowerCase(Locale.ROOT);
  }
}
