package dev.drydock.cli.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Groups of files on the left, caches on the right, and a line for each cache that a group mounts, as an SVG that needs
 * nothing beside itself. Each cache has a number that its groups repeat, so nobody has to follow a line or tell colours apart.
 * There are two, for a wide and for a narrow screen, of which the style sheet shows one.
 */
final class CachePicture {

  /** As many groups and caches are drawn by themselves; the rest are one box. */
  private static final int LIMIT = 12;

  private static final int SERVICES = 8;
  private static final int COLORS = 6;
  private static final int GAP = 12;
  private static final int LINE = 17;

  /** By how many letters a bold line is shorter. */
  private static final int BOLD = 4;

  /**
   * Where things are.
   *
   * @param left where the boxes of groups end
   * @param right where those of caches begin
   * @param lines how many lines a box has room for
   * @param letters how many letters of a proportional font a line of a group has room for
   * @param signs how many letters of a fixed font a line of a cache has room for
   */
  private record Layout(String name, int width, int left, int right, int lines, int letters, int signs) {

    int box() {
      return lines * LINE + 10;
    }
  }

  private static final Layout WIDE = new Layout("broad", 700, 300, 420, 3, 36, 29);
  private static final Layout NARROW = new Layout("narrow", 390, 168, 212, 4, 20, 19);

  /** A cache, or the rest of them. */
  private record Target(String name, String number, int files) {}

  private final List<CacheGroup> groups = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Target> targets = new ArrayList<>();

  private CachePicture(List<FileCaches> files) {
    Map<String, Integer> counts = CacheGroup.filesByCache(files);
    int drawn = counts.size() > LIMIT ? LIMIT - 1 : counts.size();
    counts.forEach((cache, count) -> {
      numbers.put(cache, numbers.size() + 1);
      if (targets.size() < drawn) {
        targets.add(new Target(cache, String.valueOf(numbers.size()), count));
      }
    });
    if (counts.size() > drawn) {
      List<String> rest = counts.keySet().stream().skip(drawn).toList();
      int count = (int) files.stream().filter(file -> file.caches().stream().anyMatch(rest::contains)).count();
      targets.add(new Target(Count.of(rest.size(), "more cache"), "+", count));
    }
    addGroups(files);
  }

  /** The pictures; there is at least one cache. */
  static String of(List<FileCaches> files) {
    CachePicture picture = new CachePicture(files);
    return picture.svg(WIDE) + picture.svg(NARROW);
  }

  /** By base where there are few, else by caches alone; of many of these the last ones are one. */
  private void addGroups(List<FileCaches> files) {
    List<CacheGroup> byBase = CacheGroup.byBase(files);
    List<CacheGroup> all = byBase.size() <= LIMIT ? byBase : CacheGroup.byCaches(files);
    int drawn = all.size() > LIMIT ? LIMIT - 1 : all.size();
    groups.addAll(all.subList(0, drawn));
    if (all.size() > drawn) {
      groups.add(CacheGroup.of(all.subList(drawn, all.size()).stream().flatMap(group -> group.files().stream()).toList()));
    }
  }

