# syntax=docker/dockerfile:1
ARG PYTHON_VERSION=3.12
FROM python:${PYTHON_VERSION}-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1

# apt keeps what it downloads where its cache is mounted, and cleans up elsewhere as before
RUN [ ! -f /etc/apt/apt.conf.d/docker-clean ] || { \
    sed -i 's,"rm -f,"mountpoint -q /var/cache/apt || mountpoint -q /var/cache/apt/archives || rm -f,' /etc/apt/apt.conf.d/docker-clean; \
    echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache; }

# curl answers the health check, libpq5 is what asyncpg's fallback links to.
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends \
    ca-certificates \
    curl \
    libpq5

WORKDIR /app

# Install uv for fast dependency resolution
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install uv

COPY api/pyproject.toml ./
COPY api/src ./src
RUN --mount=type=cache,target=/root/.cache/uv \
    uv pip install --system .

RUN useradd --create-home --uid 10001 fleet
USER fleet

EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=3s CMD curl --fail --silent http://localhost:8000/health || exit 1
CMD ["uvicorn", "fleet_api.app:app", "--host", "0.0.0.0", "--port", "8000"]
