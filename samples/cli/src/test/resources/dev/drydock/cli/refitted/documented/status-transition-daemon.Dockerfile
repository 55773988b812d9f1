# syntax=docker/dockerfile:1
FROM debian:bookworm-slim

ENV PYTHONUNBUFFERED=1 \
    VIRTUAL_ENV=/opt/venv \
    PATH=/opt/venv/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

RUN apt-get update
# Configure apt to keep downloaded packages for cache mount
RUN rm -f /etc/apt/apt.conf.d/docker-clean; \
 echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
 apt-get install -y --no-install-recommends python3 python3-venv \
 && apt-get install -y --no-install-recommends libpq5 tzdata \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/*

RUN python3 -m venv "$VIRTUAL_ENV"

WORKDIR /app
COPY status-transition-daemon/requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip \
 pip install --no-cache-dir -r requirements.txt \
 && pip check

COPY status-transition-daemon/src ./
RUN groupadd --gid 10003 transitions \
 && useradd --uid 10003 --gid transitions --home-dir /app transitions
USER transitions

CMD ["python3", "transitions.py"]
