package dev.drydock.laws.generator;

/**
 * What has broken a build, or would have changed an image, when a Dockerfile was refitted without care. Each is a
 * piece of a stage that shows it, some with the directive or the base image that it takes.
 */
public enum Hazard {

  // A mount point cannot be removed.
  REMOVES_ALL_OF_THE_HOME_CACHE(
      "RUN pip install -r requirements.txt && rm -rf /root/.cache\n"),
  REMOVES_THE_CACHE_BY_TILDE("RUN pip install --no-cache-dir x && rm -rf ~/.cache/pip ~/.npm\n"),
  REMOVES_BELOW_VAR_CACHE("RUN apt-get update && apt-get install -y git && rm -rf /var/cache/* /tmp/*\n"),
  REMOVES_VAR_CACHE_APT("RUN apt-get update && apt-get install -y git && rm -rf /var/cache/apt /var/lib/apt/lists/*\n"),
  REMOVES_THE_LISTS_THEMSELVES("RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists\n"),
  REMOVES_IN_A_CONDITION("RUN apt-get update && apt-get install -y git && if [ -d /root/.cache ]; then rm -rf /root/.cache; fi\n"),
  REMOVES_IN_A_LATER_RUN("RUN pip install x\nRUN rm -rf /root/.cache /var/lib/apt/lists/*\n"),
  REMOVES_WITHOUT_FORCE("RUN apt-get update && apt-get install -y git && pip install x && rm -r /var/lib/apt/lists/* ~/.cache/pip\n"),
  REMOVES_WITHOUT_FORCE_TWICE(
      "RUN apt-get update && apt-get install -y gcc && rm -r /var/lib/apt/lists/*\nRUN apt-get update && apt-get install -y curl && rm -r /var/lib/apt/lists/*\n"),
  REMOVES_WITH_A_VARIABLE("ARG CACHE=/root/.cache\nRUN pip install x && rm -rf $CACHE \"${HOME}\"/.cache\n"),

  REMOVES_BEHIND_CD("RUN apt-get update && apt-get install -y git && cd /var/lib/apt && rm -rf lists/* && cd ~ && rm -rf .cache\n"),
  REMOVES_IN_BOTH_BRANCHES(
      "RUN if a; then apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*; else apt-get update && apt-get install -y y && rm -rf /var/lib/apt/lists/*; fi\n"),
  REMOVES_IN_A_TRAP("RUN trap 'rm -rf /var/lib/apt/lists/* ~/.cache/pip/*' EXIT; apt-get update && apt-get install -y x && pip install y\n"),
  REMOVES_HIDDEN_NAMES("SHELL [\"/bin/bash\", \"-c\"]\nRUN shopt -s dotglob && pip install x && rm -rf /root/*\n"),
  REMOVES_WHAT_ANOTHER_TOOL_LEFT("RUN pip install uv && uv pip install --no-build-isolation x && rm -rf /root/.cache\n"),
  REMOVES_WHAT_AN_EARLIER_RUN_LEFT("RUN pip install x && cp -r /root/.cache/pip /seen\nRUN ./fetch.sh\nRUN pip install y && rm -rf ~/.cache/pip\n"),
  CACHE_OFF_IN_A_VARIABLE("ENV PIP_OPTS=\"--no-cache-dir --upgrade\"\nRUN pip install $PIP_OPTS x\n"),
  CACHE_OFF_BY_EXPORT("RUN export PIP_NO_CACHE_DIR=1 UV_NO_CACHE=1 && pip install x && uv sync\n"),
  ASSIGNS_BELOW_THE_CACHE("RUN pip install x && HF_HOME=/root/.cache/pip/hf python -m x\n"),
  FINDS_FOR_XARGS("RUN apt-get update && apt-get install -y git && find /var/lib/apt/lists -type f | xargs rm -f\n"),

  // Lists that live from one RUN to the next.
  ADDS_A_FOREIGN_REPOSITORY("RUN add-apt-repository -y ppa:a/b && apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*\n"),
  WRITES_A_CLEANUP_HOOK("RUN echo 'DPkg::Post-Invoke {\"rm -f /var/cache/apt/archives/*.deb\";};' > /etc/apt/apt.conf.d/x\nRUN apt-get install -y x\n"),
  REMOVES_DOCKER_CLEAN_LATER("RUN apt-get update && apt-get install -y x\n\nFROM app AS clean\nRUN rm /etc/apt/apt.conf.d/docker-clean\n"),
  UPDATE_APART("RUN apt-get update\nRUN apt-get install -y curl\n"),
  UPDATE_APART_AND_LISTS_REMOVED("RUN apt-get update\nRUN apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n"),
  LISTS_USED_LATER("RUN apt-get update && apt-get install -y curl\nRUN apt-get install -y git\nRUN ./setup.sh\n"),
  LISTS_USED_BY_A_CHILD_STAGE("RUN apt-get update && apt-get install -y curl\n\nFROM app AS tools\nRUN apt-get install -y git\n"),

