package dev.drydock.impl.caching.effect;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * {@code apt-get dist-clean}, which deletes apt's archives, and its lists but for the Release files: nobody can install with
 * what it leaves (apt-get(8), since apt 2.7).
 */
final class DistClean implements Removal {

  private static final Set<String> NAMES = HashSet.of("dist-clean", "distclean");

  private static final Pattern IN_TEXT = Pattern.compile("\\bapt(-get)?\\b[^\\n;&|#]*\\bdist-?clean\\b");

  private static final Place LISTS = Place.at(ImageDirectories.APT_LISTS + "/*");

  private final Invocation invocation;

  private DistClean(Invocation invocation) {
    this.invocation = invocation;
  }

  static Option<DistClean> of(Invocation invocation) {
    return invocation.firstOperand().flatMap(Argument::plain).exists(NAMES::contains)
        ? Option.some(new DistClean(invocation))
        : Option.none();
  }

  /** Whether a text seems to call it. */
  static boolean isIn(String text) {
    return IN_TEXT.matcher(text).find();
  }

  /** What it deletes besides the archives. */
  static Place lists() {
    return LISTS;
  }

  @Override
  public Option<Removed> of(String directory) {
    return LISTS.isBelow(directory)
        ? Option.some(new Removed(invocation, Vector.empty(), Vector.empty(), Vector.of(LISTS), Outcome.EMPTIED, true))
        : Option.none();
  }
}
