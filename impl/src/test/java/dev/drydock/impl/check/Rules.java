package dev.drydock.impl.check;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hazards of mounting caches, each as a rule on the joined text of RUNs; what breaks one is said in words. */
final class Rules {

  static final String LISTS = "/var/lib/apt/lists";

  static final Pattern APT_UPDATE = Pattern.compile("\\b(apt|apt-get|aptitude)\\s(-\\S+\\s+|[\\w:]+=\\S+\\s+)*update\\b");
  private static final Pattern APT_INSTALL =
      Pattern.compile(
          "(?<![\\w./-])(apt|apt-get|aptitude)\\s+(-\\S+\\s+|\\w[\\w:]*=\\S+\\s+)*"
              + "(install|upgrade|dist-upgrade|full-upgrade|build-dep|satisfy|reinstall)\\b");
  /** {@code apt-get install --update}, which updates before it installs. */
  private static final Pattern UPDATING_INSTALL =
      Pattern.compile("(apt|apt-get)\\s+(?:-\\S+\\s+)*install\\s+(?=[^&|;\\n]*--update\\b)");
  private static final Pattern BRANCHES =
      Pattern.compile("[;\\n]|\\|\\||(?<![\\w-])(if|then|else|elif|fi|do|done|case|esac)(?![\\w-])");
  private static final Pattern LISTS_DELETED = Pattern.compile("(rm\\s[^&|;]*|find\\s[^&|;]*)/var/lib/apt(/lists)?[/* \\n]?");
  private static final Pattern MARKS = Pattern.compile("auto-?remove|apt-mark|autopurge");
  private static final Pattern SYMLINK = Pattern.compile("(UV_LINK_MODE|--link-mode)[= \"']+symlink");
  /** uv's and pnpm's {@code --frozen} is about a lock file; Cargo's is {@code --offline} too. */
  private static final Pattern OFFLINE =
      Pattern.compile(
          "\\b(cargo(?=[^&|;\\n]*\\s--(?:offline|frozen)(?![\\w-]))"
              + "|(?:uv|npm|pnpm|gradle|yarn|conda)(?=\\b[^&|;\\n]*\\s--offline(?![\\w-])))");
  private static final Pattern OLD_FRONTEND =
      Pattern.compile("(docker\\.io/)?docker/dockerfile:1\\.[01](\\.\\d+)?(@\\S*)?");
  private static final Pattern KNOWN_FRONTEND = Pattern.compile("(docker\\.io/)?docker/dockerfile(-upstream)?(:\\S+)?");
  private static final Pattern POSIX = Pattern.compile("(?i)\\[\\s*\"(\\S*/)?(sh|bash|dash|ash|ksh|zsh)\".*");
  private static final Pattern INTERPRETER =
      Pattern.compile("(?s)<<-?\\s*[\"']?(\\w+)[\"']?\\s+(?!sh\\b|bash\\b|/bin/(ba)?sh\\b|set\\b)[\\w/.-]+[^\\n]*\\n.*|<<[^\\n]*\\n#!(?!\\s*(/usr)?(/bin/env )?(/bin)?/?(ba|da|a)?sh\\b).*");

  private Rules() {}

  /** What is wrong with a rewritten file; nothing where all is well. */
  static List<String> broken(Rewritten file) {
    List<String> broken = new ArrayList<>(file.wrong);
    if (!file.wrong.isEmpty()) {
      return broken;
    }
    broken.addAll(Inserted.broken(file));
    for (Step step : file.steps) {
      if (!step.changed()) {
        continue;
      }
      for (String rule : brokenIn(step, file)) {
        broken.add("line " + step.line() + ": " + rule);
      }
    }
    for (Step step : file.steps) {
      Removed.unexplained(step).forEach(what -> broken.add("line " + step.line() + ": took out " + what));
      boolean silent = step.added().isEmpty() && !file.noted(step.line()) && !file.isRefused();
      if (step.isRun() && Mentions.anyTool(step.was()) && silent) {
        broken.add("line " + step.line() + ": runs a tool, and there is neither a mount nor a note");
      }
    }
    return broken;
  }

