package dev.drydock.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePathsTest {

  @ParameterizedTest
  @CsvSource({
    "/a, /a", "/a/, /a", "/a//b/./c, /a/b/c", "/a/../b, /b", "/../a, /a", "/, /", "/.., /", "a/b/.., a", "../../a, ../../a",
    "a/../.., ..", "'', .", ".pip/, .pip", "/a b/$X, /a b/$X"
  })
  void aPathIsCleanedAsGoDoesIt(String path, String clean) {
    assertThat(ImagePaths.clean(path)).isEqualTo(clean);
  }
}
