package dev.drydock.impl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents are true of the tree: each test, class, method, package and file that they name is there. */
class DocumentsTest {

  /** What ARCHITECTURE names of other libraries. */
  private static final Set<String> OF_OTHERS = Set.of("Try", "Either", "Option");

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
  private static final Pattern TESTS_TO_RUN = Pattern.compile("-Dtest=(\\w+)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*[a-z]\\w*");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]+");
  private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w*[a-z]\\w*)\\.(\\w+)(\\(.*)?");
  private static final Pattern METHOD = Pattern.compile("(?:\\w+\\.)?([a-z]\\w*)\\(.*\\)|([a-z]+[A-Z]\\w*)");
  private static final Pattern PACKAGE = Pattern.compile("dev\\.drydock(\\.[a-z]+)*");
  private static final Pattern ARTIFACT = Pattern.compile("drydock-\\w+");

  /** The sources of the tree by their path, and all of its files. */
  private static final Map<Path, String> SOURCES = new TreeMap<>();

  private static final Set<Path> FILES = new TreeSet<>();
  private static final Path ROOT = root();

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(at.resolve("ARCHITECTURE.md"))) {
      at = Objects.requireNonNull(at.getParent(), "The tests run outside of the repository.");
    }
    return at;
  }

  @BeforeAll
  static void readTheTree() throws IOException {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path inTree = ROOT.relativize(path);
        if (!inTree.toString().matches("(.*/)?(target|\\.git)/.*")) {
          FILES.add(inTree);
          if (inTree.endsWith("DocumentsTest.java")) {
            // The rest of this file names what is not there.
            SOURCES.put(inTree, "class DocumentsTest");
          } else if (inTree.toString().matches(".*\\.java|.*pom\\.xml")) {
            SOURCES.put(inTree, Files.readString(path));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ARCHITECTURE.md", "CONTRIBUTING.md"})
  void whatADocumentNamesIsThere(String document) throws IOException {
    String text = Files.readString(ROOT.resolve(document));
    List<String> names = names(text);
    assertThat(names).hasSizeGreaterThan(20);
    assertThat(names.stream().filter(name -> !isThere(name)).distinct()).as(document).isEmpty();
  }

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> all = new ArrayList<>(docs.filter(path -> path.toString().endsWith(".md")).map(ROOT::relativize).sorted().toList());
      Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md", "benchmarks/builds/README.md")
          .map(Path::of)
          .forEach(all::add);
      return all.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatADocumentLinksToIsThere(Path document) throws IOException {
    assertThat(deadLinks(document, Files.readString(ROOT.resolve(document)))).isEmpty();
  }

  @Test
  void theCoordinatesInTheReadmeAreThoseOfTheBuild() throws IOException {
    Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    String readme = Files.readString(ROOT.resolve("README.md"));
    Stream<String> maven = Pattern.compile("drydock(?:-\\w+)?</artifactId>\\s*<version>([^<]+)<").matcher(readme).results().map(r -> r.group(1));
    Stream<String> gradle = Pattern.compile("'dev\\.drydock:drydock(?:-\\w+)?:([^']+)'").matcher(readme).results().map(r -> r.group(1));
    assertThat(Stream.concat(maven, gradle)).hasSize(3).containsOnly(version.group(1));
  }

  /** The code spans outside of fences, and the tests that commands in fences run. */
  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    SPAN.matcher(FENCE.matcher(text).replaceAll("")).results().map(span -> span.group(1)).forEach(names::add);
    TESTS_TO_RUN.matcher(text).results().map(test -> test.group(1)).forEach(names::add);
    return names;
  }

  /** Whether the tree has what the span names; also where it names nothing of the tree, such as {@code null}. */
  private static boolean isThere(String span) {
    if (OF_OTHERS.contains(span)) {
      return true;
    }
    Matcher member = MEMBER.matcher(span);
    if (member.matches() && !isFile(span)) {
      return declares(member.group(1)).anyMatch(source -> names(source, member.group(2), ""));
    }
    if (TYPE.matcher(span).matches()) {
      return declares(span).findAny().isPresent();
    }
    if (CONSTANT.matcher(span).matches()) {
      return SOURCES.values().stream().anyMatch(source -> names(source, span, ""));
    }
    if (PACKAGE.matcher(span).matches()) {
      String folder = span.replace('.', '/') + "/";
      return FILES.stream().anyMatch(file -> file.toString().contains("src/main/java/" + folder))
          || SOURCES.values().stream().anyMatch(source -> source.contains("module " + span + " {"));
    }
    if (ARTIFACT.matcher(span).matches()) {
      return SOURCES.values().stream().anyMatch(source -> source.contains("<artifactId>" + span + "</artifactId>"));
    }
    Matcher method = METHOD.matcher(span);
    if (method.matches()) {
      String name = method.group(1) != null ? method.group(1) : method.group(2);
      return SOURCES.values().stream().anyMatch(source -> names(source, name, "\\("));
    }
    String path = span.split(" ", 2)[0];
    boolean isBuilt = path.matches("(.*/)?target/.*");
    boolean ofTheTree = path.contains("/") && Files.exists(ROOT.resolve(path.substring(0, path.indexOf('/'))));
    return isBuilt || !ofTheTree || isFile(path);
  }

  private static boolean isFile(String path) {
    return Files.exists(ROOT.resolve(path));
  }

  private static Stream<String> declares(String type) {
    Pattern declaration = Pattern.compile("\\b(class|interface|record|enum) " + type + "\\b");
    return SOURCES.values().stream().filter(source -> declaration.matcher(source).find());
  }

  private static boolean names(String source, String name, String then) {
    return Pattern.compile("\\b" + name + "\\b" + then).matcher(source).find();
  }

  private static List<String> deadLinks(Path document, String text) throws IOException {
    List<String> dead = new ArrayList<>();
    for (MatchResult link : LINK.matcher(FENCE.matcher(text).replaceAll("")).results().toList()) {
      Path folder = ROOT.resolve(document).resolveSibling("");
      Path target = link.group(1).isEmpty() ? ROOT.resolve(document) : folder.resolve(link.group(1)).normalize();
      boolean there = Files.exists(target);
      if (there && link.group(2) != null) {
        String linked = link.group(1).isEmpty() ? text : Files.readString(target);
        there = HEADING.matcher(linked).results().anyMatch(heading -> anchor(heading.group(1)).equals(link.group(2)));
      }
      if (!there) {
        dead.add(link.group());
      }
    }
    return dead;
  }

  /** The anchor that a heading has on a page. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ReadmeTest | ReadmyTest", "ReadmeTest.itsLinksLeadToFiles | ReadmeTest.itsLinksLeadNowhere",
        "dev.drydock.impl.read | dev.drydock.impl.reads", "Dockerfile.parse | Dockerfile.parseEverything",
        "encode(decode(b)) | encipher(b)", "drydock-api | drydock-sea", "docs/rules | docs/rulers",
        "theMainJobNeverMakesALayerGrow | aMountPointIsNeverEverTaken", "APT | ATP_GET",
        "impl/target/x.html | impl/targets/x.html"
      })
  void aNameOfNothingIsFound(String there, String missing) {
    assertThat(isThere(missing)).as(missing).isFalse();
    assertThat(isThere(there)).as(there).isTrue();
  }

  @Test
  void aDeadLinkIsFound() throws IOException {
    String text = "# A heading\n[a](#a-heading) [b](#another) [c](README.md) [d](NOWHERE.md) [e](https://example.com)\n";
    assertThat(deadLinks(Path.of("README.md"), text)).containsExactly("](#another)", "](NOWHERE.md)");
  }
}
