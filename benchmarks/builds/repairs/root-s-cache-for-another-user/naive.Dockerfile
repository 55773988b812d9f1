FROM python:3.12-slim-bookworm
RUN useradd --create-home --uid 1000 app
USER app
RUN --mount=type=cache,target=/root/.cache/pip pip install requests
