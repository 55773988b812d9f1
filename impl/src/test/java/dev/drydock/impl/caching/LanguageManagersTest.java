package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.ManagerTables.assertCaches;
import static dev.drydock.impl.caching.ManagerTables.assertLeft;
import static dev.drydock.impl.caching.ManagerTables.assertMounts;
import static dev.drydock.impl.caching.ManagerTables.assertSilent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Go, Cargo, Bundler, Composer and NuGet; two slashes part the lines of a file. */
class LanguageManagersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          go | FROM golang:1.23 // RUN go mod download | /go/pkg/mod
          go | FROM docker.io/library/golang // RUN go -C cmd build ./... | /go/pkg/mod
          go | FROM golang:1.23 // ENV CGO_ENABLED=0 // RUN go build | /go/pkg/mod /root/.cache/go-build
          go | FROM golang:1.23 // RUN CGO_ENABLED=0 GOCACHE=/b go build | /go/pkg/mod /b
          go | FROM golang:1.23 // COPY --from=tools /go/bin /go/bin // RUN go build | /go/pkg/mod
          cargo | FROM rust:1 // COPY config.toml /usr/local/cargo/ // RUN tar xf x -C /usr/local // RUN cargo build | /usr/local/cargo/registry,sharing=locked /usr/local/cargo/git,sharing=locked
          go | FROM debian // RUN go install example.com/x@latest | /root/go/pkg/mod
          go | FROM golang:1.23 // ENV GOPATH=/gp // RUN go build | /gp/pkg/mod
          go | FROM golang:1.23 // ENV GOPATH=/gp GOMODCACHE=/m // RUN go build | /m
          cargo | FROM rust:1 // RUN cargo build --release | /usr/local/cargo/registry,sharing=locked /usr/local/cargo/git,sharing=locked
          cargo | FROM debian // RUN cargo +nightly install ripgrep | /root/.cargo/registry,sharing=locked /root/.cargo/git,sharing=locked
          cargo | FROM rust:1 // RUN cargo install cargo-chef --version 0.1.73 --locked | /usr/local/cargo/registry,sharing=locked /usr/local/cargo/git,sharing=locked
          cargo | FROM rust:1 // ENV CARGO_HOME=/c // RUN cargo chef cook --release | /c/registry,sharing=locked /c/git,sharing=locked
          bundler | FROM ruby:3.3 // RUN bundle install | /usr/local/bundle/cache,sharing=locked
          bundler | FROM ruby:3.3 // RUN bundle | /usr/local/bundle/cache,sharing=locked
          bundler | FROM debian // ENV GEM_HOME=/gems // RUN gem install rake | /gems/cache,sharing=locked
          bundler | FROM ruby:3.3 // RUN gem install -v 2.5 bundler | /usr/local/bundle/cache,sharing=locked
          composer | FROM composer:2 // RUN composer install --no-dev | /tmp/cache,sharing=locked
          composer | FROM php:8 // ENV COMPOSER_HOME=/composer // RUN composer global require x/y | /composer/cache,sharing=locked
          composer | FROM php:8 // ENV COMPOSER_CACHE_DIR=/c // RUN composer.phar update | /c,sharing=locked
          composer | FROM composer:2 // RUN pip install --no-cache-dir x // RUN composer install | /tmp/cache,sharing=locked
          nuget | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet restore | /root/.local/share/NuGet/v3-cache /root/.local/share/NuGet/http-cache
          nuget | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet tool install -g dotnet-ef --version 8.0.1 | /root/.local/share/NuGet/v3-cache /root/.local/share/NuGet/http-cache
          nuget | FROM mcr.microsoft.com/dotnet/sdk:8.0 // ENV NUGET_HTTP_CACHE_PATH=/n // RUN dotnet publish -c Release | /n
          """)
  void whatDownloadsIsMounted(String manager, String file, String mounts) {
    assertMounts(manager, file, mounts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          go | build-settings | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod go build
          go | already-mounted | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache go build
          go | reader | FROM golang:1.23 // RUN go mod download // RUN --network=none go build
          go | reader | FROM golang:1.23 // RUN go mod download // RUN GOPROXY=off go build
          go | run-time | FROM golang:1.23 // RUN go mod download // CMD ["go", "run", "."]
          go | removes-mount-point | FROM golang:1.23 // RUN go build && go clean -modcache
          go | content | FROM golang:1.23 // COPY --from=modules /go/pkg /go/pkg // RUN go build
          go | content | FROM golang:1.23 // RUN tar -xzf /x.tgz -C /go // RUN go build
          cargo | content | FROM rust:1 // COPY --from=cacher /usr/local/cargo /usr/local/cargo // RUN cargo build
          cargo | content | FROM rust:1 // RUN cp -a /home/. /usr/local/cargo/ // RUN cargo build
          go | removes-mount-point | FROM golang:1.23 // RUN go build && go clean --modcache
          go | no-download | FROM golang:1.23 // RUN go version
          go | no-download | FROM golang:1.23 // RUN go build -mod=vendor
          go | no-download | FROM golang:1.23 // RUN go build -mod vendor ./...
          go | no-download | FROM golang:1.23 // ENV GOFLAGS=-mod=vendor // RUN go build
          go | no-download | FROM golang:1.23 // RUN GOFLAGS="-trimpath -mod=vendor" go test ./...
          go | relocated | FROM golang:1.23 // RUN go env -w GOMODCACHE=/m && go build
          cargo | reader | FROM rust:1 // RUN cargo fetch // RUN cargo build --offline
          cargo | reader | FROM rust:1 // RUN cargo fetch // ENV CARGO_NET_OFFLINE=true // RUN cargo build
          cargo | run-time | FROM rust:1 // RUN cargo build // CMD cargo run
          cargo | no-download | FROM rust:1 // RUN cargo clean
          cargo | no-download | FROM rust:1 // RUN cargo --version
          cargo | no-download | FROM rust:1 // RUN cargo install --list
          cargo | removes-mount-point | FROM rust:1 // RUN cargo build && rm -rf /usr/local/cargo
          bundler | relocated | FROM debian // RUN bundle install
          bundler | relocated | FROM ruby:3.3 // RUN bundle config set --local path vendor/bundle // RUN bundle install
          bundler | refused-setting | FROM ruby:3.3 // ENV BUNDLE_PATH=/bundle // RUN bundle install
          bundler | no-download | FROM ruby:3.3 // RUN bundle exec rake
          bundler | no-download | FROM ruby:3.3 // RUN gem -v
          composer | relocated | FROM php:8 // RUN composer install
          composer | relocated | FROM php:8 // ENV COMPOSER_CACHE_DIR=/dev/null // RUN composer install
          composer | relocated | FROM composer:2 // RUN composer config -g cache-dir /c // RUN composer install
          composer | relocated | FROM composer:2 // RUN composer config -g cache-files-dir /c // RUN composer install
          composer | no-download | FROM composer:2 // RUN composer dump-autoload
          nuget | no-download | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet build --no-restore
          nuget | no-download | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet app.dll
          nuget | no-download | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet tool install --help
          nuget | removes-mount-point | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet restore && dotnet nuget locals all --clear
          nuget | removes-mount-point | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet restore && dotnet nuget locals http-cache --clear
          cargo | removes-mount-point | FROM rust:1 // RUN cargo build && rm -rf /usr/local/cargo/*
          """)
  void whatCannotBeMountedIsLeftAlone(String manager, String rule, String file) {
    assertLeft(manager, rule, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          go | FROM golang:1.23 // RUN echo let us go build
          cargo | FROM rust:1 // RUN rustup component add clippy
          """)
  void whatIsNoCallIsNotSpokenOf(String manager, String file) {
    assertSilent(manager, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cargo | FROM rust:1 // RUN cargo build && rm -rf /usr/local/cargo/registry | FROM rust:1 // RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \\ //     --mount=type=cache,target=/usr/local/cargo/git,sharing=locked \\ //     cargo build
          bundler | FROM ruby:3.3 // RUN bundle install && rm -rf /usr/local/bundle/cache/*.gem | FROM ruby:3.3 // RUN --mount=type=cache,target=/usr/local/bundle/cache,sharing=locked \\ //     bundle install
          composer | FROM composer:2 // RUN composer install --no-cache && composer clear-cache | FROM composer:2 // RUN --mount=type=cache,target=/tmp/cache,sharing=locked \\ //     composer install
          cargo | FROM rust:1 // RUN cargo build && cargo cache -r all | FROM rust:1 // RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \\ //     --mount=type=cache,target=/usr/local/cargo/git,sharing=locked \\ //     cargo build
          nuget | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet restore && dotnet nuget locals http-cache --clear | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN --mount=type=cache,target=/root/.local/share/NuGet/v3-cache \\ //     --mount=type=cache,target=/root/.local/share/NuGet/http-cache \\ //     dotnet restore
          """)
  void whatDefeatsAMountGoesWithIt(String manager, String before, String after) {
    assertCaches(manager, before, after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          go | FROM golang:1.23 // RUN go mod download -mod=mod | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go mod download -mod=mod
          go | FROM golang:1.23 // ENV GOFLAGS=-mod=vendor // RUN go mod download | FROM golang:1.23 // ENV GOFLAGS=-mod=vendor // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go mod download
          go | FROM golang:1.23 // ENV CGO_ENABLED=0 // RUN go build && go clean -testcache -cache | FROM golang:1.23 // ENV CGO_ENABLED=0 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go build && go clean -testcache -cache
          go | FROM golang:1.23 // ENV CGO_ENABLED=0 // RUN go build && go clean --cache | FROM golang:1.23 // ENV CGO_ENABLED=0 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go build && go clean --cache
          nuget | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet restore && dotnet nuget locals global-packages --clear | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN --mount=type=cache,target=/root/.local/share/NuGet/v3-cache \\ //     --mount=type=cache,target=/root/.local/share/NuGet/http-cache \\ //     dotnet restore && dotnet nuget locals global-packages --clear
          nuget | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet restore && dotnet nuget locals all --clear | FROM mcr.microsoft.com/dotnet/sdk:8.0 // RUN dotnet restore && dotnet nuget locals all --clear
          """)
  void whatClearsSomethingElseStays(String manager, String before, String after) {
    assertCaches(manager, before, after);
  }
}