  LISTS_READ_LATER("RUN apt-get update && apt-get install -y curl\nRUN apt-cache policy git && apt-get download git\n"),
  LISTS_READ_AT_RUN_TIME("RUN apt-get update && apt-get install -y curl\nCMD apt-get install -y $PACKAGES\n"),

  // apt's marks.
  AUTOREMOVES("RUN apt-get update && apt-get install -y gcc && apt-get autoremove -y\n"),
  PURGES_WITH_AUTO_REMOVE(
      "RUN apt-get update && apt-get install -y gcc \\\n    && pip install --no-cache-dir -r requirements.txt \\\n    && apt-get purge -y --auto-remove gcc \\\n    && rm -rf /var/lib/apt/lists/*\n"),
  MARKS("RUN savedAptMark=\"$(apt-mark showmanual)\"; apt-get update; apt-get install -y gcc; apt-mark auto '.*' > /dev/null\n"),

  // The image would point into the mount.
  LINK_MODE_BY_ENV("ENV UV_LINK_MODE=symlink\nRUN uv pip install --system .\n"),
  LINK_MODE_BY_FLAG("RUN uv sync --link-mode=symlink\nRUN uv sync --link-mode symlink\n"),
  LINK_MODE_COPY("ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1\nRUN uv sync --frozen\n"),

  // Other users.
  USER_WITH_UID("USER 1000:1000\nENV HOME=/home/app\nRUN pip install --user -r requirements.txt\n"),
  USER_MADE_HERE(
      "RUN useradd -m -u 1001 -d /home/app app\nUSER app\nRUN pip install --no-cache-dir --user -r requirements.txt\n"),
  USER_WHOSE_HOME_WAS_THERE("WORKDIR /srv/app\nRUN useradd -m -d /srv/app -u 1000 app\nUSER app\nRUN pip install --user x\n"),
  USER_WHOSE_HOME_WAS_GIVEN(
      "WORKDIR /srv/app\nRUN useradd -m -d /srv/app -u 1000 app && chown -R app:app /srv/app\nUSER app\nRUN pip install --user x\n"),
  USER_CHANGED("RUN useradd -m -u 1000 app && usermod -u 2000 -g 100 app && adduser app sudo\nUSER app\nRUN uv sync\n"),
  USER_WITH_A_MOUNT_OF_ROOTS(
      "RUN useradd -m -u 1001 svc\nUSER svc\nRUN --mount=type=cache,target=/home/svc/.cache/uv uv sync --no-cache\nRUN pip install --user x\n"),
  USER_WITHOUT_THE_DIRECTORY_ANY_MORE(
      "RUN useradd -m -u 1000 app\nUSER app\nRUN pip install --user a\nRUN rm -rf /home/app/.cache\nRUN pip install --user b\n"),
  USER_ON_BUILD("RUN useradd -m -u 1000 app\nUSER app\nONBUILD RUN pip install --user x\n"),
  USER_MADE_WITHOUT_UID("RUN groupadd -r app && useradd -r -g app app\nUSER app\nRUN pip install x\n"),
  CALL_IN_A_VARIABLE("ENV INSTALL='pip install'\nRUN $INSTALL x\n"),
  CALL_IN_A_SCRIPT_OF_THE_FILE("RUN echo 'apt-get update' > /s.sh && sh /s.sh\n"),
  USER_UNKNOWN("USER jovyan\nRUN pip install x\n"),
  USER_FROM_AN_ARGUMENT("ARG APP_USER=app\nUSER $APP_USER\nRUN uv sync\n"),
  USER_AND_BACK("USER app\nRUN pip install x\nUSER root\nRUN apt-get update && apt-get install -y curl\n"),
  SUDO("USER app\nRUN sudo apt-get update && sudo apt-get install -y curl && sudo -H pip install x\n"),
  SU("RUN su - app -c 'pip install --user x' && su app -c \"uv sync\"\n"),
  GOSU("RUN gosu app pip install --user x\n"),

