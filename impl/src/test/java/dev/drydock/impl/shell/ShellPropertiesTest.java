package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Unread;
import dev.drydock.shell.Word;
import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text. */
class ShellPropertiesTest {

  @Provide
  Arbitrary<String> shellish() {
    return Arbitraries.of(
            "a", "X", " ", " ", "\n", ";", "&&", "||", "|", "&", "(", ")", "{ ", "}", "$", "$(", "${", "`", "'", "\"",
            "\\", "#", "if ", "then ", "fi", "for ", "in ", "do ", "done", "case ", "esac", ";;", "while ", "<<E", "E",
            "<", ">", "=", "x=", "!", "[[ ", " ]]", "((", "))", "bash -c ", "sudo ", "env ", "su ", "eval ", "-c ",
            "-e ", "set -e", "$'", "\\\n", "$((", "function ", "f()", "~", "*", "\u0000", "\r", "xargs ", "trap ")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 20_000)
  void anyShellishTextIsRead(@ForAll("shellish") String text) {
    check(text);
  }

  @Property
  void anyTextIsRead(@ForAll String text) {
    check(text);
  }

  private static void check(String text) {
    ShellScript script = ShellScript.parse(text);
    assertThat(script.text()).isSameAs(text);
    int last = 0;
    for (SimpleCommand command : script.commands()) {
      within(command.span(), text);
      assertThat(command.span().start()).isGreaterThanOrEqualTo(last);
      last = command.span().start();
      checkWords(command, text);
      checkCuts(script.without(command, command.arguments().take(2)), text);
      Vector<TextEdit> cuts = script.without(command);
      String left = checkCuts(cuts, text);
      if (!cuts.isEmpty() && script.complete()) {
        assertThat(ShellScript.parse(left).unread()).as(left).isEmpty();
      }
    }
    for (Unread unread : script.unread()) {
      within(unread.span(), text);
    }
  }

  private static void checkWords(SimpleCommand command, String text) {
    int last = command.span().start();
    for (Word word : command.words()) {
      within(word.span(), text);
      assertThat(word.span().start()).isGreaterThanOrEqualTo(last);
      last = word.span().end();
      assertThat(word.value()).isNotNull();
      assertThat(word.variables()).isNotNull();
    }
    assertThat(last).isLessThanOrEqualTo(command.span().end());
    assertThat(command.environment().appendAll(command.variables())).isNotNull();
  }

  private static String checkCuts(Vector<TextEdit> cuts, String text) {
    int last = 0;
    StringBuilder left = new StringBuilder();
    for (TextEdit cut : cuts) {
      within(new Span(cut.start(), cut.end()), text);
      assertThat(cut.start()).isGreaterThanOrEqualTo(last);
      left.append(text, last, cut.start()).append(cut.replacement());
      last = cut.end();
    }
    left.append(text, last, text.length());
    return left.toString();
  }

  private static void within(Span span, String text) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
  }
}
