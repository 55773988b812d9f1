package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.fleet.FleetFile;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other programs are given. */
class FormatsTest {

  /** Ends an attribute, a string, a line and a command, and begins others. */
  private static final String HOSTILE = "a\"'<script>&,:%0A\n::error::x\r##[error]\u001b[31m\u2028]]>é/";

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  private static JsonNode read(Called called) {
    return JSON.readTree(called.bytes());
  }

  private String formatted(String format, Object... more) {
    Object[] args = new Object[more.length + 3];
    args[0] = "--format";
    args[1] = format;
    System.arraycopy(more, 0, args, 2, more.length);
    args[more.length + 2] = directory;
    return Called.with(args).exits(0).out();
  }

  /** A service, a file without anything to do, a template, one that BuildKit refuses, and one that nobody can read. */
  private void fleet() {
    Tree tree = new Tree(directory);
    tree.file(".git/HEAD", "");
    tree.file("api/Dockerfile", Tree.SERVICE);
    tree.file("done/Dockerfile", "FROM scratch\n");
    tree.file("old/Dockerfile.j2", Tree.SERVICE);
    tree.file("refused/Dockerfile", "FROM scratch\nFETCH x\n");
    tree.file("user/Dockerfile", "FROM python:3.12\nUSER app\nRUN pip install flask\n");
  }

  @Test
  void jsonHasEachFileWithItsStatusAndItsEdits() {
    fleet();
    Called called = Called.with("--format", "json", directory, directory.resolve("nowhere")).exits(2);
    Schema.JSON.accepts(called.out());
    JsonNode files = read(called).get("files");
    assertThat(files.valueStream().map(file -> file.get("uri").asString() + " " + file.get("status").asString()))
        .containsExactly(
            "api/Dockerfile changed",
            "done/Dockerfile unchanged",
            "old/Dockerfile.j2 skipped",
            "refused/Dockerfile refused",
            "user/Dockerfile unchanged",
            "nowhere failed");
    JsonNode note = files.get(0).get("notes").get(1);
    assertThat(note.get("rule").asString()).isEqualTo("mount-cache/pip/mounted");
    assertThat(note.get("help").asString()).isEqualTo("https://drydock.dev/docs/rules/mount-cache-mounted.md");
    assertThat(note.get("span").get("line").asInt()).isEqualTo(4);
    assertThat(note.get("edits").get(0).get("replacement").asString()).startsWith("--mount=type=cache,target=/root/.cache/pip");
    assertThat(files.get(3).get("problems").get(0).get("kind").asString()).isEqualTo("unknown-instruction");
  }

  @Test
  void standardInputIsAFileLikeOthers() {
    Called called = Called.withInput(Tree.SERVICE.getBytes(StandardCharsets.UTF_8), "--format", "json", "--stdin-filename", "x/Dockerfile", "-");
    Schema.JSON.accepts(called.exits(0).out());
    assertThat(read(called).get("files").get(0).get("path").asString()).isEqualTo("x/Dockerfile");
  }

