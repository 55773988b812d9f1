package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The apt of an image that is not Debian's kin is left alone. */
class AnotherAptTest {

  @ParameterizedTest
  @ValueSource(strings = {"alt:p10", "termux/termux-docker"})
  void theAptOfAnotherFamilyIsLeftAlone(String image) {
    assertKept(
        MAIN, "FROM " + image + "\nRUN apt-get update && apt-get install -y x\n", "mount-cache/apt/refused-setting", image);
  }
}
