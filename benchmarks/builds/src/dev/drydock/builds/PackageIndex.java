package dev.drydock.builds;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A package index as PEP 503 describes it, over {@code /TOOL/simple/NAME/} and {@code /TOOL/files/FILE}.
 * The first part of a path tells which tool asks: pip and uv keep caches of their own, and are counted apart.
 * Answers carry what pip needs to keep them: an ETag, and how long they may be used.
 */
final class PackageIndex implements AutoCloseable {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Link link;
    private final TrafficLog log;
    private final Loopback server = new Loopback(this::handle);

    PackageIndex(Link link, TrafficLog log) {
        this.link = link;
        this.log = log;
    }

    void add(String fileName, byte[] content) {
        files.put(fileName, content);
    }

    String address() {
        return server.address();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        boolean file = path.length == 4 && path[2].equals("files");
        byte[] body = path.length != 4 ? null : file ? files.get(path[3]) : page(path[1], path[3]);
        String tag = body == null ? "" : "\"" + Integer.toHexString(java.util.Arrays.hashCode(body)) + "\"";
        boolean known = body != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        byte[] sent = body == null || known ? new byte[0] : body;
        int status = body == null ? 404 : known ? 304 : 200;
        if (body != null) {
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.getResponseHeaders().set("Cache-Control", file ? "max-age=365000000, immutable, public" : "max-age=600, public");
            exchange.getResponseHeaders().set("Content-Type", file ? "application/octet-stream" : "text/html; charset=utf-8");
        }
        exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
        link.send(sent, exchange.getResponseBody());
        log.add(new Traffic.Request(path.length > 1 ? path[1] : "", file ? Traffic.Kind.WHEEL : Traffic.Kind.INDEX,
                path[path.length - 1], status, sent.length));
    }

    private byte[] page(String tool, String name) {
        List<String> found = new TreeMap<>(files).keySet().stream().filter(file -> normal(file.substring(0, file.indexOf('-'))).equals(normal(name))).toList();
        if (found.isEmpty()) {
            return null;
        }
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>\n");
        found.forEach(file -> page.append("<a href=\"/").append(tool).append("/files/").append(file).append("\">").append(file).append("</a>\n"));
        return PythonPackage.utf8(page.append("</body></html>\n").toString());
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    @Override
    public void close() {
        server.close();
    }
}
