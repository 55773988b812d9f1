package dev.drydock.builds;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** The experiment corpus: real Dockerfiles, built as they were published and as Drydock leaves them. */
final class Corpus {

    static final int GOAL = 60;

    private static final int AT_ONCE = 2;

    /** One file: whether all of a stage is built, whether it was changed, whether its refitted version built, and whether the same packages are installed. */
    record Case(String name, boolean whole, boolean changed, boolean after, boolean samePackages, String lastWords) {}

    record Findings(int files, int whole, int parts, int tried, List<Case> cases) {}

    /** How long files are tried once enough have built; how long at all; and when the lab as a whole should come to its end. */
    private static final Duration LIMIT = Duration.ofMinutes(12);
    private static final Duration LAST = Duration.ofMinutes(40);
    private static final Duration END = Duration.ofMinutes(100);

    private final Lab lab;
    private final Path archive;

    /** The archive holds real Dockerfiles. */
    Corpus(Lab lab, Path archive) {
        this.lab = lab;
        this.archive = archive;
    }

    Findings run() {
        Path folder = lab.work.resolve("corpus");
        folder.toFile().mkdirs();
        Command.of("tar", "-xzf", archive.toAbsolutePath().toString(), "-C", folder.toString()).output();
        List<Path> files = Folders.filesBelow(folder);
        Set<String> seen = new HashSet<>();
        List<Candidate> candidates = files.stream().map(file -> Candidate.of(folder, file)).flatMap(found -> found.stream())
                .filter(candidate -> seen.add(candidate.text()))
                .sorted(Comparator.comparing(Candidate::whole).reversed().thenComparing(Candidate::weight)).toList();
        Path refitted = lab.work.resolve("corpus-refitted");
        candidates.forEach(candidate -> Folders.writeLatin(refitted.resolve(candidate.name() + ".Dockerfile"), candidate.text()));
        lab.refit.apply(Variant.PYTHON_CACHING, refitted);
        lab.engine.prune();
        List<Case> cases = new ArrayList<>();
        int tried = build(candidates, refitted, cases);
        int whole = (int) candidates.stream().filter(Candidate::whole).count();
        return new Findings(files.size(), whole, candidates.size() - whole, tried, cases);
    }

    private int build(List<Candidate> candidates, Path refitted, List<Case> cases) {
        Duration start = Progress.elapsed();
        AtomicInteger built = new AtomicInteger();
        List<Optional<List<Case>>> results = AtOnce.run(AT_ONCE, candidates.stream().<Callable<Optional<List<Case>>>>map(candidate -> () -> {
            if (isTimeUp(start, built.get() >= GOAL)) {
                return Optional.empty();
            }
            List<Case> found = build(candidate, refitted);
            built.addAndGet(found.size());
            return Optional.of(found);
        }).toList());
        results.forEach(result -> result.ifPresent(cases::addAll));
        return (int) results.stream().filter(Optional::isPresent).count();
    }

    private static boolean isTimeUp(Duration start, boolean enough) {
        Duration now = Progress.elapsed();
        Duration spent = now.minus(start);
        return spent.compareTo(LAST) > 0 || enough && (spent.compareTo(LIMIT) > 0 || now.compareTo(END) > 0);
    }

    /** Nothing where the file as published does not build here, or its image has no dpkg: that says nothing about Drydock. */
    private List<Case> build(Candidate candidate, Path folder) {
        String after = Folders.readLatin(folder.resolve(candidate.name() + ".Dockerfile"));
        Path context = lab.work.resolve("corpus-contexts").resolve(candidate.name());
        candidate.makeContext(context);
        String image = "lab/corpus-" + candidate.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        Build original = lab.build(image + ":before", LabDockerfile.upTo(candidate.text(), candidate.target()), context, Map.of());
        if (!original.succeeded()) {
            Progress.say("corpus %s does not build as published: %s", candidate.name(), original.outcome().tail(1));
            return List.of();
        }
        String expected = packages(image + ":before");
        if (expected.isEmpty()) {
            return List.of();
        }
        Build refitted = lab.build(image + ":after", LabDockerfile.upTo(after, candidate.target()), context, Map.of());
        boolean same = refitted.succeeded() && packages(image + ":after").equals(expected);
        lab.engine.remove(image + ":before");
        lab.engine.remove(image + ":after");
        Case found = new Case(candidate.name(), candidate.whole(), !after.equals(candidate.text()), refitted.succeeded(), same,
                refitted.succeeded() ? "" : refitted.outcome().tail(3));
        Progress.say("corpus %s: %s", found.name(), found.after() && found.samePackages() ? "the same" : "BROKEN " + found.lastWords());
        return List.of(found);
    }

    /** What is installed, or nothing where it cannot be told. */
    private String packages(String image) {
        Command.Outcome listed = lab.engine.run(image, "root", "dpkg-query", "-W", "-f", "${Package} ${Version} ${Status}\\n");
        return listed.succeeded() ? listed.output() : "";
    }

    static Section section(Findings findings) {
        Section section = new Section("6. No build breaks: real Dockerfiles");
        List<Case> cases = findings.cases();
        section.say(String.format("Of %d published Dockerfiles %d have a stage that may build without anything but apt's packages: the last one, or one before it,"
                + " to which the file is built then. Of %d more the instructions before the first one that cannot be run here are a file of their own."
                + " %d were tried before the time was up, in this order and the light ones first,"
                + " with empty files where they copy some. %d build here as published. Each of those was built again as `pythonCaching` leaves it,"
                + " all of them with one shared cache, two at a time.",
                findings.files(), findings.whole(), findings.parts(), findings.tried(), cases.size()));
        section.row("", "files");
        section.row("build as published", "" + cases.size());
        section.row("of these whole stages", "" + cases.stream().filter(Case::whole).count());
        section.row("changed by pythonCaching", "" + cases.stream().filter(Case::changed).count());
        section.row("build after it", "" + cases.stream().filter(Case::after).count());
        section.row("with the same packages in the same versions", "" + cases.stream().filter(Case::samePackages).count());
        section.goal("at least " + GOAL + " real files build here", cases.size() >= GOAL, cases.size() + " do");
        section.goal("whatever built before builds after, with the same packages", cases.stream().allMatch(Case::samePackages),
                String.join("; ", cases.stream().filter(one -> !one.samePackages()).map(one -> one.name() + " " + one.lastWords()).toList()));
        section.say("<details><summary>The files</summary>\n\n"
                + String.join("\n", cases.stream().map(one -> "- `" + one.name() + "`" + (one.whole() ? "" : " (in part)") + (one.changed() ? "" : " (unchanged)")).toList()) + "\n\n</details>");
        long inPart = cases.stream().filter(one -> !one.whole()).count();
        section.figure(String.format("**Of %d real Dockerfiles** that build here%s %d build after `pythonCaching`, with the same packages in the same versions.",
                cases.size(), inPart == 0 ? "" : ", " + inPart + " of them up to what needs the Internet,", cases.stream().filter(Case::samePackages).count()));
        return section;
    }
}
