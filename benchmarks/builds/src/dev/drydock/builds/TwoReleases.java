package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.util.List;
import java.util.Map;

/** Hazard 11, which breaks nothing here but costs: two releases of Debian whose services share one cache. */
final class TwoReleases {

    private static final String DOCKERFILE = """
            FROM debian:%s-slim
            RUN --mount=type=cache,target=/var/cache/apt,sharing=locked%s \\
                --mount=type=cache,target=/var/lib/apt/lists,sharing=locked%s \\
                rm -f /etc/apt/apt.conf.d/docker-clean && apt-get update && apt-get install -y --no-install-recommends sl
            """;

    /** What is fetched when the bookworm service is built again after the bullseye one. */
    record Findings(Traffic oneCache, Traffic cacheEach) {}

    private final Lab lab;

    TwoReleases(Lab lab) {
        this.lab = lab;
    }

    Findings run() {
        return new Findings(again(false), again(true));
    }

    private Traffic again(boolean cacheEach) {
        lab.engine.prune();
        Traffic last = Traffic.none();
        for (String release : List.of("bookworm", "bullseye", "bookworm")) {
            String dockerfile = DOCKERFILE.formatted(release, id(cacheEach, release, "apt"), id(cacheEach, release, "lists"));
            last = lab.build("lab/two-releases:" + release, dockerfile, lab.emptyContext(), Map.of("BUST", "" + System.nanoTime())).orFail().traffic();
        }
        return last;
    }

    private static String id(boolean cacheEach, String release, String name) {
        return cacheEach ? ",id=" + release + "-" + name : "";
    }

    static void describe(Section section, Findings findings) {
        section.say("Two releases on one cache (11): a service on bookworm is built, one on bullseye, and the first one again."
                + " apt deletes the lists that its own sources do not name, so each build fetches its lists anew.");
        section.row("", "lists fetched again", ".debs fetched again");
        section.row("one cache for both, BuildKit's default", cells(findings.oneCache()));
        section.row("an id for each release", cells(findings.cacheEach()));
    }

    private static String[] cells(Traffic traffic) {
        return new String[] {Downloads.megabytes(traffic.bytes(Kind.LISTS)), "" + traffic.files(Kind.DEB)};
    }
}
