package dev.drydock.laws.generator;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** RUNs that download, as people write them: the chain, with mounts that are there already, in every form. */
final class Downloads {

  private static final Arbitrary<String> APT =
      Arbitraries.of(
          "apt-get update && apt-get install -y curl",
          "apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev && rm -rf /var/lib/apt/lists/*",
          "apt-get update \\\n    && apt-get install -y --no-install-recommends \\\n       build-essential \\\n       git \\\n    && rm -rf /var/lib/apt/lists/*",
          "set -eux; \\\n    apt-get update; \\\n    apt-get install -y curl; \\\n    apt-get clean; \\\n    rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*",
          "apt update -qq && DEBIAN_FRONTEND=noninteractive apt install -yq tzdata && apt-get clean && find /var/lib/apt/lists -type f -delete",
          "apt-get update && apt-get upgrade -y && apt-get dist-clean");

  private static final Arbitrary<String> PIP =
      Arbitraries.of(
          "pip install --no-cache-dir -r requirements.txt",
          "pip install -r requirements.txt",
          "pip install --upgrade pip && pip install --no-cache-dir uv",
          "python -m pip install --no-cache -U setuptools wheel",
          "pip3 wheel --wheel-dir /wheels -r requirements.txt && pip3 cache purge",
          "PIP_DISABLE_PIP_VERSION_CHECK=1 pip install . && rm -rf /root/.cache/pip",
          "pip install 'uvicorn[standard]>=0.30' # the server");

  private static final Arbitrary<String> UV =
      Arbitraries.of(
          "uv pip install --system .",
          "uv sync --frozen --no-dev --no-cache",
          "uv pip install --no-cache-dir --system -r requirements.txt",
          "uv venv /opt/venv && uv pip install -n -r requirements.txt && uv cache clean",
          "uv tool install ruff");

  private static final Arbitrary<String> OTHERS = Arbitraries.of(Ecosystem.class).map(Ecosystem::command);

  private static final Arbitrary<String> NOT_DOWNLOADING =
      Arbitraries.of(
          "pip list", "apt-cache policy curl", "echo \"pip install x\"", "pip install --no-index --find-links /wheels -r r.txt",
          "uv pip list --offline", "python manage.py collectstatic --noinput", "mkdir -p /app # pip install later",
          "apt-get-install curl", "true");

  private static final Arbitrary<String> MOUNTS =
      Arbitraries.of(
          "--mount=type=cache,target=/root/.cache/pip ",
          "--mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked ",
          "--mount=type=cache,dst=/root/.cache ",
          "--mount=target=/root/.cache/uv,type=cache,id=uv ",
          "--mount=type=cache,\\\n    target=/root/.cache/pip ",
          "--mount='type=cache,\"target=/root/.cache/pip\"' ",
          "--mount=type=bind,source=requirements.txt,target=requirements.txt ",
          "--mount=type=bind,from=app,target=/root/.cache/pip ",
          "--mount=type=tmpfs,destination=/tmp ",
          "--mount=type=secret,id=pipconf,target=/etc/pip.conf ",
          "--mount=type=ssh ",
          "--mount=type=cache,target=.cache ",
          "--network=none ",
          "--network=default ");

  private Downloads() {}

  static Arbitrary<String> texts() {
    return Combinators.combine(flags(), commands(), form()).as((flags, command, form) -> form.run(flags, command));
  }

  /** RUNs of one command, with mounts that are there already, in every form. */
  static Arbitrary<String> texts(String command) {
    return Combinators.combine(flags(), form()).as((flags, form) -> form.run(flags, command));
  }

  static Arbitrary<String> commands() {
    Arbitrary<String> one =
        Arbitraries.frequencyOf(
            Tuple.of(3, APT), Tuple.of(3, PIP), Tuple.of(2, UV), Tuple.of(1, OTHERS), Tuple.of(1, NOT_DOWNLOADING));
    Arbitrary<String> chain =
        Combinators.combine(one, Arbitraries.of(" && ", " && \\\n    ", "; ", " || true; ", " && \\\n    # then\n    "), one)
            .as((a, joint, b) -> a.contains(" # ") ? a : a + joint + b);
    return Arbitraries.frequencyOf(Tuple.of(3, one), Tuple.of(1, chain));
  }

  private static Arbitrary<String> flags() {
    return Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.just("")), Tuple.of(2, MOUNTS));
  }

  private static Arbitrary<Form> form() {
    return Arbitraries.frequency(
        Tuple.of(10, Form.SHELL),
        Tuple.of(2, Form.OWN_LINE),
        Tuple.of(1, Form.EXEC),
        Tuple.of(2, Form.HEREDOC),
        Tuple.of(1, Form.QUOTED_HEREDOC),
        Tuple.of(1, Form.CHOMPED_HEREDOC),
        Tuple.of(1, Form.BASH_HEREDOC),
        Tuple.of(1, Form.ON_BUILD),
        Tuple.of(1, Form.BASH));
  }

  /** The ways to write a RUN of the same command. */
  private enum Form {
    SHELL,
    OWN_LINE,
    EXEC,
    HEREDOC,
    QUOTED_HEREDOC,
    CHOMPED_HEREDOC,
    BASH_HEREDOC,
    ON_BUILD,
    BASH;

    String run(String flags, String command) {
      String line = command.replace("\\\n", "").replaceAll("\\s+", " ");
      return switch (this) {
        case SHELL -> "RUN " + flags + command + "\n";
        case OWN_LINE -> "RUN " + flags + "\\\n    " + command + "\n";
        case EXEC -> "RUN " + flags + "[\"" + line.replace("\"", "").replace(" ", "\", \"") + "\"]\n";
        case HEREDOC -> "RUN " + flags + "<<EOF\n" + command.replace(" && ", "\n") + "\nEOF\n";
        case QUOTED_HEREDOC -> "RUN " + flags + "<<'E F'\nset -e\n" + command + "\nE F\n";
        case CHOMPED_HEREDOC -> "RUN " + flags + "<<-EOT\n\tset -e\n\t" + command + "\n\tEOT\n";
        case BASH_HEREDOC -> "RUN " + flags + "bash -ex <<\"EOF\"\n" + command + "\nEOF\n";
        case ON_BUILD -> "ONBUILD RUN " + flags + command + "\n";
        case BASH -> "RUN " + flags + "bash -c '" + line.replace("'", "") + "'\n";
      };
    }
  }
}
