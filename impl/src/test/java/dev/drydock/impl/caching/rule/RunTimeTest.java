package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.GO;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.UV_MOUNT;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache that the container uses stays in the image. */
class RunTimeTest {

  @Test
  void aContainerOfAnotherStageDoesNotKeepTheCache() {
    String text = "uv pip install --system a\nFROM z\nCMD uvx ruff\n";
    assertRewrites(MAIN, "FROM python:3\nRUN " + text, "FROM python:3\n" + UV_MOUNT + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CMD uvx ruff", "ENTRYPOINT [\"uv\", \"run\", \"--script\", \"a.py\"]", "CMD [\"uvx\", \"a\"]"})
  void aContainerThatUsesTheCacheKeepsIt(String command) {
    assertKept(MAIN, python("RUN uv pip install --system a\n" + command), "mount-cache/uv/run-time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY <<EOF /start.sh\n#!/bin/sh\nexec uvx ruff\nEOF\nCMD [\"/start.sh\"]",
        "RUN printf '#!/bin/sh\\nuv run --with rich x.py\\n' > /go.sh\nENTRYPOINT [\"sh\", \"/go.sh\"]"
      })
  void aScriptThatTheFileWritesIsRead(String lines) {
    assertKept(MAIN, python("RUN uv pip install --system a\n" + lines), "mount-cache/uv/run-time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY <<EOF /start.sh\nexec app\nEOF\nCMD [\"/start.sh\"]", "COPY <<EOF /start.sh\nexec uvx ruff\nEOF\nCMD [\"/other.sh\"]",
        "CMD [\"/start.sh\"]", "CMD make run", "LABEL usage=\"uvx ruff\"", "RUN echo 'uvx ruff'"
      })
  void whatDoesNotUseItDoesNotKeepIt(String lines) {
    assertRewrites(
        MAIN,
        python("RUN uv pip install --system a\n" + lines),
        python(UV_MOUNT + "uv pip install --system a\n" + lines));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CMD [\"air\", \"-c\", \".air.toml\"]", "CMD [\"make\", \"run\"]", "ENTRYPOINT [\"./docker-entrypoint.sh\"]", "CMD sh -c 'exec air'",
        "CMD /app && make serve", "ENTRYPOINT [\"sh\", \"/x/start.sh\"]", "COPY <<EOF /s.sh\nmake run\nEOF\nCMD /s.sh", "CMD [\"/go/bin/reflex\", \"-r\", \"x\"]"
      })
  void whatMayBuildAgainNeedsACacheThatIsUsedInPlace(String command) {
    assertKept(mountCache(GO), "FROM golang:1.23\nRUN go build -o /app .\n" + command + "\n", "mount-cache/go/run-time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CMD [\"/app\"]", "CMD [\"./server\", \"make\"]", "ENTRYPOINT app --air", "CMD [\"app\"]", "COPY <<EOF /s.sh\nexec /app\nEOF\nCMD [\"/s.sh\"]",
        "FROM alpine\nENTRYPOINT [\"./start.sh\"]", "CMD [\"./wait-for-it.sh\", \"db\"]"
      })
  void whatWasBuiltDoesNot(String command) {
    String run = "go build -o /app .\n" + command + "\n";
    assertRewrites(
        mountCache(GO), "FROM golang:1.23\nRUN " + run, "FROM golang:1.23\nRUN --mount=type=cache,target=/go/pkg/mod \\\n    " + run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENTRYPOINT [\"uv\", \"run\"]\nCMD [\"--script\", \"main.py\"]", "ENTRYPOINT [\"uv\"]\nCMD [\"run\", \"-s\", \"main.py\"]",
        "ENTRYPOINT [\"uv\"]\nFROM app\nCMD [\"run\", \"-w\", \"rich\", \"main.py\"]", "CMD [\"tool\", \"run\", \"ruff\"]\nENTRYPOINT [\"uv\"]",
        "CMD uv run -qs main.py", "CMD uv run -p 3.12 --with rich main.py", "CMD uv run --python-preference only-system --new-option x --with rich main.py", "CMD uv --quiet run --env-file .env -w rich main.py", "HEALTHCHECK CMD uvx httpie"
      })
  void whatEntrypointAndCmdSayTogetherCounts(String commands) {
    assertKept(MAIN, "FROM python:3.12 AS app\nRUN uv pip install --system a\n" + commands + "\n", "mount-cache/uv/run-time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENTRYPOINT [\"uv\", \"run\"]\nCMD [\"main.py\"]", "CMD uv run main.py", "ENTRYPOINT [\"uv\"]\nCMD [\"run\", \"main.py\"]\nFROM b\nCMD [\"--script\"]",
        "ENTRYPOINT [\"./x\"]\nCMD [\"--script\", \"y\"]", "CMD [\"uv\", \"run\", \"gunicorn\", \"-w\", \"4\", \"app:app\"]",
        "ENTRYPOINT [\"uv\", \"run\", \"--frozen\"]\nCMD [\"hypercorn\", \"app:app\", \"-w\", \"2\"]",
        "CMD uv run --frozen --no-dev -- gunicorn -w 4 app:app", "CMD uv run --env-file=.env --no-sync gunicorn -w 4 app:app",
        "CMD uv run -p 3.12 --no-sync python -m app --with-metrics", "CMD uv run alembic upgrade head && exec curl -s x"
      })
  void whatTheContainerRunsFromTheImageDoesNot(String commands) {
    assertRewrites(
        MAIN,
        "FROM python:3.12 AS app\nRUN uv pip install --system a\n" + commands + "\n",
        "FROM python:3.12 AS app\n" + UV_MOUNT + "uv pip install --system a\n" + commands + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENTRYPOINT apt-get install -y $PACKAGES", "CMD [\"sh\", \"-c\", \"apt-get -y install vim && vim\"]"
      })
  void allOfItStaysForWhatTheContainerInstalls(String command) {
    assertLeft("RUN apt-get update && apt-get install -y git\n" + command, "mount-cache/apt/run-time", command);
  }
}
