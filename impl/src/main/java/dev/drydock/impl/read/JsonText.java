package dev.drydock.impl.read;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a text is one JSON value that Go's {@code json.Unmarshal} accepts, without recursion, and keeps
 * the strings of the outermost object.
 */
final class JsonText {

  private static final int DEEPEST = 10_000;

  private final String text;
  private final int end;
  private final BitSet objects = new BitSet();
  private final Map<String, String> members = new HashMap<>();
  private final StringBuilder string = new StringBuilder();
  private int at;
  private int depth;
  private String key = "";

  private JsonText(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  static boolean isValid(String text, int start, int end) {
    return new JsonText(text, start, end).read();
  }

  /** The last string member of this name in the outermost object; {@code null} if the text is no such object. */
  static @Nullable String member(String text, int start, String name) {
    int first = start;
    while (first < text.length() && isBlank(text.charAt(first))) {
      first++;
    }
    if (first == text.length() || text.charAt(first) != '{') {
      return null;
    }
    JsonText json = new JsonText(text, first, text.length());
    return json.read() ? json.members.get(name) : null;
  }

  private boolean read() {
    do {
      if (!openOrScalar()) {
        return false;
      }
    } while (depth > 0 && !closed());
    skipBlanks();
    return depth == 0 && at == end;
  }

  /** Reads up to the end of one scalar or of one empty container; opens containers on the way. */
  private boolean openOrScalar() {
    while (true) {
      skipBlanks();
      if (at == end) {
        return false;
      }
      char c = text.charAt(at);
      if (c != '{' && c != '[') {
        return scalar(c);
      }
      if (depth == 1 && objects.get(1)) {
        members.remove(key);
      }
      at++;
      depth++;
      objects.set(depth, c == '{');
      if (depth > DEEPEST) {
        return false;
      }
      skipBlanks();
      if (at < end && text.charAt(at) == (c == '{' ? '}' : ']')) {
        at++;
        depth--;
        return true;
      }
      if (c == '{' && !key()) {
        return false;
      }
    }
  }

  /**
   * Behind a value: closes containers, or steps to the next value.
   *
   * @return whether the outermost container is closed or the text is broken
   */
  private boolean closed() {
    while (depth > 0) {
      skipBlanks();
      if (at == end) {
        return true;
      }
      char c = text.charAt(at++);
      boolean object = objects.get(depth);
      if (c == ',') {
        boolean broken = object && !key();
        if (broken) {
          at = end;
        }
        return broken;
      }
      if (c != (object ? '}' : ']')) {
        return true;
      }
      depth--;
    }
    return true;
  }

  private boolean key() {
    skipBlanks();
    string.setLength(0);
    if (at == end || text.charAt(at) != '"') {
      return false;
    }
    int behind = JsonString.read(text, at, end, string);
    if (behind < 0) {
      return false;
    }
    at = behind;
    if (depth == 1) {
      key = string.toString();
    }
    skipBlanks();
    return at < end && text.charAt(at++) == ':';
  }

  private boolean scalar(char c) {
    boolean member = depth == 1 && objects.get(1);
    if (c == '"') {
      string.setLength(0);
      int behind = JsonString.read(text, at, end, string);
      if (behind >= 0 && member) {
        members.put(key, string.toString());
      }
      at = Math.max(at, behind);
      return behind >= 0;
    }
    if (member) {
      members.remove(key);
    }
    for (String literal : new String[] {"true", "false", "null"}) {
      if (text.startsWith(literal, at) && at + literal.length() <= end) {
        at += literal.length();
        return true;
      }
    }
    return number();
  }

  private boolean number() {
    int start = at;
    if (at < end && text.charAt(at) == '-') {
      at++;
    }
    int whole = digits();
    if (whole == 0 || (whole > 1 && text.charAt(at - whole) == '0')) {
      return false;
    }
    if (at < end && text.charAt(at) == '.') {
      at++;
      if (digits() == 0) {
        return false;
      }
    }
    if (at < end && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      if (digits() == 0) {
        return false;
      }
    }
    return !Double.isInfinite(Double.parseDouble(text.substring(start, at)));
  }

  private int digits() {
    int start = at;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - start;
  }

  private void skipBlanks() {
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
