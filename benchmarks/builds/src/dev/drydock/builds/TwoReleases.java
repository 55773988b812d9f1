package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Hazard 11, which breaks nothing here but costs: two releases of Debian whose services share one cache. */
final class TwoReleases {

    private static final String PLAIN = """
            FROM debian:%s-slim
            RUN apt-get update && apt-get install -y --no-install-recommends sl
            """;

    private static final String MOUNTED = """
            FROM debian:%s-slim
            RUN --mount=type=cache,target=/var/cache/apt,sharing=locked%s \\
                --mount=type=cache,target=/var/lib/apt/lists,sharing=locked%s \\
                rm -f /etc/apt/apt.conf.d/docker-clean && apt-get update && apt-get install -y --no-install-recommends sl
            """;

    private final Lab lab;

    TwoReleases(Lab lab) {
        this.lab = lab;
    }

    HazardRow run() {
        Traffic without = again(PLAIN, false);
        Traffic oneCache = again(MOUNTED, false);
        Traffic cacheEach = again(MOUNTED, true);
        boolean warned = warns();
        Progress.say("hazard 11: lists fetched again with one cache %d bytes, with one each %d", oneCache.bytes(Kind.LISTS), cacheEach.bytes(Kind.LISTS));
        return new HazardRow(11, "Services on two releases share one cache: apt deletes the lists that its own sources do not name."
                + " Built on bookworm, on bullseye, and on bookworm again, which fetches:", told(without), told(oneCache),
                "an id for each release (`APT.withId`): " + told(cacheEach) + (warned ? "; without, the command warns" : "; **no warning**"),
                "`/var/cache/apt` `/var/lib/apt/lists`",
                oneCache.bytes(Kind.LISTS) > 10 * cacheEach.bytes(Kind.LISTS), cacheEach.files(Kind.DEB) == 0 && warned);
    }

    /** What is fetched when the bookworm service is built again after the bullseye one. */
    private Traffic again(String dockerfile, boolean cacheEach) {
        lab.engine.prune();
        Traffic last = Traffic.none();
        for (String release : List.of("bookworm", "bullseye", "bookworm")) {
            String text = dockerfile.formatted(release, id(cacheEach, release, "apt"), id(cacheEach, release, "lists"));
            last = lab.build("lab/two-releases:" + release, text, lab.emptyContext(), Map.of("BUST", "" + System.nanoTime())).orFail().traffic();
        }
        return last;
    }

    private static String id(boolean cacheEach, String release, String name) {
        return cacheEach ? ",id=" + release + "-" + name : "";
    }

    private boolean warns() {
        Path folder = lab.work.resolve("two-releases");
        Folders.write(folder.resolve("bookworm.Dockerfile"), PLAIN.formatted("bookworm"));
        Folders.write(folder.resolve("bullseye.Dockerfile"), PLAIN.formatted("bullseye"));
        return lab.refit.apply(List.of("--list"), folder).contains("[cache-id/mixed-distributions]");
    }

    private static String told(Traffic traffic) {
        return Downloads.megabytes(traffic.bytes(Kind.LISTS)) + " of lists, " + traffic.files(Kind.DEB) + " .debs";
    }
}