  // Caches that live elsewhere.
  CACHE_MOVED_BY_ENV("ENV PIP_CACHE_DIR=/opt/pip UV_CACHE_DIR=/opt/uv\nRUN pip install x && uv sync\n"),
  CACHE_MOVED_BY_ARG("ARG PIP_CACHE_DIR=/var/pip\nRUN pip install x\n"),
  CACHE_MOVED_BY_AN_UNKNOWN_ARG("ARG UV_CACHE_DIR\nRUN uv sync\n"),
  CACHE_MOVED_BY_XDG("ENV XDG_CACHE_HOME=/cache\nRUN pip install x && uv sync\n"),
  CACHE_MOVED_BY_HOME("ENV HOME=/app\nRUN pip install x\n"),
  CACHE_MOVED_TO_A_HOME_TO_BE("ENV HOME=/home/app\nRUN pip install --no-cache-dir x\nRUN useradd -m -u 1000 app\nUSER app\n"),
  CACHE_MOVED_TO_A_USERS_HOME("RUN useradd -m -u 1000 app\nENV HOME=/home/app\nRUN uv sync\nUSER app\nRUN pip install --user x\n"),
  CACHE_MOVED_TO_A_CLONE("ENV HOME=/app\nWORKDIR /app\nRUN git clone https://x/y . && pip install --no-cache-dir -r requirements.txt\n"),
  CACHE_MOVED_BY_THE_IMAGE("", "mcr.microsoft.com/azure-functions/python:4-python3.11", "RUN pip install --no-cache-dir x\n"),
  CACHE_MOVED_BY_FLAG("RUN pip install --cache-dir /tmp/pip x && uv sync --cache-dir=/tmp/uv\n"),
  CACHE_MOVED_BEFORE_THE_COMMAND("RUN PIP_CACHE_DIR=/tmp/pip pip install x\n"),
  CACHE_MOVED_AGAIN("ENV PIP_CACHE_DIR=/opt/pip\nRUN PIP_CACHE_DIR=/tmp/pip; pip install --no-cache-dir x\n"),
  CACHE_NOT_MOVED_AFTER_ALL("ENV PIP_CACHE_DIR=/opt/pip\nRUN unset PIP_CACHE_DIR; pip install --no-cache-dir x\nRUN sudo pip install x && pip --isolated install x\n"),
  CACHE_MOVED_BY_EXPORT("RUN export PIP_CACHE_DIR=/tmp/pip && pip install x\n"),
  CACHE_MOVED_BY_APT_OPTION("RUN apt-get -o Dir::Cache=/tmp/apt update && apt-get -o Dir::State::lists=/tmp/l install -y curl\n"),

  // Mounts that are there.
  MOUNT_COVERS("RUN --mount=type=cache,target=/root/.cache pip install --no-cache-dir x\n"),
  MOUNT_RELATIVE("WORKDIR /root\nRUN --mount=type=cache,target=.cache/pip pip install --no-cache-dir x\n"),
  MOUNT_BIND_AT_TARGET("RUN --mount=type=bind,source=wheels,target=/root/.cache/pip pip install x\n"),
  MOUNT_TMPFS_AT_TARGET("RUN --mount=type=tmpfs,target=/root/.cache uv sync --no-cache\n"),
  MOUNT_BY_VARIABLE("ARG C=/root/.cache\nRUN --mount=type=cache,target=$C/pip pip install --no-cache-dir x\n"),
  MOUNT_OF_A_BUILD("RUN --mount=type=cache,target=/build cd /build && touch x\n"),
  MOUNT_BROKEN("RUN --mount=type=cache,chmod=1 pip install x\n"),
  MOUNT_UNLOCKED(
      "RUN --mount=type=cache,target=/var/cache/apt --mount=dst=/var/lib/apt,type=cache apt-get update && apt-get install -y x\n"),
  MOUNT_AT_A_TILDE(
      "RUN --mount=type=cache,target=~/.cache/pip pip install x\nRUN --mount=type=cache,target=$HOME/.cache/uv,id=uv uv sync\n"),
  MOUNT_OF_ROOTS_FOR_A_USER(
      "RUN useradd -m -u 1002 -g 100 dev\nUSER dev\nRUN --mount=type=cache,target=/root/.cache/pip pip install x\nUSER root\n"),
  MOUNT_BESIDE_THE_CACHE(
      "RUN --mount=type=cache,target=/root/.cache/pip PIP_CACHE_DIR=/tmp/pip pip install x\n"
          + "RUN --mount=type=cache,target=/root/.cache/pypoetry,id=poetry POETRY_CACHE_DIR=/tmp/poetry poetry install\n"),
  MOUNT_OF_MARKS(
      "RUN --mount=type=cache,target=/var/lib/apt,id=apt apt-get update && apt-get install -y x && apt-get autoremove -y\n"),
  MOUNT_ON_TWO_DISTRIBUTIONS(
      "\nFROM debian:12 AS old\nRUN --mount=type=cache,target=/var/lib/apt/lists apt-get update\n"
          + "\nFROM ubuntu:22.04 AS new\nRUN --mount=type=cache,target=/var/lib/apt/lists apt-get update\n"),
  MOUNT_FOR_AN_EXEC_FORM("RUN --mount=type=cache,target=/root/.cache/uv [\"uv\", \"sync\"]\n"),
  MOUNT_OF_APT_ONLY(
      "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n    apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n"),

