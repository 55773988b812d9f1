package dev.drydock.impl.check;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a RUN executes as one text, read line by line without any knowledge of the shell, and the flags before it.
 *
 * @param flags each as written
 * @param command lines joined where the escape character joins them, comments dropped; heredocs keep their lines
 */
public record Joined(List<String> flags, String command) {

  private static final Pattern HEAD = Pattern.compile("(?i)\\s*(onbuild\\s+)?run\\b");
  private static final Pattern FLAG = Pattern.compile("\\s*(--[a-z]+(?:=(?:\"[^\"]*\"|'[^']*'|\\S*))?)(?=\\s|$)");
  private static final Pattern CONNECTOR = Pattern.compile("&&|\\|\\||[;|\\n]");

  /** Of a RUN, also of one inside ONBUILD; of any other instruction the text. */
  public static Joined of(Instruction instruction) {
    String text = lines(instruction.text(), instruction.escape());
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return new Joined(List.of(), text);
    }
    List<String> flags = new ArrayList<>();
    int at = head.end();
    Matcher flag = FLAG.matcher(text).region(at, text.length());
    while (flag.lookingAt()) {
      flags.add(flag.group(1));
      at = flag.end();
      flag.region(at, text.length());
    }
    Instruction inner = instruction instanceof OnBuild outer ? outer.instruction().getOrElse(outer) : instruction;
    String command = inner.execForm() ? inner.arguments().mkString(" ") : text.substring(at).strip();
    return new Joined(flags, command);
  }

  private static String lines(String text, char escape) {
    StringBuilder joined = new StringBuilder();
    boolean continued = true;
    boolean first = true;
    for (String line : text.lines().toList()) {
      String stripped = line.strip();
      if (!continued) {
        joined.append('\n').append(line);
      } else if (first || !(stripped.isEmpty() || stripped.startsWith("#"))) {
        continued = stripped.length() > 0 && stripped.charAt(stripped.length() - 1) == escape;
        String content = line.stripTrailing();
        joined.append(continued ? content.substring(0, content.length() - 1) : line);
        first = false;
      }
    }
    return joined.toString();
  }

  /** The text between connectors, blanks made single and quotes dropped: also within what is quoted. */
  public List<String> segments() {
    List<String> segments = new ArrayList<>();
    for (String part : CONNECTOR.split(command.replaceAll("\\\\\\r?\\n", " "), -1)) {
      String words = part.strip().replaceAll("[\"']", "").replaceAll("\\s+", " ").strip();
      if (!words.isEmpty()) {
        segments.add(words);
      }
    }
    return segments;
  }

  /** The command without what is in quotes and without comments. */
  public String unquoted() {
    StringBuilder bare = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != 0) {
        i += c == '\\' && quote == '"' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '\\') {
        i++;
      } else if (c == '\'' || c == '"') {
        quote = c;
        bare.append("''");
      } else if (c == '#' && (i == 0 || Character.isWhitespace(command.charAt(i - 1)))) {
        int end = command.indexOf('\n', i);
        i = end < 0 ? command.length() : end - 1;
      } else {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  /** The mounts among the flags. */
  public List<MountText> mounts() {
    return flags.stream().filter(flag -> flag.startsWith("--mount=")).map(MountText::of).toList();
  }

  /** The flags that are no cache mounts. */
  public List<String> otherFlags() {
    return flags.stream()
        .filter(flag -> !flag.startsWith("--mount=") || !MountText.of(flag).type().equals("cache"))
        .toList();
  }
}
