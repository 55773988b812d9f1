package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The experiment concurrency: services built at the same time on one cache, and what happens to apt where the cache is not locked. */
final class Concurrency {

    private static final int ROUNDS = 3;

    /**
     * Fails where apt, dpkg or pip finds anything amiss in an image, in its database or in any file that was installed.
     * Some are gone on purpose: the lab's image lacks the marker that forbids pip, every image apt's folders, and a slim
     * one what its dpkg leaves out.
     */
    private static final String AUDIT = """
            found=$(dpkg --audit; dpkg --verify | grep -vE '/usr/share/(doc|groff|info|linda|lintian|locale|man)/|/EXTERNALLY-MANAGED$|/var/(lib/apt/lists/partial|cache/apt/archives(/partial)?)$')
            test -z "$found" || { echo "$found"; exit 1; }
            apt-get check -qq && python3 -m pip check && python3 -c "$0"
            """;

    /** Compares each file that pip installed with the hash that its wheel gave for it. */
    private static final String HASHES = """
            import base64, hashlib, importlib.metadata as metadata
            for found in metadata.distributions():
                by_pip = (found.read_text("INSTALLER") or "").strip() == "pip"
                for file in found.files or ():
                    if by_pip and file.hash and file.hash.mode == "sha256":
                        digest = hashlib.sha256(file.read_binary()).digest()
                        assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == file.hash.value, file
            """;

    private static final List<String> UNLOCKED_SERVICES = List.of("make", "nano", "sl", "hello");

    private static final String UNLOCKED = """
            FROM debian:bookworm-slim
            RUN --mount=type=cache,target=/var/cache/apt \\
                --mount=type=cache,target=/var/lib/apt/lists \\
                apt-get update && apt-get install -y --no-install-recommends %s
            """;

    record Round(double seconds, long succeeded, long sound, int repeatedDebs, int repeatedWheels) {}

    /** The rounds, the last words of each build that failed or was not sound, and what the builds without locks said. */
    record Findings(List<Round> rounds, List<String> failures, List<String> unlocked) {}

    private final Lab lab;
    private final Path samples;
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

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
        return new Findings(rounds, List.copyOf(failures), unlocked());
    }

    private Round round(Fleet fleet, String bust) {
        lab.engine.prune();
        int mark = lab.traffic.mark();
        long start = System.nanoTime();
        List<Build> builds = AtOnce.run(Fleet.SERVICES.size(),
                Fleet.SERVICES.stream().<Callable<Build>>map(service -> () -> fleet.attempt(service, bust)).toList());
        double seconds = (System.nanoTime() - start) / 1e9;
        Traffic traffic = lab.traffic.since(mark);
        builds.stream().filter(build -> !build.succeeded()).forEach(build -> failed(build.image() + " was not built", build.outcome()));
        long sound = AtOnce.run(2, builds.stream().filter(Build::succeeded).<Callable<Boolean>>map(build -> () -> isSound(build)).toList())
                .stream().filter(each -> each).count();
        return new Round(seconds, builds.stream().filter(Build::succeeded).count(), sound,
                traffic.repeated(Traffic.Kind.DEB).size(), traffic.repeated(Traffic.Kind.WHEEL).size());
    }

    private boolean isSound(Build build) {
        Command.Outcome audit = lab.engine.run(build.image(), "root", "sh", "-c", AUDIT, HASHES);
        if (!audit.succeeded()) {
            failed(build.image() + " is not sound", audit);
        }
        return audit.succeeded();
    }

    private void failed(String what, Command.Outcome outcome) {
        String words = what + ":\n" + outcome.tail(15);
        failures.add(words);
        Progress.say("%s", words);
    }

    /** What the builds of two images at once say that failed, since each of them wants apt's lock in the shared folder. */
    private List<String> unlocked() {
        lab.engine.prune();
        List<Build> builds = AtOnce.run(UNLOCKED_SERVICES.size(), UNLOCKED_SERVICES.stream().<Callable<Build>>map(name ->
                () -> lab.build("lab/unlocked-" + name + ":naive", UNLOCKED.formatted(name), lab.emptyContext(), Map.of())).toList());
        return builds.stream().filter(build -> !build.succeeded())
                .map(build -> build.outcome().output().lines().filter(line -> line.contains("E: ")).findFirst().orElse(build.outcome().tail(1)))
                .map(line -> line.replaceFirst("^#\\d+ [0-9.]+ (.*(?=E: ))?", "")).toList();
    }

    static Section section(Findings findings) {
        Section section = new Section("7. At the same time");
        section.say("All seven services at once, refitted, from empty caches. An image is sound if `dpkg --audit`, `dpkg --verify`, `apt-get check`"
                + " and `pip check` find nothing, and each file that pip installed has the hash that its wheel names."
                + " `sharing=locked` lets one apt run at a time, so no .deb is fetched twice; pip and uv run side by side,"
                + " and two of them that want a wheel at the same moment both fetch it.");
        section.row("round", "succeeded", "sound", ".debs fetched twice", "wheels fetched twice", "time");
        int number = 0;
        for (Round round : findings.rounds()) {
            section.row("" + ++number, round.succeeded() + " of " + Fleet.SERVICES.size(), "" + round.sound(),
                    "" + round.repeatedDebs(), "" + round.repeatedWheels(), String.format("%.0f s", round.seconds()));
        }
        section.lines(findings.failures());
        section.say("The same mounts without `sharing=locked`, four small images at once: " + findings.unlocked().size() + " failed.");
        section.lines(findings.unlocked());
        long sound = findings.rounds().stream().mapToLong(Round::sound).sum();
        long all = (long) ROUNDS * Fleet.SERVICES.size();
        section.goal("every parallel build succeeds and is sound", sound == all, "see the table");
        section.goal("no .deb is fetched twice", findings.rounds().stream().allMatch(round -> round.repeatedDebs() == 0), "see the table");
        section.figure(String.format("**At the same time**, %d times all seven from empty caches, %d of %d builds succeed with nothing corrupt.",
                ROUNDS, sound, all));
        return section;
    }
}
