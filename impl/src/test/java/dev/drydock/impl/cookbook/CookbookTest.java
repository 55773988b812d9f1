package dev.drydock.impl.cookbook;

import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.cookbook.Recipes.lean;
import static dev.drydock.impl.cookbook.Recipes.maintained;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Stage;
import dev.drydock.impl.caching.RuleFiles;
import dev.drydock.impl.caching.TransformAssertions;
import dev.drydock.impl.read.Corpus;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/cookbook.md shows is the source of this package and what it gives; real files have an answer. */
class CookbookTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern DIFF = Pattern.compile("```diff\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern RECIPE = Pattern.compile("(?s)\n  static Transform \\w+\\([^\n]*\\) \\{\n(.*?)\n  }\n");
  private static final int LONGEST = 10;

  private static final String PAGE = RuleFiles.text(RuleFiles.file("docs/cookbook.md"));

  private static String source(String name) {
    Path source = RuleFiles.file("impl/src/test/java/dev/drydock/impl/cookbook/" + name + ".java");
    return RuleFiles.text(source);
  }

  private static String notIndented(String text) {
    return text.replaceAll("(?m)^ +", "");
  }

  private static String section(Cookbook recipe) {
    int start = PAGE.indexOf("\n## " + recipe.heading() + "\n");
    assertThat(start).as(recipe.heading()).isPositive();
    int end = PAGE.indexOf("\n## ", start + 1);
    return PAGE.substring(start, end < 0 ? PAGE.length() : end);
  }

  private static String block(Pattern kind, String text) {
    List<String> blocks = kind.matcher(text).results().map(block -> block.group(1)).toList();
    assertThat(blocks).as(text).hasSize(1);
    return blocks.get(0);
  }

  /** The lines of a difference that begin with this, or are of both files. */
  private static String side(String difference, String sign) {
    return difference.lines()
        .filter(line -> line.startsWith(" ") || line.startsWith(sign))
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @EnumSource(Cookbook.class)
  void thePageShowsTheSource(Cookbook recipe) {
    String shown = notIndented(block(JAVA, section(recipe)));
    assertThat(Stream.of("Recipes", "Bump", "PipToUv", "MergeRuns", "ExecForm").map(CookbookTest::source))
        .anyMatch(source -> notIndented(source).contains(shown));
  }

  @ParameterizedTest
  @EnumSource(Cookbook.class)
  void thePageShowsWhatItGives(Cookbook recipe) {
    String difference = block(DIFF, section(recipe));
    TransformAssertions.assertRewrites(recipe.transform(), side(difference, "-"), side(difference, "+"));
  }

  @Test
  void thePageHasEveryRecipe() {
    assertThat(PAGE.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
        .containsExactlyElementsOf(Arrays.stream(Cookbook.values()).map(Cookbook::heading).toList());
  }

  @Test
  void recipesArePutTogether() {
    Transform house = Transform.sequence(maintained(), lean(), pythonCaching());
    assertThat(PAGE).contains("Transform house = Transform.sequence(maintained(), lean(), pythonCaching());");
    Rewrite rewrite = house.apply(Dockerfile.parse("FROM python:3.12\nMAINTAINER Jo\nRUN pip install flask\n"));
    assertThat(rewrite.notes().map(Note::rule)).contains("acme/maintained", "mount-cache/pip/mounted");
  }

  @Test
  void aSimpleRecipeIsShort() {
    List<Long> lengths = RECIPE.matcher(source("Recipes")).results().map(recipe -> recipe.group(1).lines().count()).toList();
    assertThat(lengths).hasSize(11).allMatch(length -> length <= LONGEST);
  }

  @ParameterizedTest
  @EnumSource(Cookbook.class)
  void realFilesHaveAnAnswerAndKeepTheirStages(Cookbook recipe) throws IOException {
    ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    Map<String, byte[]> files = Corpus.files();
    files.entrySet().parallelStream()
        .forEach(
            file -> {
              Rewrite rewrite = recipe.transform().apply(Dockerfile.decode(file.getValue()));
              boolean failed = rewrite.notes().exists(note -> note.rule().equals("transform/failed"));
              if (failed || !names(rewrite.before()).equals(names(rewrite.after()))) {
                broken.add(file.getKey() + ": " + rewrite);
              }
            });
    assertThat(broken.stream().sorted().limit(3)).as(broken.size() + " of " + files.size() + " files").isEmpty();
  }

  /** The names of stages, and which stage each is built on. */
  private static String names(Dockerfile file) {
    return file.stages()
        .map(stage -> stage.name().getOrElse("") + " from " + stage.parent().map(Stage::number).getOrElse(-1))
        .mkString(", ");
  }
}
