FROM debian:bookworm-slim
RUN echo 'DPkg::Post-Invoke { "find /var/cache/apt/archives -type f -delete"; };' > /etc/apt/apt.conf.d/99-no-archives
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends sl
