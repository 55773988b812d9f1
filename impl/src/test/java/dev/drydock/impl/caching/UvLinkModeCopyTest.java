package dev.drydock.impl.caching;

import static dev.drydock.caching.Transforms.uvLinkModeCopy;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;

import dev.drydock.transform.Note;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** uv copies from a mount without trying a link first, and the image's configuration stays. */
class UvLinkModeCopyTest {

  private static final Transform COPY = uvLinkModeCopy();
  private static final String RUN = "RUN --mount=type=cache,target=/root/.cache/uv ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uv sync --frozen                      | UV_LINK_MODE=copy uv sync --frozen",
        "uv lock && uv pip install a           | UV_LINK_MODE=copy uv lock && UV_LINK_MODE=copy uv pip install a",
        "cd /app && UV_SYSTEM_PYTHON=1 uv sync | cd /app && UV_SYSTEM_PYTHON=1 UV_LINK_MODE=copy uv sync",
        "bash -c 'uv sync'                     | bash -c 'UV_LINK_MODE=copy uv sync'",
        "uvx ruff                              | UV_LINK_MODE=copy uvx ruff",
        "uv sync --offline                     | UV_LINK_MODE=copy uv sync --offline",
        "if true; then uv sync; fi             | if true; then UV_LINK_MODE=copy uv sync; fi",
      })
  void uvIsToldBeforeEachCommand(String before, String after) {
    assertNoted(
        assertRewrites(COPY, python(RUN + before), python(RUN + after)),
        Note.Kind.CHANGED,
        "uv-link-mode-copy/assigned",
        before.contains("uv lock") ? "uv lock; uv pip install a" : before.replaceAll(".*?((UV_\\w+=1 )?uvx? \\w+( --frozen| --offline)?).*", "$1").strip());
    assertRewrites(COPY, python("ONBUILD " + RUN + before), python("ONBUILD " + RUN + after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN uv sync", "RUN --mount=type=cache,target=/root/.cache/pip uv sync",
        "RUN --mount=type=bind,target=/root/.cache/uv uv sync", RUN + "uv --version", RUN + "UV_LINK_MODE=hardlink uv sync",
        RUN + "export UV_LINK_MODE=copy && uv sync", RUN + "uv sync --link-mode=copy", RUN + "uv sync --link-mode hardlink",
        RUN + "uv sync --no-cache", "ENV UV_LINK_MODE=copy\n" + RUN + "uv sync", "ARG UV_LINK_MODE\n" + RUN + "uv sync",
        "ENV UV_CACHE_DIR=/opt/uv\n" + RUN + "uv sync", "RUN echo 'link-mode = \"copy\"' > /root/uv.toml\n" + RUN + "uv sync",
        RUN + "echo uv sync"
      })
  void whatIsSaidOrNotMountedStays(String run) {
    assertUntouched(COPY, python(run));
  }

  @Test
  void anExecFormHasNoPlaceForAVariable() {
    assertKept(COPY, python(RUN + "[\"uv\", \"sync\"]"), "uv-link-mode-copy/kept");
  }
}
