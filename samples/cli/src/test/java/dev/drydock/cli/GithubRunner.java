package dev.drydock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of an output GitHub's runner takes for commands, and how it reads them.
 *
 * <p>Source: {@code src/Runner.Common/ActionCommand.cs} of actions/runner.
 */
final class GithubRunner {

  /** A command that it obeys. */
  record Command(String name, Map<String, String> properties, String data) {}

  private static final Set<String> REGISTERED =
      Set.of("error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "set-output", "save-state", "add-matcher", "stop-commands", "echo");

  /** {@code ::name properties::data} at the beginning of a line. */
  private static final Pattern NEW = Pattern.compile("(?s)::(.*?)::(.*)");

  /** {@code ##[name properties]data} anywhere in a line. */
  private static final Pattern OLD = Pattern.compile("(?s)##\\[([^]]*)](.*)");

  private GithubRunner() {}

  /** The commands of an output. */
  static List<Command> obeyed(String output) {
    List<Command> commands = new ArrayList<>();
    for (String line : output.split("\r\n|\r|\n", -1)) {
      Matcher now = NEW.matcher(line.stripLeading());
      Matcher before = OLD.matcher(line);
      if (!(now.matches() && add(now, ",", commands)) && before.find()) {
        add(before, ";", commands);
      }
    }
    return commands;
  }

  private static boolean add(Matcher line, String separator, List<Command> commands) {
    String[] head = line.group(1).split(" ", 2);
    if (!REGISTERED.contains(head[0])) {
      return false;
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (String property : (head.length < 2 ? "" : head[1].strip()).split(separator, -1)) {
      String[] pair = property.split("=", 2);
      if (pair.length == 2) {
        properties.put(pair[0], text(pair[1].replace("%3A", ":").replace("%2C", ",")));
      }
    }
    commands.add(new Command(head[0], properties, text(line.group(2))));
    return true;
  }

  private static String text(String escaped) {
    return escaped.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }
}
