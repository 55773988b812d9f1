package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the text of a RUN is left: without the command {@code X}, or without the arguments {@code -x} of {@code c}. */
class RemovalLayoutTest {

  /** Between a script and what is expected of it. */
  private static final String ARROW = " → ";

  private static void assertWithout(String before, String after) {
    assertWithout(before, after, '\\');
    assertWithout(before.replace("\n", "\r\n"), after.replace("\n", "\r\n"), '\\');
    assertWithout(before.replace('\\', '`'), after.replace('\\', '`'), '`');
    assertWithout(before.stripTrailing(), after.stripTrailing(), '\\');
  }

  private static void assertWithout(String before, String after, char escape) {
    RunText run = RunText.of(before, escape);
    assertThat(run.script().textWithout(before, named(run, "X"))).containsExactly(after);
  }

  private static void assertWithoutArguments(String before, String after) {
    assertWithoutArguments(before, after, '\\');
    assertWithoutArguments(before.replace("\n", "\r\n"), after.replace("\n", "\r\n"), '\\');
    assertWithoutArguments(before.replace('\\', '`'), after.replace('\\', '`'), '`');
  }

  private static void assertWithoutArguments(String before, String after, char escape) {
    RunText run = RunText.of(before, escape);
    SimpleCommand command = named(run, "c");
    Vector<Word> words = command.arguments().filter(word -> word.text().startsWith("-x"));
    assertThat(run.script().textWithout(before, command, words)).containsExactly(after);
  }

  private static SimpleCommand named(RunText run, String name) {
    return run.script().commands().filter(command -> command.name().contains(name)).head();
  }

  @Test
  void aConnectorBeforeTheCommandGoesWithItsLine() {
    assertWithout("RUN a \\\n    && X -r y \\\n    && b\n", "RUN a \\\n    && b\n");
    assertWithout("RUN a \\\n    && b \\\n    && X\n", "RUN a \\\n    && b\n");
    assertWithout("RUN a \\\n && X \\\n      y \\\n      z \\\n && b\n", "RUN a \\\n && b\n");
    assertWithout("RUN a \\\n ; X \\\n ; b\n", "RUN a \\\n ; b\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN a && \\\n    X -r y && \\\n    b\n → RUN a && \\\n    b\n",
        "RUN a && \\\n    b && \\\n    X\n → RUN a && \\\n    b\n",
        "RUN a; \\\n    X; \\\n    b\n → RUN a; \\\n    b\n",
        "RUN set -ex; \\\n    a; \\\n    X\n → RUN set -ex; \\\n    a\n",
        "RUN set -ex; \\\n    a; \\\n    X;\n → RUN set -ex; \\\n    a;\n"
      })
  void aConnectorBehindTheCommandGoesWithItsLine(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
  }

