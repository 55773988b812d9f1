package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Conduct;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.ProgramWorld;
import dev.drydock.impl.caching.effect.Surroundings;
import io.vavr.collection.Vector;
import java.util.IdentityHashMap;

/** What each command of a RUN may do besides what its words say. */
final class Conducts {

  private final IdentityHashMap<Invocation, Conduct> byInvocation = new IdentityHashMap<>();

  Conducts(Vector<Invocation> invocations, ProgramWorld world, Surroundings surroundings) {
    Invocation[] all = invocations.toJavaArray(Invocation[]::new);
    for (int i = 0; i < all.length; i++) {
      byInvocation.put(all[i], world.of(all[i], Pipes.rightBefore(i, all), surroundings));
    }
  }

  Conduct of(Invocation invocation) {
    Conduct known = byInvocation.get(invocation);
    return known == null ? Conduct.UNREAD : known;
  }
}
