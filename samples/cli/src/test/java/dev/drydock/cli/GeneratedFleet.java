package dev.drydock.cli;

import java.util.List;
import java.util.Random;

/**
 * Services as a company has hundreds of them: much the same, on a few bases, with a few package managers, some of them with
 * mounts by hand, some that can only be left alone. The same number gives the same files.
 */
final class GeneratedFleet {

  private static final List<String> TEAMS = List.of("billing", "catalogue", "delivery", "identity", "notification", "search");
  private static final List<String> PARTS =
      List.of("api", "worker", "scheduler", "gateway", "exporter", "importer", "admin", "reports", "sync", "mailer", "webhooks", "cache-warmer");

  private static final List<String> BASES =
      List.of(
          "python:3.12-slim-bookworm", "python:3.12-slim-bookworm", "python:3.11-slim-bullseye", "python:3.13-slim-trixie", "ubuntu:24.04",
          "registry.example.com/platform/python-service:2024.10");

  private static final String APT = "RUN apt-get update && apt-get install -y --no-install-recommends libpq5 curl \\\n    && rm -rf /var/lib/apt/lists/*\n";
  private static final String REQUIREMENTS = "COPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\n";

  /** What a service does, beside what all of them do. */
  private static final List<String> STEPS =
      List.of(
          APT + REQUIREMENTS,
          APT + REQUIREMENTS,
          APT + REQUIREMENTS,
          REQUIREMENTS,
          REQUIREMENTS,
          APT + "RUN pip install --no-cache-dir uv\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --frozen --no-dev\n",
          "COPY pyproject.toml uv.lock ./\nRUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen\n",
          APT + REQUIREMENTS + "RUN --mount=type=cache,target=/root/.npm npm ci --prefix frontend && npm run build --prefix frontend\n",
          "RUN apt-get update\nRUN apt-get install -y git\n" + REQUIREMENTS,
          "USER app\n" + REQUIREMENTS,
          "ENV PIP_NO_CACHE_DIR=1\n" + REQUIREMENTS,
          "RUN mkdir -p /var/lib/service\n");

  private GeneratedFleet() {}

  /** Writes so many services below a directory, each with its Dockerfile, and a template and a file that is none. */
  static void write(Tree tree, int services) {
    Random random = new Random(services);
    for (int i = 0; i < services; i++) {
      String team = TEAMS.get(random.nextInt(TEAMS.size()));
      String name = "%s/%s-%03d".formatted(team, PARTS.get(random.nextInt(PARTS.size())), i);
      String base = BASES.get(random.nextInt(BASES.size()));
      String steps = STEPS.get(random.nextInt(STEPS.size()));
      tree.file(
          name + "/Dockerfile",
          "# " + name + ", a service of team " + team + "\nFROM " + base + "\nWORKDIR /srv/app\n" + steps
              + "COPY src src\nEXPOSE " + (8000 + i) + "\nCMD [\"python\", \"-m\", \"" + team + "\"]\n");
    }
    tree.file("templates/Dockerfile.j2", "FROM {{ base }}\n");
    tree.file("notes/Dockerfile", "Ask the platform team.\n");
  }
}
