package dev.drydock.builds;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Folders of small text files. */
final class Folders {

    private Folders() {}

    /** Copies a folder with everything in it; each file's text goes through {@code change}. */
    static void copy(Path from, Path to, UnaryOperator<String> change) {
        for (Path file : filesBelow(from)) {
            write(to.resolve(from.relativize(file).toString()), change.apply(read(file)));
        }
    }

    static List<Path> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<Path> in(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Properties properties(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(read(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }

    /** Reads bytes as they are, for files in any encoding; {@link #writeLatin} gives the same bytes back. */
    static String readLatin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void write(Path file, String text) {
        write(file, text, StandardCharsets.UTF_8);
    }

    static void writeLatin(Path file, String text) {
        write(file, text, StandardCharsets.ISO_8859_1);
    }

    private static void write(Path file, String text, Charset charset) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, charset);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
