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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between apt and this machine's own package sources: counts what is fetched, holds it to the link's speed, and
 * keeps each file for as long as the lab runs, so that every build sees the same archive.
 * The path {@code /N/rest} is {@code rest} at source N.
 */
final class AptRelay implements AutoCloseable {

    private record Stored(int status, String modified, Path body) {}

    private static final int ATTEMPTS = 4;

    private final AptSources sources;
    private final Path folder;
    private final Link link;
    private final TrafficLog log;
    private final Map<String, Stored> stored = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(AptSources.proxy().map(ProxySelector::of).orElse(ProxySelector.getDefault()))
            .build();
    private final Loopback server = new Loopback(this::handle);

    AptRelay(AptSources sources, Path folder, Link link, TrafficLog log) {
        this.sources = sources;
        this.folder = folder;
        this.link = link;
        this.log = log;
    }

    String address() {
        return server.address();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Stored file = stored.computeIfAbsent(path, this::fetch);
        boolean known = file.status() == 200
                && file.modified().equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
        byte[] body = known || file.status() != 200 ? new byte[0] : Files.readAllBytes(file.body());
        int status = known ? 304 : file.status();
        if (!file.modified().isEmpty()) {
            exchange.getResponseHeaders().set("Last-Modified", file.modified());
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        link.send(body, exchange.getResponseBody());
        log.add(new Traffic.Request("apt", path.endsWith(".deb") ? Traffic.Kind.DEB : Traffic.Kind.LISTS,
                path.substring(path.lastIndexOf('/') + 1), status, body.length));
    }

    private Stored fetch(String path) {
        int slash = path.indexOf('/', 1);
        List<String> uris = sources.uris();
        int source = slash < 0 ? -1 : Integer.parseInt(path.substring(1, slash));
        if (source < 0 || source >= uris.size()) {
            return new Stored(404, "", folder);
        }
        URI uri = URI.create(uris.get(source).replaceAll("/+$", "") + path.substring(slash));
        Path body = folder.resolve(Integer.toHexString(path.hashCode()) + "-" + path.substring(path.lastIndexOf('/') + 1));
        String why = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<Path> answer = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofFile(body));
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
        // What failed is not kept, so that apt may ask again.
        throw new LabFailure("no answer from apt's source " + source + " for " + path.substring(slash) + ": " + why);
    }

    @Override
    public void close() {
        server.close();
    }
}
