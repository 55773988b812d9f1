FROM debian:bookworm-slim AS one
RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && apt-get install -y --no-install-recommends sl

FROM debian:bookworm-slim AS two
RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && apt-get install -y --no-install-recommends bc

FROM debian:bookworm-slim
COPY --from=one /usr/games/sl /usr/games/sl
COPY --from=two /usr/bin/bc /usr/bin/bc
