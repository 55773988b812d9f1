package dev.drydock.builds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the person asked for: the quick part, or all experiments, or some by name, and of the hazards those whose names
 * begin so; or an engine for a command.
 */
record Options(
        boolean quick, boolean install, Optional<Path> corpus, List<String> hazards, List<String> experiments, List<String> command) {

    static final List<String> EXPERIMENTS = List.of("same-image", "downloads", "limit", "hazards", "repairs", "corpus", "concurrency", "clean-up", "tools");

    private static final List<String> ALL = List.of("");

    static final String USAGE = """
            benchmarks/builds/run [--quick] [--no-install] [--corpus FOLDER] [--hazard NAME] [EXPERIMENT…]
              --quick          one service and one hazard, in a minute or two; writes nothing
              --no-install     does not install Debian's engine where it is missing
              --corpus FOLDER  a folder with dockerfiles.tar.gz, real Dockerfiles to build before and after
                               (by default what DRYDOCK_CORPUS names)
              --hazard NAME,…  of the hazards only those whose folder's name begins so; shows them and writes nothing
              --engine COMMAND…
                               runs a command with DOCKER_HOST, which names an engine of the lab's own; where the lab
                               cannot run, it says so and runs the command without one
              EXPERIMENT       some of: same-image downloads limit hazards repairs corpus concurrency clean-up tools;
                               their chapters are written anew, and the others stay
            Without a choice all experiments run. They write their chapters of RESULTS.md, results.svg and the figures in the README.
            DRYDOCK names another command than samples/drydock.
            """;

    /** Throws {@link IllegalArgumentException}, with what to say to the person, for words that cannot be meant. */
    static Options parse(List<String> words) {
        boolean quick = false;
        boolean install = true;
        List<String> hazards = ALL;
        Path corpus = Optional.ofNullable(System.getenv("DRYDOCK_CORPUS")).filter(text -> !text.isEmpty()).map(Path::of).orElse(null);
        List<String> experiments = new ArrayList<>();
        List<String> command = new ArrayList<>();
        for (var rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--quick" -> quick = true;
                case "--no-install" -> install = false;
                case "--corpus" -> corpus = Path.of(rest.hasNext() ? rest.next() : "");
                case "--hazard" -> {
                    hazards = List.of((rest.hasNext() ? rest.next() : "").split(","));
                    experiments.add("hazards");
                }
                case "--engine" -> {
                    rest.forEachRemaining(command::add);
                    if (command.isEmpty()) {
                        throw new IllegalArgumentException("--engine needs a command");
                    }
                }
                default -> {
                    if (!EXPERIMENTS.contains(word)) {
                        throw new IllegalArgumentException("what is " + word + "?");
                    }
                    experiments.add(word);
                }
            }
        }
        Optional<Path> archive = Optional.ofNullable(corpus).map(folder -> folder.resolve("dockerfiles.tar.gz"));
        if (archive.isPresent() && !Files.isReadable(archive.get())) {
            throw new IllegalArgumentException("there is no " + archive.get());
        }
        Options options = new Options(quick, install, archive, hazards, experiments, command);
        if (!quick && command.isEmpty() && options.wants("corpus") && archive.isEmpty()) {
            throw new IllegalArgumentException("the experiment corpus needs --corpus FOLDER; name the others to run them without it");
        }
        return options;
    }

    /** Whether what runs is whole, so that its results are kept. */
    boolean areKept() {
        return hazards.equals(ALL);
    }

    boolean wantsHazard(String name) {
        return hazards.stream().anyMatch(name::startsWith);
    }

    boolean wants(String experiment) {
        return experiments.isEmpty() || experiments.contains(experiment);
    }
}
