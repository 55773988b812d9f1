package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.spi.Kind;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text whatever. */
class ReaderProperties {

  @Property
  void everyStringIsCoveredWithoutGaps(@ForAll String source) {
    assertThat(String.join("", Constructs.of(source).texts())).isEqualTo(source);
  }

  @Property(tries = 3000)
  void everyLikelyTextIsCoveredWithoutGaps(@ForAll("likely") String source) {
    assertThat(String.join("", Constructs.of(source).texts())).isEqualTo(source);
  }

  @Property(tries = 3000)
  void aConstructReadAloneIsOfTheSameKind(@ForAll("likely") String source) {
    Constructs constructs = Constructs.of(source);
    // A known escape character, and behind it a line that ends the region of directives.
    String before = "# escape=" + constructs.escape + "\n\n";
    for (Constructs.Cut cut : constructs.list) {
      boolean marked = cut.start() == 0 && cut.text().startsWith("\uFEFF");
      Constructs alone = Constructs.of(before + (marked ? cut.text().substring(1) : cut.text()));
      if (marked && cut.text().length() == 1) {
        continue;
      }
      assertThat(alone.list).hasSize(3);
      Kind kind = alone.list.get(2).kind();
      assertThat(kind).isEqualTo(cut.kind() == Kind.PARSER_DIRECTIVE ? Kind.COMMENT : cut.kind());
    }
  }

  @Property(tries = 3000)
  void everyPartLiesInsideItsInstruction(@ForAll("likely") String source) {
    Constructs constructs = Constructs.of(source);
    for (Constructs.Cut cut : constructs.list) {
      if (cut.kind().compareTo(Kind.BLANK_LINE) > 0) {
        Parts parts = Parts.of(cut.text(), constructs.escape);
        Parts.Doc last = parts.heredocs.isEmpty() ? null : parts.heredocs.get(parts.heredocs.size() - 1);
        assertThat(last == null ? cut.text().length() : last.end()).isEqualTo(cut.text().length());
      }
    }
  }

  /** The search for problems reads parts in the whole file, a view in the instruction's own text. */
  @Property(tries = 3000)
  void partsAreTheSameWhetherOrNotProblemsAreAskedForFirst(@ForAll("likely") String source) {
    assertPartsAreTheSame(source);
  }

  @Example
  void aByteOrderMarkInTheMiddleIsNoDifference() {
    assertPartsAreTheSame("FROM a\n\uFEFFRUN [\"x\", \"y\"]\n  \uFEFFENV a b\nRUN <<E\n\uFEFFx\nE\n");
  }

  private static void assertPartsAreTheSame(String source) {
    Dockerfile asked = Dockerfile.parse(source);
    asked.problems();
    assertThat(parts(asked)).isEqualTo(parts(Dockerfile.parse(source)));
  }

  private static List<Object> parts(Dockerfile file) {
    List<Object> parts = new ArrayList<>();
    for (Instruction one : file.instructions()) {
      parts.addAll(List.of(one.writtenKeyword(), one.flags(), one.execForm(), one.arguments(), one.heredocs()));
    }
    return parts;
  }

  @Property(tries = 3000)
  void problemsLieInsideTheSourceInItsOrder(@ForAll("likely") String source) {
    int[] before = new int[1];
    ProblemFinder.find(
        source,
        (kind, offset, message) -> {
          assertThat(offset).isBetween(before[0], source.length());
          assertThat(kind).matches("[a-z]+(-[a-z]+)*");
          before[0] = offset;
        });
  }

  @Property(tries = 3000)
  void everyWordExpandsOrDoesNot(@ForAll("likely") String word) {
    String expanded = WordExpander.expand(word, '\\', name -> name.isEmpty() ? null : name);
    assertThat(expanded == null || !expanded.contains("${")  || word.contains("$")).isTrue();
    String syntax = SyntaxDetector.detect(word);
    assertThat(syntax == null || !syntax.isEmpty() || word.contains("{")).isTrue();
  }

  /** Texts made of what matters to the reader. */
  @Provide
  Arbitrary<String> likely() {
    return Arbitraries.of(
            "\n", "\n", "\n", "\r\n", "\r", " ", " ", "\t", "\\\n", "`\n", "\\", "`", "#", "# ", "escape=`", "escape=\\",
            "syntax=a", "=", "\uFEFF", "\u00A0", "\u0085", "FROM ", "RUN ", "COPY ", "ADD ", "ONBUILD ", "ENV ",
            "HEALTHCHECK ", "LABEL ", "VOLUME ", "SHELL ", "ru", "n ", "<<", "<<-", "<", "E", "EOF", "\nEOF\n", "\nE\n",
            "'", "\"", "[", "]", "[\"a\"]", ",", "--mount=", "type=cache", "--", "$", "${", "}", ":-", "#", "%", "/",
            "a", "é", "\uD83D\uDC33", "\0", "AS ", "*", "?")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
