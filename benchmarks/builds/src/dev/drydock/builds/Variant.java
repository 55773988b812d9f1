package dev.drydock.builds;

import java.util.List;

/** What was done to a Dockerfile before it is built. */
enum Variant {

    /** Here a first build does what each build does. */
    BEFORE("as it is", List.of(), false),

    PYTHON_CACHING("pythonCaching", List.of("--write"), true),

    /** What Docker's documentation shows: whatever defeats the caches stays where it was. */
    MOUNTS_ONLY("mounts alone", List.of("--write", "--transforms", "addSyntax,keepAptCache,mountCache"), false);

    final String title;
    final List<String> options;

    /** Whether the builds from empty caches are timed, too. */
    final boolean firstIsTimed;

    Variant(String title, List<String> options, boolean firstIsTimed) {
        this.title = title;
        this.options = options;
        this.firstIsTimed = firstIsTimed;
    }

    /** A name that a file or an image tag may have. */
    String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
