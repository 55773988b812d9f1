package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Two rows of bars: the megabytes that seven services fetch, by kind, and the seconds that they take. */
final class Plot {

    private static final int WIDTH = 760;
    private static final int NAMES = 118;
    private static final int LEFT = 190;
    private static final int RIGHT = 90;
    private static final int BAR = 18;
    private static final int STEP = 23;
    private static final int GAP = 9;
    private static final String TIME = "#5b7553";
    /** A part of a bar. */
    private record Part(Kind kind, String title, String colour) {}

    private static final List<Part> PARTS = List.of(
            new Part(Kind.LISTS, "apt lists", "#8d99ae"), new Part(Kind.DEB, ".debs", "#bf5b3d"),
            new Part(Kind.WHEEL, "wheels", "#3d7ea6"), new Part(Kind.INDEX, "index pages", "#d9b44a"));

    private final StringBuilder svg = new StringBuilder();
    private int y = 26;

    private Plot() {}

    static String of(Map<Variant, Downloads.Series> measured) {
        Plot plot = new Plot();
        double bytes = most(measured).mapToDouble(builds -> Downloads.Series.traffic(builds).bytes()).max().orElse(1);
        double seconds = timed(measured).mapToDouble(Downloads.Series::seconds).max().orElse(1);
        plot.title("Megabytes fetched by seven services");
        measured.forEach((variant, series) -> {
            plot.name(variant.title);
            plot.traffic("first build", Downloads.Series.traffic(series.first()), bytes);
            plot.traffic("rebuild", Downloads.Series.traffic(series.again()), bytes);
            plot.y += GAP;
        });
        plot.legend();
        plot.title("Seconds taken, with downloads at 2.5 MB/s");
        measured.forEach((variant, series) -> {
            plot.name(variant.title);
            if (variant.firstIsTimed) {
                plot.time("first build", Downloads.Series.seconds(series.first()), seconds);
            }
            plot.time("rebuild", Downloads.Series.seconds(series.again()), seconds);
            plot.y += GAP;
        });
        return String.format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n%s</svg>%n", WIDTH, plot.y, plot.svg);
    }

    private static Stream<Map<String, Build>> most(Map<Variant, Downloads.Series> measured) {
        return measured.values().stream().flatMap(series -> Stream.of(series.first(), series.again()));
    }

    private static Stream<Map<String, Build>> timed(Map<Variant, Downloads.Series> measured) {
        return measured.entrySet().stream().flatMap(entry -> entry.getKey().firstIsTimed
                ? Stream.of(entry.getValue().first(), entry.getValue().again())
                : Stream.of(entry.getValue().again()));
    }

    private void title(String text) {
        svg.append(String.format("<text x=\"12\" y=\"%d\" font-weight=\"bold\" font-size=\"14\">%s</text>%n", y, text));
        y += 14;
    }

    private void name(String text) {
        svg.append(String.format("<text x=\"%d\" y=\"%d\" text-anchor=\"end\" font-weight=\"bold\">%s</text>%n", NAMES - 8, y + 13, text));
    }

    private void label(String text) {
        svg.append(String.format("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", LEFT - 8, y + 13, text));
    }

    private void traffic(String label, Traffic traffic, double most) {
        label(label);
        double x = LEFT;
        for (Part part : PARTS) {
            double width = scale(traffic.bytes(part.kind()), most);
            bar(x, width, part.colour());
            x += width;
        }
        figure(x, String.format(Locale.ROOT, "%.1f MB", traffic.bytes() / 1e6));
    }

    private void time(String label, double seconds, double most) {
        label(label);
        double width = scale(seconds, most);
        bar(LEFT, width, TIME);
        figure(LEFT + width, String.format(Locale.ROOT, "%.0f s", seconds));
    }

    private static double scale(double value, double most) {
        return value / most * (WIDTH - LEFT - RIGHT);
    }

    private void bar(double x, double width, String colour) {
        svg.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n", x, y, width, BAR, colour));
    }

    private void figure(double x, String text) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>%n", x + 6, y + 13, text));
        y += STEP;
    }

    private void legend() {
        int x = LEFT;
        for (Part part : PARTS) {
            svg.append(String.format("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                    x, y + 2, part.colour(), x + 17, y + 13, part.title()));
            x += 100;
        }
        y += 48;
    }
}
