package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The experiment limit: how near a rebuild comes to one whose downloads cost nothing. The refitted services are built again with full caches,
 * each on every line in turn, so that what else the machine does falls on all of them alike.
 */
final class Limit {

    /** The speeds that are compared with a free one. */
    enum Line {
        FREE("as fast as the machine", 0),
        FAST("25 MB/s", 25_000_000),
        SLOW("2.5 MB/s", Downloads.BYTES_PER_SECOND);

        final String title;
        private final long bytesPerSecond;

        Line(String title, long bytesPerSecond) {
            this.title = title;
            this.bytesPerSecond = bytesPerSecond;
        }

        void hold(Link link) {
            if (this == FREE) {
                link.unlimited();
            } else {
                link.limitTo(bytesPerSecond);
            }
        }
    }

    /** The seconds that all services took on each line, and what they fetched on it. */
    record Round(Map<Line, Double> seconds, Map<Line, Traffic> traffic) {

        double times(Line line) {
            return seconds.get(line) / seconds.get(Line.FREE);
        }
    }

    static final int ROUNDS = 5;

    /** How many times the limit a rebuild may take. */
    private static final double ALLOWED = 1.15;

    private final Lab lab;
    private final Path samples;

    Limit(Lab lab, Path samples) {
        this.lab = lab;
        this.samples = samples;
    }

    List<Round> run() {
        Fleet fleet = new Fleet(lab, samples, Variant.PYTHON_CACHING);
        lab.link.unlimited();
        fleet.buildAll("fill");
        List<Round> rounds = new ArrayList<>();
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                Round measured = round(fleet, round);
                rounds.add(measured);
                Progress.say("limit, round %d: %.3f times at 25 MB/s, %.3f times at 2.5 MB/s", round, measured.times(Line.FAST), measured.times(Line.SLOW));
                lab.engine.pruneSteps();
            }
        } finally {
            lab.link.unlimited();
        }
        return rounds;
    }

    private Round round(Fleet fleet, int round) {
        Map<Line, Double> seconds = new EnumMap<>(Line.class);
        Map<Line, Traffic> traffic = new EnumMap<>(Line.class);
        List<Line> order = new ArrayList<>(List.of(Line.values()));
        Collections.rotate(order, round);
        for (String service : Fleet.SERVICES) {
            for (Line line : order) {
                line.hold(lab.link);
                Build build = fleet.build(service, line + "-" + round);
                seconds.merge(line, build.seconds(), Double::sum);
                traffic.merge(line, build.traffic(), Traffic::and);
            }
        }
        return new Round(seconds, traffic);
    }

    static Section section(List<Round> rounds) {
        Section section = new Section("2. How near a rebuild is to the limit");
        section.say("The limit is a rebuild whose downloads cost nothing: the same Dockerfiles, with full caches and every RUN invalidated,"
                + " on a line as fast as the machine. In each of " + ROUNDS + " rounds each service is built on all three lines, one right after the other,"
                + " in another order each round. The figures are the seconds of all seven services.");
        section.row("round", Line.FREE.title, Line.FAST.title, "times the limit", Line.SLOW.title, "times the limit", "lists fetched on each line");
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            section.row("" + (i + 1), seconds(round, Line.FREE), seconds(round, Line.FAST), times(round.times(Line.FAST)),
                    seconds(round, Line.SLOW), times(round.times(Line.SLOW)), Downloads.megabytes(round.traffic().get(Line.SLOW).bytes(Kind.LISTS)));
        }
        section.row("median", "", "", times(median(rounds, Line.FAST)), "", times(median(rounds, Line.SLOW)), "");
        for (Line line : List.of(Line.FAST, Line.SLOW)) {
            section.goal(String.format(Locale.ROOT, "at %s a rebuild takes at most %.2f times the limit: %s, %s to %s", line.title, ALLOWED,
                    times(median(rounds, line)), times(least(rounds, line)), times(most(rounds, line))), median(rounds, line) <= ALLOWED, "see the table");
        }
        long packages = rounds.stream().flatMap(round -> round.traffic().values().stream())
                .mapToLong(traffic -> traffic.files(Kind.DEB) + traffic.files(Kind.WHEEL)).sum();
        section.goal("no rebuild fetches a .deb or a wheel", packages == 0, packages + " in all");
        section.figure(String.format("**What is left is no download.** A rebuild takes %s times what it takes where downloads cost nothing, at 25 MB/s %s times"
                + " (medians of %d rounds; %s to %s and %s to %s).", times(median(rounds, Line.SLOW)), times(median(rounds, Line.FAST)), rounds.size(),
                times(least(rounds, Line.SLOW)), times(most(rounds, Line.SLOW)), times(least(rounds, Line.FAST)), times(most(rounds, Line.FAST))));
        return section;
    }

    private static String seconds(Round round, Line line) {
        return String.format(Locale.ROOT, "%.1f s", round.seconds().get(line));
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static double median(List<Round> rounds, Line line) {
        List<Double> ratios = ratios(rounds, line);
        return ratios.get(ratios.size() / 2);
    }

    private static double least(List<Round> rounds, Line line) {
        return ratios(rounds, line).get(0);
    }

    private static double most(List<Round> rounds, Line line) {
        return ratios(rounds, line).get(rounds.size() - 1);
    }

    private static List<Double> ratios(List<Round> rounds, Line line) {
        return rounds.stream().map(round -> round.times(line)).sorted().toList();
    }
}
