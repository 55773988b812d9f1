package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Experiment 3, first half: for each hazard, what a naive mount does to it, and that Drydock's output builds and is right. */
final class Hazards {

    /** How one version went: whether every step built, what the check printed, and the last words of a build that failed. */
    record Trial(boolean built, String printed, String lastWords) {}

    record Finding(Hazard hazard, Trial before, Trial naive, Trial refitted, String rewritten) {

        boolean shown() {
            return before.built() && (!naive.built() || !naive.printed().equals(before.printed()));
        }

        boolean right() {
            return refitted.built() && refitted.printed().equals(before.printed());
        }
    }

    private final Lab lab;

    Hazards(Lab lab) {
        this.lab = lab;
    }

    List<Finding> run(Predicate<Hazard> wanted) {
        List<Finding> findings = new ArrayList<>();
        for (Path folder : Folders.in(lab.home.resolve("hazards"))) {
            Hazard hazard = Hazard.in(folder);
            if (wanted.test(hazard)) {
                Finding finding = show(hazard);
                Progress.say("hazard %s: %s, %s", hazard.name(), finding.shown() ? "shown" : "NOT SHOWN", finding.right() ? "right" : "NOT RIGHT");
                findings.add(finding);
            }
        }
        return findings;
    }

    private Finding show(Hazard hazard) {
        Path refitted = lab.work.resolve("hazards").resolve(hazard.name());
        Folders.write(refitted.resolve("main.Dockerfile"), hazard.dockerfile());
        if (hazard.hasOther()) {
            Folders.write(refitted.resolve("other.Dockerfile"), hazard.other());
        }
        lab.refit.apply(Variant.PYTHON_CACHING, refitted);
        String rewritten = Folders.read(refitted.resolve("main.Dockerfile"));
        Trial before = trial(hazard, "before", hazard.dockerfile(), hazard.hasOther() ? hazard.other() : "");
        Trial naive = trial(hazard, "naive", hazard.naive(), hazard.hasOther() ? hazard.naiveOther() : "");
        Trial ours = trial(hazard, "ours", rewritten, hazard.hasOther() ? Folders.read(refitted.resolve("other.Dockerfile")) : "");
        return new Finding(hazard, before, naive, ours, rewritten);
    }

    private Trial trial(Hazard hazard, String version, String main, String other) {
        lab.engine.prune();
        String image = "lab/hazard-" + hazard.name() + ":" + version;
        for (String step : hazard.steps()) {
            if (step.equals("clear caches")) {
                lab.engine.pruneCacheMounts();
                continue;
            }
            Build build = step.equals("other")
                    ? lab.build(image + "-other", other, hazard.folder(), Map.of())
                    : lab.build(image, main, hazard.folder(), arguments(step));
            if (!build.succeeded()) {
                return new Trial(false, "", reason(build.outcome().output()));
            }
        }
        String printed = lab.engine.run(image, "", "sh", "-c", hazard.check()).output().strip();
        lab.engine.remove(image);
        return new Trial(true, printed, "");
    }

    private static Map<String, String> arguments(String step) {
        return Arrays.stream(step.split("\\s+")).filter(word -> word.contains("="))
                .collect(Collectors.toMap(word -> word.substring(0, word.indexOf('=')), word -> word.substring(word.indexOf('=') + 1)));
    }

    /** The line of a failed build that says why. */
    private static String reason(String output) {
        List<String> lines = output.lines().map(line -> line.replaceFirst("^#\\d+ (\\d+\\.\\d+ )?", "").strip()).filter(line -> !line.isEmpty()).toList();
        Pattern telling = Pattern.compile("^E: |cannot remove|Permission denied|No such file|not found|ERROR: |error: ");
        return lines.stream().filter(line -> telling.matcher(line).find()).findFirst().orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }

    static Section section(List<Finding> findings) {
        Section section = new Section("3. No build breaks: the hazards");
        section.say("Each Dockerfile is built three ways from empty caches: as it is, with mounts put where they seem to belong,"
                + " and as `pythonCaching` leaves it. The files are in [hazards/](hazards); the numbers are those of the documentation.");
        section.row("hazard", "as it is", "with a naive mount", "with pythonCaching", "which mounts");
        for (Finding finding : findings) {
            section.row(finding.hazard().number() + ". " + finding.hazard().title() + " ([" + finding.hazard().name() + "](hazards/" + finding.hazard().name() + "))",
                    told(finding.before(), null), told(finding.naive(), finding.before()), told(finding.refitted(), finding.before()), targets(finding));
        }
        section.say("Not shown here, since this engine and these packages cannot: a uv whose links point into the mount (4, needs a real uv),"
                + " frontends that know no mounts (10, need to be pulled), files that BuildKit refuses to read (13, are never built),"
                + " builders without BuildKit (14). Tests of the library hold what is decided there.");
        section.goal("every hazard is real: naively mounted, the build fails or its image differs", findings.stream().allMatch(Finding::shown),
                names(findings, finding -> !finding.shown()));
        section.goal("every output of Drydock builds, and its image answers as before", findings.stream().allMatch(Finding::right),
                names(findings, finding -> !finding.right()));
        return section;
    }

    private static String names(List<Finding> findings, Predicate<Finding> which) {
        return findings.stream().filter(which).map(finding -> finding.hazard().name()).collect(Collectors.joining(", "));
    }

    private static String told(Trial trial, Trial before) {
        if (!trial.built()) {
            return "**fails**: `" + shortened(trial.lastWords()) + "`";
        }
        if (before == null || !trial.printed().equals(before.printed())) {
            return (before == null ? "builds: " : "builds, but: ") + "`" + shortened(trial.printed()) + "`";
        }
        return "builds, the same";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").replace("`", "'");
        return line.length() <= 130 ? line : line.substring(0, 127) + "…";
    }

    private static String targets(Finding finding) {
        Map<String, Boolean> targets = new LinkedHashMap<>();
        Pattern.compile("--mount=type=cache,\\S*?target=([^,\\s]+)").matcher(finding.rewritten()).results().forEach(match -> targets.put(match.group(1), true));
        return targets.isEmpty() ? "none" : String.join(" ", targets.keySet().stream().map(target -> "`" + target + "`").toList());
    }
}
