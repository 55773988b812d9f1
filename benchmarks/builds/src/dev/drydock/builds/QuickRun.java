package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What CI runs: one service before and after, and one hazard. */
final class QuickRun {

    private static final String SERVICE = "retry";
    private static final String HAZARD = "01-removed-cache-folder";

    private QuickRun() {}

    static boolean run(Path home, Path work, Path command) {
        Section section = new Section("Quick: " + SERVICE + " and " + HAZARD);
        try (Lab lab = new Lab(home, work, command, List.of("bookworm"))) {
            Progress.say("the engine runs and the base images are made");
            Path samples = home.resolve("../../samples/services").normalize();
            Fleet before = new Fleet(lab, samples, Variant.BEFORE);
            Fleet after = new Fleet(lab, samples, Variant.PYTHON_CACHING);
            before.build(SERVICE, "first");
            Snapshot original = Snapshot.of(lab.engine, before.image(SERVICE));
            Traffic beforeAgain = before.build(SERVICE, "again").traffic();
            Set<String> noise = original.differences(Snapshot.of(lab.engine, before.image(SERVICE)));
            after.build(SERVICE, "first");
            Traffic again = after.build(SERVICE, "again").traffic();
            Set<String> differences = new TreeSet<>(original.differences(Snapshot.of(lab.engine, after.image(SERVICE))));
            differences.removeIf(path -> SameImage.isNoise(path, noise) || SameImage.isMeant(path));
            section.say(String.format("A rebuild of %s fetches %s before and %s after.", SERVICE,
                    Downloads.megabytes(beforeAgain.bytes()), Downloads.megabytes(again.bytes())));
            section.goal("without the refit a rebuild fetches .debs and wheels again",
                    beforeAgain.files(Kind.DEB) > 0 && beforeAgain.files(Kind.WHEEL) > 0, "it fetched none");
            section.goal("with it, none", again.files(Kind.DEB) == 0 && again.files(Kind.WHEEL) == 0,
                    "it fetched " + again.names(Kind.DEB) + again.names(Kind.WHEEL));
            section.goal("the image is the same", differences.isEmpty(), differences.toString());
            List<HazardRow> rows = new Hazards(lab).run("hazards", hazard -> hazard.name().equals(HAZARD));
            section.goal("a naive mount breaks the hazard's build", rows.stream().allMatch(HazardRow::shown), rows.toString());
            section.goal("Drydock's output builds", rows.stream().allMatch(HazardRow::right), rows.toString());
        }
        System.out.println(section.text());
        return section.met();
    }
}
