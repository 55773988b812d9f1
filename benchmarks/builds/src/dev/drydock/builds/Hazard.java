package dev.drydock.builds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A folder of hazards/: a Dockerfile that a mount put there naively breaks, that naive version, and another service's
 * pair where the harm comes from sharing. What hazard.properties may say of it is listed in README.md.
 */
record Hazard(Path folder, Properties properties) {

    static Hazard in(Path folder) {
        return new Hazard(folder, Folders.properties(folder.resolve("hazard.properties")));
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** The number that the documentation gives it; 0 for a mount that is repaired. */
    int number() {
        return Integer.parseInt(properties.getProperty("hazard", "0"));
    }

    /** The transforms that make our version out of the naive one, or nothing where it is made out of the Dockerfile. */
    String repaired() {
        return properties.getProperty("repaired", "");
    }

    String title() {
        return properties.getProperty("title");
    }

    /** What is built, in order: {@code main}, {@code main NAME=VALUE}, {@code other}, or {@code clear caches}. */
    List<String> steps() {
        return List.of(properties.getProperty("steps", "main").split("\\s*;\\s*"));
    }

    /** A command in the image, whose output tells whether the image is right. */
    String check() {
        return properties.getProperty("check");
    }

    /** Whether no version can be built, so that ours must be the file as it was. */
    boolean isRefused() {
        return properties.containsKey("refused");
    }

    /** Whether something is built again at the end, which must then fetch no package. */
    boolean isRebuilt() {
        return properties.containsKey("rebuild");
    }

    /** Whether it is the other service that is built again: the harm is done to its packages. */
    boolean isOtherRebuilt() {
        return properties.getProperty("rebuild", "").equals("other");
    }

    /** Whether the engine's classic builder builds it, and not BuildKit. */
    boolean isClassic() {
        return properties.getProperty("builder", "").equals("classic");
    }

    /** Whether a builder that ignores mounts builds it. */
    boolean isIgnoringMounts() {
        return properties.getProperty("builder", "").equals("ignoring");
    }

    /** Transforms that follow pythonCaching, or nothing. */
    String then() {
        return properties.getProperty("then", "");
    }

    /** Folders of the image whose bytes are told. */
    String weighed() {
        return properties.getProperty("weighed", "");
    }

    boolean hasOther() {
        return Files.exists(folder.resolve("other.Dockerfile"));
    }

    String dockerfile() {
        return Folders.read(folder.resolve("Dockerfile"));
    }

    String other() {
        return hasOther() ? Folders.read(folder.resolve("other.Dockerfile")) : "";
    }

    String naive() {
        return Folders.read(folder.resolve("naive.Dockerfile"));
    }

    String naiveOther() {
        return hasOther() ? Folders.read(folder.resolve("naive-other.Dockerfile")) : "";
    }
}
