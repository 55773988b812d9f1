package dev.drydock.builds;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The experiment same-image: whether an image is the same after the refit, in its files, its configuration and what it can import. */
final class SameImage {

    /** One service's images: what two equal builds differ in, and what the refitted ones differ in beyond that. */
    record Comparison(Set<String> noise, Map<Variant, Set<String>> beyond, boolean sameConfiguration, boolean sameImports, String imports,
            long bytesBefore, long bytesAfter) {}

    /** What a tool had left in its cache folder, and so in the image: with the mount it is not there. */
    private static final String BALLAST = "-(root/\\.cache/(pip|uv))/.*";

    /**
     * What the refit is meant to change in an image: apt's configuration, and cache folders, which are empty. apt makes
     * those of its archives, with a lock file, where it finds none, as in the official images of Debian: now in the mount.
     */
    private static final Pattern EXPECTED = Pattern.compile(
            "[-~]etc/apt/apt\\.conf\\.d/docker-clean|\\+etc/apt/apt\\.conf\\.d/keep-cache|\\+root/\\.cache(/(pip|uv))?"
            + "|-var/cache/apt/archives(/(lock|partial))?|" + BALLAST);

    private static final String STATES = "+var/lib/apt/extended_states";

    private final Lab lab;
    private final Path samples;
    private final Inspected inspected;

    SameImage(Lab lab, Path samples, Inspected inspected) {
        this.lab = lab;
        this.samples = samples;
        this.inspected = inspected;
    }

    Map<String, Comparison> run() {
        Fleet before = new Fleet(lab, samples, Variant.BEFORE);
        List<Fleet> after = List.of(new Fleet(lab, samples, Variant.PYTHON_CACHING), new Fleet(lab, samples, Variant.MOUNTS_ONLY));
        Map<String, Comparison> comparisons = new ConcurrentSkipListMap<>();
        AtOnce.run(2, Fleet.SERVICES.stream().<Callable<Comparison>>map(service -> () -> {
            Comparison comparison = compare(service, before, after);
            Progress.say("same image: %s differs beyond what is meant in %s", service, meant(comparison.beyond().get(Variant.PYTHON_CACHING), false));
            return comparisons.put(service, comparison);
        }).toList());
        return comparisons;
    }

    private Comparison compare(String service, Fleet before, List<Fleet> after) {
        Inspected.Image original = inspected.get(before, service, Inspected.FIRST);
        Set<String> noise = original.files().differences(inspected.get(before, service, Inspected.AGAIN).files());
        boolean sameConfiguration = true;
        boolean sameImports = true;
        Map<Variant, Set<String>> beyond = new TreeMap<>();
        for (Fleet fleet : after) {
            Inspected.Image image = inspected.get(fleet, service, Inspected.FIRST);
            Set<String> differences = new TreeSet<>(original.files().differences(image.files()));
            differences.removeIf(path -> isNoise(path, noise));
            beyond.put(fleet.variant(), differences);
            sameConfiguration &= image.configuration().equals(original.configuration());
            sameImports &= image.imports().equals(original.imports());
        }
        return new Comparison(noise, beyond, sameConfiguration, sameImports, original.imports(),
                original.bytes(), inspected.get(after.get(0), service, Inspected.FIRST).bytes());
    }

    /** Compiled Python carries its source's time, so one such file may by chance be equal in two builds. */
    static boolean isNoise(String path, Set<String> noise) {
        boolean compiled = path.endsWith(".pyc") && path.startsWith("~");
        return noise.contains(path) || (compiled && noise.stream().anyMatch(one -> one.endsWith(".pyc")));
    }

    static Section section(Map<String, Comparison> comparisons) {
        Section section = new Section("3. The same image");
        section.say("Each service's image after the refit against the one before it: type, mode, owner, content and extended attributes of every file,"
                + " and the image's configuration (environment, user, command, entry point, labels, ports, volumes, health check and the rest)."
                + " The noise is what two builds of the unchanged file differ in. *The rest* should be nothing; `+` is new, `-` is gone, `~` is changed.");
        section.row("service", "noise", "pythonCaching: as meant", "the rest", "whole `/var/lib/apt`: as meant", "the rest",
                "configuration", "packages imported");
        comparisons.forEach((service, comparison) -> {
            Set<String> caching = comparison.beyond().get(Variant.PYTHON_CACHING);
            Set<String> whole = comparison.beyond().get(Variant.MOUNTS_ONLY);
            section.row(service, comparison.noise().size() + " files", list(meant(caching, true)), list(meant(caching, false)),
                    list(meant(whole, true)), list(meant(whole, false)), comparison.sameConfiguration() ? "the same" : "**differs**",
                    (comparison.sameImports() ? "the same, " : "**differ**, ") + comparison.imports().lines().count());
        });
        Set<String> noise = new TreeSet<>();
        comparisons.values().forEach(comparison -> comparison.noise().forEach(path -> noise.add(
                path.replaceAll("^.*__pycache__.*$", "~…/__pycache__/*.pyc").replaceAll("(root/\\.cache/\\w+)/.*", "$1/*"))));
        section.say("All of the noise: " + list(noise) + ".");
        section.goal("with pythonCaching nothing differs but apt's two files, and cache folders that are empty",
                comparisons.values().stream().allMatch(one -> meant(one.beyond().get(Variant.PYTHON_CACHING), false).isEmpty()), "see the table");
        section.goal("with the whole /var/lib/apt mounted only extended_states comes to that",
                comparisons.values().stream()
                        .allMatch(one -> meant(one.beyond().get(Variant.MOUNTS_ONLY), false).stream().allMatch(SameImage::isStates)), "see the table");
        boolean sameBehaviour = comparisons.values().stream().allMatch(one -> one.sameConfiguration() && one.sameImports());
        section.goal("configuration and imports are the same", sameBehaviour, "see the table");
        long same = comparisons.values().stream()
                .filter(one -> meant(one.beyond().get(Variant.PYTHON_CACHING), false).isEmpty() && one.sameConfiguration() && one.sameImports()).count();
        section.figure(String.format("**The images stay the same** in %d of %d services: file by file beyond what two builds of one file differ in,"
                + " but for apt's two configuration files and empty cache folders.", same, comparisons.size()));
        return section;
    }

    /** Whether the refit is meant to make this difference. */
    static boolean isMeant(String path) {
        return EXPECTED.matcher(path).matches();
    }

    private static boolean isStates(String path) {
        return path.substring(1).equals(STATES.substring(1));
    }

    private static Set<String> meant(Set<String> differences, boolean meant) {
        Set<String> chosen = new TreeSet<>(differences);
        chosen.removeIf(path -> isMeant(path) != meant);
        return chosen;
    }

    private static String list(Set<String> paths) {
        return paths.isEmpty() ? "–" : String.join(" ", paths.stream().map(path -> "`" + path.replaceAll(BALLAST, "-$1/*") + "`").distinct().toList());
    }
}
