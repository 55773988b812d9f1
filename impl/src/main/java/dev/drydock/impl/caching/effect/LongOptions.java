package dev.drydock.impl.caching.effect;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The long options of a package manager that may be cut short: {@code --no-cache-di} is {@code --no-cache-dir}, where no
 * other option begins so. Where several do, of whatever subcommand, what is written stays as it is: mostly the package
 * manager refuses the call (optparse, argparse).
 */
final class LongOptions {

  private LongOptions() {}

  /** The arguments, each option that is cut short with what it stands for. */
  static Vector<Argument> inFull(PackageManager manager, Vector<Argument> arguments) {
    return manager.abbreviatesOptions() && arguments.exists(argument -> mayBeShort(manager, argument.text()))
        ? arguments.map(argument -> inFull(manager, argument))
        : arguments;
  }

  private static Argument inFull(PackageManager manager, Argument argument) {
    String written = name(argument.text());
    return mayBeShort(manager, written)
        ? standingFor(manager, written).map(full -> argument.standingFor(full, written)).getOrElse(argument)
        : argument;
  }

  /** The same of an option, with or without a value, as the command gets it. */
  static String inFull(PackageManager manager, String word) {
    String written = name(word);
    return manager.abbreviatesOptions() && mayBeShort(manager, written)
        ? standingFor(manager, written).map(full -> full + word.substring(written.length())).getOrElse(word)
        : word;
  }

  /** An option without the value that is written with it. */
  static String name(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? text : text.substring(0, equals);
  }

  private static boolean mayBeShort(PackageManager manager, String text) {
    return text.length() > 2
        && text.startsWith("--")
        && !manager.defeatingOptions().contains(text)
        && !manager.otherOptions().contains(text)
        && !manager.installOptions().contains(text)
        && !manager.valueOptions().contains(text);
  }

  /** The one option that begins so, or several that all switch the cache off. */
  private static Option<String> standingFor(PackageManager manager, String written) {
    Set<String> known = of(manager);
    if (known.contains(written)) {
      return Option.none();
    }
    Set<String> meant = known.filter(option -> option.startsWith(written));
    return meant.size() == 1 || manager.defeatingOptions().containsAll(meant) ? meant.headOption() : Option.none();
  }

  /** All that is known to be an option of a package manager; also variables, none of which begins with two dashes. */
  private static Set<String> of(PackageManager manager) {
    return HashSet.<String>empty()
        .addAll(manager.otherOptions())
        .addAll(manager.valueOptions())
        .addAll(manager.installOptions())
        .addAll(manager.defeatingOptions())
        .addAll(manager.offlineOptions())
        .addAll(manager.refreshingOptions())
        .addAll(manager.cacheOnlyOptions())
        .addAll(manager.buildSettings())
        .addAll(manager.local().map(PackageManager.Local::option))
        .addAll(manager.caches().flatMap(CacheDirectory::moves).map(CacheDirectory.Move::name));
  }
}
