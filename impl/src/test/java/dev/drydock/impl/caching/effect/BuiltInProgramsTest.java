package dev.drydock.impl.caching.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.impl.caching.RuleFiles;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of programs that comes with the product. */
class BuiltInProgramsTest {

  private static List<String> lines() throws IOException {
    String file = "impl/src/main/resources/dev/drydock/impl/caching/effect/known-programs.txt";
    return Files.readString(RuleFiles.file(file)).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  @Test
  void everyLineNamesItsSource() throws IOException {
    assertThat(lines()).hasSizeGreaterThan(100).allMatch(line -> line.matches("[a-z]+: [^#]+ # \\S.*"));
  }

  /** So that a program is looked for in one place only. */
  @Test
  void noLineSaysWhatAnotherSays() throws IOException {
    int programs = lines().stream().mapToInt(line -> KnownPrograms.parse(line).size()).sum();
    assertThat(BuiltInPrograms.all().size()).isEqualTo(programs).isGreaterThan(1000);
  }

  @Test
  void everyPackageManagerIsInIt() {
    for (PackageManager manager : PackageManagers.ALL) {
      Vector<String> programs = Vector.of(manager.name(), "apt-get", "mvn", "R").filter(manager.programs()::matches);
      assertThat(programs.exists(program -> BuiltInPrograms.all().calls(Vector.of(program, "install")).nonEmpty()))
          .as(manager.name())
          .isTrue();
    }
  }

  @Test
  void theExampleOfThePageCanBeRead() throws IOException {
    String page = Files.readString(RuleFiles.file("docs/programs.md"));
    int start = page.indexOf("# our programs");
    KnownPrograms example = KnownPrograms.parse(page.substring(start, page.indexOf("```", start)));
    assertThat(example.calls(Vector.of("in-env", "-e", "x", "provision", "--with-deps")).head().rest())
        .containsExactly("provision", "--with-deps");
    assertThat(example.file("./scripts/version.sh")).isNotEmpty();
    assertThat(example.address("https://tools.example.com/install.sh")).isNotEmpty();
  }
}
