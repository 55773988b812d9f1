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

    private record Stored(int status, String modified, Path body) {}

    private static final int ATTEMPTS = 4;

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
        Stored file = asked ? stored.computeIfAbsent(path, this::fetch) : new Stored(404, "", folder);
        boolean known = file.status() == 200
                && file.modified().equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
        byte[] body = known || file.status() != 200 ? new byte[0] : Files.readAllBytes(file.body());
        int status = known ? 304 : file.status();
        if (!file.modified().isEmpty()) {
            exchange.getResponseHeaders().set("Last-Modified", file.modified());
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        link.send(body, exchange.getResponseBody());
        log.add(new Traffic.Request(upstream.tool(), upstream.kind().apply(path),
                path.substring(path.lastIndexOf('/') + 1), status, body.length));
    }

    private Stored fetch(String path) {
        Optional<URI> uri = upstream.address().apply(path);
        if (uri.isEmpty()) {
            return new Stored(404, "", folder);
        }
        Path body = folder.resolve(Integer.toHexString(path.hashCode()) + "-" + path.substring(path.lastIndexOf('/') + 1));
        String why = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<Path> answer = client.send(HttpRequest.newBuilder(uri.get()).build(), HttpResponse.BodyHandlers.ofFile(body));
                if (answer.statusCode() < 500) {
                    return new Stored(answer.statusCode(), answer.headers().firstValue("Last-Modified").orElse(""), body);
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