  // Files at the target.
  COPIES_INTO_THE_CACHE("COPY wheels /root/.cache/pip\nRUN pip install x\n"),
  COPIES_THE_CACHE_OUT("RUN pip install x\n\nFROM python:3.12-slim\nCOPY --from=app /root/.cache /root/.cache\n"),
  READS_THE_ARCHIVES("RUN apt-get update && apt-get install -y --download-only curl && dpkg -i /var/cache/apt/archives/*.deb\n"),
  MAKES_THE_CACHE_FOLDER("RUN mkdir /root/.cache && pip install x\n"),
  MAKES_THE_CACHE_FOLDER_LATER("RUN pip install --no-cache-dir x\nRUN mkdir /root/.cache && ln -s /data /root/.cache/data\n"),
  MAKES_A_FOLDER_OF_THE_LISTS(
      "RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/* && mkdir /var/lib/apt/lists/partial\n"),
  LOOKS_FOR_THE_CACHE("RUN pip install x && test -d ~/.cache/pip\nRUN find /root/.cache/pip -type f -exec sha1sum {} + > /sums\n"),
  SAVES_THE_ARCHIVES("RUN apt-get update && apt-get install -y curl && cp /var/cache/apt/archives/*.deb /debs/\n"),
  TAKES_ALL_FROM_THE_CACHE_LATER("RUN uv sync\nRUN uv pip install --offline x\n"),
  HAS_NO_NETWORK_LATER("RUN uv sync\nENV UV_OFFLINE=1\nRUN uv sync --frozen\nRUN --network=none uv sync\n"),
  OWNS_THE_HOME("USER root\nENV HOME=/home/app\nRUN pip install x && chown -R app:app /home/app\n"),
  GIVES_A_HOME_AWAY("WORKDIR /app\nENV HOME=/app\nRUN useradd -r app && chown app:app /app\nRUN pip install --no-cache-dir x\nUSER app\n"),
  TAKES_A_HOME_AWAY(
      "RUN useradd -m -u 1000 app && chown root:root /home/app\nUSER app\nRUN /venv/bin/pip install --no-cache-dir x\n"),
  OWNS_THE_HOME_LATER("RUN pip install x\nRUN chown -R app /root\n"),
  FINDS_AND_DELETES("RUN pip install x && find / -name '*.pyc' -delete\n"),
  RUNS_UVX("RUN uv sync\nCMD [\"uvx\", \"ruff\"]\n"),
  RUNS_UV("RUN uv sync\nENTRYPOINT [\"uv\", \"run\", \"--script\", \"main.py\"]\n"),
  WARMS_A_CACHE("RUN uv tool install ruff && uvx ruff --version\nCMD uvx ruff\n"),
  KEEPS_A_VOLUME_THERE("VOLUME /root/.cache\nRUN pip install x\n"),

