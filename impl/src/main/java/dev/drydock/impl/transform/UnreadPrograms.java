package dev.drydock.impl.transform;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import java.util.regex.Pattern;

/** Scripts and programs whose text is not in the file, so that what they call is not seen: which of them may call apt. */
final class UnreadPrograms {

  /** Commands that run a file in the shell that runs them. */
  private static final Set<String> SOURCING = HashSet.of("source", ".");

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

  private static final Pattern APT = Pattern.compile("(?<![\\w.-])(apt|apt-get|aptitude)(?![\\w./-])");

  private UnreadPrograms() {}

  /** Whether a command is, or runs, something that may call apt with the lists that are there. */
    static boolean mayCallApt(Site site, SimpleCommand command) {
    String name = command.name().getOrElse("");
    if (name.isEmpty()) {
      return isHeldByAVariable(site, command);
    }
    if (name.endsWith(".sh") || name.endsWith(".bash")) {
      return !KNOWN_SCRIPTS.matcher(name).matches();
    }
    if (callsApt(name, command) || isProgramOfTheFile(site, command, name)) {
      return true;
    }
    boolean inline = command.arguments().exists(word -> word.text().matches("-[a-z]*c"));
    boolean sourced = SOURCING.contains(name);
    if ((!sourced && !ShellScript.isShell(name)) || inline) {
      return false;
    }
    boolean fromInput =
        command.arguments().forAll(word -> word.text().startsWith("-"))
            || command.arguments().exists(word -> word.text().matches("-[a-z]*s"));
    if (fromInput) {
      boolean fed = command.inPipeline() || command.redirections().exists(from -> from.operator().startsWith("<"));
      boolean read = site.commands.exists(other -> other.runBy().contains(command));
      return fed && !read && !KNOWN_INSTALLERS.matcher(site.run.text()).find();
    }
    return command
        .arguments()
        .find(word -> !word.text().startsWith("-"))
        .exists(
            word ->
                !KNOWN_SCRIPTS.matcher(word.text()).matches()
                    && !(sourced && ENVIRONMENTS.matcher(word.text()).matches()));
  }

  /** Whether a variable that is not known, or that holds a command of apt's, is what is run; also by eval. */
  private static boolean isHeldByAVariable(Site site, SimpleCommand command) {
    return command
        .words()
        .headOption()
        .filter(word -> word.text().indexOf('/') < 0 && !Call.isPythonOfVariable(word))
        .exists(word -> word.variables().exists(name -> !site.scope.value(name).exists(UnreadPrograms::isHarmless)));
  }

  private static boolean isHarmless(String value) {
    return !APT.matcher(value).find() && !value.endsWith(".sh");
  }

  /** Whether it is a program that the file brought, or one by its path that is in no folder of programs. */
  private static boolean isProgramOfTheFile(Site site, SimpleCommand command, String name) {
    String path = command.words().head().value().getOrElse("");
    boolean elsewhere =
        path.indexOf('/') >= 0 && !path.matches(".*/s?bin/[^/]+") && !path.startsWith("/usr/") && !BUILDERS.contains(name);
    boolean brought = path.indexOf('/') < 0 && site.before.written().exists(file -> file.endsWith("/bin/" + name));
    boolean evaluated = name.equals("eval") && site.commands.forAll(other -> !other.runBy().contains(command));
    return elsewhere || brought || evaluated || setsUp(command, name);
  }

  /** Whether an interpreter or make is given what is called like something that sets a machine up. */
  private static boolean setsUp(SimpleCommand command, String name) {
    boolean runs = name.equals("make") || INTERPRETERS.matcher(name).matches();
    return runs
        && command
            .arguments()
            .find(word -> !word.text().startsWith("-"))
            .map(Word::text)
            .exists(script -> SETS_UP.matcher(script).matches() && !BUILDS.matcher(script).matches() && !script.equals("install"));
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
