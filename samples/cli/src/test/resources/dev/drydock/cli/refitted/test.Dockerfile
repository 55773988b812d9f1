# syntax=docker/dockerfile:1
FROM python:3.11-slim-bookworm

WORKDIR /tests

# apt keeps what it downloads where its cache is mounted, and cleans up elsewhere as before
RUN [ ! -f /etc/apt/apt.conf.d/docker-clean ] || { \
    sed -i 's,"rm -f,"mountpoint -q /var/cache/apt || mountpoint -q /var/cache/apt/archives || rm -f,' /etc/apt/apt.conf.d/docker-clean; \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache; }

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends git curl

# The suite dumps and restores the database between its runs.
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && \
    apt-get install -y --no-install-recommends \
      postgresql-client \
      netcat-openbsd

RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --upgrade wheel && \
    pip install uv

COPY test/pyproject.toml .
RUN --mount=type=cache,target=/root/.cache/uv \
    uv pip install --system -r pyproject.toml

COPY test/tests ./tests
ENV PYTHONPATH=/tests
ENTRYPOINT ["pytest"]
CMD ["-q", "tests"]
