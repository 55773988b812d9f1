package dev.drydock.impl.caching.effect;

import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A call of {@code rm} or {@code rmdir} by {@code xargs}, whose words come through a pipe: {@code pip cache dir | xargs rm
 * -r}. It may remove what the commands before it in the pipe speak of. What {@code find} tells it is {@link Find}'s.
 *
 * @param words the commands before it in the pipe, as they are written
 */
record FedRemoval(Invocation invocation, String words, Surroundings surroundings) implements Removal {

  /** The call as such a removal; none where {@code xargs} does not run it. */
  static Option<FedRemoval> of(Invocation invocation, Surroundings surroundings) {
    return invocation.command().runBy().flatMap(SimpleCommand::name).contains("xargs")
        ? Option.some(
            new FedRemoval(
                invocation,
                surroundings.feeding(invocation)
                    .filter(feeding -> !feeding.name().equals("find"))
                    .map(feeding -> feeding.command().text())
                    .mkString("\n"),
                surroundings))
        : Option.none();
  }

  @Override
  public Option<Removed> of(String directory) {
    boolean mayNameIt = words.contains("$") && surroundings.speaksOf(directory);
    return mayNameIt || PathsInText.of(words).concern(directory) || Rm.isSuspect(words)
        ? Option.some(new Removed(invocation, Vector.empty(), Vector.empty(), Vector.empty(), Outcome.UNKNOWN, false))
        : Option.none();
  }
}
