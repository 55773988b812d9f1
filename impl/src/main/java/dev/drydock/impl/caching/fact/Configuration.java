package dev.drydock.impl.caching.fact;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.TextPattern;
import dev.drydock.dockerfile.BindMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.FileWriters;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.ProgramWorld;
import io.vavr.Lazy;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Dockerfile lets see of a package manager's configuration: {@code pip config set}, and text that an instruction
 * writes into {@code pip.conf} or {@code uv.toml}. An option of a command beside a mounted file is none of that.
 */
public final class Configuration {

  /**
   * For pip any value does, also {@code false} (pypa/pip#5735); uv reads a boolean. pip takes {@code _} for {@code -} in
   * a key ({@code _normalize_name} in its {@code configuration.py}).
   */
  private static final TextPattern SWITCHES_OFF =
      TextPattern.of(Pattern.compile("(?<!--)no[-_]cache([-_]dir\\b|\\b(?!-|[\"']?\\s*=\\s*false\\b))"));

  /** Also behind the {@code \n} of a {@code printf}. */
  private static final TextPattern MOVES =
      TextPattern.of(Pattern.compile("(?<!no-|--)(?:\\b|(?<=\\\\n))cache[-_]dir\\b"));

  private static final String CONFIG_FILE = "CONFIG_FILE";

  private static final Pattern FILE_IN_VARIABLE =
      Pattern.compile("\\b(\\w+_)" + CONFIG_FILE + "(?:=|\\s+)[\"']?([^\\s\"'\\\\;&]+)");

  private static final String COMMAND = "config";

  private static final Map<PackageManager, TextPattern> DECIDES_BUILDS = new ConcurrentHashMap<>();

  private static final Map<PackageManager, Pattern> WRITES = new ConcurrentHashMap<>();

  private final PackageManager manager;
  private final Set<String> names;
  private final Vector<Instruction> instructions;
  private final Vector<Instruction> movingElsewhere;
  private final Map<TextPattern, Vector<Instruction>> found = new HashMap<>();
  private final Lazy<Vector<Instruction>> unread;

  Configuration(Dockerfile dockerfile, Vector<RunFacts> runs, PackageManager manager) {
    this.manager = manager;
    Set<String> named = namedByVariables(manager, dockerfile.text());
    this.names = manager.configurationFiles().addAll(named);
    Pattern writes = WRITES.computeIfAbsent(manager, Configuration::writes);
    this.instructions =
        namesFile(names, dockerfile.text()) || saysConfig(dockerfile.text())
            ? saying(dockerfile, text -> namesFile(names, text) || (saysConfig(text) && writes.matcher(text).find()))
            : Vector.empty();
    this.unread = Lazy.of(() -> findUnread(runs));
    this.movingElsewhere =
        manager.configuration().map(moves -> saying(dockerfile, moves::isIn)).getOrElse(Vector.empty());
  }

  /** A command such as {@code pip config set} and {@code poetry config a.b}. */
  private static Pattern writes(PackageManager manager) {
    return Pattern.compile(
        "(?:" + manager.programs().pattern() + ")\\s+config\\s+(-\\S+\\s+)*(set\\b|[\\w-]+\\.[\\w.-]+\\s)");
  }

  /** The names of the files that a variable makes its configuration: {@code PIP_CONFIG_FILE}, {@code UV_CONFIG_FILE}. */
  private static Set<String> namedByVariables(PackageManager manager, String text) {
    Set<String> named = HashSet.empty();
    for (String prefix : text.contains(CONFIG_FILE) ? manager.variablePrefixes() : HashSet.<String>empty()) {
      Matcher value = FILE_IN_VARIABLE.matcher(text);
      while (value.find()) {
        if (value.group(1).equals(prefix)) {
          named = named.add(Paths.baseName(value.group(2)));
        }
      }
    }
    return named;
  }

