package dev.drydock.impl.shell;

import dev.drydock.spi.ShellBlock;
import dev.drydock.spi.ShellUser;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the scripts that commands are given: {@code bash -c '…'}, {@code su x -c '…'}, {@code bash <<EOF}. */
final class ScriptRunners {

  private static final Pattern VARIABLE = Pattern.compile("\\s*\\$\\{?\\w+}?\\s*");
  private static final Pattern EXPANDED = Pattern.compile("\\$[{\\w@*#?$!-]");
  private static final Pattern SETTING =
      Pattern.compile("(?<![\\w-])(?:(\\w+)\\+?=|(?:for|read|local)\\s+(\\w+))");
  private static final Pattern USE = Pattern.compile("\\$\\{?[#!]?(\\w+)");

  private final Cursor cursor;
  private final Arguments words;
  private final boolean fed;
  private final HeredocReader.@Nullable Lines input;

  /**
   * The scripts of a command.
   *
   * @param fed whether a here-document is among its redirections
   * @param input the lines that it reads; {@code null} where these are not known
   */
  ScriptRunners(Cursor cursor, Arguments words, boolean fed, HeredocReader.@Nullable Lines input) {
    this.cursor = cursor;
    this.words = words;
    this.fed = fed;
    this.input = input;
  }

  /** {@code bash [options] -c script} (bash manual, Invoking Bash). Without {@code -c} it runs a file, or its input. */
  void shell(int command) {
    boolean script = false;
    boolean standardInput = false;
    boolean errexit = false;
    int at = command + 1;
    while (at < words.size()) {
      String word = words.value(at);
      if (word == null || word.isEmpty() || "-+".indexOf(word.charAt(0)) < 0 || word.equals("+")) {
        break;
      }
      at++;
      if (word.equals("--") || word.equals("-")) {
        break;
      }
      if (!word.startsWith("--")) {
        boolean on = word.charAt(0) == '-';
        script |= on && word.indexOf('c') > 0;
        standardInput |= on && word.indexOf('s') > 0;
        errexit = word.indexOf('e') > 0 ? on : errexit;
        if (word.indexOf('o') > 0 || word.indexOf('O') > 0) {
          boolean named = at < words.size() && "errexit".equals(words.value(at));
          errexit = named ? on : errexit;
          at++;
        }
      } else if (word.equals("--rcfile") || word.equals("--init-file")) {
        at++;
      }
    }
    if (script && at < words.size()) {
      script(at, errexit, ShellUser.SAME, ShellBlock.SCRIPT);
    } else if (at >= words.size() || standardInput) {
      heredoc(command, errexit, ShellUser.SAME);
    }
  }

  /**
   * The lines of a here-document as a script. Where its delimiter is not quoted, the shell around it expands them before
   * they are read (POSIX XCU 2.7.4); then they are read only if nothing but the values of variables depends on that.
   */
  private void heredoc(int command, boolean errexit, ShellUser user) {
    if (!fed) {
      return;
    }
    if (input == null) {
      unread(command, "the script in a here-document is not read");
      return;
    }
    Unquoted script = new Unquoted();
    for (int i = input.start(); i < input.end(); i++) {
      script.add(cursor.text.charAt(i), i, i + 1);
    }
    if (input.expands()) {
      if (script.text().contains("$(") || script.text().indexOf('`') >= 0 || script.text().indexOf('\\') >= 0) {
        unread(command, "the script in a here-document is known only when it runs");
        return;
      }
      if (EXPANDED.matcher(script.text()).find()) {
        script.expand();
      }
    }
    script(command, script, errexit, user, ShellBlock.SCRIPT);
  }

  /** {@code eval words…}: joined with blanks, and run by the same shell. */
  void eval(int command) {
    Unquoted all = new Unquoted();
    for (int i = command + 1; i < words.size(); i++) {
      Unquoted word = words.unquoted(i);
      if (word == null) {
        unread(command, "what eval runs is known only when it runs");
        return;
      }
      if (i > command + 1) {
        int blank = words.end(i - 1);
        all.add(' ', blank, words.start(i));
      }
      all.addAll(word);
    }
    script(command, all, false, ShellUser.SAME, ShellBlock.EVALUATED);
  }

  /** {@code trap script signal…}. */
  void trap(int command) {
    int operand = command + 1;
    String first = operand < words.size() ? words.value(operand) : null;
    if (operand + 1 < words.size() && (first == null || !first.startsWith("-"))) {
      script(operand, false, ShellUser.SAME, ShellBlock.DEFERRED);
    }
  }

  /** {@code su [options] [-] [user] -c script}, and {@code runuser} in the same form (util-linux manual). */
  void su(int command) {
    Set<String> values = Set.of("-s", "--shell", "-g", "--group", "-G", "--supp-group", "-w");
    int script = -1;
    boolean login = false;
    boolean changed = false;
    String user = "root";
    for (int i = command + 1; i < words.size(); i++) {
      String word = words.value(i);
      if (word == null || !word.startsWith("-")) {
        if (changed) {
          unread(command, "what su runs is not understood");
          return;
        }
        changed = true;
        user = word;
      } else if (word.equals("-c") || word.equals("--command") || isClusterWithScript(word)) {
        login |= word.indexOf('l') > 0 && !word.startsWith("--");
        script = ++i;
      } else if (values.contains(word)) {
        i++;
      } else if (word.startsWith("--command=") || (word.startsWith("-c") && word.length() > 2)) {
        unread(command, "what su runs is not understood");
        return;
      } else {
        login |= word.equals("-") || word.equals("-l") || word.equals("--login");
      }
    }
    if (script >= 0 && script < words.size()) {
      script(script, false, new ShellUser(true, user, login), ShellBlock.SCRIPT);
    } else if (script < 0) {
      heredoc(command, false, new ShellUser(true, user, login));
    }
  }

  private static boolean isClusterWithScript(String word) {
    return word.length() > 2 && word.endsWith("c") && word.chars().skip(1).allMatch(c -> "lmpPfc".indexOf(c) >= 0);
  }

  private void script(int word, boolean errexit, ShellUser user, ShellBlock kind) {
    Unquoted text = words.unquoted(word);
    if (text == null) {
      unread(word, "the script is known only when it runs");
    } else {
      script(word, text, errexit, user, kind);
    }
  }

  private void script(int word, Unquoted text, boolean errexit, ShellUser user, ShellBlock kind) {
    if (text.expanded() && text.text().indexOf('\'') >= 0) {
      unread(word, "a variable is expanded before the script's quotes are read");
      return;
    }
    if (text.expanded() && setsWhatIsExpanded(text.text())) {
      unread(word, "a variable is expanded before the script sets it");
      return;
    }
    if (text.expanded() && VARIABLE.matcher(text.text()).matches()) {
      unread(word, "the script is known only when it runs");
      return;
    }
    cursor.sink.script(errexit, user);
    if (cursor.enter()) {
      text.read(cursor, kind);
    }
    cursor.leave();
    cursor.sink.scriptEnd();
  }

  /** Whether a script sets a variable that the shell around it has expanded by then. */
  private static boolean setsWhatIsExpanded(String script) {
    Set<String> set = new HashSet<>();
    for (Matcher setting = SETTING.matcher(script); setting.find(); ) {
      set.add(setting.group(1) == null ? setting.group(2) : setting.group(1));
    }
    return USE.matcher(script).results().anyMatch(use -> set.contains(use.group(1)));
  }

  private void unread(int word, String reason) {
    cursor.sink.unread(words.start(word), words.end(words.size() - 1), reason);
  }
}
