package dev.drydock.benchmarks;

import dev.drydock.dockerfile.Dockerfile;

/** A service's Dockerfile of twelve instructions, written with the language's own words. */
public final class Service {

  private Service() {}

  /** The file on this base image. */
  public static Dockerfile on(String image) {
    return Dockerfile.from(image)
        .as("build")
        .workdir("/src")
        .copy("pyproject.toml", "uv.lock", ".")
        .run("pip install uv")
        .copy("src", "src")
        .run("uv sync --frozen")
        .andFrom(image)
        .workdir("/src")
        .env("PATH", "/src/.venv/bin:$PATH")
        .user("10001:10001")
        .expose(8000)
        .cmd("python", "-m", "service");
  }
}
