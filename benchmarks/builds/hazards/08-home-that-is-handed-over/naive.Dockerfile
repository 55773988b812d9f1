FROM python:3.12-slim-bookworm
ENV PIP_CACHE_DIR=/home/app/.cache/pip
RUN useradd --create-home --uid 1000 app
RUN --mount=type=cache,target=/home/app/.cache/pip \
    pip install requests && chown -R app:app /home/app
