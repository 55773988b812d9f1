package dev.drydock.laws;

import dev.drydock.transform.Rewrite;

/** Says that a law is broken, with the file that shows it, line ends and blanks visible. */
final class Broken {

  private Broken() {}

  static AssertionError law(String law, Rewrite rewrite, String how) {
    StringBuilder text = new StringBuilder("Law broken: ").append(law).append(". ").append(how);
    show(text, "before", rewrite.before().text());
    if (rewrite.changed()) {
      show(text, "after", rewrite.after().text());
    }
    if (!rewrite.notes().isEmpty()) {
      text.append("\n--- notes\n").append(rewrite.explain());
    }
    return new AssertionError(text.toString());
  }

  static AssertionError law(String law, String source, String how) {
    StringBuilder text = new StringBuilder("Law broken: ").append(law).append(". ").append(how);
    show(text, "text", source);
    return new AssertionError(text.toString());
  }

  private static void show(StringBuilder out, String title, String text) {
    out.append("\n--- ").append(title).append('\n').append(visible(text)).append("⟂");
  }

  /** The text with its characters that do not show spelled out; line feeds stay, with a sign before them. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length() + 32);
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> shown.append("␊\n");
                case '\r' -> shown.append("␍");
                case '\t' -> shown.append("␉");
                case '\uFEFF' -> shown.append("⟨BOM⟩");
                default -> {
                  if (c < ' ' || Character.isSurrogate((char) c)) {
                    shown.append(String.format("⟨%04X⟩", c));
                  } else {
                    shown.append((char) c);
                  }
                }
              }
            });
    return shown.toString();
  }
}
