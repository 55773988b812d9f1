package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an image built FROM a refitted one inherits: apt that keeps its archives, which costs where no cache is mounted. */
final class ChildImage {

    record Child(String title, String archives, String configuration) {}

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
        children.add(child("of the image before", DOCKERFILE.formatted("lab/retry:" + Variant.BEFORE.slug())));
        children.add(child("of the refitted image", plain));
        children.add(child("of the refitted image, refitted itself", Folders.read(refitted.resolve("Dockerfile"))));
        return children;
    }

    private Child child(String title, String dockerfile) {
        Build build = lab.build("lab/child:trial", dockerfile, lab.work.resolve("child"), Map.of("BUST", title)).orFail();
        String archives = lab.engine.run(build.image(), "root", "sh", "-c", ARCHIVES).output().strip();
        return new Child(title, archives, lab.engine.run(build.image(), "root", "sh", "-c", CONFIGURATION).output().strip());
    }

    static void describe(Section section, List<Child> children) {
        section.say("A child image, which installs gcc with an apt RUN of its own:");
        section.row("child", "apt's archives left in it", "inherited configuration");
        children.forEach(child -> section.row(child.title(), child.archives(), child.configuration().isEmpty() ? "–" : "`" + child.configuration() + "`"));
        section.say("The child of a refitted image inherits apt's new configuration, so that a RUN without a mount leaves its archives in the layer."
                + " Refit the children as well, or write docker-clean again at the end of the parent.");
    }
}
