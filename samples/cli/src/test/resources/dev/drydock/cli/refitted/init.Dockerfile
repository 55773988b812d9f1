# syntax=docker/dockerfile:1
# Runs once per deployment: waits for the database, then migrates it.
FROM debian:bookworm-slim

ARG DEBIAN_FRONTEND=noninteractive
ENV LANG=C.UTF-8

# apt keeps what it downloads where its cache is mounted, and cleans up elsewhere as before
RUN [ ! -f /etc/apt/apt.conf.d/docker-clean ] || { \
    sed -i 's,"rm -f,"mountpoint -q /var/cache/apt || mountpoint -q /var/cache/apt/archives || rm -f,' /etc/apt/apt.conf.d/docker-clean; \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache; }

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    set -eux; \
    apt-get update; \
    apt-get install -y --no-install-recommends \
        ca-certificates \
        postgresql-client \
        python3 \
        python3-pip

WORKDIR /init
COPY init/requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip \
    pip3 install --break-system-packages -r requirements.txt

COPY init/alembic.ini init/migrate.py ./
COPY init/migrations ./migrations

RUN useradd --system --no-create-home migrate
USER migrate
ENTRYPOINT ["python3", "migrate.py"]
