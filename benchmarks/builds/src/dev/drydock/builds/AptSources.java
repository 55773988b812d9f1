package dev.drydock.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where this machine's apt gets its packages of Debian from, as its own configuration says: the lab names no host. */
final class AptSources {

    private static final Path FOLDER = Path.of("/etc/apt");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    /** The sources of one Debian release, and the keyring that signs them (or none, for apt's own). */
    private record Entry(String types, String uris, String suites, String components, String keyring) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> uris = new ArrayList<>();

    private AptSources() {}

    static AptSources ofThisMachine(String release) {
        AptSources sources = new AptSources();
        for (Path file : files()) {
            String text = read(file);
            if (file.toString().endsWith(".sources")) {
                Arrays.stream(text.split("\\n\\s*\\n")).forEach(stanza -> sources.addStanza(stanza, release));
            } else {
                text.lines().forEach(line -> sources.addLine(line, release));
            }
        }
        return sources;
    }

    private void addStanza(String stanza, String release) {
        add(new Entry(field(stanza, "Types"), field(stanza, "URIs"), field(stanza, "Suites"),
                field(stanza, "Components"), field(stanza, "Signed-By")), release);
    }

    private void addLine(String line, String release) {
        Matcher entry = Pattern.compile("^deb\\s+(?:\\[(.*?)]\\s+)?(\\S+)\\s+(\\S+)\\s+(.+)$").matcher(line.strip());
        if (entry.matches()) {
            Matcher keyring = Pattern.compile("signed-by=(\\S+)").matcher(entry.group(1) == null ? "" : entry.group(1));
            add(new Entry("deb", entry.group(2), entry.group(3), entry.group(4), keyring.find() ? keyring.group(1) : ""), release);
        }
    }

    private void add(Entry entry, String release) {
        List<String> suites = Arrays.stream(entry.suites.split("\\s+")).filter(suite -> suite.startsWith(release)).toList();
        if (entry.types.contains("deb") && !suites.isEmpty()) {
            entries.add(new Entry("deb", entry.uris, String.join(" ", suites), entry.components, entry.keyring));
            ADDRESS.matcher(entry.uris).results().map(match -> match.group()).filter(uri -> !uris.contains(uri)).forEach(uris::add);
        }
    }

    List<String> uris() {
        return List.copyOf(uris);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The sources of another release of the same archive, reached through a relay. */
    String through(String relay, String from, String to) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            String relayed = ADDRESS.matcher(entry.uris).replaceAll(match -> relay + "/" + uris.indexOf(match.group()));
            text.append("Types: deb\nURIs: ").append(relayed)
                    .append("\nSuites: ").append(entry.suites.replace(from, to))
                    .append("\nComponents: ").append(entry.components).append('\n');
            if (!entry.keyring.isEmpty()) {
                text.append("Signed-By: ").append(entry.keyring).append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The proxy that apt itself is told to use. */
    static Optional<InetSocketAddress> proxy() {
        Command.Outcome setting = Command.of("apt-config", "shell", "P", "Acquire::http::Proxy").run();
        Matcher address = Pattern.compile("P='(http://[^']+)'").matcher(setting.output());
        if (!address.find()) {
            return Optional.empty();
        }
        URI proxy = URI.create(address.group(1));
        return Optional.of(new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort()));
    }

    private static String field(String stanza, String name) {
        Matcher field = Pattern.compile("(?m)^" + name + ":[ \\t]*(.*)$").matcher(stanza);
        return field.find() ? field.group(1).strip() : "";
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        files.add(FOLDER.resolve("sources.list"));
        try (Stream<Path> parts = Files.list(FOLDER.resolve("sources.list.d"))) {
            parts.filter(file -> file.toString().matches(".*\\.(list|sources)")).sorted().forEach(files::add);
        } catch (IOException none) {
            // A machine may have the one file only.
        }
        return files.stream().filter(Files::isReadable).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).lines().filter(line -> !line.startsWith("#")).reduce("", (all, line) -> all + line + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
