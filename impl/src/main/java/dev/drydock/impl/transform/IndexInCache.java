package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Whether a cache that also holds the index of packages may be mounted: only where the RUN fetches the index itself,
 * and no later RUN installs with the one that it leaves in the image.
 */
final class IndexInCache {

  private IndexInCache() {}

  /** Why it must not be mounted in this RUN, where there is a reason. */
  static Option<Finding> objection(Site site, PackageManager manager, Survey survey) {
    Vector<Call> calls = site.calls(manager);
    Vector<Call> downloads = calls.filter(Call::downloads);
    boolean fetches =
        downloads.forAll(Call::fetchesIndex) || AptLists.fetchesBeforeInstalling(site, calls);
    if (!fetches) {
      return Option.some(
          Finding.kept(
              Rule.LISTS,
              MountPlan.firstLine(downloads.head().command()),
              "it does not surely fetch the index before it installs, and one in a mount could be missing or old"));
    }
    return Survey.firstAfter(survey.calling(manager), site, other -> livesOnIndex(other, manager))
        .map(
            other ->
                Finding.kept(
                    Rule.LISTS,
                    Contents.firstLine(other.run),
                    "it may install with the index that this leaves in the image"));
  }

  /** Whether a RUN installs with an index that it does not fetch; without a cache it always does. */
  private static boolean livesOnIndex(Site site, PackageManager manager) {
    Vector<Call> calls = site.calls(manager);
    boolean fetchesAnew =
        calls
            .filter(Call::downloads)
            .forAll(call -> call.fetchesIndex() || call.defeatingOptions().nonEmpty());
    return !fetchesAnew && !AptLists.fetchesBeforeInstalling(site, calls);
  }
}