  // Other interpreters, and shell that has to be read well.
  POWERSHELL("SHELL [\"powershell\", \"-Command\"]\nRUN pip install x\n"),
  SHELL_LOOKED_UP("SHELL [\"/usr/bin/env\", \"bash\", \"-c\"]\nRUN pip install --no-cache-dir x\n"),
  BASH_PIPEFAIL("SHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN apt-get update && apt-get install -y curl | tee log\n"),
  PYTHON_HEREDOC("RUN <<EOF python3\nprint('pip install x')\nEOF\n"),
  SHEBANG_HEREDOC("RUN <<EOF\n#!/usr/bin/env python3\nimport os; os.system('pip install x')\nEOF\n"),
  BASH_SHEBANG_HEREDOC("RUN <<'EOF'\n#!/bin/bash -e\napt-get update\napt-get install -y curl\nEOF\n"),
  SHELL_IN_A_STRING("RUN bash -c 'apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*'\n"),
  SHELL_IN_EXEC_FORM("RUN [\"bash\", \"-lc\", \"pip install --no-cache-dir x\"]\n"),
  WRAPPED("RUN env PIP_INDEX_URL=http://i nice -n 5 pip install --no-cache-dir x && time uv sync\n"),
  XARGS("RUN cat packages.txt | xargs apt-get install -y\nRUN xargs -a r.txt pip install < /dev/null\n"),
  SUBSHELL("RUN (apt-get update && apt-get install -y curl) && { pip install --no-cache-dir x; }\n"),
  CONDITION("RUN if [ \"$GPU\" = 1 ]; then pip install --no-cache-dir torch; else pip install x; fi\n"),
  LOOP("RUN for p in a b; do pip install --no-cache-dir $p; done && apt-get clean\n"),
  CASE("RUN case $(uname -m) in x86_64) pip install --no-cache-dir x ;; *) true ;; esac\n"),
  FUNCTION("RUN install() { apt-get update && apt-get install -y \"$@\"; }; install curl; rm -rf /var/lib/apt/lists/*\n"),
  SUBSTITUTION("RUN VERSION=$(pip download x | tail -1) && echo `pip cache dir`\n"),
  UNREADABLE("RUN apt-get update && apt-get install -y \"curl\n"),
  COMMENT_IN_CHAIN("RUN apt-get update \\\n    # curl for the health check\n    && apt-get install -y curl \\\n    # smaller\n    && rm -rf /var/lib/apt/lists/*\n"),
  CLEAN_FIRST("RUN apt-get clean && rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y curl\n"),
  ONLY_DEFEATERS("RUN --mount=type=cache,target=/var/cache/apt apt-get clean\nRUN rm -rf /var/lib/apt/lists/*\n"),
  DEFEATER_BEHIND_OR("RUN apt-get update && apt-get install -y curl || apt-get clean; rm -rf /var/lib/apt/lists/* || true\n"),
  DEFEATER_AS_CONDITION("RUN if rm -rf /var/lib/apt/lists/*; then pip install x; fi\n"),
  REMOTE_SCRIPT("RUN curl -LsSf https://astral.sh/uv/install.sh | sh && ./build.sh && apt-get update && apt-get install -y git\n"),

  // Frontends, platforms, the network.
  OLD_FRONTEND("# syntax=docker/dockerfile:1.0\n", "", "RUN pip install x\n"),
  OLDER_FRONTEND("# syntax=docker/dockerfile:1.1.7\n", "", "RUN pip install x && apt-get update && apt-get install -y curl\n"),
  EXPERIMENTAL_FRONTEND("# syntax=docker/dockerfile:1.0-experimental\n", "", "USER 1000:1000\nENV HOME=/h\nRUN pip install x\n"),
  MIRRORED_FRONTEND("# syntax=registry.example.com/dockerfile:7\n", "", "RUN pip install --no-cache-dir x\n"),
  FRONTEND_BY_DIGEST("# syntax=docker/dockerfile@sha256:" + "0123456789abcdef".repeat(4) + "\n", "", "RUN uv sync\n"),
  OLD_FRONTEND_BY_DIGEST("# syntax=docker/dockerfile:1.0@sha256:" + "0123456789abcdef".repeat(4) + "\n", "", "RUN uv sync\n"),
  DEAD_DIRECTIVE("\n# syntax=docker/dockerfile:1.0\n# escape=`\n", "", "RUN pip install x\n"),
  DEAD_DIRECTIVE_BEHIND_A_COMMENT("# the api\n# syntax=docker/dockerfile:1.0\n", "", "RUN pip install x\n"),
  CHECKED_AND_IN_LOWER_CASE("# check=error=true\n", "", "run apt-get update && apt-get install -y curl\nrun pip install x\nenv a=b\nworkdir /app\n"),
  DIRECTIVE_BEHIND_BLANKS("  # syntax=docker/dockerfile:1.0\n", "", "RUN pip install x\n"),
  SHEBANG_ON_TOP("#!/usr/bin/env docker\n# escape=`\n", "", "RUN pip install x\n"),
  JSON_DIRECTIVE("//syntax=docker/dockerfile:1.4\n", "", "RUN pip install x\n"),
  WINDOWS("", "mcr.microsoft.com/windows/servercore:ltsc2022", "RUN pip install --no-cache-dir x\n"),
  WINDOWS_BY_TAG("", "python:3.12-windowsservercore-ltsc2022", "RUN pip install x\n"),
  WINDOWS_NANO("", "mcr.microsoft.com/windows/nanoserver:ltsc2022", "RUN pip install --no-cache-dir x && uv sync\n"),
  ALPINE("", "python:3.12-alpine", "RUN apk add --no-cache gcc && pip install --no-cache-dir x\n"),
  FIXED_ROOT("", "python:3.12-slim", "USER root\nRUN apt-get update && apt-get install -y curl && apt-get clean && pip install --no-cache-dir x\n"),
  NO_NETWORK("RUN --network=none pip install x\n"),
  OFFLINE("RUN pip install --no-index --find-links=/wheels x && uv sync --offline\n"),

