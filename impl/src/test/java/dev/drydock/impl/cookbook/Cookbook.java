package dev.drydock.impl.cookbook;

import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.transform.Transform;
import java.time.Duration;
import java.util.Map;

/** The recipes of docs/cookbook.md by their headings, as its examples call them. */
@SuppressWarnings("ImmutableEnumChecker") // A transform is a pure function, as its documentation asks.
enum Cookbook {
  PIN(
      "Pin a digest",
      Recipes.pinned(
          Map.of("python:3.12-slim", "sha256:8f64a67710f3d981cf3008d6f9f1dbe61accd7927f165f4e37ea3f8b883ccc3f"))),
  BUMP("Bump a base image", Bump.bumped("python", "3.12", "3.13")),
  LABEL(
      "OCI labels",
      Recipes.labelled(
          Map.of(
              "org.opencontainers.image.title", "api",
              "org.opencontainers.image.source", "https://example.com/api"))),
  USER("A user that is not root", Recipes.unprivileged(10001)),
  COPY("ADD to COPY", Recipes.copied()),
  SECRET("A secret for pip's index", Recipes.secretIndex()),
  UV("pip to uv", PipToUv.uv("ghcr.io/astral-sh/uv:0.9.7")),
  SORT("Sort apt packages", Recipes.sorted()),
  CHECK(
      "HEALTHCHECK",
      Recipes.checked(HealthCheck.cmd("curl -f localhost:8000/health").every(Duration.ofSeconds(30)))),
  MERGE("Merge RUNs", MergeRuns.merged()),
  EXEC("Shell CMD to exec form", ExecForm.exec()),
  MAINTAINER("Remove MAINTAINER", Recipes.maintained()),
  LEAN("Add --no-install-recommends", Recipes.lean()),
  FASTER("Replace apt-get", Recipes.faster()),
  COPYING("UV_LINK_MODE=copy", Recipes.copying());

  private final String heading;
  private final Transform transform;

  Cookbook(String heading, Transform transform) {
    this.heading = heading;
    this.transform = transform;
  }

  String heading() {
    return heading;
  }

  Transform transform() {
    return transform;
  }
}
