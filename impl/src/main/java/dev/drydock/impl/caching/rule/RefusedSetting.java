package dev.drydock.impl.caching.rule;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.GivenVariables;
import dev.drydock.impl.caching.fact.Settings;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.TextPattern;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;

/** An option, a variable or a configuration under which a mount would do harm, as the package manager's description says. */
final class RefusedSetting implements RunObjection, CacheObjection {

  static final String RULE = "mount-cache/*/refused-setting";

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    return among(candidate, candidate.manager().refusals(), call -> call.downloads() || call.fetchesIndex());
  }

  /** A part of an index does harm only where it is fetched, and lies in the mount. */
  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    return cache.holdsAptLists() || cache.cache().holdsIndex()
        ? among(candidate, candidate.manager().indexRefusals(), PackageCall::fetchesIndex)
        : Option.none();
  }

  private static Option<Finding> among(
      Candidate candidate, Vector<PackageManager.Setting> refusals, Predicate<PackageCall> concerned) {
    if (refusals.isEmpty()) {
      return Option.none();
    }
    for (PackageCall call : candidate.calls().filter(concerned)) {
      Vector<String> settings = settings(candidate, call);
      for (PackageManager.Setting refusal : refusals) {
        TextPattern pattern = refusal.pattern();
        Option<String> found =
            settings
                .find(pattern::isIn)
                .orElse(() -> configured(candidate, pattern).map(FirstLine::of));
        if (found.isDefined()) {
          return Option.some(Finding.kept(RULE, found.get(), refusal.reason()));
        }
      }
    }
    return Option.none();
  }

  /** What a call is told, and what a file gives it. */
  private static Vector<String> settings(Candidate candidate, PackageCall call) {
    return Settings.of(candidate.run(), call)
        .appendAll(
            GivenVariables.before(candidate.file(), candidate.run(), call).settings().map(GivenVariables.Setting::text));
  }

  private static Option<Instruction> configured(Candidate candidate, TextPattern pattern) {
    return candidate.file().configuration(candidate.manager()).saying(candidate.run(), pattern);
  }
}
