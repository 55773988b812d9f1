FROM debian:bookworm-slim
ARG LABEL=vendor
COPY repository.sh /repository.sh
RUN sh /repository.sh "$LABEL"
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    echo 'deb [trusted=yes] file:/repository ./' > /etc/apt/sources.list.d/vendor.list \
    && apt-get update \
    && apt-get install -y --no-install-recommends sl
