package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.shell.SimpleCommand;
import io.vavr.Tuple2;
import io.vavr.Tuple;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the environment of a call has from a file, and not from the script itself: {@code . build.env}, {@code export $(xargs <
 * .env)}, {@code read CC < f; export CC}. A file that the Dockerfile writes is read; any other may set anything, but for those
 * of tools, which are known.
 *
 * @param settings the variables that are known by their names
 * @param unread what may set any others, as it is written
 */
public record GivenVariables(Vector<Setting> settings, Option<String> unread) {

  /** A variable, and its value as far as that is written. */
  public record Setting(String name, String value) {

    /** {@code NAME=value}. */
    public String text() {
      return name + "=" + value;
    }
  }

  private static final GivenVariables NONE = new GivenVariables(Vector.empty(), Option.none());

  private static final Set<String> EXPORTING = HashSet.of("export", "declare", "typeset");

  /**
   * Scripts of tools and of the system, which set paths, versions and functions: virtualenv, conda, rustup, uv, Deno, nvm,
   * SDKMAN, asdf; os-release(5), bash(1). Whoever sources what the image has of his own, or a compiler's {@code setvars.sh}, may
   * get anything.
   */
  private static final Pattern KNOWN =
      Pattern.compile(
          "/etc/([\\w-]*-release|profile|environment|bash\\.bashrc|bashrc|bash_completion)|/etc/profile\\.d/(nvm|rvm|conda|nix|sdkman)\\.sh"
              + "|(.*/)?(_?activate\\w*(\\.\\w+)?|(conda|mamba|micromamba|nvm|sdkman-init|asdf|nix|rvm|bash_completion)(\\.sh)?"
              + "|\\.(bashrc|profile|bash_profile|zshrc|zprofile))"
              + "|(.*/)?(\\.?cargo|\\.local/bin|\\.deno|\\.ghcup)/env(\\.\\w+)?|\\$\\{?CARGO_HOME\\}?/env");

  /** Where a text exports variables, up to the end of the command. */
  private static final Pattern EXPORT =
      Pattern.compile("\\b(?:export|(?:declare|typeset)\\s+-\\w*x\\w*)\\s+((?:\\\\(?!n)|[^\\\\;&|#\\n])*)");

  private static final Pattern EXPORTS_ALL = Pattern.compile("\\bset\\s+(-\\w*a|-o\\s+allexport)");

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?:(?<![\\w$./\\\\-])|(?<=\\\\n))([A-Za-z_]\\w*)=(\"[^\"]*\"|'[^']*'|[^\\s\"'\\\\;]*)");

  private static final Answers.Question<RunFacts, Tuple2<FileFacts, SimpleCommand>, GivenVariables> BEFORE =
      (run, asked) -> find(asked._1, run, asked._2);

  /** The commands of a RUN that have to do with it, but for what is done for its output alone. */
  private static final Answers.Question<RunFacts, RunFacts, Vector<Invocation>> CONCERNED =
      (run, itself) -> run.invocations().filter(invocation -> concerns(invocation) && !invocation.command().inSubstitution());

  /** What a call has been given before it in its RUN. */
  public static GivenVariables before(FileFacts file, RunFacts run, PackageCall call) {
    return before(run, call.command()).exists(GivenVariables::mayGive)
        ? run.answer(BEFORE, Tuple.of(file, call.command()))
        : NONE;
  }

  private static boolean concerns(Invocation invocation) {
    return mayGive(invocation) || invocation.name().equals("read") || invocation.name().equals("printf");
  }

  private static boolean mayGive(Invocation invocation) {
    return WrittenTexts.SOURCING.contains(invocation.name()) || EXPORTING.contains(invocation.name());
  }

  /** Whether it has a variable of this name. */
  public boolean has(String name) {
    return settings.exists(setting -> setting.name().equals(name));
  }

  private static GivenVariables find(FileFacts file, RunFacts run, SimpleCommand command) {
    List<Setting> settings = new ArrayList<>();
    Option<String> unread = Option.none();
    Vector<Invocation> before = before(run, command);
    for (Invocation invocation : before.filter(GivenVariables::mayGive)) {
      if (EXPORTING.contains(invocation.name())) {
        exported(invocation, before).forEach(name -> settings.add(new Setting(name, "")));
        unread = unread.orElse(() -> namesUnknown(invocation) ? Option.some(invocation.firstLine()) : Option.none());
      } else {
        String path = invocation.firstOperand().map(GivenVariables::asWritten).getOrElse("");
        Vector<String> texts = file.writtenTexts().in(run, path);
        boolean all = EXPORTS_ALL.matcher(run.text()).find();
        texts.forEach(text -> settings.addAll(exportedBy(text, all)));
        boolean isKnown = texts.nonEmpty() || KNOWN.matcher(path).matches();
        unread = unread.orElse(() -> isKnown ? Option.none() : Option.some(invocation.firstLine()));
      }
    }
    return new GivenVariables(Vector.ofAll(settings), unread);
  }

  /** The commands whose variables a call may have. */
  private static Vector<Invocation> before(RunFacts run, SimpleCommand command) {
    int start = command.span().start();
    return run.answer(CONCERNED, run).filter(invocation -> invocation.command().span().start() < start);
  }

  private static String asWritten(Argument path) {
    return path.value().getOrElse(() -> path.text().replace("\"", ""));
  }

  /** The names that are exported after something has read a value for them. */
  private static Vector<String> exported(Invocation export, Vector<Invocation> before) {
    Set<String> read =
        before
            .filter(invocation -> invocation.name().equals("read") || invocation.name().equals("printf"))
            .flatMap(GivenVariables::read)
            .toSet();
    return export.arguments().flatMap(Argument::plain).filter(read::contains);
  }

  private static Vector<String> read(Invocation invocation) {
    Vector<String> words = invocation.arguments().flatMap(Argument::plain);
    boolean reads = invocation.name().equals("read");
    return reads ? words : words.headOption().contains("-v") ? words.slice(1, 2) : Vector.empty();
  }

  /** Whether an export gets its names from somewhere else: {@code export $(cat .env)}. */
  private static boolean namesUnknown(Invocation export) {
    return export.arguments().exists(argument -> argument.text().startsWith("$") || argument.text().startsWith("\"$"));
  }

  private static List<Setting> exportedBy(String text, boolean all) {
    List<Setting> settings = new ArrayList<>();
    if (all || EXPORTS_ALL.matcher(text).find()) {
      assignments(text, settings);
    } else {
      Matcher export = EXPORT.matcher(text);
      while (export.find()) {
        assignments(export.group(1), settings);
      }
    }
    return settings;
  }

  private static void assignments(String text, List<Setting> settings) {
    Matcher assignment = ASSIGNMENT.matcher(text);
    while (assignment.find()) {
      String value = assignment.group(2);
      boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
      settings.add(new Setting(assignment.group(1), quoted ? value.substring(1, value.length() - 1) : value));
    }
  }
}
