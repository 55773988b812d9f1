package dev.drydock.impl.peers;

import dev.drydock.impl.check.AptCaches;
import dev.drydock.impl.check.Joined;
import dev.drydock.impl.check.MountText;
import dev.drydock.impl.peers.Pairing.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mounts that were added and in which nothing will ever be kept, or not for this RUN. */
final class UselessMounts {

  private static final String ARCHIVES = "/var/cache/apt";

  /** Images of Debian and Ubuntu whose apt deletes each archive after it was installed, as docker-clean says. */
  private static final Pattern DELETES_ARCHIVES =
      Pattern.compile(
          "(?:docker\\.io/)?(?:library/)?(?:debian|ubuntu|buildpack-deps|python|node|golang|ruby|rust|php|perl|gcc|openjdk"
              + "|eclipse-temurin|nginx|httpd|postgres|mysql|redis)(?::(?!\\S*(?:alpine|windows|nanoserver|oracle|ubi))\\S*)?(?:@\\S+)?");

  private static final Pattern WINDOWS = Pattern.compile("(?i).*(?:nanoserver|servercore|windows).*");
  private static final Pattern USER = Pattern.compile("(?im)^user\\s+(\\S+)");

  /** The end of a cache's path, and the words that call its tool. */
  private static final Map<Pattern, Pattern> CALLS = new LinkedHashMap<>();

  static {
    calls(".*/apt(/.*)?", "apt|apt-get|aptitude|apt-fast|nala|tasksel|\\S*apt\\S*");
    calls(".*/apk", "apk");
    calls(".*/(lib)?dnf5?", "dnf|yum|microdnf");
    calls(".*/yum", "yum|microdnf|dnf");
    calls(".*/zypp", "zypper");
    calls(".*/pip(/.*)?", "pip[\\d.]*|pipx|\\S*\\.py");
    calls(".*/uv", "uv|uvx|pip");
    calls(".*/\\.npm", "npm|npx");
    calls(".*/yarn", "yarn|yarnpkg");
    calls(".*pnpm.*", "pnpm|pnpx");
    calls(".*/\\.bun/.*", "bun|bunx");
    calls("/go/pkg/mod|.*/go-build", "go|xgo");
    calls(".*/cargo/.*|.*/\\.cargo/.*", "cargo");
    calls(".*/\\.nuget/.*", "dotnet|nuget");
    calls(".*/composer.*", "composer(\\.phar)?");
    calls(".*/\\.gem", "bundle|gem");
  }

  private static void calls(String target, String words) {
    CALLS.put(Pattern.compile(target), Pattern.compile("(?<![\\w.-])(?:" + words + ")(?![\\w-])"));
  }

  private static final Pattern PIP = Pattern.compile("(?<!uv )(?<![\\w./-])(?:\\S*/)?pip[\\d.]*\\s(?:\\S+ )*?(?:install|wheel|download)\\b.*");

  private UselessMounts() {}

  static List<String> of(Pairing file) {
    List<String> found = new ArrayList<>();
    for (Pair pair : file.mounted()) {
      for (MountText mount : pair.mounts()) {
        String why = why(pair, mount, file);
        if (!why.isEmpty()) {
          found.add(file.line(pair) + ": " + mount.target() + ": " + why);
        }
      }
    }
    return found;
  }

  private static String why(Pair pair, MountText mount, Pairing file) {
    String target = mount.target();
    Joined run = pair.after();
    String image = file.after.stage(pair.is()).map(stage -> stage.rootImage().toString()).getOrElse("");
    if (CALLS.entrySet().stream().anyMatch(tool -> tool.getKey().matcher(target).matches() && !tool.getValue().matcher(run.command()).find())) {
      return "the RUN calls no such tool";
    }
    if (WINDOWS.matcher(image).matches()) {
      return "the image is one of Windows";
    }
    if (target.startsWith("/root/") && isOthers(file.textUpTo(pair)) && !run.command().contains("sudo")) {
      return "it is root's, and another user runs this";
    }
    if (MountText.touch(ARCHIVES, target) && !AptCaches.downloads(run.command())) {
      return "apt downloads nothing here";
    }
    if (MountText.touch(ARCHIVES, target) && DELETES_ARCHIVES.matcher(image).matches() && !AptCaches.keeps(file.textUpTo(pair))) {
      return "the image tells apt to delete its archives";
    }
    if (run.segments().stream().anyMatch(segment -> empties(segment, target))) {
      return "the RUN empties it";
    }
    List<String> pips = run.segments().stream().filter(segment -> PIP.matcher(segment).find()).toList();
    boolean off = !pips.isEmpty() && pips.stream().allMatch(segment -> segment.matches(".* --no-cache(-dir)?( .*|$)"));
    return target.endsWith("/pip") && off ? "pip is told to keep no cache" : "";
  }

  private static boolean isOthers(String text) {
    Matcher user = USER.matcher(text);
    String last = "root";
    while (user.find()) {
      last = user.group(1);
    }
    return !last.matches("(root|0)(:.*)?|.*\\$.*");
  }

  private static boolean empties(String segment, String target) {
    boolean removes = segment.matches("(sudo )?rm -\\w*r.*");
    boolean all = List.of(segment.split(" ", -1)).contains(target + "/*");
    boolean clean = target.equals(ARCHIVES) && segment.matches("(sudo )?apt(-get)? clean");
    return clean || (removes && all);
  }
}
