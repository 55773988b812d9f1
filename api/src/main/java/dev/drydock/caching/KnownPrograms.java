package dev.drydock.caching;

import dev.drydock.given.Given;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A table of programs that are known, and what a call of each does besides what its words say. A program that is in no
 * table may do anything. Immutable and thread-safe.
 *
 * <p>A line of a table has a kind, programs of that kind, and where that is written:
 *
 * <pre>{@code
 * harmless: jq, yq                                 # jq(1)
 * home: playwright                                 # https://playwright.dev/docs/browsers
 * packages: playwright install --with-deps         # the same page: it calls apt-get
 * command: npx [-p --package]                      # npm-exec(1): two of its options take a value
 * script: bash, python*                            # the star stands for a version: python3.12
 * harmless: ./wait-for-it.sh                       # a file: read, and found to call nothing
 * home: https://astral.sh/uv                       # an address whose script is piped into a shell
 * }</pre>
 *
 * <p>Blank lines, and lines that begin with {@code #}, say nothing. The kinds are those of {@link ProgramKind}. Of
 * several lines that fit a call the one with the most words counts. The words of a line come first in a call, options
 * apart; those of a dangerous line may stand anywhere. A name with a slash is a file, in which a {@code *} stands for
 * any text; a file is found by its whole path as it is written, or by its end where the name begins with {@code *}{@code /}.
 */
@SuppressWarnings("serial")
public final class KnownPrograms implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final KnownPrograms NONE = new KnownPrograms(List.of());

  /** One for each subject. */
  private final Vector<KnownProgram> lines;

  /** Programs by their names; those with a version by the name before it, and a star. */
  private final Map<String, List<KnownProgram>> byName = new HashMap<>();

  /** The options of a program that take a value, where it has such. */
  private final Map<String, Set<String>> valueOptions = new HashMap<>();

  /** Files by their own name; those with a pattern in that under nothing. */
  private final Map<String, List<KnownProgram>> files = new HashMap<>();

  /** Addresses by their host. */
  private final Map<String, List<KnownProgram>> addresses = new HashMap<>();

  private KnownPrograms(Iterable<KnownProgram> lines) {
    this.lines = Vector.ofAll(lines);
    for (KnownProgram line : lines) {
      String name = line.name();
      if (isAddress(name)) {
        addresses.computeIfAbsent(host(name), key -> new ArrayList<>()).add(line);
      } else if (isFile(name)) {
        files.computeIfAbsent(fileKey(name), key -> new ArrayList<>()).add(line);
      } else {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(line);
        if (line.valueOptions().nonEmpty()) {
          valueOptions.merge(name, line.valueOptions(), Set::addAll);
        }
      }
    }
  }

  /** No programs. */
  public static KnownPrograms none() {
    return NONE;
  }

  /**
   * The programs of a table.
   *
   * @throws IllegalArgumentException where a line cannot be read: the message names line, column and reason
   */
  public static KnownPrograms parse(String table) {
    Given.notNull(table, "table");
    return new KnownPrograms(new KnownProgramsReader(table).read().values());
  }

  /** These programs and others; where both say something of the same call, the others do. */
  public KnownPrograms and(KnownPrograms others) {
    Given.notNull(others, "others");
    if (lines.isEmpty() || others.lines.isEmpty()) {
      return lines.isEmpty() ? others : this;
    }
    Map<String, KnownProgram> all = new LinkedHashMap<>();
    lines.appendAll(others.lines).forEach(line -> all.put(line.subject(), line));
    return new KnownPrograms(all.values());
  }

  /**
   * What a call is. There may be several answers where its words leave that open; the most dangerous counts.
   *
   * @param words the program, without its folder, and its arguments; a word whose value is not known as it is written
   * @return nothing where the program is not known
   */
  public Vector<KnownCall> calls(Vector<String> words) {
    Given.notNull(words, "words");
    if (words.isEmpty()) {
      return Vector.empty();
    }
    String key = key(words.head()).getOrNull();
    if (key == null) {
      return Vector.empty();
    }
    List<KnownProgram> all = byName.getOrDefault(key, List.of());
    Set<String> values = valueOptions.getOrDefault(key, HashSet.empty());
    int most = -1;
    Vector<KnownCall> found = Vector.empty();
    for (KnownProgram line : all) {
      Vector<KnownCall> fitting = line.words().size() > most ? line.calls(words, values, false) : Vector.empty();
      if (fitting.nonEmpty()) {
        most = line.words().size();
        found = fitting;
      }
    }
    for (KnownProgram line : all) {
      if (!line.kind().isSafe() && line.words().size() > Math.max(most, 0)) {
        found = found.appendAll(line.calls(words, values, true));
      }
    }
    return found;
  }

  /** The name that a program is known by: its own, without the version that npm puts behind it, or with a star for one. */
  private Option<String> key(String name) {
    if (byName.containsKey(name)) {
      return Option.some(name);
    }
    int at = name.lastIndexOf('@');
    if (at > 0) {
      return key(name.substring(0, at));
    }
    int end = name.length();
    while (end > 0 && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '.' || name.charAt(end - 1) == '-')) {
      end--;
    }
    String versioned = name.substring(0, end) + "*";
    return Option.when(byName.containsKey(versioned), versioned);
  }

  /** What a script does that lies in this file, given by its path as it is written or known. */
  public Option<ProgramKind> file(String path) {
    Given.notNull(path, "path");
    String name = path.substring(path.lastIndexOf('/') + 1);
    return kind(files.getOrDefault(name, List.of()), line -> matchesFile(line.name(), path))
        .orElse(() -> kind(files.getOrDefault("", List.of()), line -> matchesFile(line.name(), path)));
  }

  /** What a script does that is downloaded from this address; its scheme may be missing. */
  public Option<ProgramKind> address(String address) {
    Given.notNull(address, "address");
    String bare = withoutScheme(address);
    return kind(addresses.getOrDefault(host(address), List.of()), line -> begins(bare, withoutScheme(line.name())));
  }

  private static Option<ProgramKind> kind(List<KnownProgram> lines, Predicate<KnownProgram> isMeant) {
    for (KnownProgram line : lines) {
      if (isMeant.test(line)) {
        return Option.some(line.kind());
      }
    }
    return Option.none();
  }

  private static boolean begins(String address, String beginning) {
    return address.startsWith(beginning)
        && (address.length() == beginning.length()
            || beginning.endsWith("/")
            || "/?#".indexOf(address.charAt(beginning.length())) >= 0);
  }

  static boolean isFile(String name) {
    return name.indexOf('/') >= 0 && name.charAt(0) != '@';
  }

  static boolean isAddress(String name) {
    return name.startsWith("https://");
  }

  private static String host(String address) {
    String bare = withoutScheme(address);
    int slash = bare.indexOf('/');
    return slash < 0 ? bare : bare.substring(0, slash);
  }

  private static String withoutScheme(String address) {
    int scheme = address.indexOf("://");
    return scheme < 0 ? address : address.substring(scheme + 3);
  }

  private static String fileKey(String pattern) {
    String name = pattern.substring(pattern.lastIndexOf('/') + 1);
    return name.indexOf('*') < 0 ? name : "";
  }

  /** A pattern that begins with a star and a slash is a name in whatever folder, or in none. */
  private static boolean matchesFile(String pattern, String path) {
    return matches(pattern, 0, pattern.startsWith("*/") && path.indexOf('/') < 0 ? "/" + path : path);
  }

  private static boolean matches(String pattern, int from, String text) {
    int star = pattern.indexOf('*', from);
    if (star < 0) {
      return pattern.substring(from).equals(text);
    }
    if (!text.startsWith(pattern.substring(from, star))) {
      return false;
    }
    int at = star - from;
    int next = star + 1;
    while (next < pattern.length()) {
      int end = pattern.indexOf('*', next);
      if (end < 0) {
        return text.length() - at >= pattern.length() - next && text.endsWith(pattern.substring(next));
      }
      int found = text.indexOf(pattern.substring(next, end), at);
      if (found < 0) {
        return false;
      }
      at = found + end - next;
      next = end + 1;
    }
    return true;
  }

  /** It travels as its lines, which the rest is made of. */
  private Object writeReplace() {
    return new Lines(lines);
  }

  private record Lines(Vector<KnownProgram> lines) implements Serializable {

    private Object readResolve() {
      return new KnownPrograms(lines);
    }
  }

  /** How many lines there are, each for one program with its words. */
  public int size() {
    return lines.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KnownPrograms programs
        && (lines == programs.lines || HashSet.ofAll(lines).equals(HashSet.ofAll(programs.lines)));
  }

  @Override
  public int hashCode() {
    return HashSet.ofAll(lines).hashCode();
  }

  /** The programs of each kind. */
  @Override
  public String toString() {
    return lines.groupBy(KnownProgram::kind).map(same -> same._1.keyword() + ": " + same._2.map(KnownProgram::subject).mkString(", ")).mkString("\n");
  }
}
