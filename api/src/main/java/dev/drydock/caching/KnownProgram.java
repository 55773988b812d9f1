package dev.drydock.caching;

import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.Serializable;

/**
 * One program, file or address of a table, with the words that a call must have.
 *
 * @param name as a call has it; of a file the pattern of its path, of an address what it begins with
 * @param words subcommands and options, in their order
 * @param valueOptions options that take the next word as their value
 */
record KnownProgram(ProgramKind kind, String name, Vector<String> words, Set<String> valueOptions)
    implements Serializable {

  /** The subject: all that the kind is said of. */
  String subject() {
    return words.isEmpty() ? name : name + " " + words.mkString(" ");
  }

  /**
   * The calls that it makes of the words of a call; none where its own words are not there.
   *
   * @param anywhere whether other operands may stand before its words; else they come first, options apart
   * @param values the options of the program that take a value
   */
  Vector<KnownCall> calls(Vector<String> call, Set<String> values, boolean anywhere) {
    int matched = 0;
    Vector<KnownCall> found = Vector.empty();
    for (int i = 1; i < call.size() && matched < words.size(); i++) {
      String word = call.get(i);
      String wanted = words.get(matched);
      if (fits(wanted, word)) {
        if (matched + 1 < words.size()) {
          matched++;
        } else {
          found = found.append(call(call, i, wanted, values));
          if (!anywhere) {
            return found;
          }
        }
      } else if (isOption(word)) {
        i += values.contains(word) ? 1 : 0;
      } else if (!anywhere) {
        return Vector.empty();
      }
    }
    return words.isEmpty() ? Vector.of(call(call, 0, "", values)) : found;
  }

  /** What is written otherwise counts as the word only where that makes the call the more dangerous. */
  private boolean fits(String wanted, String word) {
    return word.equals(wanted)
        || (!kind.isSafe() && word.startsWith(wanted + "="))
        || (kind.isDangerous() && isUnknown(word))
        || (kind == ProgramKind.COMMAND && isShort(wanted) && isInCluster(wanted, word));
  }

  private KnownCall call(Vector<String> call, int last, String wanted, Set<String> values) {
    if (kind.suitsScripts()) {
      return new KnownCall(kind, Vector.empty());
    }
    String word = call.get(last);
    if (isShort(wanted) && word.length() > 2 && word.startsWith(wanted)) {
      return new KnownCall(kind, call.drop(last + 1).prepend(word.substring(2)));
    }
    int first = last + 1;
    while (first < call.size() && isOption(call.get(first))) {
      String option = call.get(first);
      first += values.contains(option) ? 2 : 1;
      if (option.equals("--")) {
        break;
      }
    }
    return new KnownCall(kind, call.drop(first));
  }

  private static boolean isOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-';
  }

  private static boolean isShort(String option) {
    return option.length() == 2 && option.charAt(0) == '-' && option.charAt(1) != '-';
  }

  /** {@code -m} at the end of {@code -Im}, or with its value behind it. */
  private static boolean isInCluster(String option, String word) {
    return word.startsWith(option) || (isOption(word) && word.charAt(1) != '-' && word.charAt(word.length() - 1) == option.charAt(1));
  }

  /** Whether a word, given as it is written because its value is not known, may be any. */
  private static boolean isUnknown(String word) {
    int first = word.startsWith("\"") ? 1 : 0;
    return first < word.length() && "$`".indexOf(word.charAt(first)) >= 0 && word.indexOf('/') < 0;
  }
}