  /** What is wrong with a file in which any tools were mounted: the rules that are about no tool. */
  static List<String> brokenByAnyTool(Rewritten file) {
    List<String> broken = new ArrayList<>(file.wrong);
    for (Step step : file.wrong.isEmpty() ? file.steps : List.<Step>of()) {
      List<String> found = new ArrayList<>();
      for (MountText mount : step.added()) {
        Removed.hitting(mount.target(), step.is()).forEach(rm -> found.add("1: " + rm + " hits " + mount.target()));
        if (!mount.target().matches("/[^~$]*")) {
          found.add("6: " + mount.flag());
        }
        copies(step, file, mount.target()).forEach(copy -> found.add("8: " + copy + " and " + mount.target()));
        offlineReaders(step, file, mount.target()).forEach(run -> found.add("8: " + run + " reads " + mount.target()));
      }
      if (step.changed() && !step.added().isEmpty()) {
        found.addAll(doubled(step));
        found.addAll(foreign(step, file));
      }
      if (!step.was().otherFlags().equals(step.otherFlags())) {
        found.add("other flags have changed");
      }
      found.forEach(rule -> broken.add("line " + step.line() + ": " + rule));
    }
    return broken;
  }

  /** The later RUNs of the image that take everything from a cache which is in a mount now. */
  private static List<String> offlineReaders(Step step, Rewritten file, String target) {
    List<String> readers = new ArrayList<>();
    for (Step later : file.steps) {
      Matcher offline = OFFLINE.matcher(later.isRun() && later.follows(step) ? later.is().unquoted() : "");
      while (offline.find()) {
        if (target.contains(offline.group(1)) && later.is().mounts().stream().noneMatch(m -> m.target().equals(target))) {
          readers.add(later.is().command());
        }
      }
    }
    return readers;
  }

  private static List<String> brokenIn(Step step, Rewritten file) {
    List<String> broken = new ArrayList<>();
    List<MountText> added = step.added();
    for (MountText mount : added) {
      Removed.hitting(mount.target(), step.is()).forEach(rm -> broken.add("1: " + rm + " hits " + mount.target()));
      for (Step other : file.steps) {
        if (other == step || (other.isRun() && other.follows(step))) {
          Paths.madeAnew(mount.target(), other.is())
              .forEach(made -> broken.add("8: line " + other.line() + " makes " + made + ", which the mount has made"));
        }
      }
      if (mount.target().contains("~") || mount.target().contains("$") || !mount.target().startsWith("/")) {
        broken.add("6: " + mount.flag());
      }
      String user = user(step, file);
      boolean root = user.isEmpty() || user.matches("(root|0)(:.*)?");
      boolean owned = mount.values().containsKey("uid") && mount.values().containsKey("gid");
      if (!root && !owned && !step.is().command().contains("sudo")) {
        broken.add("5: no uid and gid for " + user);
      }
      if (mount.isFor("uv") && SYMLINK.matcher(around(step, file)).find()) {
        broken.add("4: links into the mount");
      }
      String tool = mount.isFor("pip") ? "pip" : "uv";
      boolean buildsStayOut =
          tool.equals("pip")
              && step.is().mounts().stream()
                  .anyMatch(other -> other.type().equals("tmpfs") && other.target().equals(mount.target() + "/wheels"));
      if (mount.isFor(tool) && !buildsStayOut && SettingsOfBuilds.areAround(step, file, tool)) {
        broken.add("12: build settings are in scope");
      }
      if (buildsStayOut) {
        Removed.hitting(mount.target() + "/wheels", step.is()).forEach(rm -> broken.add("1: " + rm + " hits wheels"));
      }
      copies(step, file, mount.target()).forEach(copy -> broken.add("8: " + copy + " and " + mount.target()));
    }
    HomeRemovals.broken(step, file).forEach(broken::add);
    if (!added.isEmpty()) {
      AptCaches.archives(step, file).forEach(broken::add);
      AptCaches.lists(step).forEach(broken::add);
      AptCaches.repositories(step, file).forEach(broken::add);
      SwitchedOff.broken(step, file).forEach(broken::add);
      lists(step, file).forEach(broken::add);
      doubled(step).forEach(broken::add);
      foreign(step, file).forEach(broken::add);
    }
    if (!step.was().otherFlags().equals(step.otherFlags())) {
      broken.add("other flags have changed");
    }
    return broken;
  }

