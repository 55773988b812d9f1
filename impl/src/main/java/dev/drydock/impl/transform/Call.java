package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A command that calls a package manager, and what the call does. */
record Call(
    PackageManager manager, SimpleCommand command, Vector<Word> options, String subcommand, Effect effect) {

  /** What a call does to the package manager's cache. */
  enum Effect {
    /** It downloads packages through the cache. */
    DOWNLOADS,
    /** It downloads the index. */
    REFRESHES,
    /** It reads the index that is there. */
    CONSULTS,
    /** It takes from the cache what would else be downloaded. */
    READS_CACHE,
    /** It empties the cache. */
    EMPTIES,
    /** It leaves the cache alone. */
    NOTHING
  }

  private static final Pattern PYTHON_OF_VARIABLE =
      Pattern.compile("\"?(\\S*/)?(\\$\\{?PYTHON(_BIN|_EXE|3)?\\}?|python[0-9.]*\\$\\{?\\w+\\}?)\"?");
  private static final Pattern BASE_NAME = Pattern.compile("[a-z0-9._-]+");
  private static final Pattern PYTHON = Pattern.compile("(python|pypy)[0-9.]*");

  /** The command as a call of this package manager, where it is one. */
  static Option<Call> of(PackageManager manager, SimpleCommand command) {
    Option<String> name = program(command);
    if (name.isEmpty()) {
      return Option.none();
    }
    Option<String> alias = manager.aliases().get(name.get());
    if (alias.isDefined()) {
      return Option.some(call(manager, command, command.arguments(), alias.get()));
    }
    if (Programs.isOne(manager, name.get())) {
      return Option.some(call(manager, command, command.arguments(), ""));
    }
    return PYTHON.matcher(name.get()).matches()
        ? manager
            .module()
            .flatMap(module -> moduleArguments(module, command.arguments()))
            .map(arguments -> call(manager, command, arguments, ""))
        : Option.none();
  }

  /** The command as a call of a known package manager, where it is one; of which one, the first decides. */
  static Option<Call> ofAnyKnown(SimpleCommand command) {
    return program(command).exists(Programs::mayBeKnown)
        ? PackageManagers.ALL.iterator().flatMap(manager -> of(manager, command)).headOption()
        : Option.none();
  }

  /** The base name of the program, also behind a directory that only a variable knows, or with a variable in it. */
  private static Option<String> program(SimpleCommand command) {
    return command
        .name()
        .orElse(() -> command.words().headOption().flatMap(Call::behindVariable))
        .orElse(() -> command.words().headOption().filter(Call::isPythonOfVariable).map(word -> "python"));
  }

  /** Whether a word is Python of a version, or at a place, that a variable holds. */
  static boolean isPythonOfVariable(Word word) {
    return word.variables().size() == 1 && PYTHON_OF_VARIABLE.matcher(word.text()).matches();
  }

  private static Option<String> behindVariable(Word word) {
    String text = word.text().replace("\"", "");
    String base = text.substring(text.lastIndexOf('/') + 1);
    return text.indexOf('/') >= 0 && BASE_NAME.matcher(base).matches() ? Option.some(base) : Option.none();
  }

  /** What follows {@code -m module} among a Python's arguments; its own options may stand before. */
  private static Option<Vector<Word>> moduleArguments(String module, Vector<Word> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i).value().getOrElse("");
      if (word.equals("-m") && i + 1 < arguments.size()) {
        return arguments.get(i + 1).value().contains(module)
            ? Option.some(arguments.drop(i + 2))
            : Option.none();
      }
      if (word.equals("-m" + module)) {
        return Option.some(arguments.drop(i + 1));
      }
      if (!word.startsWith("-")) {
        return Option.none();
      }
    }
    return Option.none();
  }

  private static Call call(
      PackageManager manager, SimpleCommand command, Vector<Word> arguments, String alias) {
    Vector<Word> own = arguments;
    String subcommand = alias;
    int words = 0;
    if (alias.isEmpty()) {
      for (int i = 0; i < arguments.size() && words < 2; i++) {
        String word = arguments.get(i).value().getOrElse("$");
        if (manager.valueOptions().contains(word)) {
          i++;
        } else if (!word.startsWith("-") && !word.startsWith("$") && !word.startsWith("+")) {
          subcommand = words == 0 ? word : subcommand + " " + word;
          words++;
          if (manager.passesOn().contains(subcommand)) {
            own = beforeProgram(manager, arguments, i + 1);
          }
        }
      }
    } else {
      own = beforeProgram(manager, arguments, 0);
    }
    Effect effect = effect(manager, subcommand, own);
    boolean aboutFiles = effect == Effect.EMPTIES && own.exists(word -> word.text().indexOf('/') >= 0);
    return new Call(manager, command, own, subcommand, aboutFiles ? Effect.NOTHING : effect);
  }

  /** The arguments up to the program that the package manager passes the rest on to. */
  private static Vector<Word> beforeProgram(PackageManager manager, Vector<Word> arguments, int from) {
    int at = from;
    while (at < arguments.size() && arguments.get(at).value().exists(word -> word.startsWith("-"))) {
      at += arguments.get(at).value().exists(manager.valueOptions()::contains) ? 2 : 1;
    }
    return arguments.take(at);
  }

  private static Effect effect(PackageManager manager, String subcommand, Vector<Word> options) {
    if (hasOneOf(options, manager.offlineOptions())) {
      return Effect.NOTHING;
    }
    if (isOneOf(manager.empties(), subcommand, options)) {
      return Effect.EMPTIES;
    }
    if (isOneOf(manager.refreshes(), subcommand, options)) {
      return Effect.REFRESHES;
    }
    if (isOneOf(manager.consults(), subcommand, options)) {
      return Effect.CONSULTS;
    }
    if (!isOneOf(manager.downloads(), subcommand, options)) {
      return Effect.NOTHING;
    }
    return hasOneOf(options, manager.cacheOnlyOptions()) ? Effect.READS_CACHE : Effect.DOWNLOADS;
  }

  private static boolean hasOneOf(Vector<Word> options, Set<String> wanted) {
    return options.exists(word -> word.value().exists(wanted::contains));
  }

  /** Whether a call is one of those that a description names, with the options that it names with them. */
  private static boolean isOneOf(Set<String> named, String subcommand, Vector<Word> options) {
    int blank = subcommand.indexOf(' ');
    String first = blank < 0 ? subcommand : subcommand.substring(0, blank);
    return named.contains("*")
        || named.contains(subcommand)
        || named.contains(first)
        || named.exists(name -> name.contains(" -") && isWithOptions(name, subcommand, first, options));
  }

  private static boolean isWithOptions(String name, String subcommand, String first, Vector<Word> options) {
    String head = name.substring(0, name.indexOf(" -"));
    return (head.equals(subcommand) || head.equals(first))
        && Vector.of(name.substring(head.length() + 1).split(" ", -1))
            .forAll(option -> options.exists(word -> word.text().equals(option)));
  }

  /** The same call, where everything is taken from the cache. */
  Call readingCache() {
    return new Call(manager, command, options, subcommand, Effect.READS_CACHE);
  }

  /** Whether it removes the cache directory itself. */
  boolean removesCache() {
    return isOneOf(manager.removes(), subcommand, options);
  }

  /** Whether it puts into the cache what others need from there. */
  boolean publishes() {
    return manager
        .publishes()
        .exists(words -> options.exists(word -> words.matches(word.text())));
  }

  /** Whether it fetches the index before anything else. */
  boolean fetchesIndex() {
    return refreshes() || hasOneOf(options, manager.refreshingOptions());
  }

  /** Whether its further words belong to a program that it runs. */
  boolean passesOn() {
    int blank = subcommand.indexOf(' ');
    return manager.passesOn().contains(subcommand)
        || (blank > 0 && manager.passesOn().contains(subcommand.substring(0, blank)));
  }

  boolean downloads() {
    return effect == Effect.DOWNLOADS;
  }

  boolean refreshes() {
    return effect == Effect.REFRESHES;
  }

  /** Whether it needs the index: to download by it, or to read it. */
  boolean needsIndex() {
    return downloads() || effect == Effect.CONSULTS;
  }

  /** The options with which this call does not use the cache. */
  Vector<Word> defeatingOptions() {
    return options.filter(
        word ->
            word.value()
                .exists(
                    text ->
                        manager.defeatingOptions().contains(text)
                            || manager.defeatingOptions().exists(o -> text.startsWith(o + "="))));
  }

  /** The value of an option, where the call has it: the word behind it, or what follows its {@code =}. */
  Option<Option<String>> valueOf(String option, Function<Word, Option<String>> value) {
    for (int i = 0; i < options.size(); i++) {
      String text = options.get(i).text();
      if (text.equals(option)) {
        return Option.some(i + 1 < options.size() ? value.apply(options.get(i + 1)) : Option.none());
      }
      if (text.startsWith(option + "=")) {
        return Option.some(value.apply(options.get(i)).map(given -> given.substring(option.length() + 1)));
      }
    }
    return Option.none();
  }
}
