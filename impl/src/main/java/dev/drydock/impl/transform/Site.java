package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import dev.drydock.transform.PackageManager;
import dev.drydock.transform.PackageManagers;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** A RUN in its place: what it executes, in which stage and scope; the RUN of an ONBUILD too. */
final class Site {

  private static final Set<String> SHELLS = HashSet.of("sh", "bash", "dash", "ash", "ksh", "zsh");
  private static final Set<String> SCRIPT_RUNNERS = SHELLS.addAll(HashSet.of("source", "."));

  /** Commands that run none of their words. */
  private static final Set<String> SPEAKERS =
      HashSet.of(
          "echo", "printf", "cat", "grep", "sed", "alias", "export", "ls", "cp", "mv", "rm", "ln", "mkdir", "touch",
          "chmod", "chown", "test", "[", "[[", "git", "curl", "wget", "which", "type", "command", "update-alternatives",
          "conda", "mamba", "micromamba", "apk", "dnf", "microdnf", "yum", "brew", "npm");

  /** Programs that call apt themselves, with the lists that are there. */
  private static final Set<String> APT_CALLERS =
      HashSet.of(
          "mk-build-deps", "gdebi", "apt-fast", "nala", "tasksel", "ansible-playbook", "ansible-pull");

  /** Playwright's commands that call apt, behind whatever runs Playwright. */
  private static final Pattern PLAYWRIGHT_DEPENDENCIES = Pattern.compile("install-deps|--with-deps");

  /** Installers that are piped into a shell and are known not to use apt. */
  private static final Pattern KNOWN_INSTALLERS =
      Pattern.compile(
          "astral\\.sh/|sh\\.rustup\\.rs|install\\.python-poetry\\.org|get\\.pnpm\\.io|bun\\.(sh|com)/install"
              + "|deno\\.land|ollama|golangci|get\\.helm|raw\\.githubusercontent\\.com/nvm-sh|mise\\.run"
              + "|pyenv\\.run|pyenv-installer|(get|install)-cli\\.jfrog\\.io|getcli\\.jfrog\\.io");

  /** Scripts, by the end of their path, that are known not to use apt: installers that unpack themselves. */
  private static final Pattern KNOWN_SCRIPTS =
      Pattern.compile(
          "(?i)(.*/)?\"?((mini(conda|forge)|mamba(forge)?|anaconda|micromamba)[\\w.$(){}-]*\\.sh|cmake-[\\w.$(){}-]*\\.sh"
              + "|rustup(-init)?(\\.sh)?|bazel-[\\w.$(){}-]*\\.sh|autogen\\.sh|wait-for-it\\.sh)\"?");

  /** What is read into a shell to set variables and functions: virtual environments, tool chains, profiles. */
  private static final Pattern ENVIRONMENTS =
      Pattern.compile(
          "\"?(/etc/.*|.*activate.*|(.*/)?(env|\\.?\\w*rc|\\.?\\w*profile|nvm\\.sh|conda\\.sh|mamba\\.sh|sdkman-init\\.sh"
              + "|(local_)?setup\\.(ba|z)?sh|setvars\\.sh|vars\\.sh|env\\.sh|enable))\"?");

  final Dockerfile dockerfile;
  final Construct construct;
  final int index;
  final Run run;
  final Stage stage;
  final Scope scope;
  final Sayings sayings;
  final Option<ShellScript> script;
  final Vector<SimpleCommand> commands;
  private final IdentityHashMap<PackageManager, Vector<Call>> calls = new IdentityHashMap<>();

  private Site(
      Dockerfile dockerfile, Construct construct, int index, Run run, Stage stage, Sayings sayings) {
    this.dockerfile = dockerfile;
    this.sayings = sayings;
    this.construct = construct;
    this.index = index;
    this.run = run;
    this.stage = stage;
    this.scope = dockerfile.scope(construct);
    this.script = isPosix(scope) ? run.script() : Option.none();
    this.commands = script.map(ShellScript::commands).getOrElse(Vector.empty());
  }

  /** Every RUN of the file, in order. */
  static Vector<Site> of(Dockerfile dockerfile) {
    List<Site> sites = new ArrayList<>();
    Sayings sayings = new Sayings(dockerfile);
    for (Stage stage : dockerfile.stages()) {
      for (int i = stage.start(); i < stage.end(); i++) {
        Construct construct = dockerfile.constructs().get(i);
        if (construct instanceof Run run) {
          sites.add(new Site(dockerfile, construct, i, run, stage, sayings));
        } else if (construct instanceof OnBuild outer && outer.instruction().getOrNull() instanceof Run run) {
          sites.add(new Site(dockerfile, construct, i, run, stage, sayings));
        }
      }
    }
    return Vector.ofAll(sites);
  }

  /** The same place with another RUN in it. */
  Site with(Run other) {
    return new Site(this, other);
  }

  private Site(Site place, Run other) {
    dockerfile = place.dockerfile;
    sayings = place.sayings;
    construct = place.construct;
    index = place.index;
    run = other;
    stage = place.stage;
    scope = place.scope;
    script = isPosix(scope) ? other.script() : Option.none();
    commands = script.map(ShellScript::commands).getOrElse(Vector.empty());
  }

