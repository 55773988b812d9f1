package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import java.util.HashSet;
import java.util.Set;

/**
 * What decisions about one RUN need to know of the whole file, and of what was decided for the RUNs before it. Used by
 * one rewrite, which asks in the order of the file.
 */
final class Survey {

  /** Whether defeaters are dropped together with the mount, so that a removal of the mount point may go. */
  enum Defeaters {
    STAY,
    GO
  }

  final Vector<Site> sites;
  final Frontend frontend;
  final Defeaters defeaters;
  private final Set<Integer> listsMounted = new HashSet<>();

  Survey(Dockerfile dockerfile, Frontend frontend, Defeaters defeaters) {
    this.sites = Site.of(dockerfile);
    this.frontend = frontend;
    this.defeaters = defeaters;
  }

  /** The RUNs before this one in its lineage. */
  Vector<Site> before(Site site) {
    return sites.filter(other -> other.index < site.index && site.follows(other.stage));
  }

  /** The RUNs after this one in its stage and in those built on it. */
  Vector<Site> after(Site site) {
    return sites.filter(other -> other.index > site.index && other.follows(site.stage));
  }

  /** Keeps in mind that apt's lists of this RUN lie in a mount from now on. */
  void listsAreMounted(Site site) {
    listsMounted.add(site.index);
  }

  /** Whether it was decided that apt's lists of this RUN lie in a mount. */
  boolean mountsLists(Site site) {
    return listsMounted.contains(site.index);
  }
}
