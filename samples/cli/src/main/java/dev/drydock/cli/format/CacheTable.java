package dev.drydock.cli.format;

import java.util.List;
import java.util.Map;

/** What the {@link CachePicture} shows, for each file. */
final class CacheTable {

  private CacheTable() {}

  /** A row for each file and a column for each cache, group by group. */
  static String of(List<FileCaches> all) {
    Map<String, Integer> files = CacheGroup.filesByCache(all);
    StringBuilder table = new StringBuilder();
    table.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Each file and its caches\"><table>\n");
    table.append("<caption>A cache is shared by the files that have yes in its column.</caption>\n<thead><tr><th scope=\"col\">File</th>");
    int number = 1;
    for (String cache : files.keySet()) {
      table.append("<th scope=\"col\">").append(number++).append(' ').append(Html.code(cache)).append("</th>");
    }
    table.append("</tr></thead>\n");
    for (CacheGroup group : CacheGroup.byBase(all)) {
      table.append("<tbody><tr><th scope=\"rowgroup\" colspan=\"").append(files.size() + 1).append("\">");
      table.append(Html.text(group.title())).append("</th></tr>\n");
      for (FileCaches file : group.files()) {
        table.append("<tr><th scope=\"row\"><a href=\"#").append(file.anchor()).append("\">");
        table.append(Html.code(file.file().name())).append("</a></th>");
        files.keySet().forEach(cache -> table.append("<td>").append(group.caches().contains(cache) ? "yes" : "").append("</td>"));
        table.append("</tr>\n");
      }
      table.append("</tbody>\n");
    }
    return table.append("</table></div>\n").toString();
  }
}
