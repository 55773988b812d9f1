package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Dockerfile that this lab may be able to build: its bases are Debian's or Python's, it installs with apt, fetches
 * nothing else, and copies only files whose content does not matter, so that empty ones do.
 */
record Candidate(String name, String text, List<String> copied, long weight) {

    /** Programs that fetch something, or need what was copied to be real. */
    private static final Set<String> UNFIT = Set.of("curl", "wget", "git", "npm", "yarn", "npx", "gem", "cargo", "go", "make", "cmake", "gcc", "g++",
            "conda", "composer", "mvn", "gradle", "poetry", "rustup", "R", "Rscript", "cpan", "cpanm", "docker", "apt-key", "add-apt-repository",
            "gpg", "tar", "unzip", "bundle", "bash", "uv", "pipx", "luarocks", "configure", "bootstrap", "autoreconf", "meson", "ninja", "rake", "java");
    private static final Pattern INSTALLS = Pattern.compile("\\bapt(-get)?\\b[^&;|]*\\binstall\\b");
    private static final Pattern TOO_MUCH = Pattern.compile("texlive|libreoffice|default-jdk|openjdk|kde|gnome|chromium|firefox|qemu|llvm|clang"
            + "|ghc|mingw|r-base|qt5|qt6|wine|blender|cuda|mono|gimp|kicad|vlc|openscad|geary|audacity|pandoc|build-dep");
    private static final Pattern STAGE = Pattern.compile("(?i)^(?:--platform=\\S+\\s+)?(\\S+)(?:\\s+AS\\s+(\\S+))?$");
    private static final int MOST_PACKAGES = 60;

    /** What brings many more packages with it, and takes longer to build than its one name tells. */
    private static final Pattern HEAVY = Pattern.compile("build-essential|python3-pip|python3-dev|\\b(gcc|git|mpd|cheese|pulseaudio)\\b|gtk|notify");
    private static final int HEAVIER = 20;

    /** The name is the path below {@code root}, in one word. */
    static Optional<Candidate> of(Path root, Path file) {
        String text = Folders.readLatin(file);
        List<String> copied = new ArrayList<>();
        Set<String> stages = new HashSet<>(Set.of("scratch"));
        boolean installs = false;
        for (String instruction : instructions(text)) {
            int space = instruction.indexOf(' ');
            String keyword = instruction.substring(0, Math.max(space, 0)).toUpperCase(java.util.Locale.ROOT);
            String rest = instruction.substring(space + 1).strip();
            switch (keyword) {
                case "FROM" -> {
                    Matcher stage = STAGE.matcher(rest);
                    if (!stage.matches() || rest.startsWith("--platform")
                            || !(stages.contains(stage.group(1)) || LabDockerfile.image(stage.group(1)).isPresent())) {
                        return Optional.empty();
                    }
                    if (stage.group(2) != null) {
                        stages.add(stage.group(2));
                    }
                }
                case "RUN" -> {
                    if (rest.contains("://") || rest.contains("<<") || programs(rest).anyMatch(UNFIT::contains)) {
                        return Optional.empty();
                    }
                    installs |= INSTALLS.matcher(rest).find();
                }
                case "ADD", "COPY" -> {
                    if (rest.contains("://") || rest.contains("<<") || rest.contains("git@")) {
                        return Optional.empty();
                    }
                    if (!rest.contains("--from=")) {
                        sources(rest).forEach(copied::add);
                    }
                }
                case "ONBUILD" -> {
                    return Optional.empty();
                }
                default -> { }
            }
        }
        long packages = packages(text);
        boolean modest = !TOO_MUCH.matcher(text).find() && packages <= MOST_PACKAGES;
        String name = root.relativize(file).toString().replace('/', '_');
        return installs && modest ? Optional.of(new Candidate(name, text, copied, packages + surcharge(text))) : Optional.empty();
    }

    private static long surcharge(String text) {
        return HEAVIER * (HEAVY.matcher(text).results().count() + (text.contains("no-install-recommends") ? 0 : 1));
    }

    /** The first word of each command, without its folder and without assignments. */
    private static Stream<String> programs(String run) {
        return Stream.of(run.split("&&|\\|\\||[;|({]"))
                .map(command -> command.strip().replaceAll("^(\\w+=\\S*\\s+)*(sudo\\s+|then\\s+|do\\s+|else\\s+|!\\s+)?", ""))
                .map(command -> command.split("\\s+")[0].replaceAll(".*/", ""));
    }

    /** About how many packages it names: each is a word or a line of an install. */
    private static long packages(String text) {
        return instructions(text).stream().filter(instruction -> INSTALLS.matcher(instruction).find())
                .mapToLong(instruction -> instruction.split("\\s+").length).sum();
    }

    /** The instructions, each on one line, without comments: no parser, only good enough to find candidates. */
    private static List<String> instructions(String text) {
        String plain = text.lines().filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .reduce("", (all, line) -> all + line + "\n").replaceAll("\\\\[ \\t]*\\n", " ");
        return plain.lines().map(String::strip).toList();
    }

    private static Stream<String> sources(String arguments) {
        String plain = arguments.replaceAll("--\\S+\\s+", "").replaceAll("^\\[|]$|\"|,", " ").strip();
        List<String> words = List.of(plain.split("\\s+"));
        return words.subList(0, Math.max(0, words.size() - 1)).stream().filter(word -> !word.contains("$"));
    }

    /** Makes empty files for all that is copied; a name without a dot, or with a slash at its end, is a folder. */
    void makeContext(Path context) {
        Folders.write(context.resolve("placeholder"), "");
        for (String source : copied) {
            String name = source.replaceAll("^(\\./|/)+", "").replaceAll("[*?\\[\\]]", "x");
            Path file = context.resolve(name.isEmpty() ? "." : name).normalize();
            if (!file.startsWith(context) || file.equals(context)) {
                continue;
            }
            boolean folder = source.endsWith("/") || !file.getFileName().toString().contains(".");
            Folders.write(folder ? file.resolve("placeholder") : file, "");
        }
    }
}
