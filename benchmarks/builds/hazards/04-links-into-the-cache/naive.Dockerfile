FROM python:3.12-slim-bookworm
ENV UV_LINK_MODE=symlink
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install uv
RUN --mount=type=cache,target=/root/.cache/uv \
    uv pip install --system requests
