package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The experiment clean-up: apt keeps its archives where their cache is mounted, and cleans up everywhere else as before.
 * A builder that ignores mounts is played by the refitted file without its mounts.
 */
final class CleanUp {

    static final List<String> RELEASES = List.of("bullseye", "bookworm", "trixie");

    private static final List<String> TOOLS = List.of("apt-get", "apt");

    /** Steps that download, steps that only call apt, and one whose calls the file does not show. */
    private static final String DOCKERFILE = """
            FROM debian:%1$s-slim
            RUN %2$s update && %2$s install -y --no-install-recommends hello
            RUN %2$s update
            RUN apt-cache policy hello && %2$s purge -y hello && %2$s autoremove -y
            COPY setup.sh /setup.sh
            RUN sh /setup.sh %2$s
            """;

    private static final String SCRIPT = """
            set -e
            "$1" update
            "$1" install -y --no-install-recommends sl
            """;

    private static final String LEFT = "find /var/cache/apt -name '*.deb' -o -name '*.bin' | wc -l";

    /** One release and tool: the bytes of the layers in three ways, what is left of apt's caches, and what a rebuild fetches. */
    record Case(String release, String tool, long before, long refitted, long withoutMounts, int left, long fetched) {}

    private final Lab lab;

    CleanUp(Lab lab) {
        this.lab = lab;
    }

    List<Case> run() {
        lab.engine.prune();
        List<Case> cases = new ArrayList<>();
        for (String release : RELEASES) {
            for (String tool : TOOLS) {
                Case found = build(release, tool);
                Progress.say("clean-up on %s with %s: %d bytes before, %d refitted, %d without mounts", release, tool,
                        found.before(), found.refitted(), found.withoutMounts());
                cases.add(found);
            }
        }
        return cases;
    }

    private Case build(String release, String tool) {
        String slug = release + "-" + tool;
        Path folder = lab.work.resolve("clean-up").resolve(slug);
        String plain = DOCKERFILE.formatted(release, tool);
        Folders.write(folder.resolve("setup.sh"), SCRIPT);
        Folders.write(folder.resolve("Dockerfile"), plain);
        lab.refit.apply(Variant.PYTHON_CACHING, folder);
        String refitted = Folders.read(folder.resolve("Dockerfile"));
        long before = bytes(slug + ":before", release, plain, folder, "first");
        long after = bytes(slug + ":refitted", release, refitted, folder, "first");
        long without = bytes(slug + ":without", release, LabDockerfile.withoutMounts(refitted), folder, "first");
        int left = left(slug + ":refitted") + left(slug + ":without");
        Traffic again = lab.build(image(slug + ":again"), onLabImage(refitted.substring(0, refitted.indexOf("COPY")), release), folder,
                Map.of("BUST", "again")).orFail().traffic();
        List.of("before", "refitted", "without", "again").forEach(version -> lab.engine.remove(image(slug + ":" + version)));
        return new Case(release, tool, before, after, without, left, again.files(Kind.DEB));
    }

    private long bytes(String name, String release, String dockerfile, Path context, String bust) {
        lab.build(image(name), onLabImage(dockerfile, release), context, Map.of("BUST", bust)).orFail();
        return LayerSizes.bytes(lab.engine, image(name)) - LayerSizes.bytes(lab.engine, BaseImages.debian(release));
    }

    private int left(String name) {
        return Integer.parseInt(lab.engine.run(image(name), "", "sh", "-c", LEFT).output().strip());
    }

    /** Names the lab's image of that very release. */
    private static String onLabImage(String dockerfile, String release) {
        return dockerfile.replace("debian:" + release + "-slim", BaseImages.debian(release));
    }

    private static String image(String name) {
        return "lab/clean-up-" + name;
    }

    static Section section(List<Case> cases) {
        Section section = new Section("8. apt cleans up where its cache is not mounted");
        section.say("One Dockerfile whose steps install, update, purge, and run a script that installs, on each release of Debian. *Without mounts* is the"
                + " refitted file as a builder sees it that ignores mounts. What is told is the bytes that the file's layers add to their base image.");
        section.row("release", "tool", "before", "refitted", "refitted, without mounts", "archives and package caches left", ".debs that a rebuild fetches");
        cases.forEach(one -> section.row(one.release(), one.tool(), "" + one.before(), "" + one.refitted(), "" + one.withoutMounts(),
                "" + one.left(), "" + one.fetched()));
        section.goal("no layers grow by more than 1%, with mounts or without",
                cases.stream().allMatch(one -> 100 * Math.max(one.refitted(), one.withoutMounts()) <= 101 * one.before()), "see the table");
        section.goal("no archive and no package cache is left in an image", cases.stream().allMatch(one -> one.left() == 0), "see the table");
        section.goal("where the cache is mounted a rebuild fetches no .deb", cases.stream().allMatch(one -> one.fetched() == 0), "see the table");
        return section;
    }
}
