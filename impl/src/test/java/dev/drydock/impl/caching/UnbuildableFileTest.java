package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that cannot be built is wholly left alone (hazard 13). */
class UnbuildableFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"RUN pip install a <<EOF\n", "FROM\nRUN <<X\npip install a\n", "RUN pip install a\n"})
  void aFileThatCannotBeBuiltIsWhollyUntouched(String text) {
    assertKept(MAIN, text, "file/refused");
  }

  @Test
  void aTemplateIsDecidedInstructionByInstruction() {
    assertRewrites(
        MAIN, python("{{ if x }}\nRUN pip install a\n{{ end }}"), python("{{ if x }}\n" + PIP_MOUNT + "pip install a\n{{ end }}"));
  }
}
