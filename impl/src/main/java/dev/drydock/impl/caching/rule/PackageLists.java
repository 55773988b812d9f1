package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Removal;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.shell.Connector;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiPredicate;

/**
 * An index that packages are installed by may lie in a mount only where the RUN fetches it itself before it installs, where
 * nothing later needs the index that the RUN leaves in the image, and where no older index would come to light (hazard 2).
 */
public final class PackageLists implements RunObjection, CacheObjection {

  /** What ends a command of a list, whatever it exits with. */
  private static final Set<Connector> ENDS = HashSet.of(Connector.SEMICOLON, Connector.NEWLINE);

  private static final FileFacts.Question TOUCH_LISTS = PackageLists::touchesLists;

  @Override
  public String rule() {
    return "mount-cache/*/lists";
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    if (candidate.downloads().nonEmpty()) {
      return Option.none();
    }
    return deletesLists(candidate.file(), candidate.run())
        ? kept(
            candidate.subject(),
            "it fetches lists that the RUN deletes again, and no install with them is seen here: caches are mounted where"
                + " the RUN itself calls apt-get install")
        : kept(
            candidate.subject(),
            "it only fetches lists, which a later RUN may install with: in a mount they could be gone by then."
                + " Join it with the install to have them cached");
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    return ofApt(candidate, cache, before).orElse(() -> inCache(candidate, cache, before));
  }

  private Option<Finding> kept(String subject, String reason) {
    return Option.some(Finding.kept(rule(), subject, reason));
  }

  private Option<Finding> ofApt(Candidate candidate, CacheLocation cache, Decided before) {
    if (!cache.holdsAptLists()) {
      return Option.none();
    }
    FileFacts file = candidate.file();
    RunFacts run = candidate.run();
    Vector<PackageCall> calls = run.calls(PackageManagers.APT);
    if (!fetchesBeforeInstalling(run, calls)) {
      return kept(
          ImageDirectories.APT_LISTS,
          calls.exists(PackageCall::refreshes)
              ? "apt-get update does not surely run before the first install"
              : "it installs with lists that an earlier layer holds; mounted, they would be empty or stale");
    }
    if (deletesLists(file, run)) {
      return file
          .runsThat(TOUCH_LISTS)
          .lastBefore(run, other -> leavesLists(file, other, before) || deletesLists(file, other))
          .filter(other -> leavesLists(file, other, before))
          .flatMap(
              other ->
                  kept(ImageDirectories.APT_LISTS, "the lists that an earlier RUN left are deleted here: in a mount they would not be"))
          .orElse(() -> readAfterDeletion(file, run))
          .orElse(() -> mayBeFetchedAgain(file, run));
    }
    if (before.aptSteps().listsStay() && !deletesEachTime(file, run)) {
      return kept(
          ImageDirectories.APT_LISTS,
          "the RUN may leave its lists in the image, and there they stay; with rm -rf /var/lib/apt/lists/* at its end they"
              + " would be mounted");
    }
    return file
        .runsThat(TOUCH_LISTS)
        .firstAfter(run, other -> livesOnLists(other) || deletesLists(file, other))
        .filter(PackageLists::livesOnLists)
        .flatMap(
            other ->
                kept(ImageDirectories.APT_LISTS, "line " + other.line() + " may need the lists that this leaves in the image"));
  }

  /** A command that finds no lists since they were deleted before it: in a mount they would be there. */
  private Option<Finding> readAfterDeletion(FileFacts file, RunFacts run) {
    Vector<Invocation> removing = removing(file, run);
    boolean deleted = false;
    for (Invocation invocation : run.invocations()) {
      Option<PackageCall> call = PackageCall.of(PackageManagers.APT, invocation);
      if (removing.contains(invocation)) {
        deleted = true;
      } else if (call.exists(PackageCall::fetchesIndex)) {
        deleted = false;
      } else if (deleted && call.exists(PackageCall::needsIndex)) {
        return kept(
            ImageDirectories.APT_LISTS,
            invocation.firstLine() + " runs after the lists were deleted, and in a mount it would find them; with an"
                + " apt-get update before it, or ahead of the rm, it would not matter");
      }
    }
    return Option.none();
  }

