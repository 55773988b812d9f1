package dev.drydock.shell;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code name=value} out of an ordinary word. */
final class WordAssignment {

  private static final Pattern NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\+?)=");

  private WordAssignment() {}

  static Option<Assignment> of(Source source, int start, int end, List<WordPart> parts) {
    Matcher name = NAME.matcher(source.text()).region(start, end);
    if (!name.lookingAt() || !(parts.get(0) instanceof WordPart.Literal first)) {
      return Option.none();
    }
    int length = name.end() - start;
    if (first.quoted() || first.text().length() < length) {
      return Option.none();
    }
    List<WordPart> rest = new ArrayList<>(parts);
    rest.set(0, new WordPart.Literal(first.text().substring(length), false));
    return Option.some(
        new Assignment(
            name.group(1),
            new Word(source, name.end(), end, rest),
            source.span(start, end),
            !name.group(2).isEmpty(),
            true));
  }
}
