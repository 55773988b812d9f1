package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.BindMount;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Instruction;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * Whether a package manager that knows its builds of local sources by a few files alone would take an old build from a
 * cache that other builds have filled. It would where those files stay in a layer of their own while other sources change;
 * not where one COPY brings them together, since all that it brings is new then.
 *
 * <p>Sources: uv's documentation, "Caching" (local dependencies, dynamic metadata); astral-sh/uv#13685 and #15224.
 */
final class LocalSources {

  private static final Pattern WHOLE = Pattern.compile("(\\.{1,2}/?)+|/|\\*|.*\\.git(#.*)?");

  private LocalSources() {}

  static Option<Finding> objection(Site site, Vector<Call> calls) {
    for (Call call : calls.filter(Call::downloads)) {
      for (PackageManager.Sources sources : call.manager().sources()) {
        Vector<String> settings = Settings.settings(site, call);
        Option<String> setting = settings.find(sources.setting()::matches);
        boolean built = setting.isDefined() && !settings.exists(sources.unless()::matches);
        if (built && mayBeStale(site, call, sources)) {
          return Option.some(
              Finding.kept(
                  Rule.REFUSED_SETTING,
                  setting.get(),
                  call.manager().name()
                      + " knows what it built from the project by few of its files, which are copied apart from the rest:"
                      + " a change of the rest would not be seen"));
        }
      }
    }
    return Option.none();
  }

  private static boolean mayBeStale(Site site, Call call, PackageManager.Sources sources) {
    Pattern keys = Programs.compiled("(.*/)?" + sources.keys());
    boolean bound =
        site.run
            .mounts()
            .exists(
                mount ->
                    mount instanceof BindMount bind
                        && bind.from().isEmpty()
                        && bind.source().forAll(source -> WHOLE.matcher(source).matches() || keys.matcher(source).matches()));
    Vector<Instruction> copies =
        site.dockerfile
            .instructions()
            .filter(
                instruction ->
                    (instruction instanceof Copy || instruction instanceof Add)
                        && site.isLedToBy(instruction)
                        && mayLieIn(site, call, instruction));
    boolean named = copies.exists(copy -> sources(copy).exists(source -> keys.matcher(source).matches()));
    int last =
        copies.lastIndexWhere(
            copy ->
                sources(copy).exists(source -> WHOLE.matcher(source).matches() || keys.matcher(source).matches())
                    || (!named && isPutAt(site, call, copy)));
    return bound || last < copies.size() - 1;
  }

  private static Vector<String> sources(Instruction copy) {
    return copy instanceof Copy from ? from.sources() : ((Add) copy).sources();
  }

  private static Option<String> destination(Site site, Instruction copy) {
    String to = copy instanceof Copy from ? from.destination() : ((Add) copy).destination();
    var scope = site.dockerfile.scope(copy);
    return scope.expand(to).flatMap(scope::resolve).map(Paths::clean);
  }

  /** Whether what it copies may be part of the project: it lies where the call stands, or that is not known. */
  private static boolean mayLieIn(Site site, Call call, Instruction copy) {
    Option<String> to = destination(site, copy);
    return site.directories(call.command())
        .exists(
            directory ->
                directory.isEmpty()
                    || to.isEmpty()
                    || Paths.within(to.get(), Paths.clean(directory.get()))
                    || Paths.within(Paths.clean(directory.get()), to.get()));
  }

  /** Whether it puts something right where the call stands, or above, so that it may have brought the project. */
  private static boolean isPutAt(Site site, Call call, Instruction copy) {
    Option<String> to = destination(site, copy);
    return to.isDefined()
        && site.directories(call.command())
            .forAll(directory -> directory.map(Paths::clean).exists(at -> Paths.within(at, to.get())));
  }
}
