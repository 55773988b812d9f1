package dev.drydock.builds;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile as the lab can build it. Three kinds of line differ from the original, and no others:
 * a syntax directive is a bare {@code #}, since its frontend cannot be pulled; a FROM names the lab's copy of its image;
 * and {@code ARG BUST} follows each FROM, so that a build can make every RUN run again without emptying the caches.
 */
final class LabDockerfile {

    private static final Pattern DIRECTIVE = Pattern.compile("(?i)\\A(\\uFEFF?)#[ \\t]*syntax[ \\t]*=.*");
    private static final Pattern FROM = Pattern.compile("(?im)^([ \\t]*FROM[ \\t]+(?:--platform=\\S+[ \\t]+)?)(\\S+)(.*)$");
    private static final Pattern OFFICIAL = Pattern.compile("(?:docker\\.io/)?(?:library/)?(debian|ubuntu|python)(?::(\\S+))?");

    /** Images of other tools, by the lab's recipe for each. */
    private static final Pattern TOOL = Pattern.compile("(node|rust|maven)(?::\\S+)?");

    private static final Pattern MOUNT = Pattern.compile("--mount=type=(?:cache|tmpfs),\\S*?target=([^,\\s]+)");
    private static final Pattern MOUNT_FLAG = Pattern.compile("--mount=\\S+\\s+(?:\\\\\\n\\s*)?");

    private LabDockerfile() {}

    /** The file without the stages after one of them, which is named by its number: its own last stage, then. */
    static String upTo(String text, int stage) {
        List<Integer> starts = FROM.matcher(text).results().map(MatchResult::start).toList();
        return stage + 1 < starts.size() ? text.substring(0, starts.get(stage + 1)) : text;
    }

    /** What a builder sees that ignores mounts. */
    static String withoutMounts(String text) {
        return MOUNT_FLAG.matcher(text).replaceAll("");
    }

    static String of(String text) {
        String bare = DIRECTIVE.matcher(text).replaceFirst("$1#");
        Matcher from = FROM.matcher(bare);
        return from.replaceAll(line -> Matcher.quoteReplacement(
                line.group(1) + image(line.group(2)).or(() -> tool(line.group(2))).orElse(line.group(2)) + line.group(3) + "\nARG BUST"));
    }

    /** Where the file mounts caches, each once. */
    static List<String> targets(String text) {
        return MOUNT.matcher(text).results().map(match -> match.group(1)).distinct().toList();
    }

    private static Optional<String> tool(String reference) {
        Matcher tool = TOOL.matcher(reference);
        return tool.matches() ? Optional.of(BaseImages.tool(tool.group(1))) : Optional.empty();
    }

    /**
     * The lab's image for an official one, where there is one: Debian 11 for bullseye, 13 for trixie, 12 for every other release
     * and for Ubuntu, and one Python for all of its versions.
     */
    static Optional<String> image(String reference) {
        Matcher official = OFFICIAL.matcher(reference);
        if (!official.matches() || reference.matches(".*(alpine|windows|:2\\.).*")) {
            return Optional.empty();
        }
        String tag = official.group(2) == null ? "" : official.group(2);
        boolean bullseye = tag.contains("bullseye") || tag.matches("11(\\D.*)?");
        boolean trixie = tag.contains("trixie") || tag.matches("13(\\D.*)?");
        if (official.group(1).equals("python")) {
            return Optional.of(BaseImages.PYTHON);
        }
        return Optional.of(BaseImages.debian(bullseye ? "bullseye" : trixie ? "trixie" : "bookworm"));
    }
}
