package dev.drydock.impl.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a rewrite took out of a RUN, and what removals it left in. */
public final class Removed {

  private static final String PATH =
      "(?:/var/lib/apt/lists(?:/[\\w*./{},-]*)?|/var/cache/apt(?:/[\\w*./{},-]*)?"
          + "|(?:/root|~|\\$HOME|\\$\\{HOME\\}|/home/\\w+)/\\.cache(?:/(?:pip|uv))?(?:/\\*)?/?)";
  private static final String QUIET = "(?: ?[12]?>(?:&[12]|\\s?/dev/null))*";

  /** The commands that may go, and no other. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:sudo )?(?:/bin/)?(?:"
              + ("rm(?: -[rRfv]+| --recursive| --force)*(?: " + PATH + ")+" + QUIET)
              + ("|find " + PATH + "(?: -mindepth 1| -type f| -print)* -delete" + QUIET)
              + ("|(?:apt|apt-get|aptitude)(?: -[\\w-]+)* (?:clean|autoclean|auto-clean|distclean|dist-clean)(?: -[\\w-]+| all| autoclean)*" + QUIET)
              + "|(?:\\S*/)?(?:(?:python|pypy)[\\d.]* -m )?pip[\\d.]* cache (?:purge|remove \\S+)(?: -\\S+)*"
              + "|(?:\\S*/)?uv cache (?:clean|prune)(?: -\\S+)*"
              + ")");

  /** The words that may go out of a command that stays. */
  private static final Pattern WORD =
      Pattern.compile("--no-cache-dir(?:=\\w+)?|--no-cache|-n|" + PATH);

  private Removed() {}

  /** What is not there any more and should be, or is there and should not. */
  static List<String> unexplained(Step step) {
    return step.isRun() ? unexplained(step.was().segments(), step.is().segments()) : List.of();
  }

  /** What the segments of one RUN after a rewrite do not have of those before it, and should; or have beside them. */
  public static List<String> unexplained(List<String> before, List<String> after) {
    // reached[i][j]: whether the first j segments of the output come of the first i of the input.
    boolean[][] reached = new boolean[before.size() + 1][after.size() + 1];
    reached[0][0] = true;
    for (int i = 0; i < before.size(); i++) {
      for (int end = i + 1; end <= Math.min(i + Vanishing.LONGEST, before.size()); end++) {
        boolean vanishes = Vanishing.is(before.subList(i, end));
        for (int j = 0; vanishes && j <= after.size(); j++) {
          reached[end][j] |= reached[i][j];
        }
      }
      for (int j = 0; j < after.size(); j++) {
        reached[i + 1][j + 1] |= reached[i][j] && becomes(before.get(i), after.get(j));
      }
    }
    return reached[before.size()][after.size()] ? List.of() : List.of(before + " became " + after);
  }

  /** Whether this is a command that may go. */
  public static boolean mayGo(String segment) {
    return COMMAND.matcher(bare(segment)).matches();
  }

  private static boolean becomes(String before, String after) {
    boolean stood = COMMAND.matcher(bare(before)).matches() && after.equals(before.replace(bare(before), "true"));
    return before.equals(after) || stood || emptied(before, after) || lessWords(before, after);
  }

  /** A branch of {@code case} may be left empty: {@code a) rm -rf x} becomes {@code a)}. */
  private static boolean emptied(String before, String after) {
    return after.endsWith(")") && before.startsWith(after + " ") && mayGo(before.substring(after.length() + 1));
  }

  /** A command without the braces, parentheses and keywords around it. */
  private static String bare(String segment) {
    return segment.replaceAll("^(?:[({] ?|then |else |do )+| ?[)}]$", "");
  }

  private static boolean lessWords(String before, String after) {
    List<String> left = new ArrayList<>(Arrays.asList(after.split(" ", -1)));
    for (String word : before.split(" ", -1)) {
      if (!left.isEmpty() && left.get(0).equals(word)) {
        left.remove(0);
      } else if (!WORD.matcher(word).matches()) {
        return false;
      }
    }
    return left.isEmpty();
  }

  /** The commands of a RUN that remove this directory, or what holds it. */
  public static List<String> hitting(String target, Joined run) {
    List<String> hitting = new ArrayList<>();
    String at = "";
    for (String segment : run.segments()) {
      List<String> words = Paths.absolute(segment, at);
      at = Paths.after(words, at);
      if (words.stream().anyMatch(word -> isTemporary(word, run))) {
        continue;
      }
      int rm = words.indexOf("rm") < 0 ? words.indexOf("/bin/rm") : words.indexOf("rm");
      boolean recursive =
          words.stream().anyMatch(word -> word.matches("-\\w*[rR]\\w*|--recursive"));
      if (rm >= 0 && recursive && words.subList(rm, words.size()).stream().anyMatch(word -> hits(word, target))) {
        hitting.add(segment);
      }
      int find = words.indexOf("find");
      boolean deletes = words.contains("-delete") || (words.contains("-exec") && words.contains("rm"));
      boolean whole = !segment.contains("-type f") && !segment.contains("-mindepth");
      if (find >= 0 && deletes && whole && find + 1 < words.size() && hits(words.get(find + 1), target)) {
        hitting.add(segment);
      }
    }
    return hitting;
  }

  /** Whether a word is a variable that holds what mktemp gave. */
  private static boolean isTemporary(String word, Joined run) {
    return word.matches("\\$\\w+") && run.command().contains(word.substring(1) + "=\"$(mktemp");
  }

  /** Whether a pattern of file names may match the directory or one that holds it. */
  private static boolean hits(String word, String target) {
    String path = word.replaceAll("\\$\\{?HOME\\}?|^~(?=/|$)", "/root");
    path = path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
    if (!path.startsWith("/")) {
      return path.startsWith("$") && path.matches(".*(?i)(cache|apt|home).*");
    }
    String[] wanted = path.split("/", -1);
    String[] actual = target.split("/", -1);
    if (wanted.length > actual.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean hidden = actual[i].startsWith(".") && wanted[i].startsWith("*");
      String regex = ("\\Q" + wanted[i] + "\\E").replace("*", "\\E.*\\Q").replaceAll("\\$\\{?\\w+\\}?", "\\\\E.*\\\\Q");
      if (hidden || !actual[i].matches(regex)) {
        return false;
      }
    }
    return true;
  }
}
