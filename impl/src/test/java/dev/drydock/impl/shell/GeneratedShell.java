package dev.drydock.impl.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes shell text by the grammar of bash, nested and ugly, and now and then with a character that is wrong. */
final class GeneratedShell {

  private static final int DEEPEST = 3;

  private final Random random;
  private final List<String> heredocs = new ArrayList<>();
  private int depth;

  private GeneratedShell(Random random) {
    this.random = random;
  }

  /** A script that bash accepts, mostly. */
  static String valid(Random random) {
    GeneratedShell shell = new GeneratedShell(random);
    return shell.list() + shell.lineEnd();
  }

  /** A script with one character more, less or other than a valid one has. */
  static String damaged(Random random) {
    StringBuilder text = new StringBuilder(valid(random));
    int at = random.nextInt(text.length());
    String other = String.valueOf("'\"`\\$(){};&|<>#\n =![]*~".charAt(random.nextInt(22)));
    switch (random.nextInt(3)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, other);
      default -> text.replace(at, at + 1, other);
    }
    return text.toString();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** A line end, with the lines of the here-documents that were opened on the line. */
  private String lineEnd() {
    StringBuilder end = new StringBuilder(oneIn(8) ? " # it's a comment\n" : "\n");
    heredocs.forEach(end::append);
    heredocs.clear();
    return end.toString();
  }

  private String blanks() {
    return oneIn(12) ? " \\\n  " : oneIn(6) ? "  " : oneIn(15) ? "\t" : " ";
  }

  private String list() {
    StringBuilder list = new StringBuilder(andOr());
    int more = random.nextInt(3);
    for (int i = 0; i < more; i++) {
      list.append(oneIn(3) ? ";" + blanks() : oneIn(6) ? " &" + blanks() : lineEnd()).append(andOr());
    }
    return list.toString();
  }

  private String andOr() {
    StringBuilder list = new StringBuilder(pipeline());
    while (oneIn(3)) {
      list.append(blanks()).append(pick("&&", "||")).append(oneIn(6) ? lineEnd() : blanks()).append(pipeline());
    }
    return list.toString();
  }

  private String pipeline() {
    StringBuilder pipeline = new StringBuilder(oneIn(10) ? pick("! ", "time ", "time -p ") : "").append(command());
    while (oneIn(5)) {
      pipeline.append(blanks()).append(pick("|", "|", "|&")).append(oneIn(8) ? lineEnd() : " ").append(command());
    }
    return pipeline.toString();
  }

  private String command() {
    depth++;
    String command = depth > DEEPEST || oneIn(2) ? simple() : compound() + (oneIn(6) ? " " + redirection() : "");
    depth--;
    return command;
  }

  private String simple() {
    StringBuilder simple = new StringBuilder();
    while (oneIn(6)) {
      simple.append(pick("x=", "y+=", "A_1=")).append(oneIn(6) ? "" : word()).append(blanks());
    }
    if (simple.isEmpty() && oneIn(12)) {
      return pick("a=(b)", "a=(b 'c d' $e)", "a=(\n \"b\" $(c)\n)", "a+=(<(b))", "a=()", "a[0]=1", "b[$i]+='c'");
    }
    simple.append(oneIn(9) ? "a" + word() : pick("a", "b", "echo", "/bin/c", "pip", "\"d\"", "e'f'", "[", "export", "g\\h"));
    int words = random.nextInt(4);
    for (int i = 0; i < words; i++) {
      simple.append(blanks()).append(oneIn(7) ? redirection() : word());
    }
    return simple.toString();
  }

  private String redirection() {
    if (oneIn(4)) {
      return heredoc();
    }
    if (oneIn(4)) {
      return pick("2>&1", ">&2", "3<&-", "{fd}>&1", "&>" + word(), "&>> " + word());
    }
    return pick("", "", "2", "10", "{fd}") + pick(">", ">>", "<", "<>", ">|", "<<<") + pick("", " ") + word();
  }

  private String heredoc() {
    String name = pick("E", "EOF", "END_1");
    String written = pick(name, "'" + name + "'", "\"" + name + "\"", "\\" + name);
    boolean tabs = oneIn(3);
    StringBuilder body = new StringBuilder();
    int lines = random.nextInt(3);
    for (int i = 0; i < lines; i++) {
      body.append(tabs ? "\t" : "")
          .append(pick("text", "it's", "\"", "$x ${y:-z}", "$(b c)", "`d`", "((", " # no comment", "\\$(", " " + name, "<<F"))
          .append('\n');
    }
    heredocs.add(body + (tabs ? "\t" : "") + name + "\n");
    return pick("", "3") + (tabs ? "<<-" : "<<") + pick("", " ") + written;
  }

