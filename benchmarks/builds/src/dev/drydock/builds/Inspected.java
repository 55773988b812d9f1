package dev.drydock.builds;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is to be compared of the fleet's images, each looked at once: when an experiment has built it, or when it is asked for. */
final class Inspected {

    /** The values of BUST of a first build and of a rebuild. */
    static final String FIRST = "first";
    static final String AGAIN = "again";

    /** An image's files, its configuration, what it prints when it imports all that is installed, and the bytes of its own layers. */
    record Image(Snapshot files, String configuration, String imports, long bytes) {}

    private static final String CONFIGURATION = "{{json .Config.Env}} {{json .Config.User}} {{json .Config.Cmd}} {{json .Config.Entrypoint}}"
            + " {{json .Config.WorkingDir}} {{json .Config.Labels}} {{json .Config.ExposedPorts}} {{json .Config.Volumes}}"
            + " {{json .Config.StopSignal}} {{json .Config.Healthcheck}} {{json .Config.Shell}} {{json .Config.OnBuild}}";

    /** Imports every package that is installed, and prints its name and version. */
    private static final String IMPORTS = """
            import importlib, importlib.metadata as metadata
            for found in sorted(metadata.distributions(), key=lambda one: one.name.lower()):
                text = found.read_text("RECORD") or ""
                tops = {line.split("/")[0] for line in text.splitlines() if line.split(",")[0].endswith("/__init__.py")}
                names = sorted(top for top in tops if top.isidentifier() and top != "setuptools")
                print(found.name, found.version, *(importlib.import_module(name).__name__ for name in names))
            """;

    private final Lab lab;
    private final Map<String, Image> images = new ConcurrentHashMap<>();

    Inspected(Lab lab) {
        this.lab = lab;
    }

    /** Of the refitted images one is looked at; two of the original, which tell the noise. */
    boolean needs(Variant variant, String bust) {
        return bust.equals(FIRST) || variant == Variant.BEFORE;
    }

    /** Looks at the image that was just built. */
    void add(Fleet fleet, String service, String bust) {
        String image = fleet.image(service);
        images.put(image + bust, new Image(Snapshot.of(lab.engine, image),
                lab.engine.docker("image", "inspect", "--format", CONFIGURATION, image).output(), imports(image),
                LayerSizes.ofOwnLayers(lab.engine, image)));
    }

    /** Builds the image if no experiment has. */
    Image get(Fleet fleet, String service, String bust) {
        String key = fleet.image(service) + bust;
        if (!images.containsKey(key)) {
            fleet.build(service, bust);
            add(fleet, service, bust);
        }
        return images.get(key);
    }

    private String imports(String image) {
        Command.Outcome outcome = lab.engine.run(image, "", "python3", "-c", IMPORTS);
        if (!outcome.succeeded()) {
            throw new LabFailure(image + " cannot import what is installed in it:\n" + outcome.tail(20));
        }
        return outcome.output();
    }
}
