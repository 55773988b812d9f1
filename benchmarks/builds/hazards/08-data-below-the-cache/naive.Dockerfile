FROM python:3.12-slim-bookworm
ENV PIP_CACHE_DIR=/cache
RUN mkdir -p /cache
RUN --mount=type=cache,target=/cache \
    pip install requests && MODELS=/cache/models sh -c 'mkdir -p "$MODELS" && echo trained > "$MODELS/model"'
