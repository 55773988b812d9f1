package dev.drydock.builds;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * A folder of hazards/: a Dockerfile that a mount put there naively breaks, that naive version, and another service's
 * pair where the harm comes from sharing; the steps that show it, and a command whose output tells whether the image is right.
 */
record Hazard(String name, String number, String title, List<String> steps, String check, Path folder) {

    static Hazard in(Path folder) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Folders.read(folder.resolve("hazard.properties"))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Hazard(folder.getFileName().toString(), properties.getProperty("hazard"), properties.getProperty("title"),
                Arrays.asList(properties.getProperty("steps", "main").split("\\s*;\\s*")), properties.getProperty("check"), folder);
    }

    boolean hasOther() {
        return Files.exists(folder.resolve("other.Dockerfile"));
    }

    String dockerfile() {
        return Folders.read(folder.resolve("Dockerfile"));
    }

    String other() {
        return Folders.read(folder.resolve("other.Dockerfile"));
    }

    String naive() {
        return Folders.read(folder.resolve("naive.Dockerfile"));
    }

    String naiveOther() {
        return Folders.read(folder.resolve("naive-other.Dockerfile"));
    }
}
