package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Dockerfile of which this lab may be able to build a stage, the last one if it can: see {@link CandidateStages}.
 * Where it can build none, the text ends before the first instruction that cannot be run here, and is not whole.
 * The target is the number of the stage; the copied files are made empty.
 */
record Candidate(String name, String text, boolean whole, int target, List<String> copied, long weight) {

    private static final Pattern INSTALLS = CandidateStages.INSTALLS;
    private static final Pattern TOO_MUCH = Pattern.compile("texlive|libreoffice|default-jdk|openjdk|kde|gnome|chromium|firefox|qemu|llvm|clang"
            + "|ghc|mingw|r-base|qt5|qt6|wine|blender|cuda|mono|gimp|kicad|vlc|openscad|geary|audacity|pandoc|build-dep");
    private static final int MOST_PACKAGES = 60;

    /** What brings many more packages with it, and takes longer to build than its one name tells. */
    private static final Pattern HEAVY = Pattern.compile("build-essential|python3-pip|python3-dev|\\b(gcc|git|mpd|cheese|pulseaudio)\\b|gtk|notify");
    private static final int HEAVIER = 20;

    /** The name is the path below {@code root}, in one word. */
    static Optional<Candidate> of(Path root, Path file) {
        String name = root.relativize(file).toString().replace('/', '_');
        String text = Folders.readLatin(file);
        CandidateStages stages = CandidateStages.of(instructions(text));
        Optional<CandidateStages.Stage> whole = stages.lastThatInstalls();
        return whole.isPresent()
                ? of(name, text, true, whole.get())
                : stages.lastPartThatInstalls().flatMap(part -> of(name, firstLines(text, part.end()), false, part.stage()));
    }

    /** Nothing where it takes too long. */
    private static Optional<Candidate> of(String name, String text, boolean whole, CandidateStages.Stage stage) {
        String built = String.join("\n", stage.instructions());
        long packages = packages(built);
        if (TOO_MUCH.matcher(built).find() || packages > MOST_PACKAGES) {
            return Optional.empty();
        }
        List<String> copied = stage.instructions().stream().flatMap(Candidate::copied).toList();
        return Optional.of(new Candidate(name, text, whole, stage.number(), copied, packages + surcharge(built)));
    }

    private static String firstLines(String text, int count) {
        return text.lines().limit(count).reduce("", (all, line) -> all + line + "\n");
    }

    private static Stream<String> copied(String instruction) {
        boolean copies = instruction.matches("(?is)(ADD|COPY)\\s.*") && !instruction.contains("--from=");
        return copies ? sources(instruction.substring(4).strip()) : Stream.empty();
    }

    private static long surcharge(String text) {
        return HEAVIER * (HEAVY.matcher(text).results().count() + (text.contains("no-install-recommends") ? 0 : 1));
    }

    /** About how many packages it names: each is a word or a line of an install. */
    private static long packages(String text) {
        return text.lines().filter(instruction -> INSTALLS.matcher(instruction).find())
                .mapToLong(instruction -> instruction.split("\\s+").length).sum();
    }

    /** The instructions, each on one line, without comments: no parser, only good enough to find candidates. */
    private static List<CandidateStages.Instruction> instructions(String text) {
        List<CandidateStages.Instruction> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String begun = "";
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            start = begun.isEmpty() ? i : start;
            if (line.endsWith("\\")) {
                begun += line.substring(0, line.length() - 1) + " ";
            } else {
                found.add(new CandidateStages.Instruction(start, (begun + line).strip()));
                begun = "";
            }
        }
        if (!begun.isBlank()) {
            found.add(new CandidateStages.Instruction(start, begun.strip()));
        }
        return found;
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
