package dev.drydock.impl.peers;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.check.Joined;
import dev.drydock.impl.check.MountText;
import dev.drydock.impl.check.Removed;
import dev.drydock.impl.peers.Pairing.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Instructions that a rewrite lost, changed or added, beyond what a cache mount needs. */
final class Alterations {

  private static final String CACHES =
      "(?:/var/(?:cache|lib)/(?:apk|apt|dnf|yum|libdnf5|zypp)|(?:/root|~|\\$HOME)/\\.(?:npm|cache|yarn|gem|nuget|composer))"
          + "(?:/[\\w.*/-]*)?";

  /** What empties a cache, besides the commands of apt, pip and uv that {@link Removed} knows. */
  private static final Pattern EMPTIES =
      Pattern.compile(
          "(?:sudo )?(?:rm(?: -[rRfv]+| --recursive| --force)+(?: " + CACHES + ")+"
              + "|apk cache clean.*|(?:dnf|yum|microdnf|zypper)(?: -\\S+)* (?:clean|cc)\\b.*|npm cache (?:clean|clear|rm|verify).*"
              + "|yarn cache clean.*|pnpm store prune.*|bundle clean.*|gem sources -c|dotnet nuget locals .*"
              + "|composer (?:clear-?cache|cc).*|bun pm cache (?:rm|clean).*|uv cache (?:clean|prune).*|go clean .*cache.*"
              + "|(?:conda|mamba|micromamba) clean .*|poetry cache clear.*)");

  /** Words that keep a tool from its cache, or say where it is emptied. */
  private static final Pattern DEFEATS = Pattern.compile("--no-cache(?:-dir)?|--no-http-cache|-U|" + CACHES);

  private static final Pattern SETTING = Pattern.compile("(?:PIP_NO_CACHE_DIR|UV_NO_CACHE)(?:=|\\s+)\\S+");

  /** What a mount may need before it: apt's configuration, a directory of the user's, an argument of the platform. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "(?is)\\s*(?:run\\s.*(?:/etc/apt/apt\\.conf\\.d/|/etc/dnf/|/etc/yum).*|run mkdir -p \\S+\\s*|arg (?:target|build)(?:arch|variant)\\s*)");

  private Alterations() {}

  static List<String> of(Pairing file) {
    List<String> found = new ArrayList<>();
    for (Instruction instruction : file.lost) {
      if (!setting(instruction).isBlank()) {
        found.add("lost: " + instruction.text().strip());
      }
    }
    for (Instruction instruction : file.added) {
      if (!NEEDED.matcher(instruction.text()).matches()) {
        found.add("added: " + instruction.text().strip());
      }
    }
    for (Pair pair : file.pairs) {
      if (!pair.isSame()) {
        changes(pair).forEach(change -> found.add(file.line(pair) + ": " + change));
      }
    }
    return found;
  }

  /** What an ENV says besides the settings that keep pip and uv from their caches; of another instruction all. */
  private static String setting(Instruction instruction) {
    String text = Joined.of(instruction).command();
    return instruction.keyword().equals("ENV")
        ? SETTING.matcher(text).replaceAll("").strip().replaceFirst("(?i)^env\\b", "").strip()
        : text;
  }

  private static List<String> changes(Pair pair) {
    if (!pair.isRun()) {
      boolean same = words(setting(pair.was())).equals(words(setting(pair.is())));
      return same ? List.of() : List.of(pair.was().text().strip() + " became " + pair.is().text().strip());
    }
    List<String> found = new ArrayList<>(flags(pair));
    List<String> before = pair.before().segments();
    List<String> after = pair.after().segments();
    found.addAll(Removed.unexplained(before.stream().map(Alterations::plain).toList(), after.stream().map(Alterations::plain).toList()));
    return found;
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split("\\s+", -1));
  }

  private static List<String> flags(Pair pair) {
    List<String> found = new ArrayList<>();
    for (String flag : pair.before().flags()) {
      if (!pair.after().flags().contains(flag) && !isStillCached(flag, pair)) {
        found.add("lost the flag " + flag);
      }
    }
    for (String flag : pair.after().flags()) {
      boolean cache = isMount(flag) && List.of("cache", "tmpfs").contains(MountText.of(flag).type());
      if (!pair.before().flags().contains(flag) && !cache) {
        found.add("was given the flag " + flag);
      }
    }
    return found;
  }

  /** Whether it is a cache mount whose directory is one after the rewrite too, with another id or sharing. */
  private static boolean isStillCached(String flag, Pair pair) {
    return isMount(flag)
        && MountText.of(flag).isCache()
        && pair.after().mounts().stream().anyMatch(mount -> mount.isCache() && mount.target().equals(MountText.of(flag).target()));
  }

  private static boolean isMount(String flag) {
    return flag.startsWith("--mount=");
  }

  /**
   * What empties or defeats any tool's cache, in the words that {@link Removed} knows; blanks beside a redirection and a
   * comment that is run as {@code `# this`} are nothing, and neither are parentheses and braces around a command.
   */
  private static String plain(String text) {
    String segment = text.replaceAll("`#[^`]*`|\\$\\(\\)", "").replaceAll(" *([<>]+&?) *", "$1").replaceAll(" +", " ").replaceAll("^(?:[({] ?)+|(?: ?[)}])+$", "").strip();
    if (EMPTIES.matcher(segment).matches()) {
      return "apt-get clean";
    }
    if (Removed.mayGo(segment)) {
      return segment;
    }
    return Arrays.stream(segment.split(" ", -1))
        .map(word -> DEFEATS.matcher(word).matches() ? "--no-cache-dir" : word)
        .collect(Collectors.joining(" "));
  }
}
