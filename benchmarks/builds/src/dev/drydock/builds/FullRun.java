package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All experiments, or those that were asked for, in an order in which each may use what those before it made. */
final class FullRun {

    private FullRun() {}

    /** Gives whether every goal was met. */
    static boolean run(Path home, Path work, Path command, Options options) {
        Path samples = home.resolve("../../samples/services").normalize();
        try (Lab lab = new Lab(home, work, command, releases(options))) {
            Results results = new Results(home, options.areKept(), lab.engine.version());
            // This one comes first: after it the relay has every package, and the timed builds do not wait for the archive.
            if (options.wants("concurrency") || options.wants("downloads")) {
                results.add(() -> Concurrency.section(new Concurrency(lab, samples).run()));
            }
            Inspected inspected = new Inspected(lab);
            if (options.wants("downloads")) {
                results.add(() -> {
                    Map<Variant, Downloads.Series> measured = new Downloads(lab, samples, inspected).run(Arrays.asList(Variant.values()));
                    results.plot(measured);
                    return Downloads.section(measured);
                });
            }
            if (options.wants("limit")) {
                results.add(() -> Limit.section(new Limit(lab, samples).run()));
            }
            if (options.wants("same-image")) {
                results.add(() -> images(lab, samples, inspected));
            }
            if (options.wants("hazards")) {
                results.add(() -> hazards(lab, options));
            }
            if (options.wants("repairs")) {
                results.add(() -> HazardRow.repairs(new Hazards(lab).run("repairs", repair -> true)));
            }
            if (options.wants("corpus")) {
                results.add(() -> Corpus.section(new Corpus(lab, options.corpus().orElseThrow()).run()));
            }
            if (options.wants("clean-up")) {
                results.add(() -> CleanUp.section(new CleanUp(lab).run()));
            }
            if (options.wants("tools")) {
                results.add(() -> OtherTools.section(new OtherTools(lab).run()));
            }
            return results.met();
        }
    }

    /** Images of releases that no wanted experiment uses are not made. */
    private static List<String> releases(Options options) {
        boolean all = Stream.of("clean-up", "corpus", "tools").anyMatch(options::wants);
        return all ? CleanUp.RELEASES : List.of("bookworm", "bullseye");
    }

    private static Section images(Lab lab, Path samples, Inspected inspected) {
        Map<String, SameImage.Comparison> services = new SameImage(lab, samples, inspected).run();
        List<ChildImage.Child> children = new ChildImage(lab).run();
        Section section = SameImage.section(services);
        ChildImage.describe(section, children);
        LayerSizes.describe(section, services, ChildImage.sizes(children));
        return section;
    }

    private static Section hazards(Lab lab, Options options) {
        List<HazardRow> rows = new ArrayList<>(new Hazards(lab).run("hazards", hazard -> options.wantsHazard(hazard.name())));
        if (options.wantsHazard("11-two-releases")) {
            rows.add(new TwoReleases(lab).run());
        }
        return HazardRow.section(rows);
    }
}
