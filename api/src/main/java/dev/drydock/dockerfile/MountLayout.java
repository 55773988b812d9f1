package dev.drydock.dockerfile;

import dev.drydock.text.Span;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** How flags are laid out in front of a command: the first on the RUN's line, each further one on a line. */
final class MountLayout {

  private MountLayout() {}

  static String with(Run run, int flagIndex, String flag) {
    String text = run.text();
    Vector<Flag> flags = run.flags();
    String newLine = ArgumentLayout.newLine(run);
    StringBuilder laid = new StringBuilder(text.length() + flag.length() + 16);
    int keywordEnd = run.parts().keywordEnd;
    int flagsEnd = flags.isEmpty() ? keywordEnd : flags.last().span().end();
    int command = ArgumentLayout.argumentsStart(run, flagsEnd);
    String gap = text.substring(flagsEnd, command);
    String ownLine = gap.indexOf('\n') >= 0 ? gap : beforeCommand(run, command, newLine);
    if (flagIndex < flags.size()) {
      int at = flags.get(flagIndex).span().start();
      laid.append(text, 0, at).append(flag).append(newLine).append(text, at, flagsEnd);
    } else if (flags.isEmpty()) {
      laid.append(text, 0, keywordEnd).append(' ').append(flag);
    } else {
      laid.append(text, 0, flagsEnd).append(newLine).append(flag);
    }
    return laid.append(ownLine).append(text, command, text.length()).toString();
  }

  /** A new line, unless there is no command, or one that a line cannot begin with: a # would make it a comment. */
  private static String beforeCommand(Run run, int command, String newLine) {
    boolean commands = run.parts().argumentsStart < run.parts().argumentsEnd;
    boolean hash = commands && run.text().charAt(command) == '#';
    return hash ? " " : commands ? newLine : "";
  }

  static String without(Run run, Seq<Flag> gone) {
    String text = run.text();
    Vector<Flag> flags = run.flags();
    int flagsEnd = flags.last().span().end();
    int command = ArgumentLayout.argumentsStart(run, flagsEnd);
    String gap = text.substring(flagsEnd, command);
    int keywordEnd = run.parts().keywordEnd;
    String lead = text.substring(keywordEnd, flags.head().span().start());
    StringBuilder left = new StringBuilder(text.substring(0, keywordEnd));
    for (int i = 0; i < flags.size(); i++) {
      if (!gone.contains(flags.get(i))) {
        Span kept = flags.get(i).span();
        boolean first = left.length() == keywordEnd;
        left.append(first ? lead : text.substring(flags.get(i - 1).span().end(), kept.start()));
        left.append(text, kept.start(), kept.end());
      }
    }
    if (left.length() == keywordEnd && lead.indexOf('#') >= 0) {
      left.append(lead);
    }
    String before = gap.indexOf('#') >= 0 ? gap : command < text.stripTrailing().length() ? " " : "";
    return left.append(before).append(text, command, text.length()).toString();
  }
}
