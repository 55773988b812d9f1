package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.List;

/**
 * A logical line parted into keyword, flags and argument text, all as offsets in the joined line:
 * {@code splitCommand} in {@code frontend/dockerfile/parser/split_command.go}.
 */
record CommandSplit(
    Kind kind, int keywordStart, int keywordEnd, List<Flag> flags, int argumentsStart, int argumentsEnd) {

  /** One flag, with quotes and escapes removed, and where it stands in the joined line. */
  record Flag(String value, int start, int end) {}

  static CommandSplit of(String joined, int start, int end, char escape) {
    int keywordStart = Whitespace.trimStart(joined, start, end);
    int last = Whitespace.trimEnd(joined, keywordStart, end);
    int keywordEnd = Whitespace.separator(joined, keywordStart, last);
    int rest = Whitespace.skipSeparators(joined, keywordEnd, last);
    Kind kind = Keyword.kind(joined, keywordStart, keywordEnd);
    if (!joined.startsWith("--", rest) || rest + 2 > last) {
      int arguments = Whitespace.trimStart(joined, rest, last);
      return new CommandSplit(kind, keywordStart, keywordEnd, List.of(), arguments, last);
    }
    FlagReader flags = new FlagReader(joined, rest, last, escape);
    int arguments = Whitespace.trimStart(joined, flags.read(), last);
    return new CommandSplit(kind, keywordStart, keywordEnd, flags.flags(), arguments, last);
  }
}