  // A cache that is switched off, and one that must not be shared.
  SWITCHED_OFF_BY_ENV("ENV PIP_NO_CACHE_DIR=0 UV_NO_CACHE=1\nRUN pip install x && uv sync\n"),
  SWITCHED_OFF_BY_ARG("ARG PIP_NO_CACHE_DIR=false\nRUN pip install x\n"),
  SWITCHED_OFF_FOR_ONE("RUN PIP_NO_CACHE_DIR=1 pip install x\n"),
  SWITCHED_OFF_AND_USED("ENV UV_NO_CACHE=1\nRUN --mount=type=cache,target=/root/.cache/uv uv sync && echo $UV_NO_CACHE\n"),
  SWITCHED_OFF_OVER_A_MOUNT("ENV UV_NO_CACHE=1\nRUN --mount=type=cache,target=/root/.cache/uv uv sync\n"),
  SWITCHED_OFF_BESIDE_A_SECRET("RUN --mount=type=secret,id=pip,target=/etc/pip.conf pip install --no-cache-dir x\n"),
  SWITCHED_ON("ENV UV_NO_CACHE=0 PIP_NO_CACHE_DIR=\nRUN pip install x && uv sync\n"),
  SWITCHED_OFF_BY_CONFIGURATION("RUN pip config set global.no-cache-dir true && pip install x\nCOPY uv.toml pip.conf /etc/\n"),
  BUILT_FROM_LOCAL_SOURCES(
      "COPY pyproject.toml uv.lock ./\nCOPY pkg ./pkg\nRUN uv sync --locked --no-editable --no-cache\n"),
  BUILT_FROM_ALL_LOCAL_SOURCES("COPY . .\nRUN uv sync --locked --no-editable --no-cache\n"),
  BUILT_FROM_A_LOCAL_ARCHIVE("COPY dist /tmp/\nRUN pip install --no-cache-dir 'foo @ file:///tmp/foo-1.0.tar.gz'\n"),
  BUILT_WITH_FLAGS("ENV CFLAGS=-O3 CMAKE_ARGS=\"-DGGML_CUDA=on\"\nRUN pip install --no-cache-dir llama-cpp-python\n"),
  BUILT_WITH_FLAGS_FOR_ONE("RUN CC=clang LDFLAGS=-s pip install --no-cache-dir x\nRUN TORCH_CUDA_ARCH_LIST=8.0 uv sync --no-cache\n"),
  BUILT_UNDER_A_VARIABLE("RUN HOROVOD_WITH_PYTORCH=1 pip install --no-cache-dir horovod && uv sync\n"),
  BUILT_FROM_A_FOLDER("RUN pip install --no-cache-dir -f /dist x && rm -rf /root/.cache/pip/*\nRUN pip install 'x @ file:///dist/x-1.tar.gz' && pip cache purge\n"),
  BUILT_AS_CONFIGURED("COPY <<EOF /etc/pip.conf\n[install]\nno-binary = :all:\nEOF\nRUN pip install --no-cache-dir x\n"),
  BUILT_UNDER_AN_EXPORTED_VARIABLE("RUN export GGML_CUDA=1 MAX_JOBS=4 && pip install --no-cache-dir llama-cpp-python && uv pip install y\n"),
  BUILT_UNDER_THE_PACKAGES_VARIABLE("ENV HNSWLIB_NO_NATIVE=1\nRUN pip install --no-cache-dir chroma-hnswlib\nRUN uv pip install chroma-hnswlib\n"),
  BUILT_WITH_A_SETTING_IN_THE_NEXT_WORD("RUN pip install -C cmake.define.X=ON x && pip install --config-settings --global-option=y z\n"),
  BUILT_FROM_A_FOLDER_BY_ENV("ENV PIP_FIND_LINKS=/dist\nRUN pip install --no-cache-dir x\n"),
  BUILT_FROM_AN_ADDRESS("RUN pip install https://example.com/x-main.zip && pip install 'y @ https://example.com/y-main.tar.gz'\n"),
  BUILT_AS_UV_IS_CONFIGURED("COPY <<EOF /etc/uv/uv.toml\nno-binary = true\nlink-mode = \"symlink\"\nEOF\nRUN uv sync --no-cache\n"),
  BUILT_AS_PIP_IS_TOLD("RUN pip config set global.find-links /dist && pip install x\nRUN pip install y\n"),
  BUILDS_IN_A_TMPFS("RUN --mount=type=tmpfs,target=/root/.cache/pip/wheels pip install --no-cache-dir x && pip install -f /dist y\n"),
  OPTIONS_IN_A_VARIABLE("ARG OPTS=\"--find-links /dist --no-binary x\"\nRUN pip install $OPTS x && uv pip install ${OPTS} x\n"),
  PROJECT_OF_A_SCRIPT("RUN uv sync --script main.py && uv run main.py\nENTRYPOINT [\"uv\", \"run\"]\nCMD [\"-s\", \"main.py\"]\n"),
  BUILT_APART(
      "RUN --mount=type=cache,target=/root/.cache/pip \\\n    --mount=type=tmpfs,target=/root/.cache/pip/wheels \\\n    CFLAGS=-O3 pip install --no-cache-dir x && uv sync --no-cache\n"),
  RESULT_IN_THE_CACHE("RUN uv sync --script main.py\nRUN uv run -s main.py && uv sync\nENTRYPOINT [\"uv\", \"run\"]\nCMD [\"--script\", \"main.py\"]\n"),
  WHEELS_THAT_LIE_HERE("RUN pip install --no-deps /dist/*.whl && pip install --no-cache-dir /dist/x.whl\n"),
  LINK_MODE_BY_FILE("COPY <<EOF uv.toml\nlink-mode = \"symlink\"\nEOF\nRUN uv sync\n"),
  BUILT_BY_A_USER("RUN useradd -m -u 1000 app\nUSER app\nRUN CFLAGS=-O3 pip install --user --no-cache-dir x\n"),
  BUILT_FROM_SOURCE("RUN pip install --no-cache-dir --no-binary :all: x && uv pip install --no-binary x x\n"),
  FORCED_BUILD("ARG FORCE_CUDA=1\nRUN pip install --no-cache-dir x\n"),

