package dev.drydock.impl.shell;

import dev.drydock.shell.ShellScript;
import dev.drydock.spi.ShellUser;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports what a command runs in turn: the command behind a wrapper, or a script. */
final class Runners {

  /** Programs that run a command or script given to them in a way that is not read here. */
  private static final Set<String> OTHERS =
      Set.of("chroot", "setpriv", "fish", "csh", "tcsh", "parallel", "chpst", "setarch", "capsh");

  private final Cursor cursor;
  private final Arguments words;
  private final boolean fed;
  private final HeredocReader.@Nullable Lines input;

  /**
   * What a command runs.
   *
   * @param fed whether a here-document is among its redirections
   * @param input the lines that it reads; {@code null} where these are not known
   */
  Runners(Cursor cursor, Arguments words, boolean fed, HeredocReader.@Nullable Lines input) {
    this.cursor = cursor;
    this.words = words;
    this.fed = fed;
    this.input = input;
  }

  private ScriptRunners scripts() {
    return new ScriptRunners(cursor, words, fed, input);
  }

  void report() {
    int command = 0;
    while (command >= 0 && command < words.size()) {
      command = runBy(command);
    }
  }

  /** Reports what the command that begins with a word runs; the first word of that, or -1 where it is none. */
  private int runBy(int command) {
    String name = name(command);
    if (ShellScript.isShell(name)) {
      scripts().shell(command);
    } else if (name.equals("eval")) {
      scripts().eval(command);
    } else if (name.equals("trap")) {
      scripts().trap(command);
    } else if (name.equals("su") || (name.equals("runuser") && !changesByOption(command))) {
      scripts().su(command);
    } else if (OTHERS.contains(name) && command + 1 < words.size()) {
      unread(command, "what " + name + " runs is not read");
    } else {
      Wrapper wrapper = Wrapper.of(name);
      return wrapper == null || isQuestion(name, command) ? -1 : wrapped(name, wrapper, command);
    }
    return -1;
  }

  private String name(int command) {
    String value = words.value(command);
    return value == null ? "" : value.substring(value.lastIndexOf('/') + 1);
  }

  private boolean changesByOption(int command) {
    for (int i = command + 1; i < words.size(); i++) {
      String raw = words.raw(i);
      if (raw.startsWith("-u") || raw.startsWith("--user")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a command of a wrapper's name runs nothing: {@code command -v pip}, {@code busybox --install}. */
  private boolean isQuestion(String name, int command) {
    String first = command + 1 < words.size() ? words.value(command + 1) : "";
    if (first == null) {
      return false;
    }
    return switch (name) {
      case "command" -> first.startsWith("-v") || first.startsWith("-V") || first.startsWith("-pv");
      case "conda", "mamba", "micromamba" -> !first.equals("run");
      case "sudo" -> Set.of("-l", "-v", "-V", "-h", "--list", "--validate", "--version").contains(first);
      case "busybox", "toybox" -> first.startsWith("-");
      default -> first.equals("--version") || first.equals("--help");
    };
  }

  private int wrapped(String name, Wrapper wrapper, int command) {
    boolean conda = wrapper.operands() == 1 && wrapper.values().contains("--prefix");
    Options options = Options.read(words, wrapper, command + 1 + (conda ? 1 : 0));
    if (!options.understood()) {
      unread(command, "the options of " + name + " are not understood");
      return -1;
    }
    int assignments = options.next() + (conda ? 0 : wrapper.operands());
    int first = assignments;
    while (wrapper.assigns() && first < words.size() && words.assigns(first)) {
      first++;
    }
    if (first >= words.size()) {
      return -1;
    }
    cursor.sink.wrapped(assignments, first, user(name, wrapper, options));
    return first;
  }

  private ShellUser user(String name, Wrapper wrapper, Options options) {
    return switch (wrapper.user()) {
      case SAME -> new ShellUser(false, null, name.equals("env") && clearsEnvironment(options));
      case OPERAND -> new ShellUser(true, withoutGroup(words.value(options.next())), false);
      case OPTION -> new ShellUser(true, named(options), name.equals("sudo") && !keepsEnvironment(options));
    };
  }

  private static boolean clearsEnvironment(Options options) {
    return options.has("-i")
        || options.has("-")
        || options.has("--ignore-environment")
        || options.has("-u")
        || options.has("--unset");
  }

  private static boolean keepsEnvironment(Options options) {
    boolean all = options.has("--preserve-env") && "".equals(options.value("--preserve-env"));
    return (options.has("-E") || all) && !options.has("-i") && !options.has("--login");
  }

  private static @Nullable String named(Options options) {
    String option = options.has("-u") ? "-u" : "--user";
    String name = options.has(option) ? options.value(option) : "root";
    return name == null ? null : name.startsWith("#") ? name.substring(1) : name;
  }

  private static @Nullable String withoutGroup(@Nullable String user) {
    int colon = user == null ? -1 : user.indexOf(':');
    return user == null || colon < 0 ? user : user.substring(0, colon);
  }

  private void unread(int command, String reason) {
    cursor.sink.unread(words.start(command), words.end(words.size() - 1), reason);
  }
}
