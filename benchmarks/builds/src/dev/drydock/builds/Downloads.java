package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The experiment downloads: what the fleet fetches, and how long it takes at a given speed, with empty caches and when every RUN runs again. */
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
    private final Inspected inspected;

    /** What is built is inspected as well, outside of the time that is measured, so that no experiment builds it a second time. */
    Downloads(Lab lab, Path samples, Inspected inspected) {
        this.lab = lab;
        this.samples = samples;
        this.inspected = inspected;
    }

    Map<Variant, Series> run(List<Variant> variants) {
        Map<Variant, Series> measured = new EnumMap<>(Variant.class);
        try {
            for (Variant variant : variants) {
                Fleet fleet = new Fleet(lab, samples, variant);
                lab.engine.prune();
                if (variant.firstIsTimed) {
                    lab.link.limitTo(BYTES_PER_SECOND);
                } else {
                    lab.link.unlimited();
                }
                Map<String, Build> first = buildAll(fleet, Inspected.FIRST);
                lab.link.limitTo(BYTES_PER_SECOND);
                Map<String, Build> again = buildAll(fleet, Inspected.AGAIN);
                measured.put(variant, new Series(first, again));
                Progress.say("downloads, %s: first %.0f s, again %.0f s", variant.title, Series.seconds(first), Series.seconds(again));
            }
        } finally {
            lab.link.unlimited();
        }
        return measured;
    }

    private Map<String, Build> buildAll(Fleet fleet, String bust) {
        Map<String, Build> builds = new TreeMap<>();
        for (String service : Fleet.SERVICES) {
            builds.put(service, fleet.build(service, bust));
            if (inspected.needs(fleet.variant(), bust)) {
                inspected.add(fleet, service, bust);
            }
        }
        return builds;
    }

    static Section section(Map<Variant, Series> measured) {
        Section section = new Section("1. What is downloaded");
        section.say("Seven services, one after the other, each build's downloads held to 2.5 MB/s. *First* starts from empty caches,"
                + " so that each service is the sibling of those above it; *again* runs every RUN once more, as a changed first line would."
                + " *Mounts alone* is `addSyntax, keepAptCache, mountCache`: mounts as Docker's documentation has them, beside the"
                + " `--no-cache-dir`, `rm -rf /var/lib/apt/lists/*` and `apt-get clean` that were there. The last empties the archives of all services."
                + " The first builds are timed where they are the matter, after `pythonCaching`: as it is, a first build downloads and does what"
                + " each one does, and that of the mounts alone only fills the caches; both go as fast as the machine can.");
        section.row("", "", "lists", ".debs (how many)", "wheels (how many)", "index pages", "requests", "time");
        measured.forEach((variant, series) -> {
            section.row("**" + variant.title + "**", "first", cells(series.first(), variant.firstIsTimed));
            section.row("", "again", cells(series.again(), true));
        });
        section.say("Each service by itself, in the order of the builds: bytes fetched, and seconds.");
        List<String> head = new ArrayList<>(List.of("service"));
        measured.keySet().forEach(variant -> head.addAll(List.of(variant.title + ", first", "again")));
        section.newTable(head);
        for (String service : Fleet.SERVICES) {
            List<String> row = new ArrayList<>(List.of(service));
            measured.forEach((variant, series) -> {
                row.add(cell(series.first().get(service), variant.firstIsTimed));
                row.add(cell(series.again().get(service), true));
            });
            section.row(row);
        }
        trace(section, measured);
        judge(section, measured.get(Variant.BEFORE), measured.get(Variant.PYTHON_CACHING));
        return section;
    }

    private static void trace(Section section, Map<Variant, Series> measured) {
        section.say("Where the seconds of *again* go, by what each step's command runs, over all services."
                + " The stages of one build overlap, so that the steps may add up to more than the time above;"
                + " *downloading* is what the bytes take at 2.5 MB/s, and what is left is unpacking, installing and compiling.");
        List<String> head = new ArrayList<>(List.of("steps"));
        measured.keySet().forEach(variant -> head.add(variant.title));
        section.newTable(head);
        for (Trace.Kind kind : Trace.Kind.values()) {
            List<String> row = new ArrayList<>(List.of(kind.title));
            measured.values().forEach(series -> row.add(String.format("%.1f s", Trace.of(series.again().values()).seconds(kind))));
            section.row(row);
        }
        List<String> downloading = new ArrayList<>(List.of("of all these, downloading"));
        measured.values().forEach(series ->
                downloading.add(String.format("%.1f s", (double) Series.traffic(series.again()).bytes() / BYTES_PER_SECOND)));
        section.row(downloading);
    }

    private static void judge(Section section, Series before, Series series) {
        Traffic first = Series.traffic(series.first());
        Traffic again = Series.traffic(series.again());
        double ratio = Series.seconds(series.again()) / Series.seconds(before.again());
        section.goal("a rebuild fetches no .deb", again.files(Kind.DEB) == 0, "fetched " + again.names(Kind.DEB));
        section.goal("a rebuild fetches no wheel", again.files(Kind.WHEEL) == 0, "fetched " + again.names(Kind.WHEEL));
        section.goal("over all services each .deb is fetched once", first.repeated(Kind.DEB).isEmpty(), "repeated: " + first.repeated(Kind.DEB));
        section.goal("over all services each wheel is fetched once by each of pip and uv, which share no cache",
                first.repeated(Kind.WHEEL).isEmpty(), "repeated: " + first.repeated(Kind.WHEEL));
        section.say("The longest steps of a rebuild after `pythonCaching`, of which none downloads a package:");
        section.lines(Trace.of(series.again().values()).longest(12));
        section.picture("Megabytes fetched and seconds taken by seven services", "results.svg");
        section.figure(String.format("**A rebuild downloads nothing twice.** Seven services, built again with every RUN invalidated, fetch %s"
                + " with %d .debs and %d wheels as they were, and %s with %d and %d after `pythonCaching`.",
                megabytes(Series.traffic(before.again()).bytes()), Series.traffic(before.again()).files(Kind.DEB),
                Series.traffic(before.again()).files(Kind.WHEEL), megabytes(again.bytes()), again.files(Kind.DEB), again.files(Kind.WHEEL)));
        section.figure(String.format("**It takes %.0f%% of the time** on a line of 2.5 MB/s: %.0f s instead of %.0f s."
                + " What is left is unpacking and installing.", 100 * ratio, Series.seconds(series.again()), Series.seconds(before.again())));
        section.figure(String.format("**From empty caches** they fetch %s instead of %s and take %.0f s instead of %.0f s,"
                + " since each finds what those before it fetched.",
                megabytes(first.bytes()), megabytes(Series.traffic(before.first()).bytes()),
                Series.seconds(series.first()), Series.seconds(before.again())));
    }

    private static String[] cells(Map<String, Build> builds, boolean timed) {
        Traffic traffic = Series.traffic(builds);
        return new String[] {
            megabytes(traffic.bytes(Kind.LISTS)),
            megabytes(traffic.bytes(Kind.DEB)) + " (" + traffic.files(Kind.DEB) + ")",
            megabytes(traffic.bytes(Kind.WHEEL)) + " (" + traffic.files(Kind.WHEEL) + ")",
            megabytes(traffic.bytes(Kind.INDEX)),
            "" + traffic.requests().size(),
            timed ? String.format("%.1f s", Series.seconds(builds)) : "–",
        };
    }

    private static String cell(Build build, boolean timed) {
        return megabytes(build.traffic().bytes()) + (timed ? String.format(", %.1f s", build.seconds()) : "");
    }

    static String megabytes(long bytes) {
        return String.format(bytes < 1_000_000 ? "%.2f MB" : "%.1f MB", bytes / 1e6);
    }
}
