package dev.drydock.impl.caching.plan;

import dev.drydock.impl.caching.rule.Finding;
import dev.drydock.impl.caching.rule.Marks;
import dev.drydock.impl.caching.rule.MountFault;
import dev.drydock.impl.caching.rule.Owner;
import dev.drydock.impl.caching.rule.StandingMount;
import dev.drydock.impl.caching.rule.Target;
import dev.drydock.impl.caching.rule.UnexpandedHome;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;

/** A mount that another one should be in the place of, and why. */
record WrongMount(StandingMount standing, MountFault rule, String fault) {

  /** In the order in which they are asked: the first that is so is said. */
  private static final List<MountFault> FAULTS =
      List.of(new UnexpandedHome(), new Marks(), new Owner(), new Target());

  /** What is wrong with a mount; none where nothing is. */
  static Option<WrongMount> of(StandingMount standing) {
    return Vector.ofAll(FAULTS)
        .toStream()
        .flatMap(rule -> rule.of(standing).map(fault -> new WrongMount(standing, rule, fault)))
        .headOption();
  }

  /** What is said where another mount takes its place. */
  Finding mended() {
    return Finding.changed(rule.rule(), standing.subject(), fault);
  }

  /** What is said where it stays. */
  Finding left(String why) {
    return Finding.warning(rule.rule(), standing.subject(), fault + "; it stays: " + why);
  }

  /** What is said by a transform that repairs no such mount. */
  Finding noted() {
    return Finding.warning(rule.rule(), standing.subject(), fault + "; the transform repairCacheMounts repairs it where that is safe");
  }
}
