package dev.drydock.builds;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Stands between a tool and the place where it gets its packages: counts what is fetched, holds it to the link's speed, and
 * keeps each file for as long as the lab runs, so that every build sees the same packages.
 */
final class Relay implements AutoCloseable {

    /** A tool, where a path of the relay lies upstream (nowhere, maybe), what kind of file it is, and the proxy there, if any. */
    record Upstream(String tool, Function<String, Optional<URI>> address, Function<String, Traffic.Kind> kind, Optional<ProxySelector> proxy) {

        /** The sources of apt: the path {@code /N/rest} is {@code rest} at source N. */
        static Upstream apt(AptSources sources) {
            List<String> uris = sources.uris();
            return new Upstream("apt", path -> {
                int slash = path.indexOf('/', 1);
                int source = slash < 0 ? -1 : Integer.parseInt(path.substring(1, slash));
                return source < 0 || source >= uris.size() ? Optional.empty() : Optional.of(at(uris.get(source), path.substring(slash)));
            }, path -> path.endsWith(".deb") ? Traffic.Kind.DEB : Traffic.Kind.LISTS, AptSources.proxy().map(ProxySelector::of));
        }

        /** A registry with one address, whose packages end in one of these. */
        static Upstream registry(String tool, String base, String... endings) {
            return new Upstream(tool, path -> Optional.of(at(base, path)),
                    path -> Arrays.stream(endings).anyMatch(path::endsWith) ? Traffic.Kind.PACKAGE : Traffic.Kind.INDEX, Optional.empty());
        }

        private static URI at(String base, String path) {
            return URI.create(base.replaceAll("/+$", "") + path);
        }
    }

    /** An answer from upstream, with those of its headers that say whether and how long it may be kept. */
    private record Stored(int status, Map<String, String> headers, Path body) {}

    private static final int ATTEMPTS = 4;
    private static final List<String> KEPT_HEADERS = List.of("Last-Modified", "ETag", "Cache-Control");

    /** What npm's public registry says of packages, which never change; a mirror of it may not, and then npm keeps none. */
    private static final String IMMUTABLE = "public, immutable, max-age=31557600";

    private final Upstream upstream;
    private final Path folder;
    private final Link link;
    private final TrafficLog log;
    private final Map<String, Stored> stored = new ConcurrentHashMap<>();
    private final HttpClient client;
    private final Loopback server = new Loopback(this::handle);

    /** What is fetched is kept in {@code folder}. */
    Relay(Upstream upstream, Path folder, Link link, TrafficLog log) {
        this.upstream = upstream;
        this.folder = folder;
        this.link = link;
        this.log = log;
        folder.toFile().mkdirs();
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(upstream.proxy().orElse(ProxySelector.getDefault()))
                .build();
    }

    String address() {
        return server.address();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean asked = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
        Stored file = asked ? stored.computeIfAbsent(path, this::fetch) : new Stored(404, Map.of(), folder);
        boolean known = file.status() == 200
                && (isKnown(exchange, "If-None-Match", file.headers().get("ETag"))
                || isKnown(exchange, "If-Modified-Since", file.headers().get("Last-Modified")));
        byte[] body = known || file.status() != 200 ? new byte[0] : Files.readAllBytes(file.body());
        int status = known ? 304 : file.status();
        Traffic.Kind kind = upstream.kind().apply(path);
        if (kind == Traffic.Kind.PACKAGE) {
            exchange.getResponseHeaders().set("Cache-Control", IMMUTABLE);
        }
        file.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        link.send(body, exchange.getResponseBody());
        log.add(new Traffic.Request(upstream.tool(), kind,
                path.substring(path.lastIndexOf('/') + 1), status, body.length));
    }

    private static boolean isKnown(HttpExchange exchange, String question, String answer) {
        return answer != null && answer.equals(exchange.getRequestHeaders().getFirst(question));
    }

    private Stored fetch(String path) {
        Optional<URI> uri = upstream.address().apply(path);
        if (uri.isEmpty()) {
            return new Stored(404, Map.of(), folder);
        }
        Path body = folder.resolve(Integer.toHexString(path.hashCode()) + "-" + path.substring(path.lastIndexOf('/') + 1));
        String why = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<Path> answer = client.send(HttpRequest.newBuilder(uri.get()).build(), HttpResponse.BodyHandlers.ofFile(body));
                if (answer.statusCode() < 500) {
                    Map<String, String> headers = new TreeMap<>();
                    KEPT_HEADERS.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value)));
                    return new Stored(answer.statusCode(), headers, body);
                }
                why = "status " + answer.statusCode();
            } catch (IOException failure) {
                why = failure.toString();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new LabFailure("the lab ends");
            }
        }
        // What failed is not kept, so that the tool may ask again.
        throw new LabFailure("no answer to " + upstream.tool() + " for " + path + ": " + why);
    }

    @Override
    public void close() {
        server.close();
    }
}
