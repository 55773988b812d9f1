package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.caching.Transforms.pythonCaching;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is built from local sources, and would be taken from the cache as it was. */
class LocalSourcesTest {

  private static final Transform MAIN = pythonCaching().withoutSyntax();

  private static String file(String lines) {
    return "FROM python:3.12-slim\nWORKDIR /app\n" + lines + "\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY pyproject.toml uv.lock ./\nCOPY pkg ./pkg\nRUN uv sync --locked --no-editable --no-cache",
        "COPY pyproject.toml uv.lock /app/\nCOPY pkg /app/pkg\nRUN uv sync --no-editable",
        "COPY . .\nCOPY generated ./pkg/generated\nRUN uv sync --no-editable",
        "COPY pyproject.toml setup.py ./\nRUN «uv»uv sync --no-editable --no-install-project\nCOPY src src\nRUN uv sync --no-editable",
        "COPY src src\nRUN --mount=type=bind,source=pyproject.toml,target=pyproject.toml uv sync --no-editable",
        "RUN --mount=type=bind,target=. uv sync --no-editable", "COPY pyproject.toml ./\nCOPY backend ./\nRUN uv sync --no-editable",
        "COPY pyproject.toml ./\nCOPY rootfs /\nRUN uv sync --no-editable"
      })
  void sourcesThatAreCopiedApartFromWhatTheyAreKnownByMayBeStale(String lines) {
    Rewrite rewrite = assertMarked(MAIN, file(lines));
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/uv/refused-setting", "--no-editable");
  }

  @Test
  void soMaySourcesUnderAVariableThatSaysTheSame() {
    assertKept(
        MAIN,
        file("COPY pyproject.toml .\nADD src src\nENV UV_NO_EDITABLE=1\nRUN uv sync --no-cache"),
        "mount-cache/uv/refused-setting",
        "UV_NO_EDITABLE=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY . .\nRUN «uv»uv sync --locked --no-editable«- --no-cache»", "COPY . /app\nRUN «uv»uv sync --no-editable",
        "COPY pyproject.toml uv.lock ./\nCOPY pkg ./pkg\nRUN «uv»uv sync --locked«- --no-cache»",
        "COPY pyproject.toml uv.lock ./\nRUN «uv»uv sync --locked --no-editable --no-install-project«- --no-cache»",
        "COPY pyproject.toml uv.lock ./\nRUN «uv»uv sync --no-editable --no-install-workspace",
        "COPY pyproject.toml uv.lock ./\nCOPY pkg pkg\nENV UV_NO_INSTALL_PROJECT=1\nRUN «uv»uv sync --no-editable",
        "COPY pkg ./pkg\nCOPY pyproject.toml uv.lock ./\nRUN «uv»uv sync --no-editable",
        "COPY pyproject.toml ./\nCOPY pkg ./pkg\nCOPY . .\nRUN «uv»uv sync --no-editable",
        "COPY . .\nCOPY entrypoint.sh /usr/local/bin/\nRUN «uv»uv sync --no-editable", "COPY backend ./\nRUN «uv»uv sync --no-editable",
        "COPY .. /app\nWORKDIR /app/backend\nRUN «uv»uv sync --no-editable", "COPY --from=build /app /app\nWORKDIR /app/x\nRUN «uv»uv sync --no-editable",
        "RUN «uv»git clone https://x/y /src && cd /src && uv sync --no-editable",
        "COPY pyproject.toml ./\nCOPY pkg ./pkg\nENV UV_NO_EDITABLE=0\nRUN «uv»uv sync",
        "COPY . .\nRUN «uv»--mount=type=secret,id=x«- »«+ \\\n    »uv sync --no-editable",
        "COPY . .\nRUN «uv»--mount=type=bind,from=build,source=/w,target=/w«- »«+ \\\n    »uv sync --no-editable",
        "COPY . .\nRUN «uv»--mount=type=bind,source=ci.env,target=/ci.env«- »«+ \\\n    »uv sync --no-editable",
        "COPY pyproject.toml ./\nCOPY models /opt/models\nRUN «uv»uv sync --no-editable"
      })
  void oneCopyThatBringsThemAllIsSafe(String lines) {
    assertMarked(MAIN, file(lines));
  }
}
