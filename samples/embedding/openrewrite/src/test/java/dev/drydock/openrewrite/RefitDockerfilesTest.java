package dev.drydock.openrewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.test.SourceSpecs.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** The recipe under OpenRewrite's own harness, which runs two cycles and expects the second to change nothing. */
class RefitDockerfilesTest implements RewriteTest {

  private static final String AFTER =
      """
      # syntax=docker/dockerfile:1
      FROM python:3.12-slim
      RUN --mount=type=cache,target=/root/.cache/pip \\
          pip install flask
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new RefitDockerfiles(null, null));
  }

  @Test
  void aDockerfileIsRefitted() {
    rewriteRun(
        spec ->
            spec.dataTable(
                NoteTable.Row.class,
                rows -> {
                  assertTrue(rows.stream().anyMatch(row -> row.rule().startsWith("mount-cache/pip")), rows::toString);
                  assertTrue(rows.stream().allMatch(row -> row.file().equals("Dockerfile")), rows::toString);
                }),
        docker("FROM python:3.12-slim\nRUN pip install --no-cache-dir flask\n", AFTER, source -> source.path("Dockerfile")));
  }

  @Test
  void aDockerfileThatIsPlainTextIsRefittedToo() {
    rewriteRun(
        text("FROM python:3.12-slim\nRUN pip install --no-cache-dir flask\n", AFTER, source -> source.path("api/Dockerfile")));
  }

  @Test
  void whatIsAsItShouldBeStays() {
    rewriteRun(docker(AFTER, source -> source.path("Dockerfile")));
  }

  @Test
  void otherTextsAreNotDockerfiles() {
    rewriteRun(text("FROM python:3.12-slim\nRUN pip install --no-cache-dir flask\n", source -> source.path("notes.txt")));
  }

  @Test
  void badInputIsLeftAsItIs() {
    rewriteRun(
        text("", source -> source.path("a/Dockerfile")),
        text("{% if x %}\nFROM {{ base }}\n{% endif %}\n", source -> source.path("b/Dockerfile")),
        text("FROM debian\n" + "RUN echo a line that makes this file large\n".repeat(20_000), source -> source.path("c/Dockerfile")));
  }

  @Test
  void optionsChooseToolsAndIds() {
    rewriteRun(
        spec -> spec.recipe(new RefitDockerfiles(List.of("pip"), List.of("release"))),
        docker(
            "FROM python:3.12-bookworm\nRUN pip install flask\nRUN apt-get update && apt-get install -y curl\n",
            """
            # syntax=docker/dockerfile:1
            FROM python:3.12-bookworm
            RUN --mount=type=cache,id=debian-bookworm/root/.cache/pip,target=/root/.cache/pip \\
                pip install flask
            RUN apt-get update && apt-get install -y curl
            """,
            source -> source.path("Dockerfile")));
  }

  @Test
  void aNameThatIsNotKnownIsRefusedWithThoseThatAre() {
    var invalid = new RefitDockerfiles(List.of("pipp"), null).validate();
    assertTrue(invalid.isInvalid());
    assertTrue(invalid.failures().get(0).getMessage().contains("\"pipp\" is no known package manager; there are"), invalid::toString);
    assertFalse(new RefitDockerfiles(List.of("pip"), List.of("daily")).validate().isValid());
    assertEquals(true, new RefitDockerfiles(null, null).validate().isValid());
  }

  @Test
  void theCompositeIsTheMainJob() {
    rewriteRun(
        spec -> spec.recipeFromResources("dev.drydock.openrewrite.RefitPythonServices"),
        docker("FROM python:3.12-slim\nRUN pip install --no-cache-dir flask\n", AFTER, source -> source.path("Dockerfile")));
  }
}
