package dev.drydock.caching;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table of programs, line by line: {@code kind: name words [options], name words # source}. */
final class KnownProgramsReader {

  private final String[] lines;

  KnownProgramsReader(String table) {
    this.lines = table.split("\\R", -1);
  }

  /** The lines by their subjects, in their order. */
  Map<String, KnownProgram> read() {
    Map<String, KnownProgram> read = new LinkedHashMap<>();
    for (int number = 0; number < lines.length; number++) {
      String line = lines[number];
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        new Line(line, number + 1).readInto(read);
      }
    }
    return read;
  }

  /** One line, and where it was read to. */
  private static final class Line {

    private final String text;
    private final int number;
    private final int end;

    Line(String text, int number) {
      this.text = text;
      this.number = number;
      int source = text.indexOf(" #");
      this.end = source < 0 ? text.length() : source;
    }

    void readInto(Map<String, KnownProgram> read) {
      int colon = text.indexOf(':');
      if (colon < 0 || colon >= end) {
        throw bad(0, "a line is KIND: PROGRAM, PROGRAM # SOURCE, and here is no colon");
      }
      String keyword = text.substring(0, colon).strip();
      ProgramKind kind =
          ProgramKind.of(keyword)
              .getOrElseThrow(
                  () ->
                      bad(
                          indexOfText(0),
                          "'" + keyword + "' is no kind; the kinds are "
                              + Vector.of(ProgramKind.values()).map(ProgramKind::keyword).mkString(", ")));
      for (int start = colon + 1; start <= end; ) {
        int comma = text.indexOf(',', start);
        int stop = comma < 0 || comma > end ? end : comma;
        KnownProgram program = program(kind, start, stop);
        String subject = program.subject();
        KnownProgram known = read.put(subject, program);
        if (known != null && known.kind() != kind) {
          throw bad(indexOfText(start), "'" + subject + "' is already " + known.kind().keyword());
        }
        start = stop + 1;
      }
    }

    private KnownProgram program(ProgramKind kind, int start, int stop) {
      int open = text.indexOf(" [-", start) + 1;
      int wordsEnd = open == 0 || open >= stop ? stop : open;
      List<String> words = words(start, wordsEnd);
      if (words.isEmpty()) {
        throw bad(indexOfText(start), "the name of a program is missing");
      }
      String name = words.get(0);
      Vector<String> others = Vector.ofAll(words.subList(1, words.size()));
      check(kind, name, others.nonEmpty(), indexOfText(start));
      if (others.exists(word -> word.indexOf('[') >= 0)) {
        throw bad(text.indexOf('[', indexOfText(start) + 1), "in brackets stand the options that take a value, such as [-p --package]");
      }
      return new KnownProgram(kind, name, others, wordsEnd == stop ? HashSet.empty() : options(open, stop));
    }

    private void check(ProgramKind kind, String name, boolean hasWords, int at) {
      if (KnownPrograms.isFile(name)) {
        if (!kind.suitsScripts()) {
          throw bad(at, "a file or an address cannot be of the kind " + kind.keyword());
        }
        if (hasWords) {
          throw bad(at, "a file or an address takes no words");
        }
        if (name.contains("://") && !KnownPrograms.isAddress(name)) {
          throw bad(at, "an address begins with https://");
        }
      } else if (name.indexOf('*') >= 0 && name.indexOf('*') != name.length() - 1) {
        throw bad(at, "in the name of a program a star stands at the end, for a version");
      } else if (name.equals("*")) {
        throw bad(at, "a star alone would be every program");
      }
    }

    private Set<String> options(int open, int stop) {
      int close = text.indexOf(']', open);
      if (close < 0 || close >= stop) {
        throw bad(open, "the bracket is not closed");
      }
      if (!text.substring(close + 1, stop).isBlank()) {
        throw bad(indexOfText(close + 1), "behind the options that take a value comes a comma, or nothing");
      }
      Set<String> options = HashSet.ofAll(words(open + 1, close));
      if (options.exists(option -> !option.startsWith("-"))) {
        throw bad(open, "in brackets stand the options that take a value, such as [-p --package]");
      }
      return options;
    }

    private List<String> words(int from, int to) {
      List<String> words = new ArrayList<>();
      for (int at = indexOfText(from); at < to; at = indexOfText(at)) {
        int start = at;
        while (at < to && !Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        words.add(text.substring(start, at));
      }
      return words;
    }

    /** Where the next word begins. */
    private int indexOfText(int from) {
      int at = from;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at;
    }

    private IllegalArgumentException bad(int index, String reason) {
      return new IllegalArgumentException("line " + number + ", column " + (index + 1) + ": " + reason);
    }
  }
}
