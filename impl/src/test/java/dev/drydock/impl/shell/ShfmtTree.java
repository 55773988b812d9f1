package dev.drydock.impl.shell;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drydock.impl.shell.PeerCommand.PeerWord;
import dev.drydock.impl.shell.PeerCommand.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The simple commands of a syntax tree that shfmt gives. */
final class ShfmtTree {

  private final String text;
  private final int[] offsets;
  private final List<PeerCommand> commands = new ArrayList<>();

  private ShfmtTree(String text) {
    this.text = text;
    offsets = characters(text);
  }

  static List<PeerCommand> commands(JsonNode tree, String text) {
    ShfmtTree walk = new ShfmtTree(text);
    walk.walk(tree, EnumSet.noneOf(Place.class));
    walk.commands.sort(Comparator.comparingInt(PeerCommand::start));
    return walk.commands;
  }

  /** For each byte of the text in UTF-8, and for its end, the character that it belongs to. */
  private static int[] characters(String text) {
    int[] characters = new int[4 * text.length() + 1];
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int width = c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isHighSurrogate(c) ? 4 : Character.isLowSurrogate(c) ? 0 : 3;
      for (int b = 0; b < width; b++) {
        characters[bytes++] = i;
      }
    }
    characters[bytes] = text.length();
    return characters;
  }

  private void walk(JsonNode node, EnumSet<Place> around) {
    EnumSet<Place> places = EnumSet.copyOf(around);
    String type = node.path("Type").asText();
    switch (type) {
      case "CmdSubst", "ProcSubst" -> places.add(Place.SUBSTITUTION);
      case "Subshell" -> places.add(Place.SUBSHELL);
      case "CallExpr" -> call(node, places);
      case "DeclClause" -> keyword(node.path("Variant").path("Value").asText(), node, places);
      case "LetClause" -> keyword("let", node, places);
      default -> {}
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      EnumSet<Place> inside = EnumSet.copyOf(places);
      boolean repeats =
          type.equals("WhileClause") || (type.equals("ForClause") && !field.getKey().equals("Loop"));
      if (repeats) {
        inside.add(Place.LOOP);
      }
      if (field.getKey().equals("Hdoc")) {
        inside.add(Place.HEREDOC);
      }
      walk(field.getValue(), inside);
    }
    if (node.isArray()) {
      node.forEach(one -> walk(one, places));
    }
  }

  private void call(JsonNode node, EnumSet<Place> places) {
    List<PeerWord> words = new ArrayList<>();
    node.path("Args").forEach(word -> words.add(word(word)));
    List<Integer> assignments = new ArrayList<>();
    node.path("Assigns").forEach(assign -> assignments.add(at(assign, "Pos")));
    commands.add(PeerCommand.of(text, words, assignments, new TreeSet<>(places)));
  }

  private void keyword(String name, JsonNode node, EnumSet<Place> places) {
    int start = at(node, "Pos");
    PeerWord word = PeerWord.of(text, start, start + name.length(), name);
    commands.add(PeerCommand.of(text, List.of(word), List.of(), new TreeSet<>(places)));
  }

  private int at(JsonNode node, String which) {
    return offsets[node.path(which).path("Offset").asInt()];
  }

  private PeerWord word(JsonNode word) {
    StringBuilder value = new StringBuilder();
    boolean known = true;
    for (JsonNode part : word.path("Parts")) {
      String piece = value(part, false);
      known &= piece != null;
      value.append(piece);
    }
    known &= !expands(word.path("Parts"));
    return PeerWord.of(text, at(word, "Pos"), at(word, "End"), known ? value.toString() : null);
  }

  /** Whether the shell makes other words of it: {@code ~} and {@code {a,b}} are nothing of their own to shfmt. */
  private static boolean expands(JsonNode parts) {
    StringBuilder bare = new StringBuilder();
    for (JsonNode part : parts) {
      boolean literal = part.path("Type").asText().equals("Lit");
      bare.append(literal ? part.path("Value").asText().replaceAll("(?s)\\\\.", "q") : "q");
    }
    return bare.toString().matches("(?s)~.*|.*\\{.*(,|\\.).*\\}.*");
  }

  private static @Nullable String value(JsonNode part, boolean quoted) {
    String text = part.path("Value").asText();
    boolean localised = part.path("Dollar").asBoolean();
    return switch (part.path("Type").asText()) {
      case "Lit" -> text.replaceAll(quoted ? "\\\\([$`\"\\\\])" : "\\\\(.)", "$1").replace("\\\n", "");
      case "SglQuoted" -> localised ? null : text;
      case "DblQuoted" -> {
        StringBuilder value = new StringBuilder();
        boolean known = true;
        for (JsonNode inner : part.path("Parts")) {
          String piece = value(inner, true);
          known &= piece != null;
          value.append(piece);
        }
        yield known ? value.toString() : null;
      }
      default -> null;
    };
  }
}
