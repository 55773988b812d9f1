FROM python:3.12-slim-bookworm
ENV PIP_CACHE_DIR=/opt/pip
RUN --mount=type=cache,target=/root/.cache/pip pip install requests
