FROM debian:bookworm-slim
RUN --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends libpq5
ARG CHANGE=1
RUN --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends make \
    && echo "built, change ${CHANGE}" \
    && apt-get purge -y --auto-remove make
