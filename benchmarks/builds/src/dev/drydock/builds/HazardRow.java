package dev.drydock.builds;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of the table of hazards: what was seen of the Dockerfile as it is, of the naive one and of ours; whether the
 * naive one went wrong, and whether ours was right.
 */
record HazardRow(int number, String title, String before, String naive, String ours, String mounts, boolean shown, boolean right) {

    /** How many hazards the documentation counts. */
    static final int HAZARDS = 16;

    static Section section(List<HazardRow> rows) {
        Section section = new Section("4. No build breaks: the hazards");
        section.say("Each Dockerfile is built three ways from empty caches: as it is, with mounts put where they seem to belong,"
                + " and as `pythonCaching` leaves it. What stands behind *builds* is what a check in the image prints."
                + " The files are in [hazards/](hazards); the numbers are those of [the documentation](../../docs/coverage.md), and some have several rows.");
        section.row("hazard", "as it is", "with a naive mount", "with pythonCaching", "which mounts");
        rows.stream().sorted(Comparator.comparingInt(HazardRow::number)).forEach(row ->
                section.row(row.number + ". " + row.title, row.before, row.naive, row.ours, row.mounts));
        section.say("Of hazard 10 this shows the half that needs no other frontend. That `docker/dockerfile:1.0` and `1.1` know no mounts at"
                + " all cannot be shown here, since their images cannot be pulled; the engine's classic builder (14) knows none either and"
                + " ends the build likewise. Tests of the library hold what is decided for each frontend.");
        List<Integer> absent = IntStream.rangeClosed(1, HAZARDS).boxed().filter(number -> rows.stream().noneMatch(row -> row.number == number)).toList();
        section.goal("each of the " + HAZARDS + " hazards is there", absent.isEmpty(), "not " + absent);
        section.goal("every hazard is real: with the naive mount the build fails, or its image differs, or it fetches again",
                rows.stream().allMatch(HazardRow::shown), names(rows, row -> !row.shown));
        section.goal("every output of Drydock builds, and its image answers as before; where nothing can build, the file is untouched",
                rows.stream().allMatch(HazardRow::right), names(rows, row -> !row.right));
        section.figure(String.format("**No build breaks.** In %d Dockerfiles with a hazard a naive mount breaks the build, spoils the image or saves"
                + " nothing in %d; the output of `pythonCaching` is right in %d.",
                rows.size(), rows.stream().filter(HazardRow::shown).count(), rows.stream().filter(HazardRow::right).count()));
        return section;
    }

    /** The mounts that were wrong, of which each row shows that it was and that the repaired one is right. */
    static Section repairs(List<HazardRow> rows) {
        Section section = new Section("5. Mounts that were written wrong");
        section.say("Each service is built without a mount, with a mount as people write it wrong, and after the transform that repairs it."
                + " The files are in [repairs/](repairs).");
        section.row("the mount", "without it", "with it", "repaired", "which mounts");
        rows.forEach(row -> section.row(row.title, row.before, row.naive, row.ours, row.mounts));
        section.goal("every mount is wrong: the build fails, or its image differs, or it fetches again",
                rows.stream().allMatch(HazardRow::shown), names(rows, row -> !row.shown));
        section.goal("every repaired mount builds an image that answers as the one without it, and fetches nothing again",
                rows.stream().allMatch(HazardRow::right), names(rows, row -> !row.right));
        section.figure(String.format("**Mounts that were written wrong**, in %d Dockerfiles, are right in %d after `repairCacheMounts`.",
                rows.size(), rows.stream().filter(HazardRow::right).count()));
        return section;
    }

    private static String names(List<HazardRow> rows, Predicate<HazardRow> which) {
        return rows.stream().filter(which).map(row -> row.number + ". " + row.title).collect(Collectors.joining(", "));
    }

    /** On one line, as code. */
    static String code(String text) {
        String line = Arrays.stream(text.strip().split("\\s+")).collect(Collectors.joining(" ")).replace("`", "'");
        return "`" + (line.length() <= 130 ? line : line.substring(0, 127) + "…") + "`";
    }
}
