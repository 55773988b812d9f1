package dev.drydock.impl.caching.effect;

import dev.drydock.caching.KnownCall;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.Word;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs that are known where a file is judged: those of the tables, and package managers that somebody describes.
 * Whatever else a command calls may do anything.
 *
 * @param managers package managers whose calls are seen, though no table has their programs
 */
public record ProgramWorld(KnownPrograms programs, Seq<PackageManager> managers) {

  /** How often a command that runs another is followed, and in how many ways at most. */
  private static final int DEPTH = 4;

  private static final int WAYS = 4;

  /** Programs that download what an address among their words names. */
  public static final Set<String> DOWNLOADERS = HashSet.of("curl", "wget");

  /**
   * What a command may do besides what its words say.
   *
   * @param feeder the command whose output it reads, where it is one
   */
  public Conduct of(Invocation invocation, Option<Invocation> feeder, Surroundings surroundings) {
    if (invocation.words().isEmpty() || invocation.runsAnother()) {
      return Conduct.HARMLESS;
    }
    String path = asKnown(invocation.words().head());
    String name = invocation.program().getOrElse("");
    if (name.isEmpty()) {
      return ofHeld(invocation, feeder, surroundings);
    }
    if (isFile(path) || (path.indexOf('/') < 0 && surroundings.brings(name))) {
      return ofFile(path);
    }
    Conduct known = of(words(name, invocation), invocation, feeder, 0);
    boolean unlisted = known == Conduct.UNKNOWN_PROGRAM && programs.calls(Vector.of(name)).isEmpty();
    return known == Conduct.KEEPS_FILES || unlisted ? ofManager(invocation, known) : known;
  }

  /** A call's program, by its name, and its arguments. */
  private static Vector<String> words(String name, Invocation invocation) {
    List<String> words = new ArrayList<>(invocation.words().size());
    words.add(name);
    for (Argument argument : invocation.arguments()) {
      words.add(asKnown(argument));
    }
    return Vector.ofAll(words);
  }

  /** Whether a command is known to run none of its words. */
  public boolean runsNoWords(Invocation invocation) {
    Vector<KnownCall> calls = programs.calls(words(invocation.name(), invocation));
    return calls.nonEmpty() && calls.forAll(call -> !Conduct.of(call.kind()).mayCallPackageManagers());
  }

  /** What a package manager keeps is its cache and no more, where its value says so. */
  private Conduct ofManager(Invocation invocation, Conduct otherwise) {
    return managers
        .flatMap(manager -> PackageCall.of(manager, invocation))
        .headOption()
        .orElse(invocation.knownCall())
        .filter(call -> !call.passesOn())
        .map(call -> call.manager().writesOnlyCaches() ? Conduct.HARMLESS : Conduct.KEEPS_FILES)
        .getOrElse(otherwise);
  }

  private Conduct of(Vector<String> words, Invocation invocation, Option<Invocation> feeder, int depth) {
    Vector<KnownCall> calls = programs.calls(words);
    if (calls.isEmpty() || calls.size() > WAYS || depth == DEPTH) {
      return Conduct.UNKNOWN_PROGRAM;
    }
    Conduct worst = Conduct.HARMLESS;
    for (KnownCall call : calls) {
      Conduct conduct =
          switch (call.kind()) {
            case SCRIPT -> ofScript(words, call.rest(), invocation, feeder);
            case COMMAND -> ofCommand(call.rest(), invocation, feeder, depth);
            default -> Conduct.of(call.kind());
          };
      worst = worst.or(conduct);
    }
    return worst;
  }

  /** What runs another command, in which no call of a package manager is seen; without one it says something of itself. */
  private Conduct ofCommand(Vector<String> command, Invocation invocation, Option<Invocation> feeder, int depth) {
    if (command.isEmpty()) {
      return Conduct.KEEPS_FILES;
    }
    String path = command.head();
    if (isFile(path)) {
      return ofFile(path);
    }
    String name = baseName(path);
    Conduct conduct = of(command.update(0, name), invocation, feeder, depth + 1);
    boolean seen = invocation.knownCall().exists(call -> !call.passesOn());
    return !seen && PackageManagers.ALL.exists(manager -> ProgramNames.isOne(manager, name)) ? conduct.or(Conduct.CALLS_PACKAGES) : conduct;
  }

