package dev.drydock.impl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Everything that a user sees stands in {@code docs/api.md}, so that a change of it shows. With {@code
 * -DargLine=-Dapi.write=true} the test writes the page instead.
 */
class ExportedSurfaceTest {

  private static final String HEAD =
      """
      # The exported surface

      Every public type of the exported packages, with a line for each public member that it declares.
      Not listed are `equals`, `hashCode`, `toString`, and an enum's `values` and `valueOf`.
      `ExportedSurfaceTest` holds the page to the code; this writes it anew:

      ```sh
      mvn -pl impl -am test -Dtest=ExportedSurfaceTest -DargLine=-Dapi.write=true -Dsurefire.failIfNoSpecifiedTests=false
      ```

      %d types, %d members.
      """;

  @Test
  void thePageListsIt() throws IOException {
    ExportedMembers exported = ExportedMembers.of(ProductClasses.of(ProductClasses.EXPORTED.toArray(String[]::new)));
    String page = HEAD.formatted(exported.types(), exported.members()) + exported.page();
    Path file = docs().resolve("api.md");
    if (Boolean.getBoolean("api.write")) {
      Files.writeString(file, page);
    }
    assertThat(Files.readString(file)).isEqualTo(page);
  }

  private static Path docs() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("docs").resolve("rules"))) {
        return at.resolve("docs");
      }
    }
    throw new AssertionError("no folder docs above " + Path.of("").toAbsolutePath());
  }
}