  // Repositories that are not the distribution's.
  ADDS_A_PPA(
      "", "ubuntu:22.04",
      "RUN apt-get update && apt-get install -y software-properties-common && add-apt-repository -y ppa:deadsnakes/ppa && apt-get update && apt-get install -y python3.12 && rm -rf /var/lib/apt/lists/*\n"),
  ADDS_A_VENDOR(
      "RUN echo 'deb [signed-by=/k.gpg] https://download.docker.com/linux/debian bookworm stable' > /etc/apt/sources.list.d/docker.list\nRUN apt-get update && apt-get install -y docker-ce-cli && rm -rf /var/lib/apt/lists/*\n"),
  ADDS_A_VENDOR_IN_A_FILE(
      "COPY <<EOF /etc/apt/sources.list.d/x.sources\nTypes: deb\nURIs: https://example.com/apt\nSuites: stable\nEOF\nRUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*\n"),
  ADDS_A_VENDOR_BY_A_SCRIPT(
      "RUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && apt-get install -y nodejs && rm -rf /var/lib/apt/lists/*\nRUN apt-get update && apt-get install -y git && apt-get clean && rm -rf /var/lib/apt/lists/*\n"),
  CHANGES_THE_MIRROR(
      "RUN sed -i 's/deb.debian.org/mirrors.example.com/' /etc/apt/sources.list.d/debian.sources && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n"),