  @Test
  void theFirstCommandMakesRoomForTheNext() {
    assertWithout("RUN X && \\\n    a\n", "RUN a\n");
    assertWithout("RUN X \\\n    && a \\\n    && b\n", "RUN a \\\n    && b\n");
    assertWithout("RUN \\\n  X && \\\n  a\n", "RUN \\\n  a\n");
    assertWithout("RUN --mount=type=cache,target=/a \\\n    X && a\n", "RUN --mount=type=cache,target=/a \\\n    a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN a && X && b \\\n  && c\n → RUN a && b \\\n  && c\n", "RUN a \\\n  && X && b\n → RUN a \\\n  && b\n",
        "RUN a && \\\n  X && b && \\\n  c\n → RUN a && \\\n  b && \\\n  c\n",
        "RUN a && \\\n  b && X && \\\n  c\n → RUN a && \\\n  b && \\\n  c\n",
        "RUN a \\\n  && b && X\n → RUN a \\\n  && b\n",
        "RUN a; \\\n    X; b; \\\n    c\n → RUN a; \\\n    b; \\\n    c\n"
      })
  void aCommandAmongOthersOnItsLineLeavesTheLine(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN a \\\n  # clean up\n  # thoroughly\n  && X\n → RUN a\n",
        "RUN a && \\\n  # clean up\n  X && \\\n  b\n → RUN a && \\\n  b\n",
        "RUN a \\\n  # clean up\n  && X \\\n  # then b\n  && b\n → RUN a \\\n  # then b\n  && b\n",
        "RUN a && \\\n  X && \\\n  # then b\n  b\n → RUN a && \\\n  # then b\n  b\n",
        "RUN X && \\\n  # then b\n  b\n → RUN \\\n  # then b\n  b\n",
        "RUN X \\\n  # then b\n  && b\n → RUN \\\n  # then b\n  b\n",
        "RUN a \\\n  # both\n  && X && b\n → RUN a \\\n  # both\n  && b\n"
      })
  void commentsGoWithTheLineThatTheyDescribe(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
  }

  @Test
  void blankLinesWithinGoToo() {
    assertWithout("RUN a \\\n\n  && X \\\n\n  && b\n", "RUN a \\\n\n  && b\n");
    assertWithout("RUN a \\\n\n  && X\n", "RUN a\n");
  }

  @Test
  void aCompoundCommandGoesWithItsLines() {
    assertWithout(
        "RUN a && \\\n  # tidy up\n  if [ -d b ]; then \\\n    X; \\\n  else \\\n    true; \\\n  fi && \\\n  c\n", "RUN a && \\\n  c\n");
    assertWithout("RUN a \\\n  && { \\\n    X; \\\n  } \\\n  && c\n", "RUN a \\\n  && c\n");
    assertWithout("RUN set -e; \\\n  a; \\\n  if [ b ]; then X; fi\n", "RUN set -e; \\\n  a\n");
    assertWithout(
        "RUN if a; then \\\n    b; \\\n  else \\\n    # why\n    X; \\\n  fi \\\n  && c\n", "RUN if a; then \\\n    b; \\\n  fi \\\n  && c\n");
    assertWithout("RUN a; \\\n  X || true; \\\n  b\n", "RUN a; \\\n  b\n");
    assertWithout("RUN a \\\n  && bash -c 'X' \\\n  && b\n", "RUN a \\\n  && b\n");
  }

  @Test
  void aReplacementStaysOnItsLine() {
    assertWithout("RUN a; \\\n    X -r \\\n      y\n", "RUN a; \\\n    true\n");
    assertWithout("RUN if a; then \\\n    X; \\\n  fi\n", "RUN if a; then \\\n    true; \\\n  fi\n");
    assertWithout("RUN bash -c \"a && \\\n  X \\\"y\\\"\" && b\n".replace("\\\"", "'"), "RUN bash -c \"a\" && b\n");
  }

  @Test
  void argumentsGoWithTheBlanksBeforeThem() {
    assertWithoutArguments("RUN c -x a\n", "RUN c a\n");
    assertWithoutArguments("RUN c a -x && b\n", "RUN c a && b\n");
    assertWithoutArguments("RUN c a -x1  -x2 b\n", "RUN c a b\n");
    assertWithoutArguments("RUN c \\\n  -x \\\n  a\n", "RUN c \\\n  a\n");
    assertWithoutArguments("RUN c \\\n  -x a \\\n  b\n", "RUN c \\\n  a \\\n  b\n");
    assertWithoutArguments("RUN c \\\n  -x1 -x2 a \\\n  b\n", "RUN c \\\n  a \\\n  b\n");
    assertWithoutArguments("RUN c a \\\n  -x\n", "RUN c a\n");
    assertWithoutArguments("RUN c \\\n  # why\n  -x \\\n  # a\n  a\n", "RUN c \\\n  # a\n  a\n");
    assertWithoutArguments("RUN c \\\n  # both\n  -x a\n", "RUN c \\\n  # both\n  a\n");
    assertWithoutArguments("RUN c \\\n  -x1 -x2 \\\n  b\n", "RUN c \\\n  b\n");
    assertWithoutArguments("RUN a && bash -c 'c -x b'\n", "RUN a && bash -c 'c b'\n");
    assertWithoutArguments("RUN c a\\  -x b\n", "RUN c a\\  b\n", '\\');
    assertWithoutArguments("RUN c a\t-x\t b\n", "RUN c a\t b\n");
  }

  @Test
  void argumentsAreTakenInWhicheverOrderTheyAreNamed() {
    String before = "RUN c -x1 a -x2 b\n";
    RunText run = RunText.of(before, '\\');
    SimpleCommand command = named(run, "c");
    Vector<Word> words = command.arguments().filter(word -> word.text().startsWith("-x"));
    assertThat(run.script().textWithout(before, command, words.reverse().appendAll(words))).containsExactly("RUN c a b\n");
  }

  @Test
  void argumentsOfAnotherCommandAreNone() {
    String before = "RUN c -x && d -x\n";
    RunText run = RunText.of(before, '\\');
    Vector<Word> others = named(run, "d").arguments();
    assertThat(run.script().textWithout(before, named(run, "c"), others)).isEmpty();
  }
}
