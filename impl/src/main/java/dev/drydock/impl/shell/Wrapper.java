package dev.drydock.impl.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs another one, which its last operands name. Options are those of the programs' manual
 * pages (sudo, util-linux, GNU coreutils and findutils, gosu, conda, busybox).
 *
 * @param flags options without a value: {@code -E}, {@code --login}
 * @param values options with one
 * @param operands how many operands stand before the command
 * @param assigns whether assignments may stand before the command
 * @param user whom it changes to
 */
record Wrapper(Set<String> flags, Set<String> values, int operands, boolean assigns, User user) {

  /** Where the name of the user stands whom a wrapper changes to. */
  enum User {
    SAME,
    /** The value of {@code -u}; root without. */
    OPTION,
    /** The first operand. */
    OPERAND
  }

  private static final Map<String, Wrapper> KNOWN = new HashMap<>();

  static {
    known("sudo", 0, true, User.OPTION,
        "-A -b -E -H -n -P -S -k -K -i -s -B -N --askpass --background --preserve-env --set-home"
            + " --non-interactive --preserve-groups --stdin --reset-timestamp --login --shell --bell",
        "-u -g -p -C -h -r -t -T -D -R -U --user --group --prompt --close-from --host --role --type"
            + " --command-timeout --chdir --chroot --other-user");
    known("doas", 0, false, User.OPTION, "-n -s -L", "-u -a -C");
    known("runuser", 0, false, User.OPTION,
        "-m -p -P --preserve-environment --pty", "-u -g -G -w --user --group --supp-group");
    known("gosu", 1, false, User.OPERAND, "", "");
    known("su-exec", 1, false, User.OPERAND, "", "");
    known("env", 0, true, User.SAME,
        "-i - -0 -v --ignore-environment --null --debug", "-u -C --unset --chdir");
    known("exec", 0, false, User.SAME, "-c -l", "-a");
    known("command", 0, false, User.SAME, "-p", "");
    known("builtin", 0, false, User.SAME, "", "");
    known("time", 0, false, User.SAME,
        "-p -v -a -q --portability --verbose --append --quiet", "-o -f --output --format");
    known("nice", 0, false, User.SAME, "", "-n --adjustment");
    known("ionice", 0, false, User.SAME, "-t --ignore", "-c -n --class --classdata");
    known("nohup", 0, false, User.SAME, "", "");
    known("setsid", 0, false, User.SAME, "-c -f -w --ctty --fork --wait", "");
    known("timeout", 1, false, User.SAME,
        "-f -p -v --foreground --preserve-status --verbose", "-k -s --kill-after --signal");
    known("stdbuf", 0, false, User.SAME, "", "-i -o -e --input --output --error");
    known("xargs", 0, false, User.SAME,
        "-0 -r -t -p -x -o -i -l -e --null --no-run-if-empty --verbose --interactive --exit --open-tty",
        "-n -P -I -L -d -a -s -E --max-args --max-procs --replace --max-lines --delimiter --arg-file"
            + " --max-chars --eof");
    known("conda", 1, false, User.SAME,
        "-v -vv --verbose --dev --debug-wrapper-scripts --no-capture-output --live-stream",
        "-n -p --name --prefix --cwd");
    KNOWN.put("mamba", KNOWN.get("conda"));
    KNOWN.put("micromamba", KNOWN.get("conda"));
    known("eatmydata", 0, false, User.SAME, "", "");
    known("fakeroot", 0, false, User.SAME, "", "");
    known("chronic", 0, false, User.SAME, "-e -v", "");
    known("unbuffer", 0, false, User.SAME, "-p", "");
    known("busybox", 0, false, User.SAME, "", "");
    known("toybox", 0, false, User.SAME, "", "");
  }

  private static void known(
      String name, int operands, boolean assigns, User user, String flags, String values) {
    KNOWN.put(name, new Wrapper(split(flags), split(values), operands, assigns, user));
  }

  private static Set<String> split(String options) {
    return new HashSet<>(Set.of(options.split(" ")));
  }

  /** The wrapper of a name; {@code null} where a program of that name runs no other. */
  static @Nullable Wrapper of(String name) {
    return KNOWN.get(name);
  }
}
