package dev.drydock.cli;

import java.util.List;
import java.util.Locale;

/** What is said where somebody gave a name that is not known: the one that was probably meant, and those that there are. */
final class Choices {

  /** One slip for so many letters is a misspelling; more of them are another word. */
  private static final int LETTERS_A_SLIP = 4;

  private Choices() {}

  /** {@code ; did you mean pip? There are apt, pip, uv}: goes behind what is wrong with the name. */
  static String after(String given, List<String> known) {
    String all = "here are " + String.join(", ", known);
    String meant = meant(given, known);
    return meant.isEmpty() ? "; t" + all : meant + " T" + all;
  }

  /** {@code ; did you mean pip?}; empty where no known name is near. */
  static String meant(String given, List<String> known) {
    String nearest = "";
    int fewest = Math.max(1, given.length() / LETTERS_A_SLIP) + 1;
    for (String name : known) {
      int slips = slips(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (slips < fewest) {
        fewest = slips;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? "" : "; did you mean " + nearest + "?";
  }

  /** How many letters are missing, too many, wrong, or swapped with the next one: the distance of Damerau and Levenshtein. */
  private static int slips(String given, String known) {
    int[][] slips = new int[given.length() + 1][known.length() + 1];
    for (int i = 0; i <= given.length(); i++) {
      for (int j = 0; j <= known.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int wrong = given.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1;
        int fewest = Math.min(slips[i - 1][j - 1] + wrong, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && given.charAt(i - 1) == known.charAt(j - 2) && given.charAt(i - 2) == known.charAt(j - 1);
        slips[i][j] = swapped ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
      }
    }
    return slips[given.length()][known.length()];
  }
}