  private static List<String> lists(Step step, Rewritten file) {
    List<String> broken = new ArrayList<>();
    Predicate<MountText> holdsLists = mount -> mount.isCache() && MountText.touch(LISTS, mount.target());
    if (step.added().stream().noneMatch(holdsLists)) {
      return broken;
    }
    boolean whole = step.added().stream().anyMatch(mount -> mount.target().equals("/var/lib/apt"));
    if (whole) {
      broken.add("3: the whole of /var/lib/apt is mounted");
    }
    if (!updatesFirst(step.is().unquoted()) && !updatesFirst(step.is().command())) {
      broken.add("2: lists are mounted, and it does not update before it installs");
    }
    boolean there = !LISTS_DELETED.matcher(step.was().command()).find();
    for (Step later : file.steps) {
      if (!there || !later.isRun() || !later.follows(step)) {
        continue;
      }
      boolean updates = APT_UPDATE.matcher(later.is().unquoted()).find();
      if (APT_INSTALL.matcher(later.is().unquoted()).find() && !updatesFirst(later.is().unquoted())) {
        broken.add("2: line " + later.line() + " installs with the lists of this");
      }
      boolean fetchesItsOwn = updates && later.added().stream().noneMatch(holdsLists);
      there = !fetchesItsOwn && !LISTS_DELETED.matcher(later.was().command()).find();
    }
    return broken;
  }

  /** Whether an update runs before the first install whatever happens, or right before each of them. */
  private static boolean updatesFirst(String text) {
    String command = UPDATING_INSTALL.matcher(text).replaceAll("$1 update && $1 install ");
    Matcher install = APT_INSTALL.matcher(command);
    Matcher update = APT_UPDATE.matcher(command);
    boolean always =
        update.find()
            && (!install.find() || update.start() < install.start())
            && !command.substring(0, update.start()).matches(
                "(?s).*(\\bif\\b(?!.*\\bfi\\b)|\\bcase\\b(?!.*\\besac\\b)|\\|\\|[^&;]*$).*");
    return always || install.reset().results().allMatch(found -> isBehindUpdate(command.substring(0, found.start())));
  }

  /** Whether what stands before an install ends in an update from which nothing but {@code &&} leads to it. */
  private static boolean isBehindUpdate(String before) {
    Matcher update = APT_UPDATE.matcher(before);
    int end = -1;
    while (update.find()) {
      end = update.end();
    }
    return end >= 0 && !BRANCHES.matcher(before.substring(end)).find();
  }

  /** The flags that a refit leaves as they are: not caches, nor what keeps builds out of one. */
  private static List<String> doubled(Step step) {
    List<String> broken = new ArrayList<>();
    List<MountText> all = step.is().mounts();
    for (MountText mount : step.added()) {
      for (MountText other : all) {
        boolean within = other.type().equals("tmpfs") && other.target().startsWith(mount.target() + "/");
        if (!other.flag().equals(mount.flag()) && !within && MountText.touch(mount.target(), other.target())) {
          broken.add("7: " + mount.target() + " beside " + other.flag());
        }
      }
      if (all.stream().filter(other -> other.flag().equals(mount.flag())).count() > 1) {
        broken.add("7: doubled " + mount.flag());
      }
    }
    return broken;
  }

