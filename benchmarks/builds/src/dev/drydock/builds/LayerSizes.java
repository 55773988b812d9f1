package dev.drydock.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many bytes the layers of an image have, and whether the refit makes them more. */
final class LayerSizes {

    /** How much larger the refit may make an image's layers, of a hundred. */
    private static final double ALLOWED = 1;

    /** The bytes of one image's own layers before the refit and after it. */
    record Pair(String image, long before, long after) {

        double growth() {
            return 100.0 * (after - before) / before;
        }
    }

    private LayerSizes() {}

    /** The bytes of the layers that an image adds to the lab's image which it is built on. */
    static long ofOwnLayers(Engine engine, String image) {
        List<String> layers = layers(engine, image);
        String base = Stream.of(BaseImages.PYTHON, BaseImages.debian("bookworm")).filter(candidate -> begins(layers, layers(engine, candidate)))
                .findFirst().orElseThrow(() -> new LabFailure(image + " is built on none of the lab's images"));
        return bytes(engine, image) - bytes(engine, base);
    }

    /** The bytes of all layers. */
    static long bytes(Engine engine, String image) {
        return Long.parseLong(engine.docker("image", "inspect", "--format", "{{.Size}}", image).output().strip());
    }

    private static List<String> layers(Engine engine, String image) {
        return engine.docker("image", "inspect", "--format", "{{range .RootFS.Layers}}{{println .}}{{end}}", image).output().strip().lines().toList();
    }

    private static boolean begins(List<String> layers, List<String> base) {
        return layers.size() >= base.size() && layers.subList(0, base.size()).equals(base);
    }

    static void describe(Section section, Map<String, SameImage.Comparison> services, List<Pair> children) {
        List<Pair> all = new ArrayList<>();
        services.forEach((service, comparison) -> all.add(new Pair(service, comparison.bytesBefore(), comparison.bytesAfter())));
        all.addAll(children);
        section.say("What the layers weigh that each file adds to its base image, before and after `pythonCaching`:");
        section.row("image", "before", "after", "growth");
        all.forEach(pair -> section.row(pair.image(), mega(pair.before()), mega(pair.after()), String.format("%+.2f%%", pair.growth())));
        List<String> larger = all.stream().filter(pair -> pair.growth() > ALLOWED).map(Pair::image).toList();
        section.goal("no image's layers grow by more than " + (int) ALLOWED + "%", larger.isEmpty(), String.join(", ", larger));
        section.figure(String.format("**No layer grows.** The layers of %d of %d images, a child image's among them, are at most %d%% larger than before.",
                all.size() - larger.size(), all.size(), (int) ALLOWED));
    }

    private static String mega(long bytes) {
        return String.format("%.3f MB", bytes / 1e6);
    }
}
