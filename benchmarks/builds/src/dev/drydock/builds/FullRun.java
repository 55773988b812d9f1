package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All experiments, or those that were asked for, and RESULTS.md from what they gave. */
final class FullRun {

    private FullRun() {}

    /** Gives whether every goal was met. */
    static boolean run(Path home, Path work, Path command, Options options) {
        Path samples = home.resolve("../../samples/services").normalize();
        Results results = new Results(home);
        try (Lab lab = results.timed("the engine and the base images", () -> new Lab(home, work, command, releases(options)))) {
            results.describe(lab);
            // This one comes first: after it the relay has every package, and the timed builds do not wait for the archive.
            Section concurrency = options.wants("concurrency") || options.wants("downloads")
                    ? results.timed("concurrency", () -> Concurrency.section(new Concurrency(lab, samples).run())) : null;
            Inspected inspected = new Inspected(lab);
            if (options.wants("downloads")) {
                Map<Variant, Downloads.Series> measured =
                        results.timed("downloads", () -> new Downloads(lab, samples, inspected).run(Arrays.asList(Variant.values())));
                results.add(Downloads.section(measured));
                results.plot(measured);
            }
            if (options.wants("same-image")) {
                results.add(results.timed("same-image", () -> images(lab, samples, inspected)));
            }
            if (options.wants("hazards")) {
                results.add(results.timed("hazards", () -> hazards(lab, options)));
            }
            if (options.wants("repairs")) {
                results.add(results.timed("repairs", () -> HazardRow.repairs(new Hazards(lab).run("repairs", repair -> true))));
            }
            if (options.wants("corpus")) {
                results.add(results.timed("corpus", () -> Corpus.section(new Corpus(lab, options.corpus().orElseThrow()).run())));
            }
            if (concurrency != null) {
                results.add(concurrency);
            }
            if (options.wants("clean-up")) {
                results.add(results.timed("clean-up", () -> CleanUp.section(new CleanUp(lab).run())));
            }
        } catch (LabFailure failure) {
            // What was shown until then is not lost, but nothing incomplete is kept.
            results.show();
            throw failure;
        }
        if (options.all()) {
            results.write();
            Progress.say("RESULTS.md, results.svg and the README's figures are written");
        } else {
            results.show();
        }
        return results.met();
    }

    /** Images of releases that no wanted experiment uses are not made. */
    private static List<String> releases(Options options) {
        return options.wants("clean-up") ? CleanUp.RELEASES : List.of("bookworm", "bullseye");
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
