FROM debian:bookworm-slim AS tools
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends sl

FROM tools
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    apt-get install -y --no-install-recommends hello