  // apt's configuration, written by the file.
  KEEPS_BY_A_FILE(
      "COPY <<EOF /etc/apt/apt.conf.d/99keep\nBinary::apt::APT::Keep-Downloaded-Packages \"true\";\nEOF\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN apt update && apt install -y git\n"),
  KEEPS_NOTHING("RUN echo 'APT::Keep-Downloaded-Packages \"false\";' > /etc/apt/apt.conf.d/99x && apt-get update && apt-get install -y git\n"),
  CLEANS_BY_A_HOOK(
      "RUN echo 'DPkg::Post-Invoke { \"rm -f /var/cache/apt/archives/*.deb || true\"; };' > /etc/apt/apt.conf.d/zz-clean\nRUN apt-get update && apt-get install -y git\n"),
  CLEANS_UNLESS_MOUNTED(
      "RUN [ ! -f /etc/apt/apt.conf.d/docker-clean ] || { \\\n    sed -i 's,\"rm -f,\"mountpoint -q /var/cache/apt || mountpoint -q /var/cache/apt/archives || rm -f,' /etc/apt/apt.conf.d/docker-clean; \\\n    echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";' > /etc/apt/apt.conf.d/keep-cache; }\nRUN apt-get update && apt-get install -y git\n"),
  REMOVES_DOCKER_CLEAN_BELOW("RUN apt-get update && apt-get install -y git\n\nFROM app AS child\nRUN rm /etc/apt/apt.conf.d/docker-clean\n"),
  PRINTS_ADDRESSES("RUN apt-get update && apt-get install --print-uris -y git > /uris && apt-get install -y git\n"),

  // What nobody reads calls apt, or writes below a home.
  RUNS_AN_UNKNOWN_PROGRAM("RUN apt-get update && apt-get install -y git && frobnicate --all && rm -rf /var/lib/apt/lists/*\nRUN frobnicate\n"),
  RUNS_A_SCRIPT_OF_A_STAGE(
      "RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n\nFROM python:3.12-slim\nRUN apt-get update && apt-get install -y curl\nCOPY --from=app /opt/install.sh /usr/local/bin/prepare\nRUN prepare\n"),
  INSTALLS_FOR_A_BROWSER("RUN apt-get update && apt-get install -y git\nRUN playwright install --with-deps chromium\n"),
  MAKES_A_TARGET("RUN apt-get update && apt-get install -y make\nCOPY . .\nRUN make -C tools install-deps\n"),
  LEAVES_MORE_BELOW_THE_HOME(
      "RUN pip install x && npx cypress install && rm -rf ~/.cache\nRUN useradd -m -u 1000 app\nUSER app\nRUN pip install --user x && frobnicate && rm -rf /home/app/.cache\n"),

  // One cache for several releases or platforms, and ids that name a variable.
  PLATFORM_DECLARED("ARG TARGETARCH TARGETVARIANT\nRUN apt-get update && apt-get install -y curl && pip install x\n"),
  PLATFORM_DECLARED_BEHIND("ARG TARGETVARIANT\nRUN pip install x\nARG TARGETARCH\nRUN ./fetch $TARGETARCH\nRUN uv sync\n"),
  PLATFORM_USED_UNDECLARED("RUN pip install --no-cache-dir x && ./fetch ${TARGETARCH:-amd64}\n"),
  PLATFORM_USED_BY_A_CHILD_STAGE("RUN uv sync\n\nFROM app AS tools\nCOPY bin/$TARGETARCH /bin\nRUN pip install x\n"),
  PLATFORM_SET_BY_ARG("ARG TARGETARCH=amd64\nRUN uv sync\n"),
  PLATFORM_SET_BY_ENV("RUN pip install x\nENV TARGETVARIANT=v7\nRUN uv sync\n"),
  PLATFORM_IN_ON_BUILD("ARG TARGETARCH\nONBUILD RUN pip install x\n"),
  PLATFORM_OF_THE_BUILDER("", "--platform=$BUILDPLATFORM python:3.12-slim-bookworm", "RUN pip install x\n"),
  BASE_BY_ARGUMENT("ARG RELEASE=bookworm\n", "debian:${RELEASE}-slim", "RUN apt-get update && apt-get install -y curl\n"),
  BASE_BY_AN_UNKNOWN_ARGUMENT("ARG BASE\n", "$BASE", "USER root\nRUN pip install --no-cache-dir x\nARG BASE\nRUN uv sync\n"),
  FRONTEND_FROM_BEFORE_VARIABLES("# syntax=docker/dockerfile:1.2\n", "", "RUN pip install x\n"),

  // What keepAptCache does, done already.
  KEEPS_ALREADY(
      "RUN rm -f /etc/apt/apt.conf.d/docker-clean; \\\n    echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";' > /etc/apt/apt.conf.d/keep-cache\nRUN apt-get update && apt-get install -y curl\n"),
  REMOVES_DOCKER_CLEAN("RUN rm /etc/apt/apt.conf.d/docker-clean && apt-get update && apt-get install -y curl\n"),
  COPIES_APT_CONFIGURATION("COPY apt.conf /etc/apt/apt.conf.d/\nRUN apt-get update && apt-get install -y curl\n"),
  ON_BUILD_APT("ONBUILD RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\nONBUILD USER app\n"),
  APT_BEHIND_A_PRAGMA("# hadolint ignore=DL3008\nrun apt-get update && apt-get install -y curl\n"),
  TEMPLATED("{% if gpu %}\nRUN pip install --no-cache-dir {{ package }}\n{% endif %}\n"),
  UNTERMINATED_HEREDOC("RUN <<EOF\npip install x\n");

  private final String head;
  private final String base;
  private final String body;

  Hazard(String body) {
    this("", "", body);
  }

  Hazard(String head, String base, String body) {
    this.head = head;
    this.base = base;
    this.body = body;
  }

  /** What the file begins with; empty where that does not matter. */
  public String head() {
    return head;
  }

  /** The image that the stage is built on; empty where that does not matter. */
  public String base() {
    return base;
  }

  /** The lines of the stage that show it. */
  public String body() {
    return body;
  }
}
