package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PathsInText;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a RUN says besides its mounts, and besides the removals whose words are known. A command that is not
 * read may do something with the paths in it.
 */
public final class SpokenText {

  private static final Set<String> REMOVERS = HashSet.of("rm", "rmdir", "find");
  private static final Pattern MOUNT = Pattern.compile("--mount=\\S+");

  private final String text;
  private @Nullable PathsInText paths;

  private SpokenText(String text) {
    this.text = text;
  }

  static SpokenText of(String text, Vector<Invocation> invocations) {
    StringBuilder rest = new StringBuilder(text);
    for (Invocation invocation : invocations) {
      if (isKnownRemoval(invocation)) {
        SimpleCommand command = invocation.command();
        for (int i = command.span().start(); i < command.span().end(); i++) {
          rest.setCharAt(i, ' ');
        }
      }
    }
    return new SpokenText(MOUNT.matcher(rest).replaceAll(" "));
  }

  private static boolean isKnownRemoval(Invocation invocation) {
    return REMOVERS.contains(invocation.name())
        && invocation
            .arguments()
            .forAll(argument -> argument.word().variables().isEmpty() && !argument.text().contains("$("));
  }

  /** The text, with blanks in the place of what was left out. */
  String text() {
    return text;
  }

  /** Whether these characters are in it. */
  public boolean mentions(String characters) {
    return text.contains(characters);
  }

  /** Whether it names a directory, or what holds it. */
  boolean speaksOf(String directory) {
    PathsInText known = paths;
    if (known == null) {
      known = PathsInText.of(text);
      paths = known;
    }
    return known.concern(directory);
  }
}
