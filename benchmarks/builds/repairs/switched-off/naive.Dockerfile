FROM python:3.12-slim-bookworm
RUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir requests
