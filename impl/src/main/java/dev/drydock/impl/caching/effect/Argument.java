package dev.drydock.impl.caching.effect;

import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A word of a command: as written, as the command gets it, and the place that it names if it is a path. */
public final class Argument {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)\\}?");
  private static final Pattern OPTION_WITH_PATH = Pattern.compile("-(?:-[^=/]*=|[A-Za-z]+=?)(/.*)");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Word word;
  private final String text;
  private final Function<Word, Option<String>> values;
  private final Vector<Option<String>> directories;
  private final boolean matchesHidden;

  /** The characters of an option that is cut short, and the option; both empty elsewhere. */
  private final String cutShort;

  private final String option;
  private @Nullable Option<String> plain;
  private @Nullable Option<String> value;
  private @Nullable Place place;

  Argument(
      Word word, Function<Word, Option<String>> values, Vector<Option<String>> directories, boolean matchesHidden) {
    this(word, word.text(), values, directories, matchesHidden, "", "");
  }

  private Argument(
      Word word,
      String text,
      Function<Word, Option<String>> values,
      Vector<Option<String>> directories,
      boolean matchesHidden,
      String cutShort,
      String option) {
    this.word = word;
    this.text = text;
    this.values = values;
    this.directories = directories;
    this.matchesHidden = matchesHidden;
    this.cutShort = cutShort;
    this.option = option;
  }

  /** The value of an assignment, written with the name. */
  Argument assignedTo(String name) {
    return new Argument(word, name + "=" + text, values, directories, matchesHidden, "", "");
  }

  /** The same, which is known to stand for an option that begins so. */
  Argument standingFor(String full, String written) {
    return new Argument(word, text, values, directories, matchesHidden, written, full);
  }

  /** Whether it is an option of which only the beginning is written. */
  public boolean isCutShort() {
    return !cutShort.isEmpty();
  }

  /** As written, but for an option that is cut short, which is in full. */
  public String inFull() {
    return cutShort.isEmpty() ? text : inFull(text);
  }

  private String inFull(String written) {
    return option + written.substring(cutShort.length());
  }

  /** As the command gets it where nothing in it is expanded, and an option in full. */
  Option<String> plainInFull() {
    return cutShort.isEmpty() ? plain() : plain().map(this::inFull);
  }

  public Word word() {
    return word;
  }

  /** As written, with its quotes. */
  public String text() {
    return text;
  }

  /** As the command gets it, where nothing in it is expanded. */
  public Option<String> plain() {
    Option<String> known = plain;
    if (known == null) {
      known = word.value();
      plain = known;
    }
    return known;
  }

  /** As the command gets it, as far as the RUN and the file tell. */
  public Option<String> value() {
    Option<String> known = value;
    if (known == null) {
      known = values.apply(word);
      value = known;
    }
    return known;
  }

  /**
   * The words that the command gets of it, or may get: several where a variable that is not quoted holds several.
   *
   * @param variables what a variable holds where nothing else is said
   */
  public List<String> words(Function<String, Option<String>> variables) {
    if (text.startsWith("$")) {
      Matcher variable = VARIABLE.matcher(text);
      if (variable.matches()) {
        return variables.apply(variable.group(1)).map(Argument::split).getOrElse(() -> List.of(text));
      }
    }
    return List.of(value().orElse(() -> word.value(variables)).getOrElse(text));
  }

  private static List<String> split(String value) {
    return List.of(BLANKS.split(value.strip(), -1));
  }

  /** Whether it is written as an option. */
  public boolean isOption() {
    return text.startsWith("-");
  }

  /** Whether it has the characters of a pattern, and all of them quoted: the name of a file that nobody has. */
  boolean isLiteralPattern() {
    return value().exists(Paths::isPattern) && !word.globs();
  }

  /** Whether it is a plain name: no path, no pattern, nothing that is not known. */
  boolean isPlainName() {
    String known = value().getOrNull();
    return known != null
        && known.indexOf('/') < 0
        && !known.isEmpty()
        && !known.equals(".")
        && !known.equals("..")
        && !Paths.isPattern(known);
  }

  /** Where the path points that an option is written together with: {@code --wheel-dir=/wheels}, {@code -d/wheels}. */
  Option<Place> placeOfOption() {
    return isOption() && (text.indexOf('/') > 0 || text.indexOf('$') > 0)
        ? value().map(OPTION_WITH_PATH::matcher).filter(Matcher::matches).map(option -> Place.at(option.group(1)))
        : Option.none();
  }

  /** Where it points as a path. */
  public Place place() {
    Place known = place;
    if (known == null) {
      known = value().map(this::place).getOrElse(Place.UNKNOWN);
      place = known;
    }
    return known;
  }

  private Place place(String path) {
    Place named = path.startsWith("/") ? Place.at(path) : place(directories, path);
    return matchesHidden
        ? new Place(named.paths().map(Paths::withHidden), named.mayBeElsewhere())
        : named;
  }

  /** The place that a relative path names from any of these directories. */
  public static Place place(Vector<Option<String>> directories, String path) {
    return directories.size() == 1
        ? directories.head().map(at -> Place.at(join(at, path))).getOrElse(Place.UNKNOWN)
        : new Place(directories.flatMap(at -> at).map(at -> Paths.clean(join(at, path))), directories.exists(Option::isEmpty));
  }

  private static String join(String directory, String path) {
    return directory.endsWith("/") ? directory + path : directory + "/" + path;
  }
}
