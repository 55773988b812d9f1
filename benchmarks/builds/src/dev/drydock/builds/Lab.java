package dev.drydock.builds;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Everything that an experiment needs: the engine with its base images, the servers and what they counted, a folder to work in. */
final class Lab implements AutoCloseable {

    final Engine engine;
    final TrafficLog traffic = new TrafficLog();
    final Link link = new Link();
    final Refit refit;
    final Path home;
    final Path work;

    private final Relay relay;
    private final BaseImages images;
    private final PackageIndex index = new PackageIndex(link, traffic);

    /** {@code home} is benchmarks/builds, {@code work} an empty folder of the lab's own. */
    Lab(Path home, Path work, Path command, List<String> releases) {
        this.home = home;
        this.work = work;
        refit = new Refit(command);
        AptSources sources = AptSources.ofThisMachine("bookworm");
        relay = new Relay(Relay.Upstream.apt(sources), work.resolve("apt"), link, traffic);
        stockIndex();
        engine = Engine.start(work);
        images = new BaseImages(engine, sources, relay.address(), index.address(), home.resolve("images"), work);
        try {
            releases.stream().parallel().forEach(images::makeDebian);
            images.makePython();
            images.addBuildTools(index);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Makes a base image that only some experiments need; its {@code @REGISTRY@} becomes an address. */
    void makeImage(String recipe, String registry) {
        images.makeTool(recipe, registry);
    }

    private void stockIndex() {
        Folders.read(home.resolve("packages.txt")).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(PythonPackage::parse)
                .forEach(made -> index.add(made.wheelName(), made.wheel()));
        PythonPackage uv = new PythonPackage("uv", "0.0.0", "uv_standin", 0, List.of());
        byte[] program = PythonPackage.utf8(Folders.read(home.resolve("standin-uv.py")));
        index.add(uv.wheelName(), uv.wheel(Map.of("uv_standin.py", program), "uv = uv_standin:main"));
        for (Path source : Folders.in(home.resolve("source-packages"))) {
            index.add(source.getFileName() + ".tar.gz", SourcePackage.pack(source));
        }
    }

    /** Builds a Dockerfile of the lab's own making with everything that the lab changes in it. */
    Build build(String tag, String dockerfile, Path context, Map<String, String> arguments) {
        Path file = file(tag, dockerfile);
        int mark = traffic.mark();
        Command.Outcome outcome = engine.build(tag, file, context, arguments);
        return new Build(tag, outcome, traffic.since(mark));
    }

    /** The same with the engine's classic builder, which knows no mounts. */
    Build buildClassic(String tag, String dockerfile, Path context) {
        Path file = file(tag, dockerfile);
        int mark = traffic.mark();
        Command.Outcome outcome = engine.buildClassic(tag, file, context);
        return new Build(tag, outcome, traffic.since(mark));
    }

    private Path file(String tag, String dockerfile) {
        Path file = work.resolve("dockerfiles").resolve(tag.replaceAll("[:/]", "_") + ".Dockerfile");
        Folders.write(file, LabDockerfile.of(dockerfile));
        return file;
    }

    /** A context with nothing in it. */
    Path emptyContext() {
        Path empty = work.resolve("empty");
        empty.toFile().mkdirs();
        return empty;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
        relay.close();
        index.close();
    }
}