  /** Lists that a command fetches, or may, after they were deleted, for a later RUN that installs with them. */
  private Option<Finding> mayBeFetchedAgain(FileFacts file, RunFacts run) {
    Invocation last = removing(file, run).last();
    Option<Invocation> fetching =
        run.invocations().find(invocation -> isBehind(invocation, last) && run.conduct(invocation).mayCallPackageManagers());
    return fetching.flatMap(
        command ->
            file.runsThat(TOUCH_LISTS)
                .firstAfter(run, other -> installsWithLists(other) || deletesLists(file, other))
                .filter(PackageLists::installsWithLists)
                .flatMap(
                    other ->
                        kept(
                            ImageDirectories.APT_LISTS,
                            command.firstLine() + " may fetch lists after they are deleted here, and line " + other.line()
                                + " installs with them")));
  }

  private Option<Finding> inCache(Candidate candidate, CacheLocation cache, Decided before) {
    if (!cache.cache().holdsIndex()) {
      return Option.none();
    }
    Vector<PackageCall> downloads = candidate.downloads();
    boolean fetches =
        downloads.forAll(call -> call.fetchesIndex() || (before.defeatersGo() && mayFetchInstead(call)))
            || (fetchesBeforeInstalling(candidate.run(), candidate.calls())
                && (before.defeatersGo() || !candidate.calls().exists(PackageLists::fetchesElsewhere)));
    if (!fetches) {
      return kept(
          downloads.head().invocation().firstLine(),
          "it does not surely fetch the index before it installs, and one in a mount could be missing or old");
    }
    return candidate
        .file()
        .calling(candidate.manager())
        .firstAfter(candidate.run(), other -> livesOnIndex(other, candidate.manager()))
        .flatMap(
            other -> kept(FirstLine.of(other.run()), "it may install with the index that this leaves in the image"));
  }

  /**
   * Whether a call fetches the index, but not into the cache: {@code apk --no-cache update}. Without the option it fetches it
   * however old the one in the cache is (apk-tools, {@code src/app_update.c}: {@code APK_FORCE_REFRESH}).
   */
  private static boolean fetchesElsewhere(PackageCall call) {
    return call.refreshes() && call.defeatingOptions().nonEmpty();
  }

  /** Whether an option with which a call does without a cached index can give its place to one that fetches it. */
  private static boolean mayFetchInstead(PackageCall call) {
    return call.defeatingOptions().nonEmpty() && call.manager().fetchingInstead().isDefined();
  }

  /** What must take the place of the options with which a call does without a cached index; none where that is fetched. */
  static Option<String> fetchingInstead(RunFacts run, PackageCall call) {
    return call.fetchesIndex() || fetchesBeforeInstalling(run, run.calls(call.manager()))
        ? Option.none()
        : call.manager().fetchingInstead();
  }

  /** Whether a RUN installs with an index that it does not fetch; without a cache it always does. */
  private static boolean livesOnIndex(RunFacts run, PackageManager manager) {
    Vector<PackageCall> calls = run.calls(manager);
    boolean fetchesAnew =
        calls
            .filter(PackageCall::downloads)
            .forAll(call -> call.fetchesIndex() || call.defeatingOptions().nonEmpty());
    return !fetchesAnew && !fetchesBeforeInstalling(run, calls);
  }

  /** Whether the RUN fetches, deletes or lives on apt's lists. */
  private static boolean touchesLists(FileFacts file, RunFacts run) {
    return run.calls(PackageManagers.APT).exists(PackageCall::refreshes) || deletesLists(file, run) || livesOnLists(run);
  }

  /** An update, or an install that begins with one, before any other whatever happens, or one right before each of them. */
  private static boolean fetchesBeforeInstalling(RunFacts run, Vector<PackageCall> calls) {
    Option<PackageCall> first =
        calls.find(call -> call.needsIndex() || (call.refreshes() && call.command().mustRun()));
    return first.exists(call -> fetchesWhateverHappens(call) || updatesBeforeEach(run, calls));
  }

  private static boolean fetchesWhateverHappens(PackageCall call) {
    return call.fetchesIndex() && call.defeatingOptions().isEmpty() && call.command().mustRun();
  }

  /** Whether a command deletes apt's lists, all or some of them. */
  static boolean areDeletedBy(FileFacts file, RunFacts run, Invocation invocation) {
    return file.at(ImageDirectories.APT_LISTS).removals(run).exists(removed -> removed.invocation() == invocation);
  }

  /** Whether {@code &&} alone stands between two commands. */
  private static boolean areJoined(SimpleCommand earlier, SimpleCommand later) {
    return earlier.after() == Connector.AND && later.before() == Connector.AND;
  }

