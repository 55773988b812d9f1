package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an image built FROM a refitted one inherits: its apt cleans up as before, where no cache is mounted. */
final class ChildImage {

    /** A child image: what of apt's caches lies in it, the configuration that it inherits, and the bytes that it adds to its parent. */
    record Child(String title, String archives, String configuration, long bytes) {}

    private static final String DOCKERFILE = """
            FROM %s
            USER root
            RUN apt-get update && apt-get install -y --no-install-recommends gcc && rm -rf /var/lib/apt/lists/*
            """;

    private static final String ARCHIVES = "find /var/cache/apt -type f -printf '%s\\n' | awk '{ bytes += $1 } END { printf \"%.1f MB\", bytes / 1e6 }'";
    private static final String CONFIGURATION = "cd /etc/apt/apt.conf.d && ls docker-clean keep-cache 2>/dev/null | paste -sd' '";

    private final Lab lab;

    ChildImage(Lab lab) {
        this.lab = lab;
    }

    /** Needs the fleet's images of both variants. */
    List<Child> run() {
        String plain = DOCKERFILE.formatted("lab/retry:" + Variant.PYTHON_CACHING.slug());
        Path refitted = lab.work.resolve("child");
        Folders.write(refitted.resolve("Dockerfile"), plain);
        lab.refit.apply(Variant.PYTHON_CACHING, refitted);
        List<Child> children = new ArrayList<>();
        children.add(child("of the image before", Variant.BEFORE, DOCKERFILE.formatted("lab/retry:" + Variant.BEFORE.slug())));
        children.add(child("of the refitted image", Variant.PYTHON_CACHING, plain));
        children.add(child("of the refitted image, refitted itself", Variant.PYTHON_CACHING, Folders.read(refitted.resolve("Dockerfile"))));
        children.add(child("of the image with the documented configuration (`keepAptCache`)", Variant.MOUNTS_ONLY,
                DOCKERFILE.formatted("lab/retry:" + Variant.MOUNTS_ONLY.slug())));
        return children;
    }

    private Child child(String title, Variant parent, String dockerfile) {
        Build build = lab.build("lab/child:trial", dockerfile, lab.work.resolve("child"), Map.of("BUST", title)).orFail();
        String archives = lab.engine.run(build.image(), "root", "sh", "-c", ARCHIVES).output().strip();
        long bytes = LayerSizes.bytes(lab.engine, build.image()) - LayerSizes.bytes(lab.engine, "lab/retry:" + parent.slug());
        return new Child(title, archives, lab.engine.run(build.image(), "root", "sh", "-c", CONFIGURATION).output().strip(), bytes);
    }

    /** The children of the refitted image beside that of the image before. */
    static List<LayerSizes.Pair> sizes(List<Child> children) {
        long before = children.get(0).bytes();
        return children.subList(1, 3).stream().map(child -> new LayerSizes.Pair("a child " + child.title(), before, child.bytes())).toList();
    }

    static void describe(Section section, List<Child> children) {
        section.say("A child image, which installs gcc with an apt RUN of its own:");
        section.row("child", "apt's archives and package caches left in it", "inherited configuration");
        children.forEach(child -> section.row(child.title(), child.archives(), child.configuration().isEmpty() ? "–" : "`" + child.configuration() + "`"));
        section.say("apt's configuration after `pythonCaching` keeps archives only where their cache is mounted, so a child's RUN without a mount leaves none."
                + " The documented configuration, which `keepAptCache` by itself writes, keeps them everywhere: refit such children as well.");
    }
}