  @Test
  void cachesHasEachCacheOnceWithADirectoryOfItsOwn() {
    Tree tree = new Tree(directory);
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    tree.file(
        "c/Dockerfile",
        """
        FROM node:22
        RUN --mount=type=cache,id=root/.cache/pip,target=/x --mount=type=cache,target=/root/.npm,uid=1000,gid=1001 npm ci
        RUN --mount=type=cache,target=/root/./.cache/pip/ pip install flask
        RUN --mount=type=cache,id=go-$TARGETARCH,target=/go --mount=type=tmpfs,target=/tmp true
        """);
    assertThat(formatted("caches"))
        .isEqualTo(
            """
            {"root-.cache-pip":{"target":"/root/.cache/pip"},\
            "root-.cache-pip-2":{"id":"root/.cache/pip","target":"/x"},\
            "root-.npm":{"target":"/root/.npm","uid":"1000","gid":"1001"}}""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif", "github", "gitlab", "hadolint", "patch", "html"})
  void aFormatIsTheSameWhetherFilesAreWrittenOrNot(String format) {
    fleet();
    String before = formatted(format);
    assertThat(formatted(format, "--write")).isEqualTo(before);
    assertThat(new Tree(directory).text("api/Dockerfile")).contains(Tree.MOUNT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif", "github", "gitlab", "hadolint", "patch", "html"})
  void aTreeWithoutDockerfilesIsAnEmptyAnswer(String format) {
    String out = formatted(format);
    switch (format) {
      case "json" -> Schema.JSON.accepts(out);
      case "sarif" -> Schema.SARIF.accepts(out);
      case "gitlab", "hadolint" -> assertThat(out).isEqualTo("[]\n");
      case "html" -> assertThat(out).contains("<title>Dockerfiles</title>", "<b>0</b> files");
      default -> assertThat(out).isEmpty();
    }
  }

  @Test
  void sarifIsWhatCodeScanningTakes() {
    fleet();
    String out = formatted("sarif");
    Schema.SARIF.accepts(out);
    JsonNode run = JSON.readTree(out).get("runs").get(0);
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode result : run.get("results")) {
      JsonNode location = result.get("locations").get(0).get("physicalLocation");
      assertThat(location.get("artifactLocation").get("uri").asString()).matches("(api|refused|user)/Dockerfile");
      assertThat(fingerprints.add(result.get("partialFingerprints").get("drydock/v1").asString())).isTrue();
      JsonNode rule = run.get("tool").get("driver").get("rules").get(result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
      for (String required : List.of("shortDescription", "fullDescription", "help")) {
        assertThat(rule.get(required).get("text").asString()).isNotBlank();
      }
      for (JsonNode fix : result.path("fixes")) {
        for (JsonNode replacement : fix.get("artifactChanges").get(0).get("replacements")) {
          assertThat(replacement.get("deletedRegion").get("startColumn").asInt()).isEqualTo(1);
          assertThat(replacement.get("deletedRegion").get("endColumn").asInt()).isEqualTo(1);
        }
      }
    }
    assertThat(fingerprints).hasSizeGreaterThan(3);
  }

  @Test
  void aResultKeepsItsFingerprintWhenItMoves() {
    fleet();
    String before = formatted("gitlab");
    new Tree(directory).file("api/Dockerfile", "# moved\n\n" + Tree.SERVICE);
    JsonNode moved = JSON.readTree(formatted("gitlab")).get(1);
    JsonNode stood = JSON.readTree(before).get(1);
    assertThat(moved.get("fingerprint")).isEqualTo(stood.get("fingerprint"));
    assertThat(moved.get("location").get("lines").get("begin").asInt()).isEqualTo(stood.get("location").get("lines").get("begin").asInt() + 2);
  }

  @Test
  void githubGetsTenOfEachLevelAndTheNumberOfTheRest() {
    Tree tree = new Tree(directory);
    for (int i = 0; i < 20; i++) {
      tree.file(i + "/Dockerfile", Tree.SERVICE);
    }
    List<String> lines = formatted("github").lines().toList();
    assertThat(lines).hasSize(11);
    assertThat(lines.subList(0, 10)).allMatch(line -> line.matches("::notice file=[^,:]+,line=\\d+,endLine=\\d+,title=[^,:]+::.+"));
    assertThat(lines.get(10)).startsWith("30 more are not shown");
  }

  @Test
  void aConfigurationDecidesOnLevels() {
    fleet();
    new Tree(directory).file("drydock.yaml", "rules:\n  mount-cache/pip/user: error\n");
    assertThat(formatted("github")).contains("::error file=user/Dockerfile,line=3,endLine=3,title=mount-cache/pip/user::");
    assertThat(JSON.readTree(formatted("gitlab")).valueStream().map(each -> each.get("severity").asString())).contains("major", "info");
  }

  @Test
  void hadolintsFieldsAreThere() {
    fleet();
    JsonNode first = JSON.readTree(formatted("hadolint")).get(1);
    assertThat(first.propertyNames()).containsExactly("line", "code", "message", "column", "file", "level");
    assertThat(first.get("file").asString()).isEqualTo("api/Dockerfile");
    assertThat(first.get("level").asString()).isEqualTo("info");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif", "github", "gitlab", "hadolint"})
  void namesAndTextsInjectNothing(String format) {
    Tree tree = new Tree(directory);
    tree.file(".git/HEAD", "");
    tree.file(HOSTILE + "Dockerfile", "FROM python:3.12\nRUN pip install \"a\u001b[31m##[error]::error::<b>\" \u2028\nFETCH \"</script>\n");
    String out = formatted(format, "--force");
    assertThat(out.lines()).as("line breaks").hasSize(format.equals("github") ? (int) out.lines().filter(line -> line.startsWith("::")).count() : 1);
    assertThat(out).doesNotContain("\u001b", "\u2028", "\r");
    String path = HOSTILE + "Dockerfile";
    switch (format) {
      case "github" -> assertThat(out.lines()).allMatch(line -> line.startsWith("::notice file=a") || line.startsWith("::warning file=a"))
          .allMatch(line -> line.split("::", -1)[1].contains("%2C%3A%250A%0A%3A%3Aerror%3A%3Ax%0D"));
      case "json" -> assertThat(JSON.readTree(out).get("files").get(0).get("path").asString()).endsWith(path);
      case "sarif" -> Schema.SARIF.accepts(out);
      case "gitlab" -> assertThat(JSON.readTree(out).get(0).get("location").get("path").asString()).isEqualTo(path);
      default -> assertThat(JSON.readTree(out).get(0).get("file").asString()).isEqualTo(path);
    }
  }

  /** Whatever a file is called and says, the runner is told of places in files, and of nothing else. */
  @ParameterizedTest
  @ValueSource(strings = {"::error file=x::y", "##[error]y", "\n::error::y", "\r\n##[add-mask]y", "%0A::error::y", ",line=9::y", "a:b,c=d%25%2C%", " ::debug::"})
  void theRunnerObeysNoNameAndNoMessage(String text) {
    Tree tree = new Tree(directory);
    tree.file(".git/HEAD", "");
    tree.file(text + "/Dockerfile", "FROM python:3.12\nFETCH" + text.replaceAll("[\r\n]", "") + "\nRUN pip install flask\n");
    tree.file(text + "/Dockerfile.j2", "{% x %}\n");
    Called called = Called.with("--format", "github", "--force", directory, directory.resolve(text + "/nothing")).exits(2);
    List<GithubRunner.Command> commands = GithubRunner.obeyed(called.out());
    assertThat(commands).hasSizeGreaterThan(1).allSatisfy(command -> {
      assertThat(command.properties()).containsOnlyKeys("file", "line", "endLine", "title");
      assertThat(FleetFile.printable(text + "/Dockerfile")).isEqualTo(FleetFile.printable(String.valueOf(command.properties().get("file"))));
    });
    assertThat(commands).extracting(GithubRunner.Command::name).containsOnly("notice", "warning");
    assertThat(GithubRunner.obeyed(called.err())).isEmpty();
  }

  @Test
  void thePageHasEachFileWithItsDiffAndReasonsAndTheFilters() {
    fleet();
    String page = formatted("html");
    assertThat(page)
        .contains("<b>5</b> files", "<b>1</b> would change", "<option>mount-cache/pip/user</option>", "<th scope=\"col\">1 <code>/root/.cache/pip</code></th>")
        .contains("<ins>+RUN --mount=type=cache,target=/root/.cache/pip \\\n</ins>", "<del>-RUN pip install -r requirements.txt\n</del>")
        .contains(">refused by BuildKit<", ">not looked at<");
    assertThat(page.split("<article ", -1)).hasSize(6);
  }

  /** A well-formed SVG, also of names that are hostile, in which each file and each cache is counted. */
  @Test
  void thePictureCountsEachFileAndEachCache() throws Exception {
    GeneratedFleet.write(new Tree(directory), 300);
    new Tree(directory).file(HOSTILE + "/Dockerfile", Tree.SERVICE + "RUN --mount=type=cache,id=<b>&,target=/x true\n");
    Matcher pictures = Pattern.compile("(?s)<svg.*?</svg>").matcher(formatted("html"));
    for (String name : List.of("broad", "narrow")) {
      assertThat(pictures.find()).isTrue();
      Document picture = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(pictures.group())));
      assertThat(picture.getDocumentElement().getAttribute("class")).isEqualTo(name);
      XPath path = XPathFactory.newDefaultInstance().newXPath();
      NodeList titles = (NodeList) path.evaluate("//g[starts-with(@class,'group')]/text[@class='title']", picture, XPathConstants.NODESET);
      int files = 0;
      for (int i = 0; i < titles.getLength(); i++) {
        files += Integer.parseInt(titles.item(i).getTextContent().split(" ", 2)[0]);
      }
      assertThat(titles.getLength()).isLessThanOrEqualTo(12);
      assertThat(files).isEqualTo(301);
      assertThat(path.evaluate("//g[@class='cache'][text[@class='name']='<b>&']/text[@class='small']", picture)).isEqualTo("1 file");
      assertThat(path.evaluate("//g[@class='cache'][1]/text[@class='name']", picture)).isEqualTo("/root/.cache/pip");
      assertThat(path.evaluate("//g[@class='cache'][1]/text[@class='small']", picture)).isEqualTo("178 files");
      assertThat(path.evaluate("//desc", picture)).contains(" files on 5 bases: /root/.cache/pip, /var/cache/apt, /var/lib/apt/lists; ");
    }
    assertThat(pictures.find()).isFalse();
  }

  @Test
  void thePictureDrawsTheMostFrequentCachesAndTheRestAsOne() {
    for (int i = 10; i < 24; i++) {
      new Tree(directory).file(i + "/Dockerfile", "FROM debian:12\nRUN --mount=type=cache,id=c" + i + ",target=/x true\n");
    }
    String page = formatted("html");
    assertThat(page)
        .contains("class=\"title\">+</text>", "class=\"name\">3 more caches</text>", "class=\"title\">3 files on debian bookworm</text>")
        .contains("class=\"text\">21, 22, 23</text>", "class=\"small\">mount 12, 13, 14</text>", "1 file on debian bookworm: c20; 3 files on debian bookworm: 3 more caches.")
        .doesNotContain("class=\"name\">c21<");
    assertThat(page.split("<g class=\"cache\">", -1)).hasSize(2 * 12 + 1);
  }

  @Test
  void aPageOfADateIsTheSameEachTime() {
    fleet();
    String page = formatted("html");
    assertThat(page).isEqualTo(formatted("html")).contains("<time>" + RunDate.ofProcess() + "</time>", "<h1>Dockerfiles of " + directory.getFileName() + "</h1>");
    assertThat(RunDate.of("1700000000")).isEqualTo("2023-11-14");
    assertThat(RunDate.of("yesterday")).isBetween(LocalDate.now(ZoneId.systemDefault()).minusDays(1), LocalDate.now(ZoneId.systemDefault()));
    Called together = Called.with("--format", "html", directory.resolve("api"), directory.resolve("done/Dockerfile")).exits(0);
    together.says("<h1>Dockerfiles of " + directory.getFileName() + "</h1>");
  }

  /** The only script is that whose digest the page allows, and what comes from files is text. */
  @Test
  void thePageRunsNoScriptOfAFile() throws NoSuchAlgorithmException {
    Tree tree = new Tree(directory);
    tree.file(HOSTILE + "Dockerfile", "FROM python:3.12\nRUN pip install \"<script>alert(1)</script>\" '<img src=x onerror=alert(1)>'\n");
    String page = formatted("html");
    assertThat(page).doesNotContain("<img", "\u001b").containsOnlyOnce("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    assertThat(page).contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    assertThat(page.lines().filter(line -> line.contains("<article"))).allMatch(line -> line.matches("<article id=\"file-\\d+\" class=\"\\w+\" data-name=\"[^\"<>]*\"><h3>.*"));
  }

  @Test
  void anUnknownFormatIsRefusedWithThoseThatThereAre() {
    Called.with("--format", "xml", directory).exits(2).warns("json, sarif, github, gitlab, hadolint, patch, caches, html");
  }

  @Test
  void theHelpNamesThePage() {
    assertThat(Files.isRegularFile(Path.of("..", "..", "docs", "formats.md"))).isTrue();
    Called.with("--help").exits(0).says("--format=FORMAT", "docs/formats.md");
  }
}
