package dev.drydock.impl.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that rewrites Dockerfiles in place.
 *
 * @param name for a table, with the version
 * @param shown the command as a person would type it
 * @param command to which the folder or the files are appended
 * @param takesFiles whether it is given each file by name; otherwise it is given the folder
 */
record Rewriter(String name, String shown, Command command, boolean takesFiles) {

  /** How many files it is given at once: where it refuses one, it rewrites none of them. */
  private static final int AT_ONCE = 250;

  private static final Pattern REFUSED = Pattern.compile("(?m)^Error: (?:failed to lint )?(?:\\./)?\\S*?(\\d{4})/Dockerfile:\\d*:? *(.*)");

  /** Rewrites all; gives those that it refuses, each with what it says. */
  SortedMap<String, String> rewrite(Tree tree) {
    SortedMap<String, String> refused = new TreeMap<>();
    if (!takesFiles) {
      command.with(List.of(tree.folder().toString())).run();
      return refused;
    }
    List<String> names = tree.names();
    for (int i = 0; i < names.size(); i += AT_ONCE) {
      rewrite(tree, new ArrayList<>(names.subList(i, Math.min(names.size(), i + AT_ONCE))), refused);
    }
    return refused;
  }

  private void rewrite(Tree tree, List<String> names, SortedMap<String, String> refused) {
    while (!names.isEmpty()) {
      Command.Outcome outcome = commandFor(tree, names).run();
      Matcher matcher = REFUSED.matcher(outcome.output());
      if (outcome.status() == 0) {
        return;
      }
      boolean any = false;
      while (matcher.find()) {
        any |= names.remove(matcher.group(1));
        refused.putIfAbsent(matcher.group(1), matcher.group(2));
      }
      if (!any) {
        throw new IllegalStateException(name + " ended with " + outcome.status() + ": " + outcome.output());
      }
    }
  }

  /** The command for these files of a tree. */
  Command commandFor(Tree tree, List<String> names) {
    return command.with(takesFiles ? names.stream().map(each -> tree.path(each).toString()).toList() : List.of(tree.folder().toString()));
  }
}
