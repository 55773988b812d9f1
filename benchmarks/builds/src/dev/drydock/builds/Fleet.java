package dev.drydock.builds;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The seven services of samples/services, in one variant: a context of its own for each variant, so that nothing is shared but the cache. */
final class Fleet {

    /** In the order in which they are built: each is the sibling of those before it. */
    static final List<String> SERVICES = List.of(
            "api", "bot", "test", "init", "notification-daemon", "status-transition-daemon", "retry");

    private final Lab lab;
    private final Variant variant;
    private final Path context;

    Fleet(Lab lab, Path samples, Variant variant) {
        this.lab = lab;
        this.variant = variant;
        context = lab.work.resolve("fleet-" + variant.slug());
        Folders.copy(samples, context, text -> text);
        lab.refit.apply(variant, context.resolve("docker"));
    }

    Variant variant() {
        return variant;
    }

    String image(String service) {
        return "lab/" + service + ":" + variant.slug();
    }

    String dockerfile(String service) {
        return Folders.read(context.resolve("docker").resolve(service + ".Dockerfile"));
    }

    /** Builds one service; another value of {@code bust} makes every RUN run again. */
    Build build(String service, String bust) {
        return attempt(service, bust).orFail();
    }

    /** The same, for whoever wants to know of a failure. */
    Build attempt(String service, String bust) {
        return lab.build(image(service), dockerfile(service), context, Map.of("BUST", bust));
    }

    Map<String, Build> buildAll(String bust) {
        return SERVICES.stream().collect(Collectors.toMap(service -> service, service -> build(service, bust), (one, other) -> one, TreeMap::new));
    }
}