  /** What runs a file, or its input where it is given no file; without either it only says something of itself. */
  private Conduct ofScript(Vector<String> words, Vector<String> rest, Invocation invocation, Option<Invocation> feeder) {
    boolean reads = rest.isEmpty() || rest.head().equals("-") || (ShellScript.isShell(words.head()) && hasOption(words, 's'));
    if (!reads) {
      return ofFile(rest.head());
    }
    if (invocation.command().redirections().exists(from -> from.operator().startsWith("<"))) {
      return Conduct.UNREAD;
    }
    return invocation.command().inPipeline()
        ? feeder.filter(from -> DOWNLOADERS.contains(from.name())).map(this::ofDownload).getOrElse(Conduct.UNREAD)
        : Conduct.HARMLESS;
  }

  private static boolean hasOption(Vector<String> words, char letter) {
    return words.tail().exists(word -> word.matches("-[a-z]*" + letter));
  }

  /** What a script does that is downloaded: known by its address, and only where all addresses are known. */
  public Conduct ofDownload(Invocation download) {
    Vector<String> addresses =
        download.arguments().map(ProgramWorld::asKnown).filter(word -> !word.startsWith("-") && word.indexOf('.') > 0 && word.indexOf('/') > 0);
    return addresses.isEmpty()
        ? Conduct.UNREAD
        : addresses
            .map(address -> programs.address(address).map(Conduct::of).getOrElse(Conduct.UNREAD))
            .reduce(Conduct::or);
  }

  private Conduct ofFile(String path) {
    return programs.file(path).map(Conduct::of).getOrElse(Conduct.UNREAD);
  }

  /** A command that a variable holds, alone or before its own arguments. */
  private Conduct ofHeld(Invocation invocation, Option<Invocation> feeder, Surroundings surroundings) {
    Argument first = invocation.words().head();
    String held = first.value().orElse(() -> valueOfVariable(invocation, surroundings)).getOrElse("");
    Vector<String> words = Vector.of(held.strip().split("\\s+")).appendAll(invocation.arguments().map(ProgramWorld::asKnown));
    return held.isBlank() ? Conduct.UNREAD : ofCommand(words, invocation, feeder, 0);
  }

  /** The value of a variable that is all of the first word, which the shell then splits. */
  private static Option<String> valueOfVariable(Invocation invocation, Surroundings surroundings) {
    Word word = invocation.words().head().word();
    String name = word.variables().headOption().getOrElse("");
    return word.text().equals("$" + name) || word.text().equals("${" + name + "}")
        ? invocation.command().variable(name).map(set -> set.value().value()).getOrElse(() -> surroundings.fileValue(name))
        : Option.none();
  }

  /** The value of a word; where that is not known, the word as it is written, without quotes around it. */
  private static String asKnown(Argument word) {
    return withoutReturn(word.value().getOrElse(() -> unquoted(word.text())));
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  /** A line of a here-document keeps the carriage return of its file. */
  private static String withoutReturn(String text) {
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether a path leads to a file rather than to a program: those are found by name, or lie in a folder of programs. */
  private static boolean isFile(String path) {
    int slash = path.lastIndexOf('/');
    if (slash < 0 || path.startsWith("@")) {
      return path.endsWith(".sh") || path.endsWith(".py") || path.endsWith(".bash");
    }
    String folder = path.substring(0, slash);
    boolean ofPrograms = folder.endsWith("/bin") || folder.endsWith("/sbin") || folder.endsWith("/.bin");
    return !ofPrograms || folder.equals("./bin");
  }

  private static String baseName(String path) {
    return path.startsWith("@") ? path : Paths.baseName(path);
  }
}
