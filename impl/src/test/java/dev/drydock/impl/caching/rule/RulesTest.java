package dev.drydock.impl.caching.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.impl.caching.RuleFiles;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has its four parts under one name: a source file, a line in the list, a page, and a test. */
class RulesTest {

  /** Transforms whose ids do not begin with their class's name. */
  private static final Map<String, String> CLASSES_BY_ANOTHER_NAME = Map.of("file", "UnbuildableFile");

  private static final Pattern PINNED = Pattern.compile("(?m)^Pinned by: (.+)$");
  private static final Pattern IS_TEST = Pattern.compile("(?m)^  @(Test|ParameterizedTest)$");

  /** A name this short says nothing by itself. */
  private static final int TOO_SHORT = 3;

  static List<String> ids() {
    return List.copyOf(RuleFiles.byId().keySet());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void aRuleHasAllItsParts(String id) {
    assertThat(missing(id)).isEmpty();
  }

  @Test
  void aRuleWithoutItsPartsIsFound() {
    assertThat(missing("mount-cache/*/made-up"))
        .containsExactly("a source file that has it", "a page docs/rules/mount-cache-made-up.md");
    Path elsewhere = RuleFiles.byId().getOrDefault("file/refused", List.of()).get(0);
    assertThat(missingOf("mount-cache/*/made-up", elsewhere))
        .containsExactly(
            "a class that is called MadeUp and lies in rule/, and not UnbuildableFile",
            "a page docs/rules/mount-cache-made-up.md");
    Path untested = elsewhere.resolveSibling("AddNothing.java");
    assertThat(missingOf("add-nothing/added", untested))
        .containsExactly("a test AddNothingTest", "a page docs/rules/add-nothing-added.md");
    assertThat(missingOf("file/refused", untested)).hasSize(3).contains("the test AddNothingTest on its page");
  }

  private static List<String> missing(String id) {
    List<Path> sources = RuleFiles.byId().getOrDefault(id, List.of());
    if (sources.size() > 1) {
      return List.of("one source file instead of " + sources);
    }
    return sources.isEmpty()
        ? List.of("a source file that has it", "a page " + page(id))
        : missingOf(id, sources.get(0));
  }

  /** What a rule lacks whose id is in this source. */
  private static List<String> missingOf(String id, Path source) {
    List<String> missing = new ArrayList<>();
    String type = RuleFiles.className(source);
    if (!isNamedLike(id, source)) {
      missing.add("a class that is called " + expected(id) + ", and not " + type);
    }
    if (!IS_TEST.matcher(RuleFiles.text(RuleFiles.test(source))).find()) {
      missing.add("a test " + type + "Test");
    }
    if (!RuleFiles.text(RuleFiles.page(id)).startsWith("# `" + id + "`\n")) {
      missing.add("a page " + page(id));
    } else if (!isPinnedBy(RuleFiles.testName(source), id)) {
      missing.add("the test " + type + "Test on its page");
    }
    return missing;
  }

  private static String page(String id) {
    return "docs/rules/" + RuleFiles.page(id).getFileName();
  }

  private static boolean isPinnedBy(String test, String id) {
    Matcher pinned = PINNED.matcher(RuleFiles.text(RuleFiles.page(id)));
    return pinned.find() && pinned.group(1).contains("`" + test + "`");
  }

  private static boolean isOfRuns(String id) {
    return Stream.of("mount-cache/", "drop-cache-defeaters/", "repair-cache-mounts/").anyMatch(id::startsWith);
  }

  private static String expected(String id) {
    return isOfRuns(id) ? lastWords(id) + " and lies in rule/" : transform(id);
  }

  private static String transform(String id) {
    String first = id.substring(0, id.indexOf('/'));
    return CLASSES_BY_ANOTHER_NAME.getOrDefault(first, camelCase(first));
  }

  /** The last part of an id as the name of a class. */
  private static String lastWords(String id) {
    return camelCase(id.substring(id.lastIndexOf('/') + 1));
  }

  private static String camelCase(String words) {
    return Arrays.stream(words.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /**
   * Whether the class has the name of the rule: a rule about RUNs that of the id's last part, any other that of its
   * transform. A word may stand before or after it where the last part by itself says nothing, or is another class's.
   */
  private static boolean isNamedLike(String id, Path source) {
    String type = RuleFiles.className(source);
    if (!isOfRuns(id)) {
      return type.equals(transform(id));
    }
    String name = lastWords(id);
    boolean mayBeLonger = name.length() < TOO_SHORT || isTakenBesides(name, source);
    return source.toAbsolutePath().resolveSibling("").endsWith("rule")
        && (mayBeLonger ? (type.endsWith(name) || type.startsWith(name)) && !type.equals(name) : type.equals(name));
  }

  private static boolean isTakenBesides(String name, Path source) {
    return TYPES.stream().anyMatch(type -> type.endsWith(name + ".java") && !type.equals(source));
  }

  /** The sources of all classes of the product. */
  private static final List<Path> TYPES =
      Stream.of("api/src/main/java", "impl/src/main/java").flatMap(RulesTest::sources).toList();

  private static Stream<Path> sources(String folder) {
    try (Stream<Path> files = Files.walk(RuleFiles.file(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyObjectionStandsInTheList() {
    assertThat(Objections.ALL.map(Objection::getClass)).doesNotHaveDuplicates();
    assertThat(Objections.ALL.<Object>map(Objection::getClass)).containsExactlyInAnyOrderElementsOf(objections());
  }

  /** The rules that may decline a mount, as the folder has them. */
  private static List<Class<?>> objections() {
    List<Class<?>> found = new ArrayList<>();
    for (Path source : RuleFiles.sources("rule")) {
      if (source.endsWith("package-info.java")) {
        continue;
      }
      try {
        Class<?> type = Class.forName(Objection.class.getPackageName() + "." + RuleFiles.className(source));
        if (Objection.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
          found.add(type);
        }
      } catch (ClassNotFoundException e) {
        throw new AssertionError(source.toString(), e);
      }
    }
    return found;
  }

  static List<Objection> all() {
    return Objections.ALL.asJava();
  }

  /** Also those that share the page of another rule. */
  @ParameterizedTest
  @MethodSource("all")
  void anObjectionHasAPageThatNamesItsTest(Objection objection) {
    assertThat(ids()).contains(objection.rule());
    Path source = RuleFiles.sources("rule").stream()
        .filter(file -> RuleFiles.className(file).equals(objection.getClass().getSimpleName()))
        .findFirst()
        .orElseThrow();
    assertThat(RuleFiles.text(RuleFiles.test(source))).containsPattern(IS_TEST);
    assertThat(isPinnedBy(RuleFiles.testName(source), objection.rule())).as(objection.rule()).isTrue();
  }

  @Test
  void anObjectionSaysTheIdThatItsFileHolds() {
    for (Objection objection : Objections.ALL) {
      Path holder = RuleFiles.byId().getOrDefault(objection.rule(), List.of()).get(0);
      boolean own = RuleFiles.className(holder).equals(objection.getClass().getSimpleName());
      boolean shared = RuleFiles.byId().values().stream()
          .flatMap(List::stream)
          .noneMatch(file -> RuleFiles.className(file).equals(objection.getClass().getSimpleName()));
      assertThat(own || shared).as("%s", objection.getClass()).isTrue();
    }
  }
}
