package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheIds;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Rule;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in {@code docs/rules}: one for each rule, and what they show is what the library gives. */
class RulePagesTest {

  /** The rules that are named elsewhere than in the built-in transforms: by the algebra, and by the command. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "edit/cannot-stand",
          "edit/conflict",
          "edit/misplaced",
          "edit/together",
          "transform/failed",
          "file/beyond-budget",
          "until-stable/restless",
          "cache-id/mixed-distributions",
          "ignore/unused",
          "ignore/no-rule");

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "Under `(?<call>[^`]+)`\n\n```dockerfile\n(?<before>.*?)```\n\n"
              + "(?:becomes\n\n```dockerfile\n(?<after>.*?)```\n\nwith|stays as it is, with)\n\n"
              + "```text\n(?<notes>.*?)```\n",
          Pattern.DOTALL);

  private static final Pattern CALL = Pattern.compile("(\\w+)\\(([A-Z, ]*)((?:\\.withIds\\((byPlatform|explicit)\\(\\)\\))?)\\)");
  private static final Pattern PINNED = Pattern.compile("(?m)^Pinned by: (.+)$");
  private static final Pattern CLASS_NAME = Pattern.compile("`(dev\\.drydock\\.[\\w.]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([\\w-]+\\.md)\\)");

  private static String text(Path page) throws IOException {
    return Files.readString(page);
  }

  static List<String> rules() {
    return Stream.concat(RuleFiles.byId().keySet().stream(), ELSEWHERE.stream()).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasAPageUnderItsPattern(String rule) throws IOException {
    assertThat(text(RuleFiles.page(rule))).startsWith("# `" + rule + "`\n").contains("\n## Why\n", "\n## What you can do\n");
  }

  @Test
  void noPageIsWithoutARule() throws IOException {
    Set<Path> expected = rules().stream().map(RuleFiles::page).collect(Collectors.toCollection(HashSet::new));
    expected.add(RuleFiles.file("docs/rules/README.md"));
    try (Stream<Path> pages = Files.list(RuleFiles.file("docs/rules"))) {
      assertThat(pages).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void theIndexNamesEveryRuleOnce() throws IOException {
    String index = text(RuleFiles.file("docs/rules/README.md"));
    assertThat(LINK.matcher(index).results().map(link -> link.group(1)))
        .containsExactlyInAnyOrderElementsOf(rules().stream().map(rule -> RuleFiles.page(rule).getFileName().toString()).toList());
    assertThat(index).contains(rules().stream().map(rule -> "[`" + rule + "`]").toList());
  }

  @Test
  void theCatalogueSaysWhatTheIndexSays() throws IOException {
    Pattern row = Pattern.compile("(?m)^\\| \\[`(.+)`]\\((.+)\\) \\| (.+) \\|$");
    assertThat(Rule.all().map(rule -> rule.id() + " docs/rules/" + RuleFiles.page(rule.id()).getFileName() + " " + rule.title()))
        .containsExactlyElementsOf(
            row.matcher(text(RuleFiles.file("docs/rules/README.md")))
                .results()
                .map(found -> found.group(1) + " docs/rules/" + found.group(2) + " " + found.group(3))
                .toList());
    assertThat(Rule.all()).allMatch(rule -> Files.exists(RuleFiles.file(rule.page())));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void linksLeadToPages(String rule) throws IOException {
    assertThat(LINK.matcher(text(RuleFiles.page(rule))).results().map(link -> RuleFiles.page(rule).resolveSibling(link.group(1))))
        .allMatch(Files::exists);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyPageNamesTestsThatExist(String rule) throws IOException {
    Matcher pinned = PINNED.matcher(text(RuleFiles.page(rule)));
    assertThat(pinned.find()).as("a line 'Pinned by:'").isTrue();
    List<String> names = CLASS_NAME.matcher(pinned.group(1)).results().map(name -> name.group(1)).toList();
    assertThat(names).isNotEmpty().allMatch(RulePagesTest::isTest);
  }

  private static boolean isTest(String name) {
    String file = "src/test/java/" + name.replace('.', '/') + ".java";
    return Stream.of("api", "api/laws", "api/fleet", "impl", "samples/cli", "samples/jshell", "benchmarks")
        .anyMatch(module -> Files.exists(RuleFiles.file(module).resolve(file)));
  }

  static List<String> rulesOfTransforms() {
    return List.copyOf(RuleFiles.byId().keySet());
  }

  @ParameterizedTest
  @MethodSource("rulesOfTransforms")
  void theExampleIsWhatTheLibraryGives(String rule) throws IOException {
    Matcher example = EXAMPLE.matcher(text(RuleFiles.page(rule)));
    assertThat(example.find()).as("an example").isTrue();
    String after = example.group("after");
    String before = example.group("before");
    Rewrite rewrite = TransformAssertions.assertRewrites(transform(example.group("call")), before, after == null ? before : after);
    assertThat(rewrite.notes().filter(note -> isOf(rule, note)).mkString("", "\n", "\n")).isEqualTo(example.group("notes"));
  }

  private static boolean isOf(String rule, Note note) {
    return note.rule().matches(Pattern.quote(rule).replace("*", "\\E[^/]+\\Q"));
  }

  private static Transform transform(String call) {
    MatchResult parts = CALL.matcher(call).results().findFirst().orElseThrow();
    PackageManager[] managers =
        Arrays.stream(parts.group(2).split(", *", -1))
            .filter(name -> !name.isEmpty())
            .map(name -> PackageManagers.named(name.toLowerCase(java.util.Locale.ROOT)).get())
            .map(manager -> parts.group(4) == null ? manager : manager.withIds(ids(parts.group(4))))
            .toArray(PackageManager[]::new);
    return switch (parts.group(1)) {
      case "addSyntax" -> Transforms.addSyntax();
      case "keepAptCache" -> Transforms.keepAptCache();
      case "mountCache" -> Transforms.mountCache(managers);
      case "dropCacheDefeaters" -> Transforms.dropCacheDefeaters(managers);
      case "dropCacheDefeatingEnv" -> Transforms.dropCacheDefeatingEnv(managers);
      case "pythonCaching" -> Transforms.pythonCaching();
      case "repairCacheMounts" -> managers.length == 0 ? Transforms.repairCacheMounts() : Transforms.repairCacheMounts(managers);
      case "uvLinkModeCopy" -> Transforms.uvLinkModeCopy();
      case "stripCacheMounts" -> Transforms.stripCacheMounts();
      default -> throw new AssertionError("no such transform: " + call);
    };
  }

  private static CacheIds ids(String policy) {
    return policy.equals("explicit") ? CacheIds.explicit() : CacheIds.byPlatform();
  }

  @Test
  void aRestlessTransformChangesNothing() throws IOException {
    Dockerfile file = Dockerfile.parse("FROM scratch\n");
    Rewrite rewrite = Transform.of(any -> any.append(Comment.of("again"))).untilStable().apply(file);
    assertThat(rewrite.after()).isSameAs(file);
    assertThat(text(RuleFiles.page("until-stable/restless"))).contains("```text\n" + rewrite.explain() + "```\n");
  }
}
