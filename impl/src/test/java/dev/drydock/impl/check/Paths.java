package dev.drydock.impl.check;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a command as paths, with a {@code cd} before it taken into account, whatever connects the two. */
final class Paths {

  /** What is no relative path, or none that is worth following. */
  private static final Pattern STAYS = Pattern.compile("[-/~$*].*|rm|find|mkdir|cd|/bin/rm|");

  /** Directories that an image has anyway. */
  private static final Pattern STANDARD = Pattern.compile("/|/[^/]+|/home/[^/]+|/var/(cache|lib)(/apt)?");

  private Paths() {}

  /** The words, those that may be relative paths behind the directory. */
  static List<String> absolute(String segment, String at) {
    return Arrays.stream(segment.replaceAll("[\"'(){}]", " ").strip().split("\\s+", -1))
        .map(word -> at.isEmpty() || STAYS.matcher(word).matches() ? word : at + "/" + word)
        .toList();
  }

  /** The directory behind a command; empty where it is not known. */
  static String after(List<String> words, String at) {
    return words.get(0).equals("cd") && words.size() > 1
        ? words.get(1).matches("/.*|~.*") ? words.get(1).replaceAll("^~", "/root") : ""
        : at;
  }

  /** The directories made by commands of the RUN that fail where there is one already, and that a mount brings. */
  static List<String> madeAnew(String target, Joined run) {
    return run.segments().stream()
        .map(segment -> absolute(segment, ""))
        .filter(words -> words.get(0).equals("mkdir") && words.stream().noneMatch(word -> word.matches("-\\w*p\\w*|--parents")))
        .flatMap(List::stream)
        .map(word -> word.replaceAll("^~|\\$\\{?HOME\\}?", "/root"))
        .filter(word -> word.startsWith("/") && MountText.touch(word, target) && !STANDARD.matcher(word).matches())
        .toList();
  }
}
