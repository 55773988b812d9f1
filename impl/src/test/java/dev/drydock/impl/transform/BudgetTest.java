package dev.drydock.impl.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Budget;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;

/** {@code within(…)}: a file beyond the budget is left as it was, and the note says what it has too much of. */
class BudgetTest {

  private static final Dockerfile FILE =
      Dockerfile.parse(
          """
          FROM python:3.12
          RUN pip install flask && (cd /src; bash -c 'make')
          ONBUILD RUN true
          """);

  private static final int CHARACTERS = FILE.text().length();
  private static final int COMMANDS = 5;
  private static final int NESTING = 3;

  private static Rewrite within(int characters, int commands, int nesting) {
    return Transforms.pythonCaching().within(new Budget(characters, commands, nesting)).apply(FILE);
  }

  @Test
  void aFileThatJustFitsIsRewritten() {
    Rewrite rewrite = within(CHARACTERS, COMMANDS, NESTING);
    assertThat(rewrite.changed()).isTrue();
    assertThat(rewrite.explain()).isEqualTo(Transforms.pythonCaching().apply(FILE).explain());
  }

  @Test
  void theNoteSaysWhatThereIsTooMuchOf() {
    assertThat(within(CHARACTERS - 1, COMMANDS, NESTING).explain())
        .isEqualTo(
            "line 1: kept [file/beyond-budget] it has " + CHARACTERS + " characters, and " + (CHARACTERS - 1)
                + " are allowed, so nothing in it is touched\n");
    assertThat(within(CHARACTERS, COMMANDS - 1, NESTING).explain())
        .isEqualTo(
            "line 1: kept [file/beyond-budget] it has 5 commands, and 4 are allowed, so nothing in it is touched\n");
    assertThat(within(CHARACTERS, COMMANDS, NESTING - 1).explain())
        .isEqualTo(
            "line 1: kept [file/beyond-budget] a command stands 3 levels deep, and 2 are allowed, so nothing in it is"
                + " touched\n");
  }

  @Test
  void aFileBeyondTheBudgetIsTheSameInstance() {
    Rewrite rewrite = within(0, 0, 0);
    assertThat(rewrite.after()).isSameAs(FILE);
    assertThat(Transform.identity().within(Budget.unlimited()).apply(FILE).notes()).isEmpty();
  }

  @Test
  void aNumberBelowZeroIsRefused() {
    assertThatThrownBy(() -> Budget.unlimited().nesting(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("nesting: ");
  }
}
