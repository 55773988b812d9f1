package dev.drydock.builds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An image's files, by path: type, mode, owner and content of each, but no times. */
record Snapshot(Map<String, String> files) {

    /** What an engine puts into every container, whatever the image. */
    private static final String ENGINE_OWN = "(dev|proc|sys)/.*|etc/(hosts|hostname|resolv\\.conf|mtab)|\\.dockerenv";

    static Snapshot of(Engine engine, String image) {
        String container = engine.docker("create", "--network=none", image, "none").output().strip();
        try {
            Process export = engine.docker("export", container).start(ProcessBuilder.Redirect.PIPE);
            Map<String, String> files = new TreeMap<>();
            try (InputStream tar = new BufferedInputStream(export.getInputStream(), 1 << 16)) {
                new TarReader(tar).forEach(entry -> {
                    if (!entry.path().matches(ENGINE_OWN)) {
                        files.put(entry.path(), entry.description());
                    }
                });
            }
            if (files.isEmpty()) {
                throw new LabFailure("nothing was exported of " + image);
            }
            return new Snapshot(files);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            engine.docker("rm", "--force", container).run();
        }
    }

    /** The paths that differ, each with a sign before it: {@code +} new, {@code -} gone, {@code ~} changed. */
    Set<String> differences(Snapshot other) {
        Set<String> all = new TreeSet<>(files.keySet());
        all.addAll(other.files.keySet());
        Set<String> differences = new TreeSet<>();
        for (String path : all) {
            String here = files.get(path);
            String there = other.files.get(path);
            if (here == null) {
                differences.add("+" + path);
            } else if (there == null) {
                differences.add("-" + path);
            } else if (!here.equals(there)) {
                differences.add("~" + path);
            }
        }
        return differences;
    }
}