  /** Whether two commands follow one another in a list, each on its own, where a failure ends the shell. */
  private static boolean followUnderErrexit(SimpleCommand earlier, SimpleCommand later) {
    return earlier.errexit()
        && earlier.before() != Connector.AND
        && earlier.before() != Connector.OR
        && ENDS.contains(earlier.after())
        && ENDS.contains(later.before())
        && earlier.nesting() == later.nesting();
  }

  /** Whether an update leads to each download, which then does not run without it. */
  private static boolean updatesBeforeEach(RunFacts run, Vector<PackageCall> calls) {
    return updatesBeforeEach(run, calls, PackageLists::areJoined) || updatesBeforeEach(run, calls, PackageLists::followUnderErrexit);
  }

  private static boolean updatesBeforeEach(
      RunFacts run, Vector<PackageCall> calls, BiPredicate<SimpleCommand, SimpleCommand> leads) {
    boolean updated = false;
    SimpleCommand last = run.invocations().head().command();
    int next = 0;
    for (Invocation invocation : run.invocations()) {
      updated &= leads.test(last, invocation.command());
      last = invocation.command();
      if (next < calls.size() && calls.get(next).invocation() == invocation) {
        PackageCall call = calls.get(next);
        if (call.needsIndex() && !updated && !call.fetchesIndex()) {
          return false;
        }
        updated |= call.refreshes();
        next++;
      }
    }
    return true;
  }

  /** Whether a RUN leaves none of apt's lists in the image, whatever happens: it deletes all, and fetches none after that. */
  public static boolean deletesLists(FileFacts file, RunFacts run) {
    Vector<Invocation> removing = removing(file, run).filter(invocation -> invocation.command().mustRun());
    Option<PackageCall> lastFetch = run.calls(PackageManagers.APT).filter(PackageCall::fetchesIndex).lastOption();
    return removing.exists(invocation -> lastFetch.forAll(fetch -> isBehind(invocation, fetch.invocation())));
  }

  private static boolean isBehind(Invocation later, Invocation earlier) {
    return later.command().span().start() >= earlier.command().span().start();
  }

  /** The commands that delete all of apt's lists. */
  private static Vector<Invocation> removing(FileFacts file, RunFacts run) {
    return file.at(ImageDirectories.APT_LISTS).removals(run).filter(Removal.Removed::whole).map(Removal.Removed::invocation);
  }

  /** Whether each call that fetches lists leads to a removal of them, as in every branch of an if. */
  static boolean deletesEachTime(FileFacts file, RunFacts run) {
    return deletesEachTime(file, run, PackageLists::areJoined) || deletesEachTime(file, run, PackageLists::followUnderErrexit);
  }

  private static boolean deletesEachTime(FileFacts file, RunFacts run, BiPredicate<SimpleCommand, SimpleCommand> leads) {
    Vector<PackageCall> calls = run.calls(PackageManagers.APT);
    Vector<Invocation> removing = removing(file, run);
    boolean open = false;
    SimpleCommand last = run.invocations().head().command();
    for (Invocation invocation : run.invocations()) {
      if (open && !leads.test(last, invocation.command())) {
        return false;
      }
      last = invocation.command();
      open |= calls.exists(call -> call.invocation() == invocation && call.fetchesIndex());
      open &= !removing.contains(invocation);
    }
    return !open && removing.nonEmpty();
  }

  /** Whether the image holds lists that were fetched here, or that must have been there for what is installed here. */
  private static boolean leavesLists(FileFacts file, RunFacts run, Decided before) {
    boolean has = run.calls(PackageManagers.APT).exists(call -> call.refreshes() || call.needsIndex());
    return has && !deletesLists(file, run) && !run.hasCacheAt(ImageDirectories.APT_LISTS) && !before.mountsLists(run);
  }

  /** Whether a RUN needs the lists that it finds, or may. */
  private static boolean livesOnLists(RunFacts run) {
    return installsWithLists(run)
        || (run.mayCallPackageManagers() && !fetchesBeforeInstalling(run, run.calls(PackageManagers.APT)));
  }

  private static boolean installsWithLists(RunFacts run) {
    Vector<PackageCall> calls = run.calls(PackageManagers.APT);
    return calls.exists(PackageCall::needsIndex) && !fetchesBeforeInstalling(run, calls);
  }
}
