package dev.drydock.builds;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the experiments gave, as RESULTS.md and a plot beside it. */
final class Results {

    private final Path home;
    private final List<Section> sections = new ArrayList<>();
    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private String machine = "";
    private String plot = "";

    Results(Path home) {
        this.home = home;
    }

    void describe(Lab lab) {
        machine = String.format("Debian's Docker engine %s with its built-in frontend, Linux %s, %d cores, which others kept busy at a load of %.1f when it began.",
                lab.engine.version(), System.getProperty("os.version").replaceAll("[^0-9.].*", ""), Runtime.getRuntime().availableProcessors(), load);
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

    /** Writes the two files of a whole run; what is only a part of it is shown and not kept. */
    void write(boolean whole) {
        StringBuilder text = new StringBuilder("# Real builds, before and after\n\n")
                .append("<!-- Written by benchmarks/builds/run; do not edit. -->\n")
                .append(machine).append(" What was built, with what, and how to do it again: [README.md](README.md).\n");
        if (!plot.isEmpty()) {
            text.append("\n![Bytes fetched and time taken by a rebuild of seven services](results.svg)\n");
        }
        sections.forEach(section -> text.append('\n').append(section.text()));
        if (whole) {
            Folders.write(home.resolve("RESULTS.md"), text.toString());
            Folders.write(home.resolve("results.svg"), plot);
        } else {
            System.out.println(text);
        }
    }
}
