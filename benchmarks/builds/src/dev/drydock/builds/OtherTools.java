package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The experiment tools: services of other package managers than Python's, one for each folder of services/: what a rebuild fetches before and
 * after the refit, and whether the image stays the same.
 */
final class OtherTools {

    /** What one service gave: the packages and bytes of its builds, what else differs in its image, and what it says of itself. */
    record Outcome(String service, Traffic before, Traffic first, Traffic again, Set<String> beyond, String saidBefore, String saidAfter,
            List<String> targets) {

        boolean isSame() {
            return beyond.isEmpty() && !saidBefore.isEmpty() && saidBefore.equals(saidAfter);
        }
    }

    private static final List<String> REFIT = List.of("--write", "--tools", "npm,cargo,maven");

    private static final Pattern URL = Pattern.compile("<url>(.*?)</url>");

    private final Lab lab;

    OtherTools(Lab lab) {
        this.lab = lab;
    }

    List<Outcome> run() {
        List<Outcome> outcomes = new ArrayList<>();
        try (CrateRegistry crates = new CrateRegistry(Folders.in(lab.home.resolve("crates")), lab.link, lab.traffic);
                Relay npm = relay("npm", npmRegistry(), ".tgz");
                Relay maven = relay("maven", mavenRepository(), ".jar", ".pom")) {
            Map<String, String> registries = Map.of("cargo", crates.address(), "npm", npm.address(), "maven", maven.address());
            for (Path folder : Folders.in(lab.home.resolve("services"))) {
                String service = folder.getFileName().toString();
                Properties properties = Folders.properties(folder.resolve("service.properties"));
                lab.makeImage(properties.getProperty("image"), registries.get(service));
                outcomes.add(show(service, folder, properties.getProperty("check")));
                Progress.say("other tools: %s is shown", service);
            }
        }
        return outcomes;
    }

    /** Where this machine's npm gets its packages, as its configuration says: the lab names no host. */
    private static String npmRegistry() {
        return Command.of("npm", "config", "get", "registry").output().strip();
    }

    /** Where this machine's Maven gets its packages. */
    private String mavenRepository() {
        String repositories = Command.of("mvn", "-q", "-B", "help:evaluate", "-Dexpression=project.repositories", "-DforceStdout").in(lab.work).output();
        return URL.matcher(repositories).results().map(match -> match.group(1)).findFirst()
                .orElseThrow(() -> new LabFailure("Maven names no repository:\n" + repositories));
    }

    private Relay relay(String tool, String address, String... packages) {
        return new Relay(Relay.Upstream.registry(tool, address, packages), lab.work.resolve(tool), lab.link, lab.traffic);
    }

    private Outcome show(String service, Path folder, String check) {
        Path before = copy(folder, service + "-before");
        Path after = copy(folder, service + "-after");
        lab.refit.apply(REFIT, after);

        lab.engine.prune();
        String image = "lab/tool-" + service + ":before";
        build(image, before, "first");
        Snapshot original = Snapshot.of(lab.engine, image);
        Traffic beforeAgain = build(image, before, "again");
        Set<String> noise = original.differences(Snapshot.of(lab.engine, image));
        String saidBefore = said(image, check);

        lab.engine.prune();
        image = "lab/tool-" + service + ":after";
        Traffic first = build(image, after, "first");
        List<String> targets = LabDockerfile.targets(dockerfile(after));
        Set<String> beyond = new TreeSet<>(original.differences(Snapshot.of(lab.engine, image)));
        beyond.removeIf(path -> noise.contains(path) || isCache(path, targets));
        Traffic again = build(image, after, "again");
        return new Outcome(service, beforeAgain, first, again, beyond, saidBefore, said(image, check), targets);
    }

    /** Whether the path is below a mount, or a folder that leads to one: what lay there is in the mount now. */
    private static boolean isCache(String difference, List<String> targets) {
        String path = "/" + difference.substring(1);
        return targets.stream().anyMatch(target -> difference.startsWith("-") && path.startsWith(target + "/")
                || difference.startsWith("+") && (target + "/").startsWith(path + "/"));
    }

    private Path copy(Path folder, String name) {
        Path copy = lab.work.resolve("services").resolve(name);
        Folders.copy(folder, copy, text -> text);
        return copy;
    }

    private Traffic build(String image, Path folder, String bust) {
        return lab.build(image, dockerfile(folder), folder, Map.of("BUST", bust)).orFail().traffic();
    }

    private String said(String image, String check) {
        return lab.engine.run(image, "", "sh", "-c", check).output().strip();
    }

    private static String dockerfile(Path folder) {
        return Folders.read(folder.resolve("Dockerfile"));
    }

    static Section section(List<Outcome> outcomes) {
        Section section = new Section("9. npm, Cargo and Maven");
        section.say("One service each, in [services/](services), refitted with `--tools npm,cargo,maven`."
                + " npm and Maven get their packages from the public registries through a relay that counts; Cargo gets crates that the lab makes."
                + " A rebuild runs every RUN again with full caches. *Packages* are `.tgz`, `.crate`, `.jar` and `.pom` files; *other* is what a registry"
                + " answers about them.");
        section.row("service", "as it is, a rebuild", "refitted, the first build", "refitted, a rebuild", "mounts", "what else differs in the image", "it says");
        outcomes.forEach(one -> section.row(one.service(), told(one.before()), told(one.first()), told(one.again()), paths(one.targets()),
                one.beyond().isEmpty() ? "–" : paths(one.beyond()), one.saidAfter().equals(one.saidBefore()) ? HazardRow.code(one.saidAfter())
                        : HazardRow.code(one.saidBefore()) + ", **then** " + HazardRow.code(one.saidAfter())));
        section.goal("without the refit a rebuild fetches packages again", outcomes.stream().allMatch(one -> one.before().files(Kind.PACKAGE) > 0), "see the table");
        section.goal("with it, none", outcomes.stream().allMatch(one -> one.again().files(Kind.PACKAGE) == 0),
                outcomes.stream().flatMap(one -> one.again().names(Kind.PACKAGE).stream()).collect(Collectors.joining(" ")));
        section.goal("the images stay the same but for the caches, and answer the same", outcomes.stream().allMatch(Outcome::isSame), "see the table");
        section.figure(String.format("**npm, Cargo and Maven**: a rebuild fetches %s packages as it is, and %s after `--tools npm,cargo,maven`.",
                counts(outcomes, true), counts(outcomes, false)));
        return section;
    }

    private static String told(Traffic traffic) {
        return String.format("%d packages, %s; other: %s", traffic.files(Kind.PACKAGE), Downloads.megabytes(traffic.bytes(Kind.PACKAGE)),
                Downloads.megabytes(traffic.bytes(Kind.INDEX)));
    }

    private static String counts(List<Outcome> outcomes, boolean before) {
        return outcomes.stream().map(one -> String.format("%d (%s)", (before ? one.before() : one.again()).files(Kind.PACKAGE), one.service()))
                .collect(Collectors.joining(", "));
    }

    private static String paths(Iterable<String> paths) {
        List<String> code = new ArrayList<>();
        paths.forEach(path -> code.add("`" + path + "`"));
        return code.size() > 12 ? String.join(" ", code.subList(0, 12)) + " …" : String.join(" ", code);
    }
}
