FROM python:3.12-slim-bookworm
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install uv && uv pip install --system --no-build-isolation requests
