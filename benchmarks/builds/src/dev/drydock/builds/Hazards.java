package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The experiment hazards: for each, what a naive mount does to it, and that Drydock's output builds and is right;
 * and for each mount that a maintainer may have written wrong, that the repaired one is.
 */
final class Hazards {

    /**
     * How one version went: whether every step built, what the check printed, the last words of a build that failed,
     * the weight of the folders that are weighed, and the packages that a rebuild fetched.
     */
    private record Trial(boolean built, String printed, String lastWords, String weight, long refetched) {}

    /** The line of a failed build that says why. */
    private static final Pattern TELLING = Pattern.compile(
            "^E: |cannot remove|Permission denied|No such file|not found|ERROR: |error: |failed to solve|requires BuildKit");

    private final Lab lab;

    Hazards(Lab lab) {
        this.lab = lab;
    }

    /** The folders are those of {@code hazards/} or {@code repairs/}. */
    List<HazardRow> run(String folders, Predicate<Hazard> wanted) {
        List<HazardRow> rows = new ArrayList<>();
        for (Path folder : Folders.in(lab.home.resolve(folders))) {
            Hazard hazard = Hazard.in(folder);
            if (wanted.test(hazard)) {
                HazardRow row = show(hazard);
                Progress.say("hazard %s: %s, %s", hazard.name(), row.shown() ? "shown" : "NOT SHOWN", row.right() ? "right" : "NOT RIGHT");
                rows.add(row);
            }
        }
        return rows;
    }

    private HazardRow show(Hazard hazard) {
        Path folder = lab.work.resolve("hazards").resolve(hazard.name());
        Path main = folder.resolve("main.Dockerfile");
        Path other = folder.resolve("other.Dockerfile");
        boolean repaired = !hazard.repaired().isEmpty();
        Folders.write(main, repaired ? hazard.naive() : hazard.dockerfile());
        if (hazard.hasOther()) {
            Folders.write(other, repaired ? hazard.naiveOther() : hazard.other());
        }
        String notes = lab.refit.apply(repaired ? List.of("--write", "--transforms", hazard.repaired()) : Variant.PYTHON_CACHING.options, folder);
        String refitted = Folders.read(main);
        if (!hazard.then().isEmpty()) {
            lab.refit.apply(List.of("--write", "--transforms", hazard.then()), folder);
        }
        Trial before = trial(hazard, "before", hazard.dockerfile(), hazard.other());
        Trial naive = trial(hazard, "naive", hazard.naive(), hazard.naiveOther());
        Trial ours = trial(hazard, "ours", Folders.read(main), hazard.hasOther() ? Folders.read(other) : "");
        String title = hazard.title() + " ([" + hazard.name() + "](" + (repaired ? "repairs/" : "hazards/") + hazard.name() + "))";
        String then = hazard.then().isEmpty() ? "" : "after `" + hazard.then() + "` ";
        if (hazard.isRefused()) {
            boolean untouched = refitted.equals(hazard.dockerfile()) && notes.contains("is no Dockerfile that can be built");
            return new HazardRow(hazard.number(), title, told(before, before, hazard), told(naive, before, hazard),
                    (untouched ? "untouched, with a note: " : "**changed**: ") + told(ours, before, hazard), targets(refitted),
                    !before.built && !naive.built, untouched && !ours.built);
        }
        boolean same = ours.built && ours.printed.equals(before.printed);
        boolean shown = !naive.built || !naive.printed.equals(before.printed) || naive.refetched > 0;
        return new HazardRow(hazard.number(), title, told(before, null, hazard), told(naive, before, hazard), then + told(ours, before, hazard),
                targets(refitted), before.built && shown, same && (!hazard.isRebuilt() || ours.refetched == 0));
    }

    private Trial trial(Hazard hazard, String version, String main, String other) {
        lab.engine.prune();
        String image = "lab/hazard-" + hazard.name() + ":" + version;
        for (String step : hazard.steps()) {
            if (step.equals("clear caches")) {
                lab.engine.pruneCacheMounts();
                continue;
            }
            boolean isMain = !step.equals("other");
            Build build = build(hazard, isMain ? image : image + "-other", isMain ? main : other, arguments(step));
            if (!build.succeeded()) {
                return new Trial(false, "", reason(build.outcome().output()), "", 0);
            }
        }
        String printed = printed(image, hazard.check());
        String weight = hazard.weighed().isEmpty() ? "" : printed(image, "find " + hazard.weighed() + " -type f -printf '%s\\n' 2>/dev/null"
                + " | awk '{ bytes += $1 } END { printf \"%.1f MB\", bytes / 1e6 }'");
        long refetched = -1;
        if (hazard.isRebuilt()) {
            Map<String, String> again = Map.of("BUST", "again");
            Build rebuilt = hazard.isOtherRebuilt() ? build(hazard, image + "-other", other, again) : build(hazard, image, main, again);
            Traffic traffic = rebuilt.orFail().traffic();
            refetched = traffic.files(Traffic.Kind.DEB) + traffic.files(Traffic.Kind.WHEEL);
        }
        lab.engine.remove(image);
        return new Trial(true, printed, "", weight, refetched);
    }

    private Build build(Hazard hazard, String image, String dockerfile, Map<String, String> arguments) {
        if (hazard.isClassic()) {
            return lab.buildClassic(image, dockerfile, hazard.folder());
        }
        String seen = hazard.isIgnoringMounts() ? LabDockerfile.withoutMounts(dockerfile) : dockerfile;
        return lab.build(image, seen, hazard.folder(), arguments);
    }

    private String printed(String image, String command) {
        return lab.engine.run(image, "", "sh", "-c", command).output().strip();
    }

    private static Map<String, String> arguments(String step) {
        return Arrays.stream(step.split("\\s+")).filter(word -> word.contains("="))
                .collect(Collectors.toMap(word -> word.substring(0, word.indexOf('=')), word -> word.substring(word.indexOf('=') + 1)));
    }

    private static String reason(String output) {
        List<String> lines = output.lines().map(line -> line.replaceFirst("^#\\d+ (\\d+\\.\\d+ )?", "").strip()).filter(line -> !line.isEmpty()).toList();
        return lines.stream().filter(line -> TELLING.matcher(line).find()).findFirst().orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1))
                .replaceAll("failed to solve with frontend \\S+ |failed to create LLB definition: |\\. Refer to .*", "");
    }

    private static String told(Trial trial, Trial before, Hazard hazard) {
        if (!trial.built) {
            boolean likewise = before != null && before != trial && trial.lastWords.equals(before.lastWords);
            return likewise ? "fails with the same words" : "**fails**: " + HazardRow.code(trial.lastWords);
        }
        String seen = before == null ? "builds: " + HazardRow.code(trial.printed)
                : trial.printed.equals(before.printed) ? "builds, the same" : "builds, **but**: " + HazardRow.code(trial.printed);
        String weight = trial.weight.isEmpty() ? "" : "; " + trial.weight + " of caches in its layers";
        String rebuild = hazard.isOtherRebuilt() ? "; a rebuild of the other service fetches " : "; a rebuild fetches ";
        return seen + weight + (trial.refetched < 0 ? "" : rebuild + trial.refetched + " packages");
    }

    private static String targets(String dockerfile) {
        List<String> targets = LabDockerfile.targets(dockerfile);
        return targets.isEmpty() ? "none" : targets.stream().map(target -> "`" + target + "`").collect(Collectors.joining(" "));
    }
}
