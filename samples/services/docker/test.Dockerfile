FROM python:3.11-slim-bookworm

WORKDIR /tests

RUN apt-get update && apt-get install -y --no-install-recommends git curl && rm -rf /var/lib/apt/lists/*

# The suite dumps and restores the database between its runs.
RUN apt-get update && \
    apt-get install -y --no-install-recommends \
      postgresql-client \
      netcat-openbsd && \
    rm -rf /var/lib/apt/lists/*

RUN pip install --no-cache-dir --upgrade wheel && \
    pip install --no-cache-dir uv

COPY test/pyproject.toml .
RUN uv pip install --system -r pyproject.toml

COPY test/tests ./tests
ENV PYTHONPATH=/tests
ENTRYPOINT ["pytest"]
CMD ["-q", "tests"]
