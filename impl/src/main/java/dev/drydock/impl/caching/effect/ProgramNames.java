package dev.drydock.impl.caching.effect;

import dev.drydock.caching.PackageManager;
import io.vavr.collection.Vector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The names that a package manager's program goes by, in a call and in a text. */
public final class ProgramNames {

  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();
  private static final Map<PackageManager, ProgramNames> KNOWN = new ConcurrentHashMap<>();

  private final Pattern pattern;

  /** What each of the names begins with; empty where one of them may begin with anything. */
  private final Vector<String> beginnings;

  /** The programs that stand for a subcommand. */
  private final Vector<String> aliases;

  private ProgramNames(PackageManager manager) {
    this.pattern = manager.programs().pattern();
    this.aliases = manager.aliases().keySet().toVector();
    Vector<String> found = beginnings(pattern.pattern());
    this.beginnings = found.exists(String::isEmpty) ? Vector.empty() : found;
  }

  /** A regular expression that a package manager is described with, compiled once. */
  public static Pattern compiled(String regex) {
    return COMPILED.computeIfAbsent(regex, Pattern::compile);
  }

  /** Whether a base name is that of a program of the package manager. */
  public static boolean isOne(PackageManager manager, String name) {
    return manager.programs().matches(name);
  }

  /**
   * Whether a text names one of the package manager's programs or its module as a word, or {@code -mpip}, or a program that
   * calls it.
   */
  public static boolean areNamed(PackageManager manager, String text) {
    return KNOWN.computeIfAbsent(manager, ProgramNames::new).areIn(text)
        || manager.calledBy().exists(calling -> calling.isIn(text));
  }

  private boolean areIn(String text) {
    if (beginnings.isEmpty() && isNamed(text, "", name -> pattern.matcher(name).matches())) {
      return true;
    }
    for (String beginning : beginnings) {
      if (isNamed(text, beginning, name -> pattern.matcher(name).matches())) {
        return true;
      }
    }
    for (String alias : aliases) {
      if (isNamed(text, alias, alias::contentEquals)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(String text, String beginning, Predicate<String> isName) {
    for (int at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
      if (at == text.length()) {
        return false;
      }
      if (beginsWord(text, at)) {
        int end = at;
        while (end < text.length() && isOfWord(text.charAt(end))) {
          end++;
        }
        boolean folder = end < text.length() && text.charAt(end) == '/';
        if (!folder && isName.test(text.substring(at, end))) {
          return true;
        }
      }
    }
    return false;
  }

  /** After what is no part of a word, or after an option {@code -m}, which other letters may precede: {@code -Im}. */
  private static boolean beginsWord(String text, int at) {
    return at == 0 || !isOfWord(text.charAt(at - 1)) || (text.charAt(at - 1) == 'm' && followsOption(text, at - 2));
  }

  /** Whether what ends here is a hyphen that begins a word, and letters of Python's options after it. */
  private static boolean followsOption(String text, int last) {
    int hyphen = last;
    while (hyphen > 0 && PythonOptions.LETTERS.indexOf(text.charAt(hyphen)) >= 0) {
      hyphen--;
    }
    return hyphen > 0 && text.charAt(hyphen) == '-' && !isOfWord(text.charAt(hyphen - 1));
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  }

  /** What the alternatives of a regular expression begin with, as far as that is literal text. */
  private static Vector<String> beginnings(String regex) {
    Vector<String> found = Vector.empty();
    StringBuilder literal = new StringBuilder();
    boolean open = true;
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (regex.startsWith("\\Q", i)) {
        int end = regex.indexOf("\\E", i);
        if (open) {
          literal.append(regex, i + 2, end);
        }
        i = end + 1;
      } else if (regex.startsWith("(?:", i)) {
        depth++;
        open &= literal.length() == 0;
        i += 2;
      } else if (c == '|' && (depth <= 1)) {
        found = found.append(literal.toString());
        literal.setLength(0);
        open = true;
      } else if (c == '(') {
        depth++;
        open = false;
      } else if (c == ')') {
        depth--;
        open = false;
      } else if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
        boolean optional = i + 1 < regex.length() && "?*{".indexOf(regex.charAt(i + 1)) >= 0;
        open &= !optional;
        if (open) {
          literal.append(c);
        }
      } else {
        open = false;
      }
    }
    return found.append(literal.toString()).distinct();
  }
}
