package dev.drydock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandardInputTest {

  @Test
  void theResultIsAllThatGoesToStandardOutput() {
    Called called = Called.withInput(Tree.SERVICE.getBytes(UTF_8), "-").exits(0);
    assertThat(called.out()).startsWith("# syntax=docker/dockerfile:1\nFROM ").contains(Tree.MOUNT).endsWith("]\n");
    called.warns("-:4: changed [mount-cache/pip");
  }

  @Test
  void theResultGivenAgainStaysAsItIs() {
    byte[] once = Called.withInput(Tree.SERVICE.getBytes(UTF_8), "-").bytes();
    assertThat(Called.withInput(once, "--check", "-").exits(0).bytes()).isEqualTo(once);
    Called called = Called.withInput(Tree.SERVICE.getBytes(UTF_8), "--check", "-").exits(1).warns("1 to refit");
    assertThat(called.err()).doesNotContain("rewritten");
  }

  @Test
  void anyBytesComeBackAsTheyWere() {
    byte[] garbage = new byte[4096];
    new java.util.Random(7).nextBytes(garbage);
    assertThat(Called.withInput(garbage, "-").exits(0).bytes()).isEqualTo(garbage);
    assertThat(Called.withInput(new byte[0], "-").exits(0).bytes()).isEmpty();
  }

  @Test
  void aCheckSaysWhatWouldChangeAndNotThatItWasWritten() {
    Called called = Called.withInput(Tree.SERVICE.getBytes(UTF_8), "--check", "-").exits(1).warns("1 Dockerfile: 1 to refit");
    assertThat(called.err()).doesNotContain("rewritten");
  }

  @Test
  void itStandsAloneAndCannotBeWritten() {
    Called.withInput(new byte[0], "-", "Dockerfile").exits(2).warns("- stands alone");
    Called.withInput(new byte[0], "--write", "-").exits(2).warns("--write");
  }

  @Test
  void quietLeavesTheResultOnly() {
    Called called = Called.withInput(Tree.SERVICE.getBytes(UTF_8), "--quiet", "-").exits(0).warnsOfNothing();
    assertThat(called.out()).contains(Tree.MOUNT);
  }

  @Test
  void itIsCalledByTheNameThatItsEditorGives() {
    Called.withInput(Tree.SERVICE.getBytes(UTF_8), "--stdin-filename", "api/Dockerfile", "-").warns("api/Dockerfile:4: changed [");
  }

  @Test
  void aTemplateComesBackAsItWas() {
    byte[] template = "FROM {{ base }}\n{{ installs }}\n".getBytes(UTF_8);
    assertThat(Called.withInput(template, "-").exits(0).warns("- is left as it is: it looks like a").bytes()).isEqualTo(template);
  }

  @Test
  void itIsInspectedUnderTheNameOfADash() {
    Called.withInput("FROM scratch\n".getBytes(UTF_8), "inspect", "-").exits(0).says("{\"file\":\"-\",");
  }
}
