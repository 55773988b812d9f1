# syntax=docker/dockerfile:1
FROM python:3.11-slim-bookworm AS wheels

# Configure apt to keep downloaded packages for cache mount
RUN rm -f /etc/apt/apt.conf.d/docker-clean; \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev && apt-get clean && rm -rf /var/lib/apt/lists/*

WORKDIR /src
COPY notification-daemon/pyproject.toml ./
COPY notification-daemon/src ./src
RUN --mount=type=cache,target=/root/.cache/pip \
    pip wheel --no-cache-dir --wheel-dir /wheels .


FROM python:3.11-slim-bookworm AS runtime

ARG APP_UID=10002
ENV PYTHONUNBUFFERED=1

# Configure apt to keep downloaded packages for cache mount
RUN rm -f /etc/apt/apt.conf.d/docker-clean; \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends \
        libpq5 \
        tzdata \
    && rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*

RUN --mount=type=bind,from=wheels,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links=/wheels notification-daemon

RUN useradd --uid "${APP_UID}" --create-home notify
USER notify
WORKDIR /home/notify

LABEL org.opencontainers.image.title="notification-daemon"
STOPSIGNAL SIGINT
CMD ["notification-daemon"]
