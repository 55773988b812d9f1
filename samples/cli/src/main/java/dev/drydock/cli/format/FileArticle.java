package dev.drydock.cli.format;

import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.util.List;
import java.util.Locale;

/** What the page has of one file: its name and status, its diff, and the reasons. */
final class FileArticle {

  private final StringBuilder html = new StringBuilder();

  /**
   * An article that has its heading.
   *
   * @param kind a class of the style sheet
   */
  FileArticle(String anchor, FleetFile file, String kind, String status) {
    html.append("<article id=\"%s\" class=\"%s\" data-name=\"%s\">".formatted(anchor, kind, Html.text(file.name())));
    html.append("<h3>").append(Html.code(file.name())).append(" <span class=\"status\">").append(status).append("</span></h3>\n");
  }

  /** With one sentence and no diff. */
  FileArticle with(String reason) {
    html.append("<p>").append(Html.text(reason)).append("</p>\n");
    return this;
  }

  /** With the diff of a rewrite, where there is one, and its notes. */
  FileArticle with(Rewrite rewrite) {
    if (rewrite.changed()) {
      diff(rewrite.diff().lines().skip(2).toList());
    }
    if (rewrite.notes().nonEmpty()) {
      html.append("<details><summary>").append(Count.of(rewrite.notes().size(), "reason")).append("</summary><ul>\n");
      rewrite.notes().forEach(this::note);
      html.append("</ul></details>\n");
    }
    return this;
  }

  private void diff(List<String> lines) {
    long added = lines.stream().filter(line -> line.startsWith("+")).count();
    long removed = lines.stream().filter(line -> line.startsWith("-")).count();
    html.append("<details><summary>Diff: ").append(added).append(" added, ").append(removed).append(" removed</summary><pre>");
    lines.forEach(this::diffLine);
    html.append("</pre></details>\n");
  }

  private void diffLine(String line) {
    String element = line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : "span";
    String kind = line.startsWith("@@") ? " class=\"hunk\"" : "";
    html.append('<').append(element).append(kind).append('>').append(Html.text(line.replace("\t", "        ")));
    html.append("\n</").append(element).append('>');
  }

  private void note(Note note) {
    String about = note.subject().isEmpty() ? "" : Html.code(note.subject()) + ": ";
    html.append("<li data-rule=\"").append(Html.text(note.rule())).append("\">line ").append(note.line()).append(", <b>")
        .append(note.kind().name().toLowerCase(Locale.ROOT)).append("</b>: ").append(about).append(Html.text(note.reason()))
        .append(" <span class=\"rule\">").append(Html.rule(note.rule())).append("</span></li>\n");
  }

  /** The whole article. */
  String html() {
    return html + "</article>\n";
  }
}
