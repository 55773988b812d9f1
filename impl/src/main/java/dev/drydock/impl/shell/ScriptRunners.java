package dev.drydock.impl.shell;

import dev.drydock.spi.ShellBlock;
import dev.drydock.spi.ShellUser;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the scripts that commands are given as an argument: {@code bash -c '…'}, {@code su x -c '…'}. */
final class ScriptRunners {

  private static final Pattern VARIABLE = Pattern.compile("\\s*\\$\\{?\\w+}?\\s*");

  private final Cursor cursor;
  private final Arguments words;

  ScriptRunners(Cursor cursor, Arguments words) {
    this.cursor = cursor;
    this.words = words;
  }

  /** {@code bash [options] -c script} (bash manual, Invoking Bash). Without {@code -c} it runs a file. */
  void shell(int command) {
    boolean script = false;
    boolean errexit = false;
    int at = command + 1;
    while (at < words.size()) {
      String word = words.value(at);
      if (word == null || word.length() < 2 || "-+".indexOf(word.charAt(0)) < 0) {
        break;
      }
      at++;
      if (word.equals("--")) {
        break;
      }
      if (!word.startsWith("--")) {
        boolean on = word.charAt(0) == '-';
        script |= on && word.indexOf('c') > 0;
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
    } else if (at >= words.size() && hasHeredoc(command)) {
      unread(command, "the script in a here-document is not read");
    }
  }

  /** Whether the text behind the command's words, on its line, opens a here-document for it. */
  private boolean hasHeredoc(int command) {
    int from = words.end(words.size() - 1);
    return cursor.end > from && cursor.text.substring(from, cursor.end).contains("<<")
        && words.start(command) < from;
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

  private void unread(int word, String reason) {
    cursor.sink.unread(words.start(word), words.end(words.size() - 1), reason);
  }
}
