package dev.drydock.builds;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All experiments, or those that were asked for, and RESULTS.md from what they gave. */
final class FullRun {

    private static final List<String> RELEASES = List.of("bookworm", "bullseye");
    private static final Duration CORPUS_LIMIT = Duration.ofMinutes(6);

    private FullRun() {}

    /** Gives whether every goal was met. */
    static boolean run(Path home, Path work, Path command, Options options) {
        Path samples = home.resolve("../../samples/services").normalize();
        Results results = new Results(home);
        try (Lab lab = new Lab(home, work, command, RELEASES)) {
            Progress.say("the engine runs and the base images are made");
            results.describe(lab);
            // The images come first: after them the relay has every package, and the timed builds do not wait for the archive.
            Section images = options.wants("same-image") ? images(lab, samples) : null;
            if (options.wants("downloads")) {
                Map<Variant, Downloads.Series> measured = new Downloads(lab, samples).run(Arrays.asList(Variant.values()));
                results.add(Downloads.section(measured));
                results.plot(measured);
            }
            if (images != null) {
                results.add(images);
            }
            if (options.wants("hazards")) {
                Section section = Hazards.section(new Hazards(lab).run(hazard -> true));
                TwoReleases.describe(section, new TwoReleases(lab).run());
                results.add(section);
            }
            if (options.wants("corpus")) {
                results.add(options.corpus().map(archive -> Corpus.section(new Corpus(lab, archive, CORPUS_LIMIT).run())).orElseGet(Corpus::notRun));
            }
            if (options.wants("concurrency")) {
                results.add(Concurrency.section(new Concurrency(lab, samples).run()));
            }
        } catch (LabFailure failure) {
            // What was shown until then is not lost, but nothing incomplete is kept.
            results.write(false);
            throw failure;
        }
        Progress.say("done");
        results.write(options.all());
        return results.met();
    }

    private static Section images(Lab lab, Path samples) {
        Section section = SameImage.section(new SameImage(lab, samples).run());
        ChildImage.describe(section, new ChildImage(lab).run());
        return section;
    }
}
