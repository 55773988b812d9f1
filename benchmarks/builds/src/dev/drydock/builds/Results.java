package dev.drydock.builds;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the experiments gave: a chapter each in RESULTS.md, whose figures the README quotes. A chapter is written when its
 * experiment ends, and the others stay as they are.
 */
final class Results {

    private static final String HEAD = """
            # Real builds, before and after

            <!-- Written by benchmarks/builds/run; do not edit. -->
            What was built, with what, and how to do it again: [README.md](README.md).
            """;
    private static final String CHAPTER = "\n## ";
    private static final Pattern FIGURES =
            Pattern.compile(Pattern.quote(Section.BEGIN) + "\n(.*?)" + Pattern.quote(Section.END), Pattern.DOTALL);

    private final Path home;
    private final boolean kept;
    private final String machine;
    private boolean met = true;

    /** {@code home} is benchmarks/builds; where the results are not kept, they are shown. */
    Results(Path home, boolean kept, String engine) {
        this.home = home;
        this.kept = kept;
        machine = String.format("Debian's Docker engine %s with its built-in frontend, Linux %s, %d cores", engine,
                System.getProperty("os.version").replaceAll("[^0-9.].*", ""), Runtime.getRuntime().availableProcessors());
    }

    /** Runs an experiment, and writes or shows the chapter that it gives. */
    void add(Supplier<Section> experiment) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Duration start = Progress.elapsed();
        Section section = experiment.get();
        Duration took = Progress.elapsed().minus(start);
        section.say(String.format("Measured on %s; the load was %.1f when it began. It took %d min %d s.",
                machine, load, took.toMinutes(), took.toSecondsPart()));
        met &= section.met();
        if (kept) {
            write(section);
        } else {
            System.out.println(section.text());
        }
        Progress.say("%s: %s%s", section.title(), section.met() ? "every goal is reached" : "a goal is MISSED",
                kept ? ", and its chapter of RESULTS.md is written" : "");
    }

    void plot(Map<Variant, Downloads.Series> measured) {
        if (kept) {
            Folders.write(home.resolve("results.svg"), Plot.of(measured));
        }
    }

    boolean met() {
        return met;
    }

    private void write(Section section) {
        Path file = home.resolve("RESULTS.md");
        Map<String, String> chapters = new TreeMap<>();
        if (Files.exists(file)) {
            String[] parts = Folders.read(file).split(Pattern.quote(CHAPTER));
            for (int i = 1; i < parts.length; i++) {
                chapters.put(parts[i].lines().findFirst().orElse(""), CHAPTER + parts[i].stripTrailing() + "\n");
            }
        }
        chapters.put(section.title(), "\n" + section.text());
        String text = HEAD + String.join("", chapters.values());
        Folders.write(file, text);
        StringBuilder figures = new StringBuilder();
        FIGURES.matcher(text).results().forEach(match -> figures.append(match.group(1)));
        String quoted = Section.BEGIN + "\n" + figures.toString().replace("](results.svg)", "](benchmarks/builds/results.svg)") + Section.END;
        Path readme = home.resolve("../../README.md").normalize();
        Folders.write(readme, FIGURES.matcher(Folders.read(readme)).replaceFirst(Matcher.quoteReplacement(quoted)));
    }
}
