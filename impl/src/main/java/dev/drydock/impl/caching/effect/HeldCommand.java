package dev.drydock.impl.caching.effect;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * A command that a variable holds ({@code $CLEANUP}), which may remove what it is given or what the variable names, or
 * empty the cache of a package manager.
 */
final class HeldCommand implements Removal {

  private static final Pattern REMOVES = Pattern.compile("\\b(rm|rmdir|find)\\b");

  private final Invocation invocation;
  private final Word word;
  private final Surroundings surroundings;

  /** What its variables may hold. */
  private final Vector<String> texts;

  private HeldCommand(Invocation invocation, Word word, Surroundings surroundings) {
    this.invocation = invocation;
    this.word = word;
    this.surroundings = surroundings;
    this.texts =
        word.variables()
            .flatMap(
                name ->
                    surroundings
                        .fileValue(name)
                        .toVector()
                        .appendAll(invocation.command().variable(name).map(set -> set.value().text())));
  }

  /** The command as such a removal; none where none of its variables is known to hold one. */
  static Option<HeldCommand> of(Invocation invocation, Surroundings surroundings) {
    return invocation
        .command()
        .words()
        .headOption()
        .map(word -> new HeldCommand(invocation, word, surroundings))
        .filter(held -> held.mayRemove() || PackageManagers.ALL.exists(held::empties));
  }

  private boolean mayRemove() {
    return texts.exists(text -> REMOVES.matcher(text).find());
  }

  private boolean empties(PackageManager manager) {
    return texts.exists(text -> CallInText.empties(text, manager));
  }

  @Override
  public Option<Removed> of(String directory) {
    boolean mayHit =
        (mayRemove() && Removal.mayHold(word, directory, surroundings))
            || PackageManagers.ALL.exists(manager -> mayBeCacheOf(manager, directory) && empties(manager));
    return mayHit
        ? Option.some(new Removed(invocation, Vector.empty(), Vector.empty(), Vector.empty(), Outcome.UNKNOWN, false))
        : Option.none();
  }

  private boolean mayBeCacheOf(PackageManager manager, String directory) {
    return manager
        .caches()
        .exists(
            cache ->
                cache.path().equals(directory)
                    || (cache.path().startsWith("~/") && directory.endsWith(cache.path().substring(1)))
                    || cache.rootPath().contains(directory)
                    || cache.moves().flatMap(move -> surroundings.fileValue(move.name())).exists(to -> Paths.within(directory, to)));
  }
}