  /** Whether a text has one of the files in it, by its name as a word. */
  private static boolean namesFile(Set<String> names, String text) {
    for (String file : names) {
      for (int at = text.indexOf(file); at >= 0; at = at < text.length() ? text.indexOf(file, at + 1) : -1) {
        if (isBoundary(text, at) && isBoundary(text, at + file.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the one is of a word and the other is not, of the characters on the two sides of an offset. */
  private static boolean isBoundary(String text, int at) {
    return isOfWord(text, at - 1) != isOfWord(text, at);
  }

  private static boolean isOfWord(String text, int at) {
    return at >= 0 && at < text.length() && (text.charAt(at) == '_' || Character.isLetterOrDigit(text.charAt(at)));
  }

  /** Whether {@code config} stands between blanks in a text, without which the pattern need not be tried. */
  private static boolean saysConfig(String text) {
    for (int at = text.indexOf(COMMAND); at >= 0; at = text.indexOf(COMMAND, at + 1)) {
      int end = at + COMMAND.length();
      if (at > 0 && text.charAt(at - 1) <= ' ' && end < text.length() && text.charAt(end) <= ' ') {
        return true;
      }
    }
    return false;
  }

  private static Vector<Instruction> saying(Dockerfile dockerfile, Predicate<String> wanted) {
    return dockerfile.instructions().filter(instruction -> wanted.test(instruction.text()));
  }

  /** The instruction before this RUN in its lineage that configures the cache to be off. */
  public Option<Instruction> switchingOff(RunFacts run) {
    return saying(run, SWITCHES_OFF);
  }

  /** The instruction before this RUN in its lineage that configures the cache to be elsewhere. */
  public Option<Instruction> moving(RunFacts run) {
    return saying(run, MOVES).orElse(() -> movingElsewhere.find(run::isLedToBy));
  }

  /** The instruction before this RUN in its lineage that configures how packages are built, or from what. */
  Option<String> decidingBuilds(RunFacts run) {
    return instructions.isEmpty() || manager.buildSettings().isEmpty()
        ? Option.none()
        : saying(run, DECIDES_BUILDS.computeIfAbsent(manager, Configuration::decidesBuilds))
            .orElse(() -> unread.get().find(run::isLedToBy))
            .map(FirstLine::of);
  }

  /** What brings a configuration whose text is not here. */
  private Vector<Instruction> findUnread(Vector<RunFacts> runs) {
    return instructions
        .filter(this::copiesUnread)
        .appendAll(runs.filter(this::bringsUnread).map(RunFacts::run));
  }

  /** Whether a RUN puts a file there that it has from elsewhere, or has one mounted. */
  private boolean bringsUnread(RunFacts run) {
    return instructions.contains(run.run())
        && (run.mountPoints().exists(point -> point.mount() instanceof BindMount && isConfiguration(point.path()))
            || run.invocations().exists(this::bringsUnread));
  }

  private boolean bringsUnread(Invocation invocation) {
    Vector<String> words = invocation.arguments().map(Argument::text);
    if (ProgramWorld.DOWNLOADERS.contains(invocation.name())) {
      return words.appendAll(invocation.redirected().map(Argument::text)).exists(this::isConfiguration);
    }
    return FileWriters.OF_LAST_WORD.contains(invocation.name())
        && words.nonEmpty()
        && (isConfiguration(words.last()) || (isDirectory(words.last()) && words.exists(this::isConfiguration)));
  }

  private static boolean isDirectory(String word) {
    return word.endsWith("/") || ImageDirectories.has(word);
  }

  /** Whether it copies a configuration whose text is not here; but not that of the project, which all its builds have. */
  private boolean copiesUnread(Instruction instruction) {
    return instruction instanceof FileCopy<?> copy
        && copy.heredocs().isEmpty()
        && copy.sources().append(copy.destination()).exists(this::isConfiguration);
  }

  private boolean isConfiguration(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return names.contains(name) && !name.equals("pyproject.toml");
  }

  /** The keys that say the same as its build options; not these options themselves, which may stand in the same RUN. */
  private static TextPattern decidesBuilds(PackageManager manager) {
    return TextPattern.of(
        Pattern.compile(
            manager
                .buildSettings()
                .filter(option -> option.startsWith("--"))
                .map(option -> option.substring(2).replace("-", "[-_]"))
                .mkString("(?:(?<![\\w-])|(?<=\\\\n))(", "|", ")(?![\\w-])")));
  }

  /** The instruction before this RUN in its lineage that writes something into a configuration file. */
  public Option<Instruction> saying(RunFacts run, TextPattern what) {
    return instructions.isEmpty()
        ? Option.none()
        : found
            .computeIfAbsent(
                what,
                key -> instructions.filter(instruction -> what.isIn(instruction.text())))
            .find(run::isLedToBy);
  }
}
