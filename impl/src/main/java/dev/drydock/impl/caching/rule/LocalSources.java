package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.BindMount;
import dev.drydock.dockerfile.FileCopy;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.ProgramNames;
import dev.drydock.impl.caching.fact.CopyDestination;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.fact.Settings;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * A package manager that knows its builds of local sources by a few files alone would take an old build from a cache that
 * other builds have filled. It would where those files stay in a layer of their own while other sources change; not where
 * one COPY brings them together, since all that it brings is new then.
 *
 * <p>Sources: uv's documentation, "Caching" (local dependencies, dynamic metadata); astral-sh/uv#13685 and #15224.
 */
final class LocalSources implements RunObjection {

  private static final Pattern WHOLE = Pattern.compile("(\\.{1,2}/?)+|/|\\*|.*\\.git(#.*)?");

  @Override
  public String rule() {
    return RefusedSetting.RULE;
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    for (PackageManager.Sources sources : candidate.manager().sources()) {
      for (PackageCall call : candidate.downloads()) {
        Vector<String> settings = Settings.of(candidate.run(), call);
        Option<String> setting = settings.find(sources.setting()::matches);
        boolean built = setting.isDefined() && !settings.exists(sources.unless()::matches);
        if (built && mayBeStale(candidate.file(), candidate.run(), call, sources)) {
          return Option.some(
              Finding.kept(
                  rule(),
                  setting.get(),
                  call.manager().name()
                      + " knows what it built from the project by few of its files, which are copied apart from the rest:"
                      + " a change of the rest would not be seen"));
        }
      }
    }
    return Option.none();
  }

  private static boolean mayBeStale(FileFacts file, RunFacts run, PackageCall call, PackageManager.Sources sources) {
    Pattern keys = ProgramNames.compiled("(.*/)?" + sources.keys().pattern());
    boolean bound =
        run.run()
            .mounts()
            .exists(
                mount ->
                    mount instanceof BindMount bind
                        && bind.from().isEmpty()
                        && bind.source().forAll(source -> WHOLE.matcher(source).matches() || keys.matcher(source).matches()));
    Vector<FileCopy<?>> copies =
        file.copies().filter(copy -> run.isLedToBy(copy) && mayLieIn(run, call, copy));
    boolean named = copies.exists(copy -> copy.sources().exists(source -> keys.matcher(source).matches()));
    int last =
        copies.lastIndexWhere(
            copy ->
                copy.sources().exists(source -> WHOLE.matcher(source).matches() || keys.matcher(source).matches())
                    || (!named && isPutAt(run, call, copy)));
    return bound || last < copies.size() - 1;
  }

  private static Option<String> destination(RunFacts run, FileCopy<?> copy) {
    return CopyDestination.of(copy, run.dockerfile().scope(copy));
  }

  /** Whether what it copies may be part of the project: it lies where the call stands, or that is not known. */
  private static boolean mayLieIn(RunFacts run, PackageCall call, FileCopy<?> copy) {
    Option<String> to = destination(run, copy);
    return call.invocation()
        .directories()
        .exists(
            directory ->
                directory.isEmpty()
                    || to.isEmpty()
                    || Paths.within(to.get(), Paths.clean(directory.get()))
                    || Paths.within(Paths.clean(directory.get()), to.get()));
  }

  /** Whether it puts something right where the call stands, or above, so that it may have brought the project. */
  private static boolean isPutAt(RunFacts run, PackageCall call, FileCopy<?> copy) {
    Option<String> to = destination(run, copy);
    return to.isDefined()
        && call.invocation()
            .directories()
            .forAll(directory -> directory.map(Paths::clean).exists(at -> Paths.within(at, to.get())));
  }
}
