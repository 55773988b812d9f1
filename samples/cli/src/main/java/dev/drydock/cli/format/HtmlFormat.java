package dev.drydock.cli.format;

import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.Place;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One page for a person to look at: how many files, which caches they share, and for each file its diff and the reasons,
 * with filters by rule and name. It needs nothing beside itself, and a browser runs no script of it but its own.
 */
final class HtmlFormat implements Format {

  private final OutputStream out;
  private final String version;
  private final StringBuilder articles = new StringBuilder();
  private final StringBuilder warnings = new StringBuilder();
  private final Map<String, Set<String>> caches = new LinkedHashMap<>();
  private final Set<String> allCaches = new TreeSet<>();
  private final Set<String> rules = new TreeSet<>();
  private int files;
  private int changed;

  HtmlFormat(OutputStream out, String version) {
    this.out = out;
    this.version = version;
  }

  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {
    changed += rewrite.changed() ? 1 : 0;
    Set<String> mounted = new TreeSet<>();
    for (Run run : rewrite.after().all(Run.class)) {
      run.mounts().filter(CacheMount.class::isInstance).map(CacheMount.class::cast)
          .forEach(mount -> mounted.add(mount.id().getOrElse(() -> mount.target().getOrElse(""))));
    }
    allCaches.addAll(mounted);
    caches.put(file.name(), mounted);
    begin(file, rewrite.changed() ? "would change" : "stays as it is");
    if (rewrite.changed()) {
      articles.append("<details open><summary>Diff</summary><pre>");
      rewrite.diff().lines().skip(2).forEach(this::diffLine);
      articles.append("</pre></details>");
    }
    articles.append("<ul>");
    rewrite.notes().forEach(this::note);
    articles.append("</ul></article>\n");
  }

  @Override
  public void refused(FleetFile file, Dockerfile dockerfile, String reason) {
    without(file, "BuildKit would refuse it", reason);
  }

  @Override
  public void skipped(FleetFile file, String reason) {
    without(file, "was not looked at", reason);
  }

  @Override
  public void failed(FleetFile file, String reason) {
    without(file, "could not be done", reason);
  }

  @Override
  public void shared(Place place, String rule, String reason) {
    warnings.append("<li>").append(text(place + ": " + reason)).append(' ').append(rule(rule)).append("</li>\n");
  }

  private void without(FleetFile file, String status, String reason) {
    begin(file, status);
    articles.append("<p>").append(text(reason)).append("</p></article>\n");
  }

  private void begin(FleetFile file, String status) {
    files++;
    String name = text(file.name());
    articles.append("<article data-name=\"%s\"><h3><code>%s</code> %s</h3>".formatted(name, name, status));
  }

  private void diffLine(String line) {
    String element = line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : "";
    String shown = text(line.replace("\t", "        ")) + "\n";
    articles.append(element.isEmpty() ? shown : "<" + element + ">" + shown + "</" + element + ">");
  }

  private void note(Note note) {
    rules.add(note.rule());
    String about = note.subject().isEmpty() ? "" : "<code>" + text(note.subject()) + "</code>: ";
    articles.append("<li data-rule=\"").append(text(note.rule())).append("\">line ").append(note.line()).append(", ")
        .append(note.kind().name().toLowerCase(Locale.ROOT)).append(": ").append(about).append(text(note.reason()))
        .append(' ').append(rule(note.rule())).append("</li>");
  }

  private static String rule(String rule) {
    String name = text(rule);
    return RulePages.address(rule).map(page -> "<a href=\"" + text(page) + "\">" + name + "</a>").getOrElse(name);
  }

  @Override
  public void end() {
    String script = resource("page.js");
    String page =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Dockerfiles</title>\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
            + " script-src 'sha256-" + digest(script) + "'\">\n<style>" + resource("page.css") + "</style></head>\n<body><main><h1>Dockerfiles</h1>\n"
            + "<p>" + files + " files; " + changed + " would change.</p>\n"
            + (warnings.isEmpty() ? "" : "<h2>Warnings</h2><ul>" + warnings + "</ul>\n")
            + shared() + "<h2>Files</h2>\n" + filters() + articles
            + "</main><footer><p>Drydock " + text(version) + "</p></footer>\n<script>" + script + "</script></body></html>\n";
    try {
      out.write(page.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table of files and the caches that they mount afterwards. */
  private String shared() {
    if (allCaches.isEmpty()) {
      return "";
    }
    StringBuilder table = new StringBuilder("<h2>Caches</h2><p>Files in one column share a cache on one builder.</p>\n");
    table.append("<div class=\"wide\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">file</th>");
    allCaches.forEach(cache -> table.append("<th scope=\"col\"><code>").append(text(cache)).append("</code></th>"));
    table.append("</tr></thead><tbody>\n");
    caches.forEach(
        (file, mounted) -> {
          table.append("<tr><th scope=\"row\"><code>").append(text(file)).append("</code></th>");
          allCaches.forEach(cache -> table.append("<td class=\"mark\">").append(mounted.contains(cache) ? "yes" : "").append("</td>"));
          table.append("</tr>\n");
        });
    return table.append("</tbody></table></div>\n").toString();
  }

  private String filters() {
    StringBuilder form = new StringBuilder("<form role=\"search\"><label>Rule<select id=\"rule\"><option value=\"\">all</option>");
    rules.forEach(rule -> form.append("<option>").append(text(rule)).append("</option>"));
    form.append("</select></label><label>Name<input id=\"name\" type=\"search\"></label>");
    return form.append("<p id=\"shown\" role=\"status\"></p></form>\n").toString();
  }

  /** Text that stays text in an element and in a quoted attribute. */
  private static String text(String text) {
    String escaped = FleetFile.printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return escaped.replace("\"", "&quot;").replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream resource = Objects.requireNonNull(HtmlFormat.class.getResourceAsStream(name), name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String script) {
    return Base64.getEncoder().encodeToString(Sha256.of(script.getBytes(StandardCharsets.UTF_8)));
  }
}
