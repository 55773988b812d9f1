package dev.drydock.builds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The stages of a real Dockerfile, and how far this lab may be able to build them: their bases are Debian's, Ubuntu's or
 * Python's, they fetch nothing but packages, and copy only files whose content does not matter, so that empty ones do.
 */
final class CandidateStages {

    static final Pattern INSTALLS = Pattern.compile("\\bapt(-get)?\\b[^&;|]*\\binstall\\b");

    /** Programs that fetch something, or need what was copied to be real. */
    private static final Set<String> UNFIT = Set.of("curl", "wget", "git", "npm", "yarn", "npx", "gem", "cargo", "go", "make", "cmake", "gcc", "g++",
            "conda", "composer", "mvn", "gradle", "poetry", "rustup", "R", "Rscript", "cpan", "cpanm", "docker", "apt-key", "add-apt-repository",
            "gpg", "tar", "unzip", "bundle", "bash", "uv", "pipx", "luarocks", "configure", "bootstrap", "autoreconf", "meson", "ninja", "rake", "java");

    private static final Pattern FROM = Pattern.compile("(?i)^FROM\\s+(\\S+)(?:\\s+AS\\s+(\\S+))?$");
    private static final Pattern COPIED_STAGE = Pattern.compile("--from=(\\S+)");
    private static final Pattern FETCHES = Pattern.compile("://|<<|git@");

    /** An instruction on one line, and the number of the line of the file where it begins. */
    record Instruction(int line, String text) {}

    /** A stage with its name, or nothing for one without; the instructions begin with those of the stage that it is built on. */
    record Stage(int number, String name, List<String> instructions) {

        private boolean isCalled(String reference) {
            return !name.isEmpty() && name.equalsIgnoreCase(reference) || reference.equals("" + number);
        }

        private boolean installs() {
            return instructions.stream().anyMatch(INSTALLS.asPredicate());
        }
    }

    /** A stage as far as its first instruction that cannot be run here, which is at that line of the file. */
    record Part(Stage stage, int end) {}

    private final List<Stage> stages = new ArrayList<>();
    private final Set<Integer> unfit = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();

    private CandidateStages() {}

    static CandidateStages of(List<Instruction> instructions) {
        CandidateStages all = new CandidateStages();
        for (Instruction instruction : instructions) {
            if (instruction.text().matches("(?i)FROM\\s.*")) {
                all.begin(FROM.matcher(instruction.text()));
            } else if (!all.stages.isEmpty()) {
                all.add(all.stages.get(all.stages.size() - 1), instruction);
            }
        }
        return all;
    }

    private void add(Stage stage, Instruction instruction) {
        boolean fit = isFit(instruction.text());
        if (!fit && !unfit.contains(stage.number()) && stage.installs()) {
            parts.add(new Part(new Stage(stage.number(), stage.name(), List.copyOf(stage.instructions())), instruction.line()));
        }
        stage.instructions().add(instruction.text());
        if (!fit) {
            unfit.add(stage.number());
        }
    }

    private void begin(Matcher from) {
        int number = stages.size();
        boolean read = from.matches();
        String image = read ? from.group(1) : "";
        Optional<Stage> base = stages.stream().filter(stage -> stage.name().equalsIgnoreCase(image) && !image.isEmpty()).reduce((one, later) -> later);
        boolean fit = base.map(stage -> !unfit.contains(stage.number())).orElseGet(() -> LabDockerfile.image(image).isPresent() || image.equals("scratch"));
        if (!fit) {
            unfit.add(number);
        }
        String name = read && from.group(2) != null ? from.group(2) : "";
        stages.add(new Stage(number, name, new ArrayList<>(base.map(Stage::instructions).orElse(List.of()))));
    }

    private boolean isFit(String instruction) {
        String keyword = instruction.split("\\s+")[0].toUpperCase(java.util.Locale.ROOT);
        return switch (keyword) {
            case "RUN" -> !instruction.contains("://") && !instruction.contains("<<") && !instruction.contains("from=")
                    && programs(instruction.substring(3)).noneMatch(UNFIT::contains);
            case "ADD", "COPY" -> !FETCHES.matcher(instruction).find() && copiesFromFitStage(instruction);
            case "ONBUILD" -> false;
            default -> true;
        };
    }

    private boolean copiesFromFitStage(String instruction) {
        Matcher copied = COPIED_STAGE.matcher(instruction);
        return !copied.find() || stages.stream().anyMatch(stage -> stage.isCalled(copied.group(1)) && !unfit.contains(stage.number()));
    }

    /** The last stage that may build here, if it or one that it is built on installs with apt. */
    Optional<Stage> lastThatInstalls() {
        return stages.stream().filter(stage -> !unfit.contains(stage.number()) && stage.installs()).reduce((one, later) -> later);
    }

    /** The last part of a stage that may build here and installs with apt. */
    Optional<Part> lastPartThatInstalls() {
        return parts.stream().reduce((one, later) -> later);
    }

    /** The first word of each command, without its folder and without assignments. */
    private static Stream<String> programs(String run) {
        return Stream.of(run.split("&&|\\|\\||[;|({]"))
                .map(command -> command.strip().replaceAll("^(\\w+=\\S*\\s+)*(sudo\\s+|then\\s+|do\\s+|else\\s+|!\\s+)?", ""))
                .map(command -> command.split("\\s+")[0].replaceAll(".*/", ""));
    }
}
