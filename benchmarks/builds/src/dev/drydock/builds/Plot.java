package dev.drydock.builds;

import dev.drydock.builds.Traffic.Kind;
import java.util.Locale;
import java.util.Map;

/** Two rows of bars: the megabytes that seven services fetch, by kind, and the seconds that they take. */
final class Plot {

    private static final int WIDTH = 760;
    private static final int LEFT = 270;
    private static final int RIGHT = 90;
    private static final int BAR = 18;
    private static final int STEP = 24;
    private static final Map<Kind, String> COLOURS = Map.of(Kind.LISTS, "#8d99ae", Kind.DEB, "#bf5b3d", Kind.WHEEL, "#3d7ea6", Kind.INDEX, "#d9b44a");

    private final StringBuilder svg = new StringBuilder();
    private int y = 26;

    private Plot() {}

    static String of(Map<Variant, Downloads.Series> measured) {
        Plot plot = new Plot();
        double bytes = measured.values().stream().mapToDouble(series -> Downloads.Series.traffic(series.first()).bytes()).max().orElse(1);
        double seconds = measured.values().stream().mapToDouble(series -> Downloads.Series.seconds(series.first())).max().orElse(1);
        plot.title("Megabytes fetched by seven services");
        measured.forEach((variant, series) -> {
            plot.traffic(variant.title + ", first", Downloads.Series.traffic(series.first()), bytes);
            plot.traffic("again", Downloads.Series.traffic(series.again()), bytes);
        });
        plot.legend();
        plot.title("Seconds at 2.5 MB/s");
        measured.forEach((variant, series) -> {
            plot.time(variant.title + ", first", Downloads.Series.seconds(series.first()), seconds);
            plot.time("again", Downloads.Series.seconds(series.again()), seconds);
        });
        return String.format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n%s</svg>%n", WIDTH, plot.y, plot.svg);
    }

    private void title(String text) {
        svg.append(String.format("<text x=\"12\" y=\"%d\" font-weight=\"bold\" font-size=\"14\">%s</text>%n", y, text));
        y += 14;
    }

    private void label(String text) {
        svg.append(String.format("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", LEFT - 8, y + 13, text));
    }

    private void traffic(String label, Traffic traffic, double most) {
        label(label);
        double x = LEFT;
        for (Kind kind : Kind.values()) {
            double width = scale(traffic.bytes(kind), most);
            bar(x, width, COLOURS.get(kind));
            x += width;
        }
        figure(x, String.format(Locale.ROOT, "%.1f MB", traffic.bytes() / 1e6));
    }

    private void time(String label, double seconds, double most) {
        label(label);
        double width = scale(seconds, most);
        bar(LEFT, width, "#5b7553");
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
        for (Kind kind : Kind.values()) {
            svg.append(String.format("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                    x, y + 2, COLOURS.get(kind), x + 17, y + 13, switch (kind) {
                        case LISTS -> "apt lists";
                        case DEB -> ".debs";
                        case WHEEL -> "wheels";
                        case INDEX -> "index pages";
                    }));
            x += 100;
        }
        y += 44;
    }
}
