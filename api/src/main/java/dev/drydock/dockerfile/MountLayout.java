package dev.drydock.dockerfile;

import dev.drydock.text.Span;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** How flags are laid out in front of a command: the first on the RUN's line, each further one on a line. */
final class MountLayout {

  private static final String USUAL_INDENTATION = "    ";

  /** Lines that are indented by more are aligned with something above them. */
  private static final int DEEPEST_INDENTATION = 8;

  private MountLayout() {}

  static String with(Run run, int flagIndex, String flag) {
    String text = run.text();
    Vector<Flag> flags = run.flags();
    String newLine = " " + run.escape() + run.lineEnding() + indentation(run);
    StringBuilder laid = new StringBuilder(text.length() + flag.length() + 16);
    int keywordEnd = run.parts().keywordSpan.end();
    int flagsEnd = flags.isEmpty() ? keywordEnd : flags.last().span().end();
    int command = commandStart(run, flagsEnd);
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
    int command = commandStart(run, flagsEnd);
    String gap = text.substring(flagsEnd, command);
    int keywordEnd = run.parts().keywordSpan.end();
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

  /** Where the command begins; for a RUN without one, where its line ends. */
  private static int commandStart(Run run, int flagsEnd) {
    InstructionParts parts = run.parts();
    return parts.argumentsStart < parts.argumentsEnd
        ? parts.line.textOffset(parts.argumentsStart)
        : flagsEnd;
  }

  /**
   * The indentation of the first continued line of words that has one of its own, unless that is an alignment; else four
   * spaces more than the RUN itself.
   */
  static String indentation(Run run) {
    String text = run.text();
    int header = run.heredocs().isEmpty() ? text.length() : run.heredocs().head().body().start();
    String own = text.substring(0, run.parts().keywordSpan.start()).replace("\uFEFF", "");
    int feed = text.indexOf('\n');
    while (feed >= 0 && feed + 1 < header) {
      int end = feed + 1;
      while (end < header && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
        end++;
      }
      boolean words = end < header && "#\r\n".indexOf(text.charAt(end)) < 0;
      int deeper = end - feed - 1 - own.length();
      if (words && deeper > 0 && deeper <= DEEPEST_INDENTATION) {
        return text.substring(feed + 1, end);
      }
      feed = text.indexOf('\n', end);
    }
    return own.indexOf('\n') >= 0 ? USUAL_INDENTATION : own + USUAL_INDENTATION;
  }
}
