package dev.drydock.builds;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the experiments gave, as RESULTS.md with a plot beside it, and its figures as the README quotes them. */
final class Results {

    private static final String BEGIN = "<!-- figures: written by benchmarks/builds/run -->";
    private static final String END = "<!-- end of figures -->";
    private static final Pattern FIGURES = Pattern.compile(Pattern.quote(BEGIN) + ".*?" + Pattern.quote(END), Pattern.DOTALL);
    private static final Duration LIMIT = Duration.ofMinutes(90);

    private final Path home;
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, Duration> times = new LinkedHashMap<>();
    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private String machine = "";
    private String plot = "";

    Results(Path home) {
        this.home = home;
    }

    void describe(Lab lab) {
        machine = String.format("Debian's Docker engine %s with its built-in frontend, Linux %s, %d cores; the load was %.1f when it began.",
                lab.engine.version(), System.getProperty("os.version").replaceAll("[^0-9.].*", ""), Runtime.getRuntime().availableProcessors(), load);
    }

    /** Runs a part, and keeps how long it took. */
    <T> T timed(String part, Supplier<T> work) {
        Duration start = Progress.elapsed();
        T result = work.get();
        Duration took = Progress.elapsed().minus(start);
        times.merge(part, took, Duration::plus);
        Progress.say("%s took %s", part, told(took));
        return result;
    }

    void add(Section section) {
        sections.add(section);
    }

    void plot(Map<Variant, Downloads.Series> measured) {
        plot = Plot.of(measured);
    }

    boolean met() {
        return sections.stream().allMatch(Section::met);
    }

    /** Ends a run of everything: its time is a goal as well. The three files are written, the README's part of one. */
    void write() {
        sections.add(time());
        Folders.write(home.resolve("RESULTS.md"), text());
        Folders.write(home.resolve("results.svg"), plot);
        Path readme = home.resolve("../../README.md").normalize();
        String figures = figures().replace("](results.svg)", "](benchmarks/builds/results.svg)");
        Folders.write(readme, FIGURES.matcher(Folders.read(readme)).replaceFirst(Matcher.quoteReplacement(figures)));
    }

    /** Shows what there is of a run that is not whole, and keeps nothing. */
    void show() {
        System.out.println(text());
    }

    private String text() {
        StringBuilder text = new StringBuilder("# Real builds, before and after\n\n")
                .append("<!-- Written by benchmarks/builds/run; do not edit. -->\n")
                .append(machine).append(" What was built, with what, and how to do it again: [README.md](README.md).\n\n")
                .append(figures()).append('\n');
        sections.forEach(section -> text.append('\n').append(section.text()));
        return text.toString();
    }

    private String figures() {
        StringBuilder text = new StringBuilder(BEGIN).append('\n');
        if (!plot.isEmpty()) {
            text.append("![Megabytes fetched and seconds taken by seven services](results.svg)\n\n");
        }
        sections.forEach(section -> section.figures().forEach(figure -> text.append("- ").append(figure).append('\n')));
        return text.append(END).toString();
    }

    private Section time() {
        Section section = new Section("How long it took");
        section.row("part", "time");
        times.forEach((part, took) -> section.row(part, told(took)));
        Duration total = Progress.elapsed();
        section.row("all", told(total));
        section.goal("all of it in under " + LIMIT.toMinutes() + " minutes", total.compareTo(LIMIT) < 0, told(total));
        return section;
    }

    private static String told(Duration time) {
        return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