  private String svg(Layout layout) {
    int height = Math.max(groups.size(), targets.size()) * (layout.box() + GAP);
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\"".formatted(layout.name(), layout.width(), height));
    svg.append(" aria-label=\"Which files share which caches\">\n<desc>").append(description()).append("</desc>\n");
    int most = groups.stream().mapToInt(group -> group.files().size()).max().orElse(1);
    for (int i = 0; i < groups.size(); i++) {
      CacheGroup group = groups.get(i);
      int y = top(i, groups.size(), layout, height);
      svg.append("<g class=\"group").append(group.caches().isEmpty() ? "" : " k" + i % COLORS).append("\">");
      List<Integer> leadsTo = targetsOf(group);
      for (int k = 0; k < leadsTo.size(); k++) {
        double from = y + layout.box() * (k + 1.0) / (leadsTo.size() + 1);
        double to = top(leadsTo.get(k), targets.size(), layout, height) + layout.box() * (i + 1.0) / (groups.size() + 1);
        svg.append(path(layout, from, to, 1.2 + 5 * Math.sqrt(group.files().size() / (double) most)));
      }
      svg.append(rectangle(0, y, layout.left(), layout.box())).append(lines(group, y, layout)).append("</g>\n");
    }
    for (int i = 0; i < targets.size(); i++) {
      svg.append(target(targets.get(i), top(i, targets.size(), layout, height), layout));
    }
    return svg.append("</svg>\n").toString();
  }

  private List<Integer> targetsOf(CacheGroup group) {
    return numbersOf(group).stream().map(number -> Math.min(number, targets.size()) - 1).distinct().toList();
  }

  private List<Integer> numbersOf(CacheGroup group) {
    return group.caches().stream().map(cache -> numbers.getOrDefault(cache, 0)).sorted().toList();
  }

  private String lines(CacheGroup group, int y, Layout layout) {
    String files = Count.of(group.files().size(), "file");
    boolean apart = layout.lines() > WIDE.lines();
    StringBuilder lines = new StringBuilder();
    int at = y + LINE + 2;
    lines.append(line(10, at, "title", head(apart ? files : files + " " + group.where(), layout.letters() - BOLD)));
    if (apart) {
      at += LINE;
      lines.append(line(10, at, "text", head(group.where(), layout.letters())));
    }
    lines.append(line(10, at + LINE, "text", head(members(group), layout.letters())));
    String mounted = numbersOf(group).stream().map(String::valueOf).collect(Collectors.joining(", "));
    return lines.append(mounted.isEmpty() ? "" : line(10, at + 2 * LINE, "small", head("mount " + mounted, layout.letters()))).toString();
  }

  /** What tells a group from others: its bases where there are several, else some of its services. */
  private static String members(CacheGroup group) {
    return group.bases().size() > 1
        ? String.join(", ", group.bases())
        : group.files().stream().limit(SERVICES).map(FileCaches::service).collect(Collectors.joining(", "));
  }

  private static String target(Target target, int y, Layout layout) {
    int middle = y + layout.box() / 2;
    return "<g class=\"cache\">" + rectangle(layout.right(), y, layout.width() - layout.right(), layout.box())
        + line(layout.right() + 10, middle + 5, "title", target.number())
        + line(layout.right() + 32, middle - 4, "name", tail(target.name(), layout.signs()))
        + line(layout.right() + 32, middle + 14, "small", Count.of(target.files(), "file")) + "</g>\n";
  }

  /** Where a box begins: all are spread over the whole height. */
  private static int top(int index, int count, Layout layout, int height) {
    return (int) Math.round((index + 0.5) * height / count - layout.box() / 2.0);
  }

  private static String path(Layout layout, double from, double to, double width) {
    int middle = (layout.left() + layout.right()) / 2;
    return String.format(
        Locale.ROOT, "<path d=\"M%d,%.1fC%d,%.1f %d,%.1f %d,%.1f\" stroke-width=\"%.1f\"/>",
        layout.left(), from, middle, from, middle, to, layout.right(), to, width);
  }

  private static String rectangle(int x, int y, int width, int height) {
    return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>".formatted(x + 1, y, width - 2, height);
  }

  private static String line(int x, int y, String kind, String text) {
    return "<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>".formatted(x, y, kind, Html.text(text));
  }

  private static String head(String text, int letters) {
    return text.length() <= letters ? text : text.substring(0, letters - 1).stripTrailing() + "…";
  }

  /** Of a path the end tells more. */
  private static String tail(String text, int letters) {
    return text.length() <= letters ? text : "…" + text.substring(text.length() - letters + 1);
  }

  /** The picture in words; the table has all of it. */
  private String description() {
    return groups.stream()
        .map(group -> {
          String mounted = targetsOf(group).stream().map(index -> targets.get(index).name()).collect(Collectors.joining(", "));
          return Html.text(group.title() + (mounted.isEmpty() ? "" : ": " + mounted));
        })
        .collect(Collectors.joining("; ", "", "."));
  }
}