  private String compound() {
    return switch (random.nextInt(14)) {
      case 0 -> "(" + pick("", " ") + list() + separator(")");
      case 1 -> "{ " + list() + separator("}");
      case 2 -> "if " + list() + separator("then") + " " + list() + otherwise() + separator("fi");
      case 3 -> "for i in" + " " + word() + " " + word() + separator("do") + " " + list() + separator("done");
      case 4 -> pick("while ", "until ") + list() + separator("do") + " " + list() + separator("done");
      case 5 -> choice();
      case 6 -> pick("f() ", "function f ", "function f() ", "f ()\n") + "{ " + list() + separator("}");
      case 7 -> "[[ " + condition() + " ]]";
      case 8 -> "(( " + arithmetic() + " ))";
      case 9 -> "for ((i = 0; i < 3; i++))" + separator("do") + " " + list() + separator("done");
      case 10 -> "select s in a b" + separator("do") + " " + list() + separator("done");
      case 11 -> oneIn(8) ? pick("coproc ", "coproc N ") + "{ " + list() + separator("}") : "((x))";
      case 12 -> "f() (" + list() + separator(")");
      default -> "for i" + separator("do") + " " + list() + separator("done");
    };
  }

  private String otherwise() {
    String otherwise = oneIn(4) ? separator("elif") + " " + list() + separator("then") + " " + list() : "";
    return otherwise + (oneIn(2) ? separator("else") + " " + list() : "");
  }

  /** What ends a list before a reserved word. */
  private String separator(String next) {
    return (oneIn(2) ? "; " : lineEnd()) + next;
  }

  private String choice() {
    StringBuilder choice = new StringBuilder("case ").append(word()).append(" in").append(lineEnd());
    int branches = random.nextInt(3);
    for (int i = 0; i < branches; i++) {
      choice.append(pick("", "(")).append(pick("a", "*", "'b c'", "[0-9]*", "x|y", "\"$z\"")).append(") ");
      choice.append(oneIn(5) ? "" : list()).append(i + 1 == branches && oneIn(3) ? "" : pick(" ;;", ";;", ";&", ";;&"));
      choice.append(lineEnd());
    }
    return choice + "esac";
  }

  private String condition() {
    return switch (random.nextInt(7)) {
      case 0 -> "-f " + word();
      case 1 -> word() + " == " + pick("*.x", "a*b", "\"q\"", "[a-c]?");
      case 2 -> word() + " =~ " + pick("^a+$", "(a|b)c", "x\\ y", "[0-9]{2}");
      case 3 -> condition() + pick(" && ", " || ") + condition();
      case 4 -> "! " + condition();
      case 5 -> "( " + condition() + " )";
      default -> word() + pick(" < ", " > ", " -nt ", " != ") + word();
    };
  }

  private String arithmetic() {
    return pick(
        "1 + 2", "x << 2", "x >> 1", "i++", "(1 + 2) * 3", "x > 3 && y < 4", "$x + ${y}", "$(b) - 1", "a ? b : c",
        "x = 5, y |= 2", "16#ff", "!x", "x[1] + 1");
  }

  private String word() {
    depth++;
    StringBuilder word = new StringBuilder();
    do {
      word.append(depth > DEEPEST ? plain() : part());
    } while (oneIn(4));
    depth--;
    return word.toString();
  }

  private String plain() {
    return pick("a", "b-c", "/d/e", "1", "x=y", "-f", "--g", "*.h", "{i,j}", "~", "a#b", "\\ ", "\\'", "k:l", "%", "]", "é", "}", "!");
  }

  private String part() {
    return switch (random.nextInt(14)) {
      case 0 -> "'" + pick("a b", "$x", "`", "\"", "\\", "(", "#", "a\nb") + "'";
      case 1 -> "\"" + quoted() + "\"";
      case 2 -> pick("$x", "${x}", "$1", "$@", "$?", "$#", "${#x}", "${!x}", "$", "$$", "${x[@]}", "${10}");
      case 3 -> "${x" + pick(":-", "-", ":=", ":+", ":?", "#", "##", "%", "%%", "/", "//", "^^", ",,", ":") + argument() + "}";
      case 4 -> substitution();
      case 5 -> "`" + pick("a", "b c | d", "g \"h\"", "i 'j'") + "`";
      case 6 -> "$((" + arithmetic() + "))";
      case 7 -> "$'" + pick("a\\nb", "\\'", "\\x41", "it\\'s", "\\\\") + "'";
      case 8 -> "$\"" + quoted() + "\"";
      case 9 -> pick("<", ">") + substitution().substring(1);
      default -> plain();
    };
  }

  /** Its here-documents end in it, and {@code time} is not its first word: bash 5.2 refuses both. */
  private String substitution() {
    List<String> outside = new ArrayList<>(heredocs);
    heredocs.clear();
    String list = list();
    String text = "$(" + (list.startsWith("time") ? "a; " : pick("", " ")) + list;
    text += oneIn(4) || !heredocs.isEmpty() ? lineEnd() : "";
    heredocs.addAll(outside);
    return text + ")";
  }

  private String argument() {
    return pick("", "a", "b c", "'d'", "\"e}\"", "$f", "\\}", "${g:-h}", "$(i)", "*/", "1:2", "#");
  }

  private String quoted() {
    StringBuilder quoted = new StringBuilder();
    do {
      quoted.append(
          pick("a b", "'", "$x", "${x:-'k l'}", "${x:-\"y\"}", "\\\"", "\\$", "$(b \"c\")", "`d`", "$((1 + 2))", "#", "\n", "${x%'}'}", "\\\n", "!"));
    } while (oneIn(3));
    return quoted.toString();
  }
}
