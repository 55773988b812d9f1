package dev.drydock.shell;

import dev.drydock.given.Given;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One word of a command, as written and as far as known also as the command gets it.
 */
public final class Word {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private final Source source;
  private final int start;
  private final int end;

  /** What it is made of; none where it is its text and nothing is quoted or expanded, as most words are. */
  private final @Nullable List<WordPart> parts;

  /** Kept without a lock, see {@link dev.drydock.view.View}. */
  private @Nullable String text;

  Word(Source source, int start, int end, @Nullable List<WordPart> parts) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.parts = parts;
  }

  private List<WordPart> parts() {
    return parts == null ? List.of(new WordPart.Literal(text(), false)) : parts;
  }

  /** A value as a word of shell text, in single quotes where it would be read otherwise without. */
  public static String quoted(String value) {
    Given.notNull(value, "value");
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  /** Where it stands in the enclosing text. */
  public Span span() {
    return source.span(start, end);
  }

  /** As written, with its quotes; a word of a nested script as that script has it. */
  public String text() {
    String known = text;
    if (known == null) {
      known = source.text().substring(start, end);
      text = known;
    }
    return known;
  }

  /**
   * What the command gets, where that is the same each time it runs: quotes removed, nothing expanded.
   * None where the word holds {@code $…} or a backtick, begins with {@code ~}, or has {@code {a,b}}.
   * A pattern is given as written, see {@link #globs()}.
   */
  public Option<String> value() {
    return value(name -> Option.none());
  }

  /**
   * What the command gets, given what variables hold: {@code $X}, {@code ${X}}, and {@code ${X:-d}}, {@code
   * ${X-d}}, {@code ${X:+a}}, {@code ${X+a}} (POSIX XCU 2.6.2), and {@code ~} from {@code HOME}.
   * None where a variable that it needs is not known, where the value would be split into several words,
   * and where a command substitution, arithmetic or another operator is involved.
   *
   * @param variables a variable's value; none where it is not known. An unset variable is an empty string, so that
   *     {@code ${X-d}} and {@code ${X+a}}, which tell the two apart, have no value where it is empty.
   */
  public Option<String> value(Function<String, Option<String>> variables) {
    Given.notNull(variables, "variables");
    return parts == null && WordValue.isPlain(text()) ? Option.some(text()) : WordValue.of(parts(), variables);
  }

  /** Whether any of it is quoted. */
  public boolean quoted() {
    return parts != null && WordValue.quoted(parts);
  }

  /** Whether it is a pattern: has a {@code *}, {@code ?} or {@code [} that is not quoted. */
  public boolean globs() {
    return WordValue.globs(parts());
  }

  /** The names of the variables it uses, in order of first use. */
  public Vector<String> variables() {
    return parts == null ? Vector.empty() : WordValue.variables(parts);
  }

  /** Whether expanding it runs commands or may set a variable or end the script. */
  boolean hasEffects() {
    return parts != null && WordValue.hasEffects(parts);
  }

  Source source() {
    return source;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The assignment that it is as an argument of {@code export}, {@code env} and the like. */
  Option<Assignment> asAssignment() {
    return WordAssignment.of(source, start, end, parts());
  }

  /** As written. */
  @Override
  public String toString() {
    return text();
  }
}
