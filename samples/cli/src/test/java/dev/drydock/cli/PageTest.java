package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser: its policy lets its own script run, and the filters show what they should. */
class PageTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** Chooses a rule and then types a name, and keeps what the page says after each. */
  private static final String CLICKS =
      """
      <script>
      const said = [];
      for (const [id, value] of [['rule', 'mount-cache/uv/mounted'], ['name', 'api']]) {
        document.getElementById(id).value = value;
        document.getElementById(id).dispatchEvent(new Event('input'));
        said.push(document.getElementById('shown').textContent);
      }
      document.title = said.join('; ');
      </script></body>""";

  @TempDir Path directory;

  private String opened(String page) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(CHROMIUM), "Debian's chromium is not installed");
    Path file = Files.writeString(directory.resolve("page.html"), page);
    String profile = "--user-data-dir=" + directory.resolve("profile");
    Process browser =
        new ProcessBuilder(CHROMIUM.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", profile, "--dump-dom", file.toUri().toString())
            .redirectError(directory.resolve("err").toFile())
            .start();
    String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(browser.waitFor()).isEqualTo(0);
    return dom;
  }

  private static String page() {
    return Called.with("--format", "html", Path.of("..", "services")).exits(0).out();
  }

  @Test
  void itsOwnScriptRuns() throws IOException, InterruptedException {
    assertThat(opened(page())).contains("role=\"status\">7 of 7 files<");
  }

  @Test
  void anotherScriptDoesNot() throws IOException, InterruptedException {
    assertThat(opened(page().replace("</body>", CLICKS))).contains("<title>Dockerfiles</title>");
  }

  @Test
  void theFiltersShowTheFilesOfARuleAndOfAName() throws IOException, InterruptedException {
    String open = page().replaceFirst("<meta http-equiv=[^>]*>", "").replace("</body>", CLICKS);
    assertThat(opened(open)).contains("<title>3 of 7 files; 1 of 7 files</title>");
  }
}
