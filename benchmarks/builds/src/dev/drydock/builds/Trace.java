package dev.drydock.builds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long each step of a build took, as BuildKit's plain progress says. Stages that do not depend on each other overlap. */
record Trace(List<Step> steps) {

    /** What a step does, by the first of the tools that its command names. */
    enum Kind {
        APT("apt", "RUN .*\\bapt(-get)?\\b.*"),
        PYTHON("pip and uv", "RUN .*\\b(pip3?|uv)\\b.*"),
        RUN("other RUNs", "RUN .*"),
        REST("all else: context, COPY, writing the image", ".*");

        final String title;
        private final Pattern pattern;

        Kind(String title, String pattern) {
            this.title = title;
            this.pattern = Pattern.compile("(?s)(\\[.*?] )?" + pattern);
        }

        static Kind of(String step) {
            for (Kind kind : values()) {
                if (kind.pattern.matcher(step).matches()) {
                    return kind;
                }
            }
            return REST;
        }
    }

    record Step(String image, String title, double seconds) {}

    private static final Pattern TITLE = Pattern.compile("^#(\\d+) (?!sha256:|DONE|CACHED|ERROR|CANCELED|\\.\\.\\.|\\d+\\.\\d+ )(.+)$");
    private static final Pattern DONE = Pattern.compile("^#(\\d+) DONE ([0-9.]+)s$");

    static Trace of(Build build) {
        Map<Integer, String> titles = new TreeMap<>();
        Map<Integer, Double> seconds = new TreeMap<>();
        build.outcome().output().lines().forEach(line -> {
            Matcher done = DONE.matcher(line);
            Matcher title = TITLE.matcher(line);
            if (done.matches()) {
                seconds.merge(Integer.valueOf(done.group(1)), Double.valueOf(done.group(2)), Math::max);
            } else if (title.matches()) {
                titles.putIfAbsent(Integer.valueOf(title.group(1)), title.group(2));
            }
        });
        List<Step> steps = new ArrayList<>();
        seconds.forEach((number, time) -> steps.add(new Step(build.image(), titles.getOrDefault(number, ""), time)));
        return new Trace(steps);
    }

    static Trace of(Iterable<Build> builds) {
        List<Step> all = new ArrayList<>();
        builds.forEach(build -> all.addAll(of(build).steps));
        return new Trace(all);
    }

    double seconds(Kind kind) {
        return steps.stream().filter(step -> Kind.of(step.title) == kind).mapToDouble(Step::seconds).sum();
    }

    /** The steps that took longest, the longest first, one a line. */
    List<String> longest(int count) {
        return steps.stream().sorted(Comparator.comparingDouble(Step::seconds).reversed()).limit(count)
                .map(step -> String.format("%6.1f s  %s  %s", step.seconds, step.image, shortened(step.title))).toList();
    }

    private static String shortened(String title) {
        String words = title.replaceAll("--mount=\\S+", "").replaceAll("\\s+", " ");
        return words.length() <= 110 ? words : words.substring(0, 109) + "…";
    }
}
