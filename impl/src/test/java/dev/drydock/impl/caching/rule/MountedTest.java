package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The note about a new mount says what it is and what is not in the image any more. */
class MountedTest {

  /** A first stage whose RUN gets both mounts, and one whose lists stay in the image. */
  private static final String MOUNTED = "FROM debian:12 AS base\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y git\n";

  @Test
  void listsThatWereLeftInTheImageAreSpokenOf() {
    String deleted = MOUNTED.replace("git\n", "git«- && rm -rf /var/lib/apt/lists/*»\n");
    String plain = reason(assertMarked(MAIN, deleted), "mount-cache/apt/mounted");
    assertThat(reason(assertMarked(MAIN, MOUNTED), "mount-cache/apt/mounted")).startsWith(plain).isNotEqualTo(plain);
  }

  @Test
  void listsThatEveryBranchDeletesAreNotSpokenOf() {
    String branches =
        "FROM debian:12\n«keep»RUN «archives»«lists»if a; then apt-get update && apt-get install -y b« && rm -rf /var/lib/apt/lists/*»; \\\n"
            + "    else apt-get update && apt-get install -y c« && rm -rf /var/lib/apt/lists/*»; fi\n";
    assertThat(reason(assertMarked(MAIN, branches.replace("« &&", "«- &&")), "mount-cache/apt/mounted"))
        .doesNotContain("not in the image");
  }
}
