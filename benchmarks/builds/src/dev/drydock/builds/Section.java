package dev.drydock.builds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A chapter of RESULTS.md: its figures, paragraphs, tables, and goals that are met or not. */
final class Section {

    static final String BEGIN = "<!-- figures: written by benchmarks/builds/run -->";
    static final String END = "<!-- end of figures -->";

    private final String title;
    private final StringBuilder text = new StringBuilder();
    private final List<String> figures = new ArrayList<>();
    private boolean inTable;
    private boolean inGoals;
    private boolean met = true;

    /** The chapters of RESULTS.md are in the order of their titles. */
    Section(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    void say(String paragraph) {
        text.append('\n').append(paragraph).append('\n');
        inTable = false;
        inGoals = false;
    }

    void lines(List<String> lines) {
        if (!lines.isEmpty()) {
            say("```\n" + String.join("\n", lines) + "\n```");
        }
    }

    /** Adds a row; the first one after a paragraph is the head of a new table. */
    void row(List<String> cells) {
        if (!inTable) {
            newTable(cells);
            return;
        }
        text.append("| ").append(String.join(" | ", cells.stream().map(cell -> cell.replace("|", "\\|").replace("\n", " ")).toList())).append(" |\n");
    }

    void row(String... cells) {
        row(Arrays.asList(cells));
    }

    void row(String first, String[] rest) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(Arrays.asList(rest));
        row(cells);
    }

    void row(String first, String second, String[] rest) {
        List<String> cells = new ArrayList<>(List.of(first, second));
        cells.addAll(Arrays.asList(rest));
        row(cells);
    }

    void newTable(List<String> head) {
        text.append('\n');
        inTable = true;
        inGoals = false;
        row(head);
        text.append("|---".repeat(head.size())).append("|\n");
    }

    void goal(String goal, boolean reached, String otherwise) {
        if (!inGoals) {
            text.append('\n');
            inTable = false;
            inGoals = true;
        }
        met &= reached;
        String figure = otherwise.matches("[0-9.]+%") ? " (" + otherwise + ")" : "";
        text.append(reached ? "- reached: " + goal + figure : "- **missed**: " + goal + ": " + otherwise).append('\n');
    }

    /** Says in a sentence what was found, for those who read no further. */
    void figure(String sentence) {
        figures.add("- " + sentence + "\n");
    }

    /** Shows a picture before what else was found. */
    void picture(String description, String file) {
        figures.add(0, "![" + description + "](" + file + ")\n\n");
    }

    boolean met() {
        return met;
    }

    String text() {
        String head = "## " + title + "\n";
        return (figures.isEmpty() ? head : head + "\n" + BEGIN + "\n" + String.join("", figures) + END + "\n") + text;
    }
}
