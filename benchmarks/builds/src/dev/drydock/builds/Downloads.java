package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Experiment 1: what the fleet fetches, and how long it takes at a given speed, with empty caches and when every RUN runs again. */
final class Downloads {

    static final long BYTES_PER_SECOND = 2_500_000;

    /** The builds of one variant: each service once from empty caches (a sibling of those before it), and then again. */
    record Series(Map<String, Build> first, Map<String, Build> again) {

        static double seconds(Map<String, Build> builds) {
            return builds.values().stream().mapToDouble(Build::seconds).sum();
        }

        static Traffic traffic(Map<String, Build> builds) {
            return builds.values().stream().map(Build::traffic).reduce(Traffic.none(), Traffic::and);
        }
    }

    private final Lab lab;
    private final Path samples;

    Downloads(Lab lab, Path samples) {
        this.lab = lab;
        this.samples = samples;
    }

    Map<Variant, Series> run(List<Variant> variants) {
        Map<Variant, Series> measured = new EnumMap<>(Variant.class);
        lab.link.limitTo(BYTES_PER_SECOND);
        try {
            for (Variant variant : variants) {
                Fleet fleet = new Fleet(lab, samples, variant);
                lab.engine.prune();
                Map<String, Build> first = fleet.buildAll("first");
                Map<String, Build> again = fleet.buildAll("again");
                measured.put(variant, new Series(first, again));
                Progress.say("downloads, %s: first %.0f s, again %.0f s", variant.title, Series.seconds(first), Series.seconds(again));
            }
        } finally {
            lab.link.unlimited();
        }
        return measured;
    }

    static Section section(Map<Variant, Series> measured) {
        Section section = new Section("1. What is downloaded");
        section.say("Seven services, one after the other, each build's downloads held to 2.5 MB/s. *First* starts from empty caches,"
                + " so that each service is the sibling of those above it; *again* runs every RUN once more, as a changed first line would.");
        section.row("", "", "lists", ".debs", "wheels", "index", "requests", "time");
        measured.forEach((variant, series) -> {
            section.row("**" + variant.title + "**", "first", cells(series.first()));
            section.row("", "again", cells(series.again()));
        });
        section.say("Each service by itself: bytes fetched, and seconds.");
        List<String> head = new ArrayList<>(List.of("service"));
        measured.keySet().forEach(variant -> head.addAll(List.of(variant.title + ", first", "again")));
        section.newTable(head);
        for (String service : Fleet.SERVICES) {
            List<String> row = new ArrayList<>(List.of(service));
            measured.values().forEach(series -> {
                row.add(cell(series.first().get(service)));
                row.add(cell(series.again().get(service)));
            });
            section.row(row);
        }
        measured.forEach((variant, series) -> judge(section, variant, series, measured.get(Variant.BEFORE)));
        return section;
    }

    private static void judge(Section section, Variant variant, Series series, Series before) {
        if (variant != Variant.PYTHON_CACHING) {
            return;
        }
        Traffic first = Series.traffic(series.first());
        Traffic again = Series.traffic(series.again());
        double ratio = Series.seconds(series.again()) / Series.seconds(before.again());
        section.goal("a rebuild fetches no .deb", again.files(Kind.DEB) == 0, again.files(Kind.DEB) + " fetched");
        section.goal("a rebuild fetches no wheel", again.files(Kind.WHEEL) == 0, again.files(Kind.WHEEL) + " fetched");
        section.goal("over all services each .deb is fetched once", first.repeated(Kind.DEB).isEmpty(), "repeated: " + first.repeated(Kind.DEB));
        section.goal("over all services each wheel is fetched once by each of pip and uv, which share no cache",
                first.repeated(Kind.WHEEL).isEmpty(), "repeated: " + first.repeated(Kind.WHEEL));
        section.goal("a rebuild takes at most a quarter of the time", ratio <= 0.25, String.format("%.1f%%", 100 * ratio));
    }

    private static String[] cells(Map<String, Build> builds) {
        Traffic traffic = Series.traffic(builds);
        return new String[] {
            megabytes(traffic.bytes(Kind.LISTS)),
            megabytes(traffic.bytes(Kind.DEB)) + " (" + traffic.files(Kind.DEB) + ")",
            megabytes(traffic.bytes(Kind.WHEEL)) + " (" + traffic.files(Kind.WHEEL) + ")",
            megabytes(traffic.bytes(Kind.INDEX)),
            "" + traffic.requests().size(),
            String.format("%.1f s", Series.seconds(builds)),
        };
    }

    private static String cell(Build build) {
        return megabytes(build.traffic().bytes()) + ", " + String.format("%.1f s", build.seconds());
    }

    static String megabytes(long bytes) {
        return String.format(bytes < 1_000_000 ? "%.2f MB" : "%.1f MB", bytes / 1e6);
    }
}
