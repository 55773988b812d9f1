package dev.drydock.builds;

import java.nio.file.Path;
import java.util.List;

final class FullRun {
    private FullRun() {}
    static boolean run(Path home, Path work, Path command, List<String> asked) {
        try (Lab lab = new Lab(home, work, command, List.of("bookworm"))) {
            Progress.say("ready");
            Path samples = home.resolve("../../samples/services").normalize();
            Fleet fleet = new Fleet(lab, samples, Variant.BEFORE);
            for (String service : Fleet.SERVICES) {
                Build build = fleet.build(service, "1");
                Progress.say("%s %.1f s lists %s debs %s (%d) wheels %s (%d) index %d", service, build.seconds(), Downloads.megabytes(build.traffic().bytes(Traffic.Kind.LISTS)),
                  Downloads.megabytes(build.traffic().bytes(Traffic.Kind.DEB)), build.traffic().files(Traffic.Kind.DEB), Downloads.megabytes(build.traffic().bytes(Traffic.Kind.WHEEL)), build.traffic().files(Traffic.Kind.WHEEL), build.traffic().files(Traffic.Kind.INDEX));
            }
        }
        return true;
    }
}
