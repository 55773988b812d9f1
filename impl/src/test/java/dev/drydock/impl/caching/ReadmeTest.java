package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.Transforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The before and after that the README opens with is what the library gives, its links lead somewhere, and its figures are
 * those of the build lab's last whole run.
 */
class ReadmeTest {

  private static final Pattern DOCKERFILE = Pattern.compile("```dockerfile\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

  private static final Pattern FIGURES =
      Pattern.compile("<!-- figures: [^\n]*-->\n(.*?)<!-- end of figures -->", Pattern.DOTALL);

  private static Path readme() {
    return RuleFiles.file("README.md");
  }

  @Test
  void itOpensWithWhatTheMainJobDoes() throws IOException {
    List<String> shown =
        DOCKERFILE.matcher(Files.readString(readme())).results().map(block -> block.group(1)).toList();
    TransformAssertions.assertRewrites(Transforms.pythonCaching(), shown.get(0), shown.get(1));
  }

  @Test
  void aPackageManagerOfOnesOwnIsAValue() throws IOException {
    PackageManager pdm = PackageManager.named("pdm").runAs("pdm").downloadingWith("install", "sync", "add")
        .cachingIn(CacheDirectory.shared("~/.cache/pdm")).movedBy("PDM_CACHE_DIR").build();

    assertThat(Files.readString(readme()))
        .contains(
            """
            PackageManager pdm = PackageManager.named("pdm").runAs("pdm").downloadingWith("install", "sync", "add")
                .cachingIn(CacheDirectory.shared("~/.cache/pdm")).movedBy("PDM_CACHE_DIR").build();
            """);
    TransformAssertions.assertRewrites(
        Transforms.mountCache(pdm),
        "FROM python:3.12\nRUN pdm list\nRUN pdm sync --prod\nENV PDM_CACHE_DIR=/c\nRUN pdm add flask\n",
        """
        FROM python:3.12
        RUN pdm list
        RUN --mount=type=cache,target=/root/.cache/pdm \\
            pdm sync --prod
        ENV PDM_CACHE_DIR=/c
        RUN --mount=type=cache,target=/c \\
            pdm add flask
        """);
  }

  @Test
  void itsLinksLeadToFiles() throws IOException {
    assertThat(LINK.matcher(Files.readString(readme())).results().map(link -> readme().resolveSibling(link.group(1))))
        .isNotEmpty()
        .allMatch(Files::exists);
  }

  @Test
  void itsFiguresAreThoseOfTheBuildLab() throws IOException {
    Path results = readme().resolveSibling("benchmarks/builds/RESULTS.md");
    String measured = Files.exists(results) ? figures(results) : "";
    assertThat(figures(readme())).isEqualTo(measured.replace("](results.svg)", "](benchmarks/builds/results.svg)"));
  }

  private static String figures(Path file) throws IOException {
    return FIGURES.matcher(Files.readString(file)).results().map(block -> block.group(1)).reduce("", String::concat);
  }
}
