package dev.drydock.builds;

import java.util.List;

/** What was done to a Dockerfile before it is built. */
enum Variant {

    BEFORE("as it is", List.of()),
    PYTHON_CACHING("pythonCaching", List.of("--write")),

    /** What Docker's documentation shows: whatever defeats the caches stays where it was. */
    MOUNTS_ONLY("mounts alone", List.of("--write", "--transforms", "addSyntax,keepAptCache,mountCache"));

    final String title;
    final List<String> options;

    Variant(String title, List<String> options) {
        this.title = title;
        this.options = options;
    }

    /** A name that a file or an image tag may have. */
    String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
