package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Stage;
import dev.drydock.shell.Connector;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * Whether apt's lists may lie in a mount (hazard 2): only where a RUN fetches them itself before it installs, where
 * nothing later lives on what it leaves, and where nothing from before would come to light.
 */
final class AptLists {

  static final String LISTS = "/var/lib/apt/lists";

  private static final Pattern MARKS = Pattern.compile("auto-?remove|apt-mark|autopurge|deborphan|aptitude");

  private AptLists() {}

  /** Why the lists must not be mounted in this RUN, where there is a reason. */
  static Option<Finding> objection(Site site, Survey survey) {
    Vector<Call> calls = site.calls(PackageManagers.APT);
    if (!fetchesBeforeInstalling(site, calls)) {
      return kept(
          calls.exists(Call::refreshes)
              ? "apt-get update does not surely run before the first install"
              : "it installs with lists that an earlier layer holds; mounted, they would be empty or stale");
    }
    Vector<Site> others = survey.touchingLists.get();
    if (deletesLists(site)) {
      return Survey.lastBefore(others, site, other -> leavesLists(other, survey) || deletesLists(other))
          .filter(other -> leavesLists(other, survey))
          .flatMap(
              other -> kept("the lists that an earlier RUN left are deleted here: in a mount they would not be"));
    }
    return Survey.firstAfter(others, site, other -> livesOnLists(other) || deletesLists(other))
        .filter(AptLists::livesOnLists)
        .flatMap(
            other ->
                kept(
                    "line "
                        + other.dockerfile.line(other.construct)
                        + " may need the lists that this leaves in the image"));
  }

  /** Whether the RUN fetches, deletes or lives on lists. */
  static boolean touchesLists(Site site) {
    return site.calls(PackageManagers.APT).exists(Call::refreshes) || deletesLists(site) || livesOnLists(site);
  }

  private static Option<Finding> kept(String reason) {
    return Option.some(Finding.kept(Rule.LISTS, LISTS, reason));
  }

  /** An update that runs before the first download whatever happens, or one right before each of them. */
  static boolean fetchesBeforeInstalling(Site site, Vector<Call> calls) {
    Option<Call> first =
        calls.find(call -> call.needsIndex() || (call.refreshes() && call.command().mustRun()));
    return first.exists(call -> call.refreshes() || updatesBeforeEach(site, calls));
  }

  /** Whether nothing but {@code &&} leads from an update to each download, which then does not run without it. */
  private static boolean updatesBeforeEach(Site site, Vector<Call> calls) {
    boolean updated = false;
    Connector last = Connector.NONE;
    int next = 0;
    for (SimpleCommand command : site.commands) {
      updated &= last == Connector.AND && command.before() == Connector.AND;
      last = command.after();
      if (next < calls.size() && calls.get(next).command() == command) {
        Call call = calls.get(next);
        if (call.needsIndex() && !updated && !call.fetchesIndex()) {
          return false;
        }
        updated |= call.refreshes();
        next++;
      }
    }
    return true;
  }

  static boolean deletesLists(Site site) {
    return Removals.of(site, LISTS)
        .exists(removal -> removal.command().mustRun() && removal.effect() != Removals.Effect.UNKNOWN);
  }

  /** Whether the image holds lists that were fetched here, or that must have been there for what is installed here. */
  private static boolean leavesLists(Site site, Survey survey) {
    boolean has = site.calls(PackageManagers.APT).exists(call -> call.refreshes() || call.needsIndex());
    return has && !deletesLists(site) && !site.hasCacheAt(LISTS) && !survey.mountsLists(site);
  }

  private static boolean livesOnLists(Site site) {
    Vector<Call> calls = site.calls(PackageManagers.APT);
    boolean needs = calls.exists(Call::needsIndex) || site.runsUnreadScript();
    return needs && !fetchesBeforeInstalling(site, calls);
  }

  /** Whether a lineage marks packages as automatically installed and acts on the marks (hazard 3). */
  static boolean usesMarks(Site site, Survey survey) {
    Stage first = site.stage.lineage().head();
    return survey.usingMarks.get().exists(other -> other.follows(first));
  }

  static boolean usesMarks(Site site) {
    return MARKS.matcher(site.run.text()).find();
  }

  static boolean isApt(PackageManager manager) {
    return manager.name().equals(PackageManagers.APT.name());
  }
}
