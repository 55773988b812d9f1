package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a browser: its policy lets its own script run and no other, and it can be used with pointer, keyboard and
 * screen reader, and in print. Skipped where Debian's chromium is not installed, unless {@code -Dchromium=required} is given.
 */
class PageTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");

  /** Begins a script that says what it saw in the title of the page. */
  private static final String SAYING =
      """
      const id = name => document.getElementById(name);
      const set = (name, value) => {
        id(name).value = value;
        id(name).dispatchEvent(new Event('input', {bubbles: true}));
      };
      const all = selector => [...document.querySelectorAll(selector)];
      const shown = () => all('article').filter(each => each.offsetHeight > 0).length;
      const said = [];
      """;

  @TempDir Path directory;

  @BeforeEach
  void needsABrowser() {
    boolean installed = Files.isExecutable(CHROMIUM);
    if (!installed && System.getProperty("chromium", "").equals("required")) {
      throw new AssertionError("The system property 'chromium' says that it is required, and it is not installed.");
    }
    assumeTrue(installed, "Skipped: chromium is not installed (Debian's package chromium).");
  }

  private String opened(String page, String... options) throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("page.html"), page);
    ProcessBuilder builder =
        new ProcessBuilder(
            CHROMIUM.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--virtual-time-budget=2000",
            "--user-data-dir=" + directory.resolve("profile"), "--dump-dom");
    builder.command().addAll(List.of(options));
    builder.command().add(file.toUri().toString());
    Process browser = builder.redirectError(directory.resolve("err").toFile()).start();
    String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(browser.waitFor()).isEqualTo(0);
    return dom;
  }

  /** What a script says that runs behind the page's own; the page's policy would not let it. */
  private String said(String page, String script, String... options) throws IOException, InterruptedException {
    String open = page.replaceFirst("<meta http-equiv=[^>]*>", "").replace("</body>", asked(script) + "</body>");
    Matcher title = TITLE.matcher(opened(open, options));
    assertThat(title.find()).isTrue();
    return title.group(1);
  }

  private static String asked(String script) {
    return "<script>{" + SAYING + script + "\ndocument.title = said.join('; ');}</script>";
  }

  private static String page() {
    return Called.with("--format", "html", Path.of("..", "services")).exits(0).out();
  }

  private String fleet() {
    GeneratedFleet.write(new Tree(directory.resolve("fleet")), 300);
    return Called.with("--format", "html", directory.resolve("fleet")).exits(0).out();
  }

  @Test
  void itsOwnScriptRunsAndNoOther() throws IOException, InterruptedException {
    assertThat(opened(page().replace("</body>", asked("said.push('ran');") + "</body>")))
        .contains("<title>Dockerfiles of services</title>", "aria-live=\"polite\">7 of 7 files<");
  }

  @Test
  void theFiltersShowTheFilesOfARuleAndOfANameAndThoseThatWouldChange() throws IOException, InterruptedException {
    String script =
        """
        const say = () => said.push(id('shown').textContent + ' ' + shown());
        set('rule', 'mount-cache/uv/mounted'); say();
        set('name', 'API'); say();
        document.querySelector('[type=reset]').click();
        setTimeout(() => {
          say();
          id('changed').click(); say();
          document.title = said.join('; ');
        });
        """;
    assertThat(said(page(), script)).isEqualTo("3 of 7 files 3; 1 of 7 files 1; 7 of 7 files 7; 7 of 7 files 7");
    assertThat(said(fleet(), "id('changed').click(); said.push(id('shown').textContent);")).isEqualTo("177 of 302 files");
  }

  @Test
  void allIsOpenedAndClosedByButtonsAndForPrint() throws IOException, InterruptedException {
    String script =
        """
        const say = () => said.push(all('article details[open]').length + '/' + all('article details').length);
        say();
        id('close').click(); say();
        dispatchEvent(new Event('beforeprint')); say();
        dispatchEvent(new Event('afterprint')); say();
        id('open').click(); say();
        """;
    assertThat(said(page(), script)).isEqualTo("14/14; 0/14; 14/14; 0/14; 14/14");
    assertThat(said(fleet(), "said.push(all('article details[open]').length);")).isEqualTo("0");
  }

  @Test
  void aLinkLeadsToAFileThatIsFilteredAway() throws IOException, InterruptedException {
    String script =
        """
        set('name', 'nothing');
        said.push(shown());
        all('tbody a')[2].click();
        addEventListener('hashchange', () => setTimeout(() => {
          const file = document.querySelector(location.hash);
          said.push(file.offsetHeight > 0, file.querySelector('details').open);
          document.title = said.join('; ');
        }));
        """;
    assertThat(said(page(), script)).isEqualTo("0; true; true");
  }

  @Test
  void aKeyboardReachesEverythingAndAScreenReaderNamesIt() throws IOException, InterruptedException {
    String script =
        """
        const focusable = all('a[href], button, select, input, summary, [tabindex="0"]');
        said.push(focusable[0].textContent);
        focusable[0].click();
        said.push(document.activeElement.id);
        said.push(all('[onclick], [tabindex]:not([tabindex="0"]):not([tabindex="-1"])').length);
        said.push(all('select, input').filter(each => each.labels.length === 0).length);
        let level = 0;
        said.push(all('h1, h2, h3').filter(each => {
          const jump = Number(each.tagName[1]) - level > 1;
          level = Number(each.tagName[1]);
          return jump;
        }).length);
        said.push(all('h1').length, all('main').length, all('th:not([scope])').length);
        said.push(all('svg').filter(each => !each.matches('[role=img][aria-label]') || !each.querySelector('desc').textContent).length);
        """;
    assertThat(said(page(), script)).isEqualTo("Skip to the files; files; 0; 0; 0; 1; 1; 0; 0");
  }

  @Test
  void nothingIsWiderThanAPhone() throws IOException, InterruptedException {
    String script =
        """
        id('open').click();
        said.push(document.documentElement.scrollWidth <= innerWidth);
        said.push(all('svg').filter(each => each.getBoundingClientRect().width > 0).map(each => each.getAttribute('class')).join());
        """;
    assertThat(said(page(), script, "--window-size=500,900")).isEqualTo("true; narrow");
    assertThat(said(fleet(), script, "--window-size=500,900")).isEqualTo("true; narrow");
    assertThat(said(fleet(), script, "--window-size=1200,900")).isEqualTo("true; broad");
  }

  /** In print the filters are away and everything is open, also where no script runs. */
  @Test
  void printHasAllThatIsClosedOnTheScreen() throws IOException, InterruptedException {
    String print = page().replaceFirst("(?s)<script>.*?</script>", "").replace("@media print", "@media screen");
    String script =
        """
        const details = all('details');
        said.push(details.length, details.filter(each => each.lastElementChild.getBoundingClientRect().height > 10).length);
        said.push(document.querySelector('form').getBoundingClientRect().height);
        """;
    assertThat(said(print, script)).isEqualTo("15; 15; 0");
  }
}
