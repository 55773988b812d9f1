package dev.drydock.builds;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A registry of Cargo's as <a href="https://doc.rust-lang.org/cargo/reference/registry-index.html">its book</a> describes
 * the sparse protocol, with crates that the lab packs from folders named {@code NAME-VERSION}.
 */
final class CrateRegistry implements AutoCloseable {

    /** A line of the index, and the file that it speaks of. */
    private record Crate(String line, byte[] file) {}

    /** A dependency as these crates write it, below {@code [dependencies]}: {@code name = "version"}. */
    private static final Pattern DEPENDENCY = Pattern.compile("(?m)^(\\w+) = \"([^\"]+)\"$");

    private final Map<String, Crate> crates = new TreeMap<>();
    private final Link link;
    private final TrafficLog log;
    private final Loopback server = new Loopback(this::handle);

    CrateRegistry(List<Path> folders, Link link, TrafficLog log) {
        this.link = link;
        this.log = log;
        for (Path folder : folders) {
            String[] name = folder.getFileName().toString().split("-", 2);
            byte[] file = SourcePackage.pack(folder);
            crates.put(name[0], new Crate(line(name[0], name[1], Folders.read(folder.resolve("Cargo.toml")), file), file));
        }
    }

    String address() {
        return server.address();
    }

    private static String line(String name, String version, String manifest, byte[] file) {
        String table = manifest.substring(manifest.indexOf("[dependencies]"));
        List<String> dependencies = DEPENDENCY.matcher(table).results().map(match -> String.format(
                "{\"name\":\"%s\",\"req\":\"%s\",\"features\":[],\"optional\":false,\"default_features\":true,\"target\":null,\"kind\":\"normal\"}",
                match.group(1), match.group(2))).toList();
        return String.format("{\"name\":\"%s\",\"vers\":\"%s\",\"deps\":[%s],\"cksum\":\"%s\",\"features\":{},\"yanked\":false}\n",
                name, version, String.join(",", dependencies), sha256(file));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean file = path.startsWith("/crates/");
        byte[] body = path.equals("/config.json") ? PythonPackage.utf8("{\"dl\":\"" + address() + "/crates/{crate}\"}")
                : !crates.containsKey(name) ? new byte[0]
                : file ? crates.get(name).file() : PythonPackage.utf8(crates.get(name).line());
        int status = body.length == 0 ? 404 : 200;
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        link.send(body, exchange.getResponseBody());
        log.add(new Traffic.Request("cargo", file ? Traffic.Kind.PACKAGE : Traffic.Kind.INDEX, name, status, body.length));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
