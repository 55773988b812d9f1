package dev.drydock.impl.caching.effect;

import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** A command that a variable holds ({@code $CLEANUP}), which may remove what it is given or what the variable names. */
final class HeldCommand implements Removal {

  private static final Pattern REMOVES = Pattern.compile("\\b(rm|rmdir|find)\\b");

  private final Invocation invocation;
  private final Word word;
  private final Surroundings surroundings;

  private HeldCommand(Invocation invocation, Word word, Surroundings surroundings) {
    this.invocation = invocation;
    this.word = word;
    this.surroundings = surroundings;
  }

  /** The command as such a removal; none where none of its variables is known to hold one. */
  static Option<HeldCommand> of(Invocation invocation, Surroundings surroundings) {
    return invocation
        .command()
        .words()
        .headOption()
        .filter(word -> word.variables().exists(name -> holdsRemoval(name, invocation, surroundings)))
        .map(word -> new HeldCommand(invocation, word, surroundings));
  }

  private static boolean holdsRemoval(String variable, Invocation invocation, Surroundings surroundings) {
    return surroundings.fileValue(variable).exists(value -> REMOVES.matcher(value).find())
        || invocation
            .command()
            .variable(variable)
            .exists(set -> REMOVES.matcher(set.value().text()).find());
  }

  @Override
  public Option<Removed> of(String directory) {
    return Removal.mayHold(word, directory, surroundings)
        ? Option.some(new Removed(invocation, Vector.empty(), Vector.empty(), Vector.empty(), Outcome.UNKNOWN, false))
        : Option.none();
  }
}
