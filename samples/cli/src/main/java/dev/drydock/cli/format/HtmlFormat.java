package dev.drydock.cli.format;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.LeftAlone;
import dev.drydock.fleet.LeftAloneCount;
import dev.drydock.fleet.Place;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One page for a person to look at: how many files, which caches they share, what was left alone, and for each file its diff
 * and the reasons, with filters by rule and name. It needs nothing beside itself, and a browser runs no script of it but its
 * own.
 */
final class HtmlFormat implements Format {

  private static final int REASONS = 12;

  private final OutputStream out;
  private final String version;
  private final LocalDate date;
  private final StringBuilder articles = new StringBuilder();
  private final StringBuilder warnings = new StringBuilder();
  private final List<FileCaches> caches = new ArrayList<>();
  private final LeftAloneCount leftAlone = new LeftAloneCount();
  private final Set<String> rules = new TreeSet<>();
  private final Map<String, Integer> statuses = new LinkedHashMap<>();
  private @Nullable Path root;
  private int files;

  /**
   * A page that is written here at the end.
   *
   * @param date that of the run, which the page names
   */
  HtmlFormat(OutputStream out, String version, LocalDate date) {
    this.out = out;
    this.version = version;
    this.date = date;
  }

  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {
    FileArticle article = rewrite.changed() ? begin(file, "changed", "would change") : begin(file, "unchanged", "unchanged");
    articles.append(article.with(rewrite).html());
    caches.add(FileCaches.of(file, anchor(), rewrite.after()));
    leftAlone.rewrite(file, rewrite);
    rewrite.notes().map(Note::rule).forEach(rules::add);
  }

  @Override
  public void refused(FleetFile file, Dockerfile dockerfile, String reason) {
    articles.append(begin(file, "refused", "refused by BuildKit").with(reason).html());
  }

  @Override
  public void skipped(FleetFile file, String reason) {
    articles.append(begin(file, "skipped", "not looked at").with(reason).html());
  }

  @Override
  public void failed(FleetFile file, String reason) {
    articles.append(begin(file, "failed", "not done").with(reason).html());
  }

  @Override
  public void shared(Place place, String rule, String reason) {
    warnings.append(Html.item(Html.text(place + ": " + reason), rule));
  }

  private FileArticle begin(FleetFile file, String kind, String status) {
    files++;
    statuses.merge(status, 1, Integer::sum);
    Path folder = folder(file);
    Path known = root;
    while (known != null && !folder.startsWith(known)) {
      known = known.getParent();
    }
    root = known == null ? folder : known;
    return new FileArticle(anchor(), file, kind, status);
  }

  private String anchor() {
    return "file-" + files;
  }

  /** The folder where the search for a file began. */
  private static Path folder(FleetFile file) {
    Path root = FleetFile.real(file.root());
    return Files.isDirectory(root) || root.getParent() == null ? root : root.getParent();
  }

  @Override
  public void end() {
    try {
      out.write(page().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page() {
    String script = Html.resource("page.js");
    String title = title();
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title + "</title>\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
        + " script-src 'sha256-" + digest(script) + "'\">\n<style>" + Html.resource("page.css") + "</style></head>\n"
        + "<body><a class=\"skip\" href=\"#files\">Skip to the files</a>\n"
        + "<header><h1>" + title + "</h1>\n<p>As of <time>" + date + "</time>, by Drydock " + Html.text(version) + ".</p></header>\n<main>\n"
        + summary() + sharing() + settling()
        + (warnings.isEmpty() ? "" : "<section><h2>Warnings</h2><ul>" + warnings + "</ul></section>\n")
        + "<section><h2 id=\"files\" tabindex=\"-1\">Files</h2>\n" + filters() + articles + "</section>\n"
        + "</main>\n<script>" + script + "</script></body></html>\n";
  }

  /** Named after the folder that holds all that was looked at. */
  private String title() {
    Path known = root;
    Path name = known == null || known.getFileName() == null ? known : known.getFileName();
    return "Dockerfiles" + (name == null ? "" : " of " + Html.text(name.toString()));
  }

  private String summary() {
    StringBuilder list = new StringBuilder("<ul class=\"counts\">");
    list.append("<li><b>").append(files).append("</b> ").append(files == 1 ? "file" : "files").append("</li>");
    statuses.forEach((status, count) -> list.append("<li><b>").append(count).append("</b> ").append(status).append("</li>"));
    return list.append("</ul>\n").toString();
  }

  /** The caches that files share, as a picture and as a table. */
  private String sharing() {
    return caches.stream().allMatch(file -> file.caches().isEmpty())
        ? ""
        : "<section><h2>Caches</h2>\n<p>Files that lead to one cache share it on one builder:"
            + " what one has downloaded, none of the others downloads again. Files with the same caches are one box.</p>\n"
            + "<figure>" + CachePicture.of(caches) + "</figure>\n"
            + "<details><summary>The same as a table, file by file</summary>" + CacheTable.of(caches) + "</details></section>\n";
  }

  /** What was left alone, by what would settle it. */
  private String settling() {
    Seq<LeftAlone> all = leftAlone.groups();
    if (all.isEmpty()) {
      return "";
    }
    StringBuilder list = new StringBuilder("<section><h2>Left alone</h2>\n");
    list.append("<p>By what would settle it, the most frequent first.</p>\n<ul>\n");
    for (LeftAlone each : all.take(REASONS)) {
      String what = Html.text(each.remedy().fact() + ": " + each.remedy().action());
      list.append(Html.item("<b>" + each.count() + "</b> in " + Count.of(each.files(), "file") + ": " + what, each.remedy().rule()));
    }
    int more = all.size() - REASONS;
    return list.append(more > 0 ? "<li>and " + Count.of(more, "more reason") + "</li>\n" : "").append("</ul></section>\n").toString();
  }

  /** Of use where the script runs, which shows them. */
  private String filters() {
    StringBuilder form = new StringBuilder("<form role=\"search\" aria-label=\"Files\" hidden>\n");
    form.append("<label>Rule <select id=\"rule\"><option value=\"\">all</option>");
    rules.forEach(rule -> form.append("<option>").append(Html.text(rule)).append("</option>"));
    return form.append("</select></label>\n<label>Name <input id=\"name\" type=\"search\" autocomplete=\"off\"></label>\n")
        .append("<label class=\"check\"><input id=\"changed\" type=\"checkbox\"> only what would change</label>\n")
        .append("<button type=\"reset\">Show all</button>\n<button type=\"button\" id=\"open\">Open all</button>\n")
        .append("<button type=\"button\" id=\"close\">Close all</button>\n")
        .append("<p id=\"shown\" role=\"status\" aria-live=\"polite\"></p></form>\n")
        .toString();
  }

  private static String digest(String script) {
    return Base64.getEncoder().encodeToString(Sha256.of(script.getBytes(StandardCharsets.UTF_8)));
  }
}
