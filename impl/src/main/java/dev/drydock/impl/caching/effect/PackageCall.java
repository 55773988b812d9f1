package dev.drydock.impl.caching.effect;

import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.TextPattern;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A call of a package manager, and what it does with the package manager's cache.
 *
 * @param options the arguments that are the package manager's own: not those of a program that it runs
 * @param subcommand its first two words that are no options; empty where it has none
 */
public record PackageCall(
    PackageManager manager, Invocation invocation, Vector<Argument> options, String subcommand, Purpose purpose) {

  /** What a call does with the package manager's cache. */
  public enum Purpose {
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
  private static final Pattern PIP_OF_VARIABLE = Pattern.compile("\"?(\\S*/)?pip[0-9.]*\\$\\{?(\\w*_)?(?i:ver(sion)?)\\}?\"?");
  private static final Pattern BASE_NAME = Pattern.compile("[a-z0-9._-]+");
  private static final Pattern PYTHON = Pattern.compile("(python|pypy)[0-9.]*");
  private static final Recent<List<PackageManager>> MAY_BE = new Recent<>(PackageCall::managersOf);

  /** The invocation as a call of this package manager, where it is one. */
  public static Option<PackageCall> of(PackageManager manager, Invocation invocation) {
    PackageCall known = invocation.knownCall().getOrNull();
    if (known != null && isCalledAlike(manager, known.manager)) {
      return Option.some(
          known.manager == manager
              ? known
              : new PackageCall(manager, invocation, known.options, known.subcommand, known.purpose));
    }
    Option<String> name = invocation.program();
    return name.isEmpty() ? Option.none() : of(manager, invocation, name.get());
  }

  /** Whether one package manager is the other with other caches or ids, as {@code listsOnly()} gives one. */
  private static boolean isCalledAlike(PackageManager manager, PackageManager other) {
    return manager == other
        || (manager.programs() == other.programs()
            && manager.downloads() == other.downloads()
            && manager.refreshes() == other.refreshes()
            && manager.empties() == other.empties()
            && manager.valueOptions() == other.valueOptions()
            && manager.passesOn() == other.passesOn()
            && manager.offlineOptions() == other.offlineOptions()
            && manager.cacheOnlyOptions() == other.cacheOnlyOptions());
  }

  /** The invocation as a call of a known package manager, where it is one; of which one, the first decides. */
  static Option<PackageCall> ofAnyKnown(Invocation invocation) {
    Option<String> name = invocation.program();
    if (name.isDefined()) {
      for (PackageManager manager : MAY_BE.of(name.get())) {
        Option<PackageCall> call = of(manager, invocation, name.get());
        if (call.isDefined()) {
          return call;
        }
      }
    }
    return Option.none();
  }

  /** The known package managers that a program of this name may be, in order. */
  private static List<PackageManager> managersOf(String name) {
    boolean python = PYTHON.matcher(name).matches();
    return PackageManagers.ALL
        .filter(
            manager ->
                manager.aliases().containsKey(name)
                    || ProgramNames.isOne(manager, name)
                    || (python && manager.module().isDefined()))
        .asJava();
  }

  private static Option<PackageCall> of(PackageManager manager, Invocation invocation, String name) {
    Option<String> alias = manager.aliases().get(name);
    if (alias.isDefined()) {
      return Option.some(standingFor(alias.get(), manager, invocation));
    }
    if (ProgramNames.isOne(manager, name)) {
      return Option.some(withArguments(invocation.arguments(), manager, invocation));
    }
    return name.startsWith("py") && manager.module().isDefined() && PYTHON.matcher(name).matches()
        ? PythonOptions.afterModule(manager.module().get(), invocation.arguments())
            .map(arguments -> withArguments(arguments, manager, invocation))
        : Option.none();
  }

  /** The base name of the program, also behind a directory that only a variable knows, or with a variable in it. */
  static Option<String> program(SimpleCommand command) {
    Option<String> name = command.name();
    if (name.isDefined() || command.words().isEmpty()) {
      return name;
    }
    Word word = command.words().head();
    return behindVariable(word)
        .orElse(() -> isPythonOfVariable(word) ? Option.some("python") : Option.none())
        .orElse(() -> isOfVariable(word, PIP_OF_VARIABLE) ? Option.some("pip") : Option.none());
  }

  /** Whether a word is Python of a version, or at a place, that a variable holds. */
  public static boolean isPythonOfVariable(Word word) {
    return isOfVariable(word, PYTHON_OF_VARIABLE);
  }

  private static boolean isOfVariable(Word word, Pattern program) {
    return word.variables().size() == 1 && program.matcher(word.text()).matches();
  }

  private static Option<String> behindVariable(Word word) {
    String text = word.text().replace("\"", "");
    String base = text.substring(text.lastIndexOf('/') + 1);
    return BASE_NAME.matcher(base).matches() ? Option.some(base) : Option.none();
  }

  /** A program that stands for a subcommand: what it is given belongs to the program that it runs. */
  private static PackageCall standingFor(String subcommand, PackageManager manager, Invocation invocation) {
    return withOptions(beforeProgram(manager, invocation.arguments(), 0), subcommand, manager, invocation);
  }

  private static PackageCall withArguments(
      Vector<Argument> written, PackageManager manager, Invocation invocation) {
    Vector<Argument> arguments = LongOptions.inFull(manager, written);
    Vector<Argument> own = arguments;
    String subcommand = "";
    int words = 0;
    for (int i = 0; i < arguments.size() && words < 2; i++) {
      String word = arguments.get(i).plainInFull().getOrElse("$");
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
    return withOptions(own, subcommand, manager, invocation);
  }

  private static PackageCall withOptions(
      Vector<Argument> options, String subcommand, PackageManager manager, Invocation invocation) {
    Purpose purpose = isOff(manager, subcommand, options) ? Purpose.NOTHING : purpose(manager, subcommand, options);
    boolean aboutFiles = purpose == Purpose.EMPTIES && options.exists(option -> option.text().indexOf('/') >= 0);
    return new PackageCall(manager, invocation, options, subcommand, aboutFiles ? Purpose.NOTHING : purpose);
  }

  /** The arguments up to the program that the package manager passes the rest on to. */
  private static Vector<Argument> beforeProgram(PackageManager manager, Vector<Argument> arguments, int from) {
    int at = from;
    while (at < arguments.size() && arguments.get(at).plain().exists(word -> word.startsWith("-"))) {
      at += arguments.get(at).plainInFull().exists(manager.valueOptions()::contains) ? 2 : 1;
    }
    return arguments.take(at);
  }

  private static Purpose purpose(PackageManager manager, String subcommand, Vector<Argument> options) {
    if (isLocal(manager, options)) {
      return Purpose.NOTHING;
    }
    if (isOneOf(manager.empties(), subcommand, options)) {
      return Purpose.EMPTIES;
    }
    if (isOneOf(manager.refreshes(), subcommand, options)) {
      return Purpose.REFRESHES;
    }
    if (isOneOf(manager.consults(), subcommand, options)) {
      return Purpose.CONSULTS;
    }
    if (!isOneOf(manager.downloads(), subcommand, options)) {
      return Purpose.NOTHING;
    }
    return hasOneOf(options, manager.cacheOnlyOptions()) ? Purpose.READS_CACHE : Purpose.DOWNLOADS;
  }

  /** Whether an option makes it do nothing: {@code --help}, or {@code --version} where that takes no value. */
  private static boolean isOff(PackageManager manager, String subcommand, Vector<Argument> options) {
    return hasOneOf(options, manager.offlineOptions())
        && (installing(manager, subcommand).isEmpty()
            || hasOneOf(options, manager.offlineOptions().diff(manager.installOptions())));
  }

  private static Option<String> installing(PackageManager manager, String subcommand) {
    return manager.installing().find(name -> subcommand.equals(name) || subcommand.startsWith(name + " "));
  }

  /** Whether an option makes it do nothing. */
  boolean isOff() {
    return isOff(manager, subcommand, options);
  }

  /** The subcommand with which it installs the packages that it names; none where it does not. */
  Option<String> installing() {
    return installing(manager, subcommand);
  }

  /** Whether all that a call names lies here already, and nothing else is wanted with it. */
  private static boolean isLocal(PackageManager manager, Vector<Argument> options) {
    if (manager.local().isEmpty() || !has(options, manager.local().get().option())) {
      return false;
    }
    TextPattern packages = manager.local().get().packages();
    Vector<String> operands =
        options
            .filter(option -> !option.isOption())
            .map(option -> option.value().getOrElse(option.text()))
            .filter(word -> !isOfSubcommand(manager, word));
    return operands.nonEmpty()
        && operands.forAll(packages::matches)
        && !options.exists(option -> option.text().startsWith("-r") || option.text().startsWith("--req"));
  }

  /** Whether a word says what is to be done, and not with which packages. */
  public static boolean isOfSubcommand(PackageManager manager, String word) {
    return manager
        .downloads()
        .exists(call -> call.equals(word) || call.startsWith(word + " ") || call.endsWith(" " + word));
  }

  private static boolean has(Vector<Argument> options, String wanted) {
    for (Argument option : options) {
      if (option.plainInFull().contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasOneOf(Vector<Argument> options, Set<String> wanted) {
    if (!wanted.isEmpty()) {
      for (Argument option : options) {
        if (option.plainInFull().exists(wanted::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a call is one of those that a description names, with the options that it names with them. */
  private static boolean isOneOf(Set<String> named, String subcommand, Vector<Argument> options) {
    if (named.isEmpty()) {
      return false;
    }
    String first = firstWord(subcommand);
    return named.contains("*")
        || named.contains(subcommand)
        || named.contains(first)
        || named.exists(name -> name.contains(" -") && isWithOptions(name, subcommand, first, options));
  }

  private static boolean isWithOptions(
      String name, String subcommand, String first, Vector<Argument> options) {
    String head = name.substring(0, name.indexOf(" -"));
    return (head.equals(subcommand) || head.equals(first))
        && Vector.of(name.substring(head.length() + 1).split(" ", -1))
            .forAll(wanted -> options.exists(option -> option.inFull().equals(wanted)));
  }

  private static String firstWord(String subcommand) {
    int blank = subcommand.indexOf(' ');
    return blank < 0 ? subcommand : subcommand.substring(0, blank);
  }

  /** The same call, where nothing is downloaded. */
  public PackageCall downloadingNothing() {
    return new PackageCall(manager, invocation, options, subcommand, Purpose.NOTHING);
  }

  /** The same call, where everything is taken from the cache. */
  public PackageCall readingCache() {
    return new PackageCall(manager, invocation, options, subcommand, Purpose.READS_CACHE);
  }

  public SimpleCommand command() {
    return invocation.command();
  }

  /** Whether it removes the cache directory itself. */
  public boolean removesCache() {
    return isOneOf(manager.removes(), subcommand, options);
  }

  /** Whether it empties this one of the package manager's directories, and no other. */
  public boolean empties(CacheDirectory cache) {
    return isOneOf(cache.empties(), subcommand, options);
  }

  /** Whether it puts into the cache what others need from there. */
  public boolean publishes() {
    return manager
        .publishes()
        .exists(words -> options.exists(option -> words.matches(option.text())));
  }

  /** Whether all that it makes lies in the cache, and nowhere else. */
  public boolean leavesResultInCache() {
    return manager
        .resultInCache()
        .exists(words -> words.matches(words()));
  }

  /** Its words after the program, one blank between two: with their values, as far as these are known. */
  public String words() {
    return options.map(option -> option.value().getOrElse(option.text())).mkString(" ");
  }

  /** Whether it fetches the index before anything else. */
  public boolean fetchesIndex() {
    return refreshes() || hasOneOf(options, manager.refreshingOptions());
  }

  /** Whether its further words belong to a program that it runs. */
  public boolean passesOn() {
    return manager.passesOn().contains(subcommand) || manager.passesOn().contains(firstWord(subcommand));
  }

  /** Whether the program of this name is what is called: {@code apt}, and not {@code apt-get}. */
  public boolean isRunBy(String program) {
    return invocation.name().equals(program);
  }

  public boolean downloads() {
    return purpose == Purpose.DOWNLOADS;
  }

  public boolean refreshes() {
    return purpose == Purpose.REFRESHES;
  }

  public boolean empties() {
    return purpose == Purpose.EMPTIES;
  }

  public boolean readsCache() {
    return purpose == Purpose.READS_CACHE;
  }

  /** Whether it needs the index: to download by it, or to read it. */
  public boolean needsIndex() {
    return downloads() || purpose == Purpose.CONSULTS;
  }

  /** The options with which this call does not use the cache. */
  public Vector<Argument> defeatingOptions() {
    return options.filter(option -> option.plainInFull().exists(word -> isDefeating(manager, word)));
  }

  /** Whether a word is an option, with or without a value, with which the package manager does not use its cache. */
  public static boolean isDefeating(PackageManager manager, String word) {
    String full = LongOptions.inFull(manager, word);
    return manager.defeatingOptions().exists(option -> full.equals(option) || full.startsWith(option + "="));
  }

  /** The value of an option, where the call has it: the word behind it, or what follows its {@code =}. */
  public Option<Option<String>> valueOf(String option) {
    for (int i = 0; i < options.size(); i++) {
      String text = options.get(i).inFull();
      if (text.equals(option)) {
        return Option.some(i + 1 < options.size() ? options.get(i + 1).value() : Option.none());
      }
      if (text.startsWith(option + "=")) {
        return Option.some(options.get(i).value().map(given -> given.substring(given.indexOf('=') + 1)));
      }
    }
    return Option.none();
  }
}
