package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.ManagerTables.assertCaches;
import static dev.drydock.impl.caching.ManagerTables.assertLeft;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a build is made from what lies in the cache, every RUN has all of it mounted, or none; two slashes part lines. */
class CacheUsedInPlaceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          go | reader | FROM golang:1.23 // RUN go mod download // RUN make build
          go | reader | FROM golang:1.23 // RUN --mount=type=ssh go mod download // RUN go vet
          go | reader | FROM golang:1.23 // RUN go mod download // USER app // RUN go build
          go | reader | FROM golang:1.23 // RUN go mod download // ENV GOMODCACHE=/m // RUN go build
          go | reader | FROM golang:1.23 // RUN go mod download // RUN --mount=type=cache,target=/m make build
          go | reader | FROM golang:1.23 // RUN go mod download // RUN --mount=type=bind,target=/go/pkg/mod make build
          go | reader | FROM golang:1.23 // RUN --mount=type=secret,id=a go mod download // RUN --mount=type=secret,id=b go vet
          go | reader | FROM golang:1.23 // RUN go mod download // SHELL ["pwsh", "-c"] // RUN go vet
          go | reader | FROM golang:1.23 // RUN go mod download // RUN npm ci
          go | reader | FROM golang:1.23 // RUN go mod download // RUN tool generate
          go | reader | FROM golang:1.23 // RUN go mod download // RUN go generate && find . -name x -exec ./y {} +
          go | reader | FROM golang:1.23 // RUN go mod download // RUN xvfb-run go test
          maven | content | FROM maven:3 // RUN mvn install // RUN mvn package
          maven | reader | FROM maven:3 // RUN mvn dependency:go-offline // RUN mvn install
          maven | reader | FROM maven:3 // RUN mvn dependency:go-offline // RUN make jar
          maven | reader | FROM maven:3 // RUN mvn dependency:go-offline // RUN ./build.sh
          """)
  void aRunThatCouldNotDoWithTheMountKeepsTheCacheInTheImage(String manager, String rule, String file) {
    assertLeft(manager, rule, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          go | FROM golang:1.23 // RUN go mod download // RUN go build | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go mod download // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go build
          go | FROM golang:1.23 // RUN go mod download // RUN --mount=type=cache,target=/go/pkg/mod make | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go mod download // RUN --mount=type=cache,target=/go/pkg/mod make
          go | FROM golang:1.23 // RUN go mod download // RUN --mount=type=cache,target=/go/pkg/mod go build | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go mod download // RUN --mount=type=cache,target=/go/pkg/mod go build
          go | FROM golang:1.23 AS one // RUN go mod download && cp -r /go/pkg/mod /x // FROM golang:1.23 // RUN go mod download | FROM golang:1.23 AS one // RUN go mod download && cp -r /go/pkg/mod /x // FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go mod download
          go | FROM golang:1.23 // RUN go mod download // RUN --mount=type=cache,target=/go/ make | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go mod download // RUN --mount=type=cache,target=/go/ make
          go | FROM golang:1.23 // RUN go mod download // RUN go generate && npm config set x y | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go mod download // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go generate && npm config set x y
          go | FROM golang:1.23 // RUN --mount=type=bind,target=. go mod download // RUN go vet | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     --mount=type=bind,target=. \\ //     go mod download // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go vet
          go | FROM golang:1.23 // RUN go mod download // RUN --mount=type=ssh go vet // RUN ls | FROM golang:1.23 // RUN --mount=type=cache,target=/go/pkg/mod \\ //     go mod download // RUN --mount=type=cache,target=/go/pkg/mod \\ //     --mount=type=ssh \\ //     go vet // RUN ls
          """)
  void everyRunThatBuildsFromTheCacheHasItMounted(String manager, String before, String after) {
    assertCaches(manager, before, after);
  }
}
