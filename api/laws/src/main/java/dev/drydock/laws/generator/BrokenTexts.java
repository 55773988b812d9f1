package dev.drydock.laws.generator;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Services with something gone, doubled or put where it does not belong; and tokens thrown together. */
final class BrokenTexts {

  private static final String[] TOKENS = {
    "FROM", "RUN", "COPY", "run", "ONBUILD", " ", "\n", "\r\n", "\\\n", "`\n", "\\ \n", "#", "# syntax=", "# escape=`",
    "<<EOF", "EOF", "<<-'E F'", "E F", "--mount=type=cache", ",target=/x", "apt-get install -y curl", "pip install x",
    "&&", "[\"", "\"]", "'", "\"", "$", "${", "}", "$(", ")", "\uFEFF", "\0", "\t", "é", "\uD83D\uDE00", "{{", "scratch"
  };

  private BrokenTexts() {}

  static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, cut()), Tuple.of(2, inserted()), Tuple.of(1, doubled()), Tuple.of(2, tokens()), Tuple.of(1, degenerate()));
  }

  private static Arbitrary<String> tokens() {
    return Arbitraries.of(TOKENS).list().ofMaxSize(40).map(all -> String.join("", all));
  }

  private static Arbitrary<String> degenerate() {
    return Arbitraries.of(
        "", "\n", "\uFEFF", "# only a comment\n", "\\", "\\\n", "FROM", "FROM\n", "RUN\n", "RUN pip install x\n",
        "FROM a\nRUN <<EOF\npip install x\n", "FROM a\nRUN", "ARG X\n", "{\"syntax\": \"docker/dockerfile:1\"}\n",
        "ONBUILD\n", "FROM a\nONBUILD ONBUILD RUN pip install x\n", "FROM a\nENV\nRUN pip install x\n");
  }

  private static Arbitrary<String> cut() {
    return Combinators.combine(Services.texts(), share(), share())
        .as(
            (text, a, b) -> {
              int from = place(text, Math.min(a, b));
              int to = Math.min(text.length(), from + place(text, Math.max(a, b)) / 8);
              return text.substring(0, from) + text.substring(to);
            });
  }

  private static Arbitrary<String> inserted() {
    return Combinators.combine(Services.texts(), share(), Arbitraries.of(TOKENS))
        .as((text, at, token) -> text.substring(0, place(text, at)) + token + text.substring(place(text, at)));
  }

  private static Arbitrary<String> doubled() {
    return Combinators.combine(Services.texts(), share())
        .as((text, at) -> text.substring(0, place(text, at)) + text);
  }

  private static Arbitrary<Integer> share() {
    return Arbitraries.integers().between(0, 1000);
  }

  private static int place(String text, int share) {
    return (int) ((long) text.length() * share / 1000);
  }
}
