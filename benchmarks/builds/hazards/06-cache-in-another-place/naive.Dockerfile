FROM python:3.12-slim-bookworm
ENV PIP_CACHE_DIR=/opt/pip
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends sl
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install requests
