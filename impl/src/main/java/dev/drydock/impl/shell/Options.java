package dev.drydock.impl.shell;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a wrapper, read as its manual says: clusters, values attached or in the next word. */
final class Options {

  private final Arguments words;
  private final Wrapper wrapper;
  private final Map<String, @Nullable String> found = new HashMap<>();
  private int next;
  private boolean understood = true;

  private Options(Arguments words, Wrapper wrapper, int from) {
    this.words = words;
    this.wrapper = wrapper;
    this.next = from;
  }

  static Options read(Arguments words, Wrapper wrapper, int from) {
    Options options = new Options(words, wrapper, from);
    options.read();
    return options;
  }

  /** Whether all of them are known, so that it is known where they end. */
  boolean understood() {
    return understood;
  }

  /** The first word behind them. */
  int next() {
    return next;
  }

  boolean has(String option) {
    return found.containsKey(option);
  }

  /** The value of an option; {@code null} where it is not given, or not known before it runs. */
  @Nullable String value(String option) {
    return found.get(option);
  }

  private void read() {
    while (understood && next < words.size()) {
      String word = words.value(next);
      if (word == null) {
        understood = !words.raw(next).startsWith("-") && isPlainOperand(words.raw(next));
        return;
      }
      if (!word.startsWith("-") || (word.equals("-") && !wrapper.flags().contains("-"))) {
        return;
      }
      next++;
      if (word.equals("--")) {
        return;
      }
      option(word);
    }
  }

  /** A path or a user that begins with a variable is no option, a variable alone may be one. */
  private static boolean isPlainOperand(String raw) {
    return (!raw.startsWith("$") && !raw.startsWith("\"$") && !raw.startsWith("`"))
        || raw.indexOf('/') > 0
        || raw.indexOf(':') > 0;
  }

  private void option(String word) {
    if (word.startsWith("--")) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (wrapper.values().contains(name)) {
        found.put(name, equals < 0 ? following() : word.substring(equals + 1));
      } else {
        known(name);
        found.put(name, equals < 0 ? "" : word.substring(equals + 1));
      }
    } else if (wrapper.flags().contains(word)) {
      found.put(word, "");
    } else if (word.chars().skip(1).allMatch(Cursor::isDigit)) {
      found.put("-n", word.substring(1));
    } else {
      cluster(word);
    }
  }

  private void cluster(String word) {
    for (int i = 1; i < word.length(); i++) {
      String name = "-" + word.charAt(i);
      if (wrapper.values().contains(name)) {
        found.put(name, i + 1 < word.length() ? word.substring(i + 1) : following());
        return;
      }
      known(name);
      found.put(name, "");
    }
  }

  private void known(String name) {
    understood &= wrapper.flags().contains(name);
  }

  private @Nullable String following() {
    String value = next < words.size() ? words.value(next) : null;
    next++;
    return value;
  }
}