  /** The construct that stands here once the RUN is another one. */
  Construct holding(Run other) {
    return construct instanceof OnBuild outer ? outer.with(other) : other;
  }

  /** Whether what runs shell forms here is a POSIX shell. */
  static boolean isPosix(Scope scope) {
    String program = scope.shell().headOption().getOrElse("/bin/sh");
    String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
    return SHELLS.contains(name);
  }

  /** Whether the shell that SHELL names ends where a command fails: {@code bash -e}, {@code -euo pipefail}. */
  boolean shellStopsOnFailure() {
    return scope.shell().drop(1).exists(word -> word.matches("-[a-zA-Z]*e[a-zA-Z]*"));
  }

  Vector<Call> calls(PackageManager manager) {
    return calls.computeIfAbsent(
        manager, key -> commands.flatMap(command -> Call.of(manager, command)));
  }

  /** Whether the text names one of the package manager's programs as a word, in whatever context. */
  boolean names(PackageManager manager) {
    return Programs.areNamed(manager, run.text());
  }

  /** The command that has a call of the package manager among its words without being known to run it, if any. */
  Option<SimpleCommand> passedTo(PackageManager manager) {
    Set<String> verbs = manager.downloads().addAll(manager.refreshes()).map(verb -> verb.split(" ", 2)[0]);
    return commands.find(
        command ->
            !SPEAKERS.contains(command.name().getOrElse(""))
                && hasCallAmongWords(command, manager, verbs)
                && PackageManagers.ALL.forAll(known -> Call.of(known, command).isEmpty())
                && commands.forAll(other -> !other.runBy().contains(command)));
  }

  private static boolean hasCallAmongWords(SimpleCommand command, PackageManager manager, Set<String> verbs) {
    Vector<Word> words = command.words();
    for (int i = 1; i + 1 < words.size(); i++) {
      String program = words.get(i).text();
      if (verbs.contains(words.get(i + 1).text())
          && Programs.isOne(manager, program.substring(program.lastIndexOf('/') + 1))) {
        return true;
      }
    }
    return false;
  }

  /** A word as the command gets it, as far as the RUN and the file tell. */
  Option<String> value(SimpleCommand command, Word word) {
    return word.value(name -> new Environment(this, command).shellValue(name));
  }

  /** Whether this stage is the other one or is built on it. */
  boolean follows(Stage other) {
    return stage.isBuiltOn(other);
  }

  /** Whether an instruction stands in its stage or one that this is built on. */
  boolean hasInLineage(Instruction instruction) {
    return dockerfile.stage(instruction).exists(stage::isBuiltOn);
  }

  /** Whether an instruction stands in its lineage, before it or in its place. */
  boolean isLedToBy(Instruction instruction) {
    return dockerfile.index(instruction) <= index && hasInLineage(instruction);
  }

  /** Whether it runs a script whose text is not here, or a program, which may call any package manager. */
  boolean runsUnreadScript() {
    if (script.isEmpty() || !script.get().complete()) {
      return true;
    }
    return commands.exists(this::isUnreadScript);
  }

  private boolean isUnreadScript(SimpleCommand command) {
    String name = command.name().getOrElse("");
    if (name.endsWith(".sh") || name.endsWith(".bash")) {
      return !KNOWN_SCRIPTS.matcher(name).matches();
    }
    if (callsApt(name, command)) {
      return true;
    }
    boolean inline = command.arguments().exists(word -> word.text().matches("-[a-z]*c"));
    if (!SCRIPT_RUNNERS.contains(name) || inline) {
      return false;
    }
    boolean fromInput =
        command.arguments().forAll(word -> word.text().startsWith("-"))
            || command.arguments().exists(word -> word.text().matches("-[a-z]*s"));
    if (fromInput) {
      boolean fed = command.inPipeline() || command.redirections().exists(from -> from.operator().startsWith("<"));
      boolean read = commands.exists(other -> other.runBy().contains(command));
      return fed && !read && !KNOWN_INSTALLERS.matcher(run.text()).find();
    }
    boolean sourced = !SHELLS.contains(name);
    return command
        .arguments()
        .find(word -> !word.text().startsWith("-"))
        .exists(
            word ->
                !KNOWN_SCRIPTS.matcher(word.text()).matches()
                    && !(sourced && ENVIRONMENTS.matcher(word.text()).matches()));
  }

  private static boolean callsApt(String name, SimpleCommand command) {
    boolean playwright =
        name.equals("playwright") || command.arguments().exists(word -> word.text().matches("playwright(@.*)?"));
    boolean rosdep = name.equals("rosdep") && command.arguments().exists(word -> word.text().equals("install"));
    return rosdep
        || APT_CALLERS.contains(name)
        || (playwright
            && command.arguments().exists(word -> PLAYWRIGHT_DEPENDENCIES.matcher(word.text()).matches()));
  }
}
