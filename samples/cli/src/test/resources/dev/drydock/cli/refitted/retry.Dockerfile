# syntax=docker/dockerfile:1
FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1
ENV PYTHONUNBUFFERED=1

# apt keeps what it downloads where its cache is mounted, and cleans up elsewhere as before
RUN [ ! -f /etc/apt/apt.conf.d/docker-clean ] || { \
 sed -i 's,"rm -f,"mountpoint -q /var/cache/apt || mountpoint -q /var/cache/apt/archives || rm -f,' /etc/apt/apt.conf.d/docker-clean; \
 echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache; }

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
 --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
 apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl libpq5

WORKDIR /app
COPY retry/requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip \
 --mount=type=cache,target=/root/.cache/uv \
 pip install uv \
 && uv pip install --system -r requirements.txt

COPY retry/src .
RUN useradd -m -u 10004 retry && chown -R retry:retry /app
USER retry
CMD ["python", "retry.py"]