  private static List<String> foreign(Step step, Rewritten file) {
    List<String> broken = new ArrayList<>();
    String syntax = file.rewrite.after().syntax().getOrElse("docker/dockerfile:1").split("\\s", -1)[0];
    if (OLD_FRONTEND.matcher(syntax).matches() || !KNOWN_FRONTEND.matcher(syntax).matches()) {
      broken.add("10: the frontend is " + syntax);
    }
    String shell = "";
    for (Instruction instruction : file.before(step)) {
      shell = instruction.text().matches("(?is)\\s*shell\\s.*") ? instruction.text().strip() : shell;
    }
    if (!shell.isEmpty() && !POSIX.matcher(shell.substring(5).strip().replaceAll("\\s+", " ")).matches()) {
      broken.add("9: the shell is " + shell);
    }
    boolean heredoc = step.after().heredocs().nonEmpty();
    if (heredoc && INTERPRETER.matcher(step.is().command()).lookingAt()) {
      broken.add("9: a heredoc for another interpreter");
    }
    return broken;
  }

  /** What puts files into the target before, or takes them from there afterwards. */
  private static List<String> copies(Step step, Rewritten file, String target) {
    List<String> broken = new ArrayList<>();
    for (Instruction instruction : file.before(step)) {
      String text = Joined.of(instruction).command().strip();
      if (text.matches("(?is)(copy|add)\\s.*")) {
        String[] words = text.replaceAll("[\\[\\]\",]", " ").strip().split("\\s+", -1);
        String last = words[words.length - 1];
        if (last.startsWith("/") && (last + "/").replace("//", "/").startsWith(target + "/")) {
          broken.add(text);
        }
      }
    }
    for (Instruction instruction : file.rewrite.after().instructions()) {
      String text = Joined.of(instruction).command().strip();
      Matcher from = Pattern.compile("(?is)(?:copy|add)\\s.*?--from=(\\S+)\\s.*").matcher(text);
      if (from.matches() && takes(text, target) && isBuiltOn(from.group(1), step, file)) {
        broken.add(text);
      }
    }
    return broken;
  }

  private static boolean takes(String copy, String target) {
    String[] words = copy.replaceAll("[\\[\\]\",]", " ").strip().split("\\s+", -1);
    for (int i = 1; i < words.length - 1; i++) {
      String source = words[i].endsWith("/") ? words[i].substring(0, words[i].length() - 1) : words[i];
      if (source.startsWith("/") && source.length() > 1 && MountText.touch(source, target)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBuiltOn(String name, Step step, Rewritten file) {
    return file.rewrite
        .after()
        .stages()
        .exists(
            stage ->
                (stage.name().exists(name::equalsIgnoreCase) || name.equals(String.valueOf(stage.number())))
                    && stage.lineage().contains(step.stage()));
  }

  private static String user(Step step, Rewritten file) {
    String user = "";
    for (Instruction instruction : file.before(step)) {
      String text = instruction.text().strip();
      user = text.matches("(?is)user\\s.*") ? text.substring(5).strip() : user;
    }
    return user;
  }

  /** The step itself, and what ENV and ARG say before it. */
  private static String around(Step step, Rewritten file) {
    StringBuilder text = new StringBuilder(step.is().command());
    for (Instruction instruction : file.before(step)) {
      if (instruction.text().matches("(?is)\\s*(env|arg)\\s.*")) {
        text.append('\n').append(Joined.of(instruction).command().replaceFirst("^(?i)(env\\s+\\w+)\\s+(?!\\S*=)", "$1="));
      }
    }
    return text.toString();
  }

  /** Whether the lineage of the step acts on apt's marks of automatically installed packages. */
  static boolean usesMarks(Step step, Rewritten file) {
    return file.steps.stream()
        .filter(other -> other.stage().lineage().contains(step.stage().lineage().head()))
        .anyMatch(other -> MARKS.matcher(other.is().command()).find());
  }
}
