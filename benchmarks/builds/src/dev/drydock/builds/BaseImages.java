package dev.drydock.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The images that stand for the official ones: Debian from this machine's own package sources, and Python upon it. */
final class BaseImages {

    static final String PYTHON = "localhost/lab/python:bookworm";

    private static final String RELEASE = "bookworm";

    private final Engine engine;
    private final AptSources sources;
    private final String relay;
    private final String index;
    private final Path recipes;
    private final Path work;

    /** With the addresses of the apt relay and of the package index; {@code recipes} is the folder {@code images}. */
    BaseImages(Engine engine, AptSources sources, String relay, String index, Path recipes, Path work) {
        this.engine = engine;
        this.sources = sources;
        this.relay = relay;
        this.index = index;
        this.recipes = recipes;
        this.work = work;
    }

    static String debian(String release) {
        return "localhost/lab/debian:" + release;
    }

    static String tool(String recipe) {
        return "localhost/lab/" + recipe;
    }

    /** Makes a minimal system with mmdebstrap and lays upon it what the official images configure. */
    void makeDebian(String release) {
        Path tar = work.resolve(release + ".tar");
        Folders.write(work.resolve(release + ".sources"), sources.through(relay, RELEASE, release));
        Command.of("mmdebstrap", "--quiet", "--variant=minbase", "--include=ca-certificates",
                "--aptopt=Acquire::Check-Valid-Until \"false\"", "--aptopt=Acquire::http::Pipeline-Depth \"0\"",
                release, tar.toString(), work.resolve(release + ".sources").toString())
                .env("TMPDIR", work.toString()).output();
        engine.docker("import", tar.toString(), "localhost/lab/minbase:" + release).output();
        delete(tar);
        build("debian", debian(release), index, Map.of("RELEASE", release));
    }

    void makePython() {
        build("python", PYTHON, index, Map.of());
    }

    /** The image of another tool, which gets its packages from the registry at that address. */
    void makeTool(String recipe, String registry) {
        build(recipe, tool(recipe), registry, Map.of());
    }

    /** Takes the wheels of setuptools and wheel, which builds of projects need, out of the Python image. */
    void addBuildTools(PackageIndex packages) {
        String container = engine.docker("create", "--network=none", PYTHON).output().strip();
        engine.docker("cp", container + ":/usr/share/python-wheels", work.resolve("wheels").toString()).output();
        engine.docker("rm", container).output();
        try (Stream<Path> wheels = Files.list(work.resolve("wheels"))) {
            for (Path wheel : wheels.toList()) {
                String name = wheel.getFileName().toString();
                if (name.matches("(setuptools|wheel)-.*\\.whl")) {
                    packages.add(name, Files.readAllBytes(wheel));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void build(String recipe, String tag, String registry, Map<String, String> arguments) {
        Path context = work.resolve("image-" + tag.replaceAll("[:/]", "_"));
        Folders.copy(recipes.resolve(recipe), context, text -> text.replace("@REGISTRY@", registry));
        Command.Outcome outcome = engine.build(tag, context.resolve("Dockerfile"), context, arguments);
        if (!outcome.succeeded()) {
            throw new LabFailure("the base image " + tag + " was not built:\n" + outcome.tail(30));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
