package dev.drydock.benchmarks.paired;

import java.util.List;
import java.util.Locale;

/**
 * A bar for each contender: how many times as fast as a peer it is, with ten times as fast as one step, since a parse and a
 * rewriting are two steps apart.
 */
final class SpeedPlot {

  private static final int WIDTH = 760;
  private static final int LEFT = 230;
  private static final int RIGHT = 130;
  private static final int TOP = 44;
  private static final int STEP = 26;
  private static final int BAR = 18;
  private static final String OURS = "#3d7ea6";
  private static final String THEIRS = "#8d99ae";

  private final double least;
  private final double most;

  private SpeedPlot(double least, double most) {
    this.least = Math.pow(10, Math.floor(Math.log10(Math.min(least, 0.9))));
    this.most = Math.pow(10, Math.ceil(Math.log10(Math.max(most, 1.1))));
  }

  /** The picture, as SVG; the bars of the peer itself, whose names begin with its own, are grey. */
  static String of(Rounds rounds, List<String> names, String against, String peer) {
    List<Double> ratios = names.stream().map(name -> Rounds.median(rounds.ratios(name, against))).toList();
    SpeedPlot plot =
        new SpeedPlot(
            ratios.stream().mapToDouble(Double::doubleValue).min().orElse(1),
            ratios.stream().mapToDouble(Double::doubleValue).max().orElse(1));
    int height = TOP + STEP * names.size() + 30;
    StringBuilder svg =
        new StringBuilder(
            text(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                    + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n"
                    + "<text x=\"12\" y=\"26\" font-weight=\"bold\" font-size=\"14\">How many times as fast as %s, of the same files</text>%n",
                WIDTH, height, against));
    for (double mark = plot.least; mark <= plot.most * 1.001; mark *= 10) {
      svg.append(plot.mark(mark, height - 24));
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      double speed = Rounds.median(rounds.speeds(name));
      svg.append(plot.bar(TOP + STEP * i, name, ratios.get(i), speed, name.startsWith(peer) ? THEIRS : OURS));
    }
    return svg.append("</svg>\n").toString();
  }

  private String mark(double ratio, int bottom) {
    double x = x(ratio);
    return text(
        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#d0d0d0\"/>%n<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s ×</text>%n",
        x, TOP - 4, x, bottom, x, bottom + 15, ratio < 1 ? text("%.1f", ratio) : text("%.0f", ratio));
  }

  private String bar(int y, String name, double ratio, double speed, String colour) {
    return text(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n"
            + "<text x=\"%.1f\" y=\"%d\">%s × (%s MB/s)</text>%n",
        LEFT - 8, y + 13, name, LEFT, y, x(ratio) - LEFT, BAR, colour, x(ratio) + 6, y + 13, Goal.shown(ratio), Goal.shown(speed));
  }

  private double x(double ratio) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.log10(ratio / least) / Math.log10(most / least);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
