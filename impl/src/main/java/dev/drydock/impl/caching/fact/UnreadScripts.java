package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;

/**
 * Scripts and programs of a RUN whose text is not in the file, so that what they call is not seen: which of them may call
 * apt.
 *
 * @param text the RUN
 * @param written what the file wrote before it
 */
record UnreadScripts(String text, Scope scope, WrittenPaths written) {

  /** Programs that build with whatever a file of theirs says. */
  private static final Set<String> BUILD_TOOLS =
      HashSet.of(
          "make", "gmake", "cmake", "ninja", "meson", "bazel", "bazelisk", "just", "task", "mage", "rake", "goreleaser",
          "gox", "ginkgo", "gotestsum", "golangci-lint", "cargo-chef", "cross", "trunk", "wasm-pack", "maturin");

  private static final Set<String> READERS = HashSet.of("source", ".");

  /** Interpreters, which run the script that they are given. */
  private static final Pattern INTERPRETERS = Pattern.compile("(python|pypy)[0-9.]*|perl|ruby|node|php");

  /** What a script, or a target of make, is called that sets a machine up. */
  private static final Pattern SETS_UP =
      Pattern.compile("(?i)(.*[/._-])?(install|installer|bootstrap|provision|setup|prepare|prereqs?|requirements|deps|dependencies|apt|system)"
          + "([_.-].*)?");

  /** The same of a script of Python's packaging, which does not. */
  private static final Pattern BUILDS = Pattern.compile("(.*/)?(setup\\.py|install\\.packages)");

  /** Programs below the working directory that build what lies there. */
  private static final Set<String> BUILDERS =
      HashSet.of("configure", "Configure", "config", "autogen", "bootstrap", "buildconf", "gradlew", "mvnw", "manage.py", "b2", "waf", "setup.py");

  /** Programs that call apt themselves, with the lists that are there. */
  private static final Set<String> APT_CALLERS =
      HashSet.of(
          "mk-build-deps", "gdebi", "apt-fast", "nala", "tasksel", "ansible-playbook", "ansible-pull", "puppet",
          "chef-client", "chef-solo", "salt-call", "pyinfra", "apt-file", "unattended-upgrade", "unattended-upgrades");

  /** Playwright's commands that call apt, behind whatever runs Playwright. */
  private static final Set<String> PLAYWRIGHT_DEPENDENCIES = HashSet.of("install-deps", "--with-deps");

  /** A path in a folder of programs. */
  private static final Pattern OF_PROGRAMS = Pattern.compile(".*/s?bin/[^/]+");

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

  private static final Pattern APT = Pattern.compile("(?<![\\w.-])(apt|apt-get|aptitude)(?![\\w./-])");

  /** Whether a command builds with whatever a file of its own says. */
  static boolean isBuildTool(Invocation invocation) {
    return BUILD_TOOLS.contains(invocation.name());
  }

  /** Whether a command is, or runs, something that may call apt with the lists that are there. */
  boolean mayCallApt(Invocation invocation) {
    String name = invocation.name();
    if (name.isEmpty()) {
      return isHeldByAVariable(invocation);
    }
    if (name.endsWith(".sh") || name.endsWith(".bash")) {
      return !KNOWN_SCRIPTS.matcher(name).matches();
    }
    if (callsApt(name, invocation) || isProgramOfTheFile(invocation, name)) {
      return true;
    }
    return (ShellScript.isShell(name) || READERS.contains(name))
        && !invocation.arguments().exists(argument -> isOptionWith(argument, 'c'))
        && runsUnreadText(invocation, name);
  }

  private boolean runsUnreadText(Invocation invocation, String name) {
    boolean fromInput =
        invocation.arguments().forAll(Argument::isOption)
            || invocation.arguments().exists(argument -> isOptionWith(argument, 's'));
    if (fromInput) {
      SimpleCommand command = invocation.command();
      boolean fed = command.inPipeline() || command.redirections().exists(from -> from.operator().startsWith("<"));
      return fed && !invocation.runsAnother() && !KNOWN_INSTALLERS.matcher(text).find();
    }
    boolean sourced = READERS.contains(name);
    return invocation
        .firstOperand()
        .map(Argument::text)
        .exists(
            script ->
                !KNOWN_SCRIPTS.matcher(script).matches()
                    && !(sourced && ENVIRONMENTS.matcher(script).matches()));
  }

  /** Whether it is a cluster of options that ends in this letter. */
  private static boolean isOptionWith(Argument argument, char letter) {
    String text = argument.text();
    return text.length() > 1
        && text.charAt(0) == '-'
        && text.charAt(text.length() - 1) == letter
        && text.chars().skip(1).allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** Whether a variable that is not known, or that holds a command of apt's, is what is run; also by eval. */
  private boolean isHeldByAVariable(Invocation invocation) {
    return invocation
        .command()
        .words()
        .headOption()
        .filter(word -> word.text().indexOf('/') < 0 && !PackageCall.isPythonOfVariable(word))
        .exists(word -> word.variables().exists(name -> !scope.value(name).exists(UnreadScripts::isHarmless)));
  }

  private static boolean isHarmless(String value) {
    return !APT.matcher(value).find() && !value.endsWith(".sh");
  }

  /** Whether it is a program that the file brought, or one by its path that is in no folder of programs. */
  private boolean isProgramOfTheFile(Invocation invocation, String name) {
    String path = invocation.words().head().plain().getOrElse("");
    boolean elsewhere =
        path.indexOf('/') >= 0
            && !OF_PROGRAMS.matcher(path).matches()
            && !path.startsWith("/usr/")
            && !BUILDERS.contains(name);
    boolean brought = path.indexOf('/') < 0 && written.bringsProgram(name);
    boolean evaluated = name.equals("eval") && !invocation.runsAnother();
    return elsewhere || brought || evaluated || setsUp(invocation, name);
  }

  /** Whether an interpreter or make is given what is called like something that sets a machine up. */
  private static boolean setsUp(Invocation invocation, String name) {
    boolean runs = name.equals("make") || INTERPRETERS.matcher(name).matches();
    return runs
        && invocation
            .firstOperand()
            .map(Argument::text)
            .exists(script -> SETS_UP.matcher(script).matches() && !BUILDS.matcher(script).matches() && !script.equals("install"));
  }

  private static boolean callsApt(String name, Invocation invocation) {
    if (APT_CALLERS.contains(name)) {
      return true;
    }
    Vector<String> words = invocation.arguments().map(Argument::text);
    boolean playwright =
        name.equals("playwright") || words.exists(word -> word.equals("playwright") || word.startsWith("playwright@"));
    return (name.equals("rosdep") && words.contains("install"))
        || (playwright && words.exists(PLAYWRIGHT_DEPENDENCIES::contains));
  }
}
