package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Experiment 4: services built at the same time on one cache, and what happens to apt where the cache is not locked. */
final class Concurrency {

    private static final int ROUNDS = 3;

    /** Fails where apt or pip finds anything amiss in an image. */
    private static final String AUDIT = "test -z \"$(dpkg --audit)\" && apt-get check -qq && python3 -m pip check";

    private static final List<String> UNLOCKED_SERVICES = List.of("make", "nano", "sl", "hello");

    private static final String UNLOCKED = """
            FROM debian:bookworm-slim
            RUN --mount=type=cache,target=/var/cache/apt \\
                --mount=type=cache,target=/var/lib/apt/lists \\
                apt-get update && apt-get install -y --no-install-recommends %s
            """;

    record Round(double seconds, long succeeded, long sound, int repeatedDebs) {}

    record Findings(List<Round> rounds, List<String> unlocked) {}

    private final Lab lab;
    private final Path samples;

    Concurrency(Lab lab, Path samples) {
        this.lab = lab;
        this.samples = samples;
    }

    Findings run() {
        Fleet fleet = new Fleet(lab, samples, Variant.PYTHON_CACHING);
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= ROUNDS; number++) {
            rounds.add(round(fleet, "round" + number));
            Progress.say("concurrency, round %d: %s", number, rounds.get(number - 1));
        }
        return new Findings(rounds, unlocked());
    }

    private Round round(Fleet fleet, String bust) {
        lab.engine.prune();
        int mark = lab.traffic.mark();
        long start = System.nanoTime();
        List<Build> builds = AtOnce.run(Fleet.SERVICES.size(), Fleet.SERVICES.stream().<Callable<Build>>map(service -> () -> fleet.attempt(service, bust)).toList());
        double seconds = (System.nanoTime() - start) / 1e9;
        int repeated = lab.traffic.since(mark).repeated(Traffic.Kind.DEB).size();
        long sound = builds.stream().filter(Build::succeeded).filter(build -> lab.engine.run(build.image(), "root", "sh", "-c", AUDIT).succeeded()).count();
        return new Round(seconds, builds.stream().filter(Build::succeeded).count(), sound, repeated);
    }

    /** What the builds of two images at once say that failed, since each of them wants apt's lock in the shared folder. */
    private List<String> unlocked() {
        lab.engine.prune();
        List<Build> builds = AtOnce.run(UNLOCKED_SERVICES.size(), UNLOCKED_SERVICES.stream().<Callable<Build>>map(name ->
                () -> lab.build("lab/unlocked-" + name + ":naive", UNLOCKED.formatted(name), lab.emptyContext(), Map.of())).toList());
        return builds.stream().filter(build -> !build.succeeded())
                .map(build -> build.outcome().output().lines().filter(line -> line.contains("E: ")).findFirst().orElse(build.outcome().tail(1)))
                .map(line -> line.replaceFirst("^#\\d+ [0-9.]+ ", "")).toList();
    }

    static Section section(Findings findings) {
        Section section = new Section("4. At the same time");
        section.say("All seven services at once, refitted, from empty caches. An image is sound if `dpkg --audit`, `apt-get check` and `pip check` find nothing.");
        section.row("round", "succeeded", "sound", ".debs fetched twice", "time");
        int number = 0;
        for (Round round : findings.rounds()) {
            section.row("" + ++number, round.succeeded() + " of " + Fleet.SERVICES.size(), "" + round.sound(), "" + round.repeatedDebs(), String.format("%.0f s", round.seconds()));
        }
        section.say("The same mounts without `sharing=locked`, four small images at once: " + findings.unlocked().size() + " failed.");
        section.lines(findings.unlocked());
        section.goal("every parallel build succeeds and is sound",
                findings.rounds().stream().allMatch(round -> round.succeeded() == Fleet.SERVICES.size() && round.sound() == round.succeeded()), "see the table");
        return section;
    }
}
