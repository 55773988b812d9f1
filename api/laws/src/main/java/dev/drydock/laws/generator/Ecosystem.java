package dev.drydock.laws.generator;

/**
 * Stages of other ecosystems than Python's: for each package manager an image that it is at home on, a RUN that
 * downloads with it, and what endangers a mount of its cache.
 */
public enum Ecosystem {
  POETRY("python:3.12", "poetry install --no-cache", "RUN poetry install && rm -rf ~/.cache/pypoetry"),
  PIPENV("python:3.12", "pipenv sync --system", "RUN pipenv install --clear"),
  CONDA("continuumio/miniconda3", "conda install -y numpy && conda clean -ya", "RUN conda install x && conda clean -afy\nRUN conda create -n x --offline numpy"),
  APK("alpine:3.20", "apk update && apk add --no-cache curl", "RUN apk add git"),
  DNF("fedora:41", "dnf install -y git && dnf clean all && rm -rf /var/cache/dnf", "RUN dnf install -y -C git"),
  YUM("centos:7", "yum install -y git && yum clean all", "RUN yum install -y dnf && dnf install -y git"),
  MICRODNF("ubi9-minimal", "microdnf install -y git", "RUN yum install -y git && microdnf update && microdnf clean all"),
  ZYPPER("opensuse/leap", "zypper -n refresh && zypper -n in git && zypper clean -a", "RUN zypper --no-refresh in git"),
  NPM("node:22", "npm ci && npm cache clean --force", "RUN --network=none npm ci\nCMD [\"npx\", \"serve\"]"),
  YARN("node:22", "yarn install --frozen-lockfile", "RUN yarn && yarn cache clean\nENV YARN_CACHE_FOLDER=/y\nRUN yarn"),
  PNPM("node:22", "pnpm fetch", "RUN pnpm install --offline"),
  BUN("node:22", "bun install --frozen-lockfile", "RUN bun install --backend=symlink\nRUN bun add x && bun pm cache rm"),
  GO("golang:1.23", "go mod download", "ENV CGO_ENABLED=0\nRUN go build ./...\nRUN make"),
  CARGO("rust:1", "cargo fetch", "RUN cargo build --offline && rm -rf /usr/local/cargo/registry"),
  MAVEN("maven:3", "mvn -B dependency:go-offline", "RUN mvn install\nRUN mvn -o package"),
  GRADLE("eclipse-temurin:21", "./gradlew build", "RUN gradle --offline test\nCMD gradle run"),
  BUNDLER("ruby:3.3", "bundle install && rm -rf /usr/local/bundle/cache/*.gem", "ENV BUNDLE_PATH=/b\nRUN bundle"),
  COMPOSER("composer:2", "composer install --no-cache", "ENV COMPOSER_CACHE_DIR=/dev/null\nRUN composer install"),
  NUGET("mcr.microsoft.com/dotnet/sdk:8.0", "dotnet restore --no-http-cache", "RUN dotnet restore && dotnet nuget locals all --clear\nRUN dotnet build --no-restore");

  private final String base;
  private final String command;
  private final String danger;

  Ecosystem(String base, String command, String danger) {
    this.base = base;
    this.command = command;
    this.danger = danger;
  }

  /** The image that it is at home on. */
  public String base() {
    return base;
  }

  /** What a RUN executes that downloads. */
  public String command() {
    return command;
  }

  /** Lines behind it that endanger the mount. */
  public String danger() {
    return danger + "\n";
  }
}
