package dev.drydock.impl.read;

import java.util.ArrayList;
import java.util.List;

/** Collects the words of a line as {@code wordsStruct} in {@code frontend/dockerfile/shell/lex.go} does. */
final class ShellWords {

  /** One word as the lexer leaves it, and where it stands in what was read. */
  record Word(String text, int start, int end) {}

  private final List<Word> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int start;
  private int end;

  List<Word> list() {
    return words;
  }

  /** Adds a character; a space ends the word. */
  void add(char c, int at) {
    if (!Whitespace.isSpace(c)) {
      addRaw(c, at);
    } else if (inWord) {
      finish();
    }
  }

  void addRaw(char c, int at) {
    begin(at);
    word.append(c);
    end = at + 1;
  }

  /** Adds text whole, spaces included; it stands at {@code sourceStart} to {@code sourceEnd}. */
  void addRaw(CharSequence text, int from, int to, int sourceStart, int sourceEnd) {
    begin(sourceStart);
    word.append(text, from, to);
    end = sourceEnd;
  }

  /** Adds the text behind {@code from}, in which spaces end words. */
  void addText(CharSequence text, int from, int sourceStart, int sourceEnd) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Whitespace.isSpace(c)) {
        begin(sourceStart);
        word.append(c);
        end = sourceEnd;
      } else if (inWord) {
        finish();
      }
    }
  }

  /** Ends the word that is open, unless it is empty. */
  void finish() {
    if (word.length() > 0) {
      words.add(new Word(word.toString(), start, end));
      word.setLength(0);
      inWord = false;
    }
  }

  private void begin(int at) {
    if (!inWord) {
      start = at;
      inWord = true;
    }
  }
}
