ARG PYTHON_VERSION=3.12
FROM python:${PYTHON_VERSION}-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1

# curl answers the health check, libpq5 is what asyncpg's fallback links to.
RUN apt-get update && apt-get install -y --no-install-recommends \
    ca-certificates \
    curl \
    libpq5 \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app

# Install uv for fast dependency resolution
RUN pip install --no-cache-dir uv

COPY api/pyproject.toml ./
COPY api/src ./src
RUN uv pip install --system .

RUN useradd --create-home --uid 10001 fleet
USER fleet

EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=3s CMD curl --fail --silent http://localhost:8000/health || exit 1
CMD ["uvicorn", "fleet_api.app:app", "--host", "0.0.0.0", "--port", "8000"]
