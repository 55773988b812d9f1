package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Conduct;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.ProgramWorld;
import dev.drydock.impl.caching.effect.Surroundings;
import dev.drydock.shell.Connector;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.IdentityHashMap;

/** What each command of a RUN may do besides what its words say. */
final class Conducts {

  private final IdentityHashMap<Invocation, Conduct> byInvocation = new IdentityHashMap<>();

  Conducts(Vector<Invocation> invocations, ProgramWorld world, Surroundings surroundings) {
    Invocation[] all = invocations.toJavaArray(Invocation[]::new);
    for (int i = 0; i < all.length; i++) {
      byInvocation.put(all[i], world.of(all[i], feeder(all, i), surroundings));
    }
  }

  /** The command whose output it reads, where it alone is before it in the pipe. */
  private static Option<Invocation> feeder(Invocation[] all, int index) {
    SimpleCommand command = all[index].command();
    if (command.before() != Connector.PIPE) {
      return Option.none();
    }
    int before = index - 1;
    while (command.runBy().isDefined() && before >= 0) {
      command = command.runBy().get();
      before--;
    }
    return before >= 0 && all[before].command().after() == Connector.PIPE ? Option.some(all[before]) : Option.none();
  }

  Conduct of(Invocation invocation) {
    Conduct known = byInvocation.get(invocation);
    return known == null ? Conduct.UNREAD : known;
  }
}
