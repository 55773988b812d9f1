package dev.drydock.openrewrite;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openrewrite.docker.Assertions.docker;

import dev.drydock.caching.Transforms;
import org.junit.jupiter.api.Test;
import org.openrewrite.test.RewriteTest;

/** The recipe for each built-in transform. */
class ApplyTransformTest implements RewriteTest {

  private static final String MOUNTED = "FROM node:22\nRUN --mount=type=cache,target=/root/.npm \\\n    npm ci\n";

  @Test
  void aTransformRunsByItsName() {
    rewriteRun(
        spec -> spec.recipe(new ApplyTransform("mountCache(npm)")),
        docker("FROM node:22\nRUN npm ci\n", MOUNTED, source -> source.path("Dockerfile")));
    rewriteRun(
        spec -> spec.recipe(new ApplyTransform("stripCacheMounts()")),
        docker(MOUNTED, "FROM node:22\nRUN npm ci\n", source -> source.path("Dockerfile")));
  }

  @Test
  void aCompositeMayNameIt() {
    rewriteRun(
        spec ->
            spec.recipeFromYaml(
                """
                type: specs.openrewrite.org/v1beta/recipe
                name: com.example.Frontend
                displayName: Frontend
                description: npm's cache, and the frontend that it needs.
                recipeList:
                  - dev.drydock.openrewrite.ApplyTransform:
                      transform: addSyntax()
                  - dev.drydock.openrewrite.ApplyTransform:
                      transform: mountCache(npm)
                """,
                "com.example.Frontend"),
        docker(
            "FROM node:22\nRUN npm ci\n",
            "# syntax=docker/dockerfile:1\n" + MOUNTED,
            source -> source.path("Dockerfile")));
  }

  @Test
  void eachNameOfTheCatalogueIsValidAndOthersAreRefusedWithTheList() {
    for (String name : Transforms.names()) {
      String call = name + (name.startsWith("mount") || name.startsWith("drop") ? "(pip)" : "()");
      assertTrue(new ApplyTransform(call).validate().isValid(), call);
    }
    var invalid = new ApplyTransform("mountCaches(pip)").validate();
    assertTrue(invalid.isInvalid());
    assertTrue(invalid.failures().get(0).getMessage().contains("one of addSyntax, "), invalid::toString);
    assertTrue(new ApplyTransform(null).validate().isInvalid());
  }
}
